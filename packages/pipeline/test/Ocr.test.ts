import { describe, expect, it } from "@effect/vitest"
import type { Picture} from "@excv/provider";
import { type Decoder, DocumentRefused, Limits, type OcrEngine, ProviderError } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import * as Ocr from "../src/Ocr.js"

const word = (text: string, confidence: number | null = null): Document.Word => ({
  text, box: { x: 10, y: 10, width: 50, height: 10 }, fontSize: 10, bold: false, italic: false, color: null, url: null, confidence
})

const page = (number: number, change: Partial<Document.RawPage> = {}): Document.RawPage => ({
  number, width: 595, height: 842, source: "text_layer", words: [word("Köchin")], links: [], shapes: [], hidden: [], hasUsableText: true, isBlank: false, ...change
})
const scan = (number: number) => page(number, { words: [], hasUsableText: false })
const blank = (number: number) => page(number, { words: [], hasUsableText: false, isBlank: true })

/** A picture of two rows; which page it is of can be read off its first pixel. */
const pictureOf = (number: number): Picture.Picture => ({ pixels: Uint8Array.of(number, 0, 0, 255), width: 2, height: 2, resolution: 72 })

const decoder: Decoder = {
  name: "test",
  mediaTypes: [],
  decode: () => Effect.succeed([]),
  picture: (_, number) =>
    number === 9 ? new DocumentRefused.DocumentRefused({ reason: "corrupted" }) : Effect.succeed(pictureOf(number))
}

interface Seen {
  readonly first: number | undefined
  readonly language: string
}

const readerOf = (read: (seen: Seen) => ReadonlyArray<Document.Word>): { readonly reader: Ocr.Reader; readonly seen: Array<Seen> } => {
  const seen: Array<Seen> = []
  const engine: OcrEngine = {
    name: "test",
    languages: ["en", "fr", "de"],
    read: (picture, language) => {
      const one = { first: picture.pixels[0], language }
      seen.push(one)
      return one.first === 8 ? ProviderError.make("test", "crashed") : Effect.sync(() => read(one))
    }
  }
  return { reader: { engine, preparer: { prepare: (picture) => Effect.succeed({ picture, sample: picture, shapes: [] }) } }, seen }
}

const german = "Ich bin seit der Ausbildung in der Küche und habe mit dem Team für die Gäste gekocht".split(" ").map((text) => word(text, 0.95))
const read = (pages: ReadonlyArray<Document.RawPage>, reader: Ocr.Reader | null = null) =>
  Ocr.read({ bytes: new Uint8Array(), decoder, pages }, reader, Limits.standard)

describe("the OCR stage", () => {
  it.effect("reads only the pages without a usable text layer, in the language that their first look shows", () =>
    Effect.gen(function*() {
      const { reader, seen } = readerOf(() => german)
      const { issues, pages } = yield* read([page(1), scan(2)], reader)
      expect(pages.map(({ source }) => source)).toEqual(["text_layer", "ocr"])
      expect(pages[1]?.words).toEqual(german)
      expect(seen.map(({ first }) => first)).toEqual([2, 2])
      expect(seen[1]?.language).toBe("de")
      expect(issues).toEqual([])
    }))

  it.effect("turns a page that is read with more belief upside down", () =>
    Effect.gen(function*() {
      const { reader } = readerOf(({ first }) => (first === 255 ? german : [word("uəƃunɹɥɐɟɹƎ", 0.2)]))
      const { pages } = yield* read([scan(3)], reader)
      expect(pages[0]?.words).toEqual(german)
    }))

  it.effect("reports a page that cannot be drawn or read, and goes on with the others", () =>
    Effect.gen(function*() {
      const { reader } = readerOf(() => german)
      const { issues, pages } = yield* read([scan(9), scan(8), scan(1)], reader)
      expect(issues.map((issue) => issue.page)).toEqual([9, 8])
      expect(pages.map(({ hasUsableText }) => hasUsableText)).toEqual([false, false, true])
    }))

  it.effect("without a reader reports a page without usable text, but no blank one", () =>
    Effect.map(read([scan(1), page(2), blank(3)]), ({ issues }) =>
      expect(issues).toMatchObject([{ code: "page_without_text", page: 1 }])))

  it.effect("refuses what has no text at all, and what is blank", () =>
    Effect.gen(function*() {
      expect(yield* Effect.flip(read([scan(1)]))).toMatchObject({ reason: "no_text" })
      expect(yield* Effect.flip(read([scan(1)], readerOf(() => []).reader))).toMatchObject({ reason: "no_text" })
      expect(yield* Effect.flip(read([blank(1)]))).toMatchObject({ reason: "blank" })
    }))
})
