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

interface Corner {
  readonly left: number
  readonly top: number
}

interface Row {
  readonly line: string
  readonly ink: Ink
}

const rowsOf = (table: string, corner: Corner): ReadonlyArray<Row> =>
  table.split("\n").flatMap((row): ReadonlyArray<Row> => {
    if (!row.startsWith(wordLevel)) return []
    const cells = row.split("\t")
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text] = cells
    const [x, y, w, h, sure] = [left, top, width, height, confidence].map(Number)
    if (level !== wordLevel || cells.length !== columns || x === undefined || y === undefined || w === undefined || h === undefined || sure === undefined) return []
    const ink = {
      text: text?.trim() ?? "", left: corner.left + x, top: corner.top + y, right: corner.left + x + w, bottom: corner.top + y + h,
      confidence: Math.min(1, Math.max(0, sure / 100))
    }
    return [{ line: [page, block, paragraph, line].join(" "), ink }]
  })

/** The words of each line, in the order of the engine; places count from the corner. Rows of another shape are passed over. */
export const lines = (table: string, corner: Corner): ReadonlyArray<ReadonlyArray<Ink>> => {
  const found = new Map<string, Array<Ink>>()
  for (const { ink, line } of rowsOf(table, corner)) if (ink.text !== "") found.set(line, [...found.get(line) ?? [], ink])
  return [...found.values()]
}

/** Where the engine saw a picture: a word without text. */
export const pictures = (table: string, corner: Corner): ReadonlyArray<Ink> =>
  rowsOf(table, corner).flatMap(({ ink }) => (ink.text === "" ? ink : []))
