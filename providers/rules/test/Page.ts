/** Documents for tests, from lines of text with a place and a look: about as wide as a sans-serif of that size would set them. */
import type { Document } from "@excv/schema"

export interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly color?: string
  readonly url?: string
  /** of words read in a picture */
  readonly confidence?: number
}

/** Text at a left edge, in points. */
export interface Run extends Look {
  readonly text: string
  readonly x?: number
}

export interface Row {
  readonly runs: ReadonlyArray<Run>
  /** white space above, in points */
  readonly above?: number
  readonly column?: number
}

const widthOf = (text: string, size: number, bold: boolean): number => text.length * size * (bold ? 0.53 : 0.5)

const wordsOf = (runs: ReadonlyArray<Run>, y: number): ReadonlyArray<Document.Word> => {
  let x = 50
  return runs.flatMap((run) => {
    const { bold = false, color = "#000000", italic = false, size = 10, url = null, confidence = null } = run
    x = run.x ?? x
    return run.text.split(" ").filter((text) => text !== "").map((text) => {
      const width = widthOf(text, size, bold)
      const word = { text, box: { x, y, width, height: size }, fontSize: size, bold, italic, color, url, confidence }
      x += width + size * 0.28
      return word
    })
  })
}

/** One page of lines, from top to bottom. */
export const document = (rows: ReadonlyArray<Row>): Document.Document => {
  let y = 40
  const lines = rows.map((row, index): Document.Line => {
    const size = Math.max(...row.runs.map((run) => run.size ?? 10))
    y += row.above ?? 3
    const words = wordsOf(row.runs, y)
    y += size
    const [first, last] = [words[0], words.at(-1)]
    const x = first?.box.x ?? 50
    const right = last === undefined ? x : last.box.x + last.box.width
    return {
      number: index + 1, page: 1, column: row.column ?? 0, edge: right, text: words.map((word) => word.text).join(" "),
      box: { x, y: y - size, width: right - x, height: size }, words
    }
  })
  const edge = Math.max(...lines.map((one) => one.edge))
  const page = { number: 1, width: 595, height: 842, source: "text_layer" as const, hasUsableText: true, isBlank: false, lines: lines.map((one) => ({ ...one, edge })), links: [], shapes: [], hidden: [] }
  return { mediaType: "application/pdf", pages: [page] }
}

export const line = (text: string, look: Look & { readonly x?: number; readonly above?: number } = {}): Row => {
  const { above, ...run } = look
  return { runs: [{ text, ...run }], ...(above === undefined ? {} : { above }) }
}

export const heading = (text: string): Row => line(text, { size: 13, bold: true, above: 14 })

/** Text on the left and text that starts at 420 points. */
export const spread = (left: string, right: string, look: Look & { readonly above?: number } = {}): Row => {
  const { above, ...run } = look
  return { runs: [{ text: left, ...run }, { text: right, x: 420 }], ...(above === undefined ? {} : { above }) }
}
