import { describe, expect, it } from "@effect/vitest"
import { type Decoder, Limits, type OcrEngine, type Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import * as Ocr from "../../src/Ocr.js"
import * as Reader from "../../src/ocr/Reader.js"

const side = 400

const words = (text: string, y: number): ReadonlyArray<Document.Word> =>
  text.split(" ").map((one, index) => ({
    text: one, box: { x: 10 + 70 * index, y, width: 60, height: 10 }, fontSize: 10, bold: false, italic: false, color: null, url: null, confidence: null
  }))

/** Stripes of ink where these words stand. */
const pictureOf = (printed: ReadonlyArray<Document.Word>): Picture.Picture => {
  const pixels = new Uint8Array(side * side).fill(240)
  for (const { box } of printed) {
    for (let y = box.y; y < box.y + box.height; y++) for (let x = box.x; x < box.x + box.width; x += 3) pixels[y * side + x] = 20
  }
  return { pixels, width: side, height: side, resolution: 72 }
}

const text = [
  ...words("Nachtportier Hotel Seeblick Konstanz", 40), ...words("Empfang der Gäste", 60), ...words("Abrechnung und Kasse", 80), ...words("Telefonzentrale", 100),
  ...words("Ausbildung zum Hotelfachmann in", 120), ...words("Villingen bei der Familie Rapp", 140), ...words("und danach ein Jahr in Meran", 160)
]
const forged = words("Generaldirektor Quellmark", 300)

const page = (change: Partial<Document.RawPage>): Document.RawPage => ({
  number: 1, width: side, height: side, source: "text_layer", words: [], links: [], shapes: [], hidden: [], hasUsableText: true, isBlank: false, ...change
})

interface Given {
  readonly page: Document.RawPage
  /** what the picture shows */
  readonly printed: ReadonlyArray<Document.Word>
  /** what the engine makes of it */
  readonly read?: ReadonlyArray<Document.Word>
}

const settled = ({ page: given, printed, read = printed }: Given) => {
  const picture = pictureOf(printed)
  const decoder: Decoder = { name: "test", mediaTypes: [], decode: () => Effect.succeed([]), picture: () => Effect.succeed(picture) }
  const engine: OcrEngine = { name: "test", languages: ["de"], read: () => Effect.succeed(read.map((word) => ({ ...word, confidence: 0.95 }))) }
  const preparer = { prepare: (one: Picture.Picture) => Effect.succeed({ picture: one, samples: [one], shapes: [] }) }
  return Effect.map(Ocr.read({ bytes: new Uint8Array(), decoder, pages: [given] }, Reader.using({ engine, preparer, drawer: { draw: () => Effect.succeed(null) } }), Limits.standard), ({ issues, pages }) =>
    ({ source: pages[0]?.source, words: pages[0]?.words.map((word) => word.text), codes: issues.map(({ code }) => code) }))
}

const said = (all: ReadonlyArray<Document.Word>) => all.map((word) => word.text)

describe("a text layer that nobody sees", () => {
  it.effect("is used where the picture says the same, also when OCR misreads some of it", () =>
    Effect.gen(function*() {
      const read = text.map((word) => (word.text === "Konstanz" ? { ...word, text: "Konslanz" } : word))
      expect(yield* settled({ page: page({ overlay: text }), printed: text, read })).toEqual({ source: "text_layer", words: said(text), codes: [] })
    }))

  it.effect("loses the words under which nothing is printed, and that is reported", () =>
    Effect.gen(function*() {
      const answer = yield* settled({ page: page({ overlay: [...text, ...forged] }), printed: text })
      expect(answer).toEqual({ source: "text_layer", words: said(text), codes: ["hidden_text_ignored"] })
    }))

  it.effect("loses a line where something else is printed", () =>
    Effect.gen(function*() {
      const instead = text.filter(({ box }) => box.y !== 100)
      const answer = yield* settled({ page: page({ overlay: [...instead, ...words("Vorstandschef", 100)] }), printed: text })
      expect(answer).toEqual({ source: "text_layer", words: said(instead), codes: ["hidden_text_ignored"] })
    }))

  it.effect("gives way to OCR when it is that of another text, or lies beside it", () =>
    Effect.gen(function*() {
      const other = text.map((word) => ({ ...word, text: [...word.text].reverse().join("") }))
      const beside = text.map((word) => ({ ...word, box: { ...word.box, y: word.box.y + 200 } }))
      for (const overlay of [other, beside]) {
        expect(yield* settled({ page: page({ overlay }), printed: text })).toEqual({ source: "ocr", words: said(text), codes: ["hidden_text_ignored"] })
      }
    }))

  it.effect("takes nothing from the text that can be seen beside it", () =>
    Effect.gen(function*() {
      const answer = yield* settled({ page: page({ words: text, overlay: forged }), printed: text, read: [] })
      expect(answer).toEqual({ source: "text_layer", words: said(text), codes: ["hidden_text_ignored"] })
    }))

  it.effect("is used as it is when nothing reads pictures", () =>
    Effect.gen(function*() {
      const decoder: Decoder = { name: "test", mediaTypes: [], decode: () => Effect.succeed([]), picture: null }
      const { pages } = yield* Ocr.read({ bytes: new Uint8Array(), decoder, pages: [page({ overlay: text })] }, null, Limits.standard)
      expect(said(pages[0]?.words ?? [])).toEqual(said(text))
    }))
})
