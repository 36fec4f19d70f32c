/** Tesseract's table of results: one row a block, paragraph, line or word, and of these the words. */

/** A word as the engine saw it; in pixels. */
export interface Ink {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** 0..1 */
  readonly confidence: number
}

const wordLevel = "5"

const columns = 12

/** The words of each line, in the order of the engine. Rows of another shape are passed over. */
export const lines = (table: string): ReadonlyArray<ReadonlyArray<Ink>> => {
  const found = new Map<string, Array<Ink>>()
  for (const row of table.split("\n")) {
    const cells = row.split("\t")
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text] = cells
    const word = text?.trim()
    if (level !== wordLevel || cells.length !== columns || !word) continue
    const [x, y, w, h, sure] = [left, top, width, height, confidence].map(Number)
    if (x === undefined || y === undefined || w === undefined || h === undefined || sure === undefined) continue
    const key = [page, block, paragraph, line].join(" ")
    const ink: Ink = { text: word, left: x, top: y, right: x + w, bottom: y + h, confidence: Math.min(1, Math.max(0, sure / 100)) }
    found.set(key, [...found.get(key) ?? [], ink])
  }
  return [...found.values()]
}
