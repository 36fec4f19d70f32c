import { describe, expect, it } from "@effect/vitest"
import type { Picture} from "@excv/provider";
import { type Decoder, DocumentRefused, Limits, type OcrEngine, ProviderError } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import * as Ocr from "../src/Ocr.js"
import * as Reader from "../src/ocr/Reader.js"

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

const drawn: Array<number> = []
const drawer = { draw: ({ pixels }: Picture.Picture, longSide: number) => Effect.sync(() => {
  drawn.push(pixels[0] ?? 0)
  return { mediaType: "image/jpeg" as const, bytes: pixels, width: longSide, height: longSide }
}) }

const readerOf = (read: (seen: Seen) => ReadonlyArray<Document.Word>): { readonly tools: Reader.Tools; readonly reader: Reader.Reader; readonly seen: Array<Seen> } => {
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
  const tools = { engine, preparer: { prepare: (picture: Picture.Picture) => Effect.succeed({ picture, samples: [picture], shapes: [] }) }, drawer }
  return { tools, reader: Reader.using(tools), seen }
}

const german = "Ich bin seit der Ausbildung in der Küche und habe mit dem Team für die Gäste gekocht".split(" ").map((text) => word(text, 0.95))
const read = (pages: ReadonlyArray<Document.RawPage>, reader: Reader.Reader | null = null) =>
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

  it.effect("looks at one piece of a page after another until they leave no doubt", () =>
    Effect.gen(function*() {
      const { seen, tools } = readerOf(({ first }) => (first === 5 ? [word("Müller-Lüdenscheidt", 0.9), word("2019", 0.9)] : german))
      const pieces = { prepare: (picture: Picture.Picture) => Effect.succeed({ picture, samples: [5, 6, 7].map(pictureOf), shapes: [] }) }
      yield* read([scan(1)], Reader.using({ ...tools, preparer: pieces }))
      expect(seen.map(({ first, language }) => [first, language])).toEqual([[5, "fr"], [6, "fr"], [1, "de"]])
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

describe("a page that OCR could hardly read", () => {
  const wish = (maxPages: number) => ({ longSide: 1568, maxPages })
  const many = Array.from({ length: 30 }, () => word("Bäckerei", 0.95))
  const poor = many.map((one) => ({ ...one, confidence: 0.8 }))
  const pdfs = { ...decoder, mediaTypes: ["application/pdf" as const] }
  const shown = (pages: ReadonlyArray<Document.RawPage>, words: (seen: Seen) => ReadonlyArray<Document.Word>, maxPages = 4) =>
    Effect.map(Ocr.read({ bytes: Uint8Array.of(1), decoder: pdfs, pages }, readerOf(words).reader, Limits.standard, wish(maxPages)), ({ views }) => views)

  it.effect("is kept as a picture, and one that was read well is not", () =>
    Effect.gen(function*() {
      const views = yield* shown([scan(1), scan(2), page(3)], ({ first }) => (first === 1 ? poor : many))
      expect(views.pages).toEqual([{ mediaType: "image/jpeg", bytes: pictureOf(1).pixels, width: 1568, height: 1568, page: 1 }])
      expect(views.pdf).toBeNull()
    }))

  it.effect("is also one of which only a few words were read, but not one without any", () =>
    Effect.gen(function*() {
      expect((yield* shown([scan(1)], () => many.slice(0, 5))).pages).toHaveLength(1)
      expect((yield* shown([scan(1), scan(2)], ({ first }) => (first === 1 ? [] : many))).pages).toHaveLength(0)
    }))

  it.effect("is drawn among the first pages only, and not at all when nobody wishes it", () =>
    Effect.gen(function*() {
      drawn.length = 0
      expect((yield* shown([scan(1), scan(2), scan(3)], () => poor, 2)).pages.map((view) => view.page)).toEqual([1, 2])
      expect(drawn.sort()).toEqual([1, 2])
      const { views } = yield* read([scan(1)], readerOf(() => poor).reader)
      expect(views.pages).toEqual([])
    }))

  it.effect("comes with its file where that is a PDF with nothing else in it", () =>
    Effect.gen(function*() {
      expect((yield* shown([scan(1), scan(2)], () => poor)).pdf).toEqual(Uint8Array.of(1))
      const hidden = { ...scan(2), hidden: ["no_contrast" as const] }
      const written = { ...scan(2), words: [word("garbage")] }
      for (const other of [hidden, written, page(2)]) expect((yield* shown([scan(1), other], () => poor)).pdf).toBeNull()
    }))
})
