import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import * as Ocr from "../src/Ocr.js"
import { document } from "./documents.js"

const pages = (...changes: ReadonlyArray<{ readonly hasUsableText: boolean; readonly isBlank?: boolean }>) => {
  const { mediaType, pages: [page] } = document("Anna Müller", "Köchin")
  return { mediaType, pages: changes.flatMap((change, index) => (page ? [{ ...page, ...change, number: index + 1 }] : [])) }
}

describe("the OCR stage", () => {
  it.effect("reports a page without usable text and renumbers the lines that are left", () =>
    Effect.gen(function*() {
      const { document: read, issues } = yield* Ocr.read(pages({ hasUsableText: false }, { hasUsableText: true }))
      expect(issues).toMatchObject([{ code: "page_without_text", page: 1 }])
      expect(read.pages.flatMap(({ lines }) => lines.map(({ number }) => number))).toEqual([1, 2])
    }))

  it.effect("does not report a blank page", () =>
    Effect.map(Ocr.read(pages({ hasUsableText: true }, { hasUsableText: false, isBlank: true })), ({ issues }) => expect(issues).toEqual([])))

  it.effect("refuses what has no text at all, and what is blank", () =>
    Effect.gen(function*() {
      expect(yield* Effect.flip(Ocr.read(pages({ hasUsableText: false })))).toMatchObject({ reason: "no_text" })
      expect(yield* Effect.flip(Ocr.read(pages({ hasUsableText: false, isBlank: true })))).toMatchObject({ reason: "blank" })
    }))
})
