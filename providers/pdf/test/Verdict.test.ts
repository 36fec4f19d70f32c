import { expect, it } from "@effect/vitest"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import { hasUsableText } from "../src/Verdict.js"
import { firstPage } from "./decode.js"
import * as PdfBuilder from "./PdfBuilder.js"

const page = { width: 595, height: 842 }
const scan: Document.Box = { x: 0, y: 0, width: 595, height: 842 }
const words = (text: string): ReadonlyArray<Document.Word> =>
  text.split(" ").map((part) => ({ text: part, box: { x: 0, y: 0, width: 10, height: 10 }, fontSize: 10, bold: false, italic: false, color: null, url: null, confidence: null }))

const german = "Leitung eines Teams von fünf Personen und Einführung agiler Arbeitsweisen in der gesamten Abteilung sowie enge Abstimmung mit dem Vertrieb"

it("finds text of any script usable", () => {
  for (const text of [german, "Інженер програмного забезпечення з досвідом роботи у великих командах розробників та аналітиків даних у Києві", "東京大学で情報工学を学び、その後十年間ソフトウェア開発に携わりました。", "2019"]) {
    expect(hasUsableText(words(text), [], page)).toBe(true)
  }
})

it("finds no text in glyphs without characters, nor in letters shifted by a wrong encoding", () => {
  expect(hasUsableText([], [], page)).toBe(false)
  expect(hasUsableText(words("\uE001\uE002\uE003 \uE004\uE005"), [], page)).toBe(false)
  expect(hasUsableText(words("\uFFFD\uFFFD\uFFFD abc"), [], page)).toBe(false)
  const shifted = [...german.replaceAll(" ", "_")].map((letter) => String.fromCharCode(letter.charCodeAt(0) - 29)).join("")
  expect(hasUsableText(words(shifted), [], page)).toBe(false)
})

it("asks for OCR where a picture fills the page and the text is only a stamp", () => {
  expect(hasUsableText(words("Page 1 of 2"), [scan], page)).toBe(false)
  expect(hasUsableText(words("Page 1 of 2"), [], page)).toBe(true)
  expect(hasUsableText(words(german), [scan], page)).toBe(true)
})

const image = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"

it.effect("reads the text layer that lies without ink over a scan", () =>
  Effect.gen(function*() {
    const content = image + PdfBuilder.show("a scanned page with enough words on it to be a text layer", 72, 700, "3 Tr")
    const { hasUsableText: isUsable, overlay, words: read } = yield* firstPage(PdfBuilder.build([{ content }]))
    expect(isUsable).toBe(true)
    expect(read).toHaveLength(0)
    expect(overlay).toHaveLength(13)
  }))

it.effect("sees a scan, and a blank page", () =>
  Effect.gen(function*() {
    expect(yield* firstPage(PdfBuilder.build([{ content: image }]))).toMatchObject({ hasUsableText: false, isBlank: false })
    expect(yield* firstPage(PdfBuilder.build([{ content: "" }]))).toMatchObject({ hasUsableText: false, isBlank: true })
  }))
