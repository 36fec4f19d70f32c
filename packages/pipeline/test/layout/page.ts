/** Pages set by hand: text at a place, each letter half an em wide. */
import type { Document } from "@excv/schema"
import { layout } from "../../src/Layout.js"

export interface Type {
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  readonly confidence?: number
}

/** Words from x on, standing on the baseline y. */
export const text = (content: string, x: number, y: number, { bold = false, color = "#000000", confidence, size = 10 }: Type = {}): ReadonlyArray<Document.Word> => {
  let left = x
  return content.split(" ").map((word) => {
    const box = { x: left, y: y - 0.8 * size, width: word.length * 0.5 * size, height: size }
    left += box.width + 0.28 * size
    return { text: word, box, fontSize: size, bold, italic: false, color, url: null, confidence: confidence ?? null }
  })
}

/** Text that ends at x. */
export const textUntil = (content: string, x: number, y: number, type: Type = {}): ReadonlyArray<Document.Word> => {
  const words = text(content, 0, y, type)
  const last = words[words.length - 1]?.box
  const shift = x - (last === undefined ? 0 : last.x + last.width)
  return words.map((word) => ({ ...word, box: { ...word.box, x: word.box.x + shift } }))
}

/** One below the other. */
export const lines = (contents: ReadonlyArray<string>, x: number, y: number, leading: number, type: Type = {}): ReadonlyArray<Document.Word> =>
  contents.flatMap((content, index) => (content === "" ? [] : text(content, x, y + index * leading, type)))

export const page = (words: ReadonlyArray<Document.Word>, number = 1, shapes: ReadonlyArray<Document.Shape> = []): Document.RawPage =>
  ({ number, width: 595, height: 842, source: "text_layer", words, links: [], shapes, hidden: [], hasUsableText: true, isBlank: false })

/** The lines of one page in reading order. */
export const read = (words: ReadonlyArray<Document.Word>, shapes: ReadonlyArray<Document.Shape> = []): ReadonlyArray<string> =>
  layout([page(words, 1, shapes)]).flatMap(({ lines: found }) => found.map((line) => line.text))
