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

/** The words of each line, in the order of the engine; places count from the corner. Rows of another shape are passed over. */
export const lines = (table: string, corner: { readonly left: number; readonly top: number }): ReadonlyArray<ReadonlyArray<Ink>> => {
  const found = new Map<string, Array<Ink>>()
  for (const row of table.split("\n")) {
    if (!row.startsWith(wordLevel)) continue
    const cells = row.split("\t")
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text] = cells
    const word = text?.trim()
    if (level !== wordLevel || cells.length !== columns || !word) continue
    const [x, y, w, h, sure] = [left, top, width, height, confidence].map(Number)
    if (x === undefined || y === undefined || w === undefined || h === undefined || sure === undefined) continue
    const key = [page, block, paragraph, line].join(" "), known = found.get(key) ?? []
    known.push({
      text: word, left: corner.left + x, top: corner.top + y, right: corner.left + x + w, bottom: corner.top + y + h,
      confidence: Math.min(1, Math.max(0, sure / 100))
    })
    found.set(key, known)
  }
  return [...found.values()]
}
