/** Which segments of a page belong to one column, and in which order the columns are read. */
import * as Geometry from "./Geometry.js"
import * as Rows from "./Rows.js"

export interface Placed {
  /** from 0, left to right; -1 across the columns */
  readonly column: number
  readonly segment: Rows.Segment
}

type Row = ReadonlyArray<Rows.Segment>

/** points */
const minGutter = 10
const minRows = 4

const crosses = (row: Row, x: number): boolean =>
  row.some(({ box }) => box.x < x - minGutter && Geometry.right(box) > x - minGutter)

const isShort = (segment: Rows.Segment): boolean => segment.words.length <= 4 && segment.words.some(({ text }) => /\d{4}/.test(text))

/** The longest stretch of rows that a gutter, left of x, runs through, with text of its own on both sides. */
const stretch = (rows: ReadonlyArray<Row>, x: number): { readonly from: number; readonly to: number; readonly score: number } => {
  let best = { from: 0, to: 0, score: 0 }
  let from = 0
  rows.concat([[]]).forEach((row, index) => {
    if (index < rows.length && !crosses(row, x)) return
    const within = rows.slice(from, index)
    const left = within.flat().filter((segment) => Geometry.right(segment.box) <= x - minGutter)
    const right = within.flat().filter((segment) => segment.box.x >= x - 1)
    const alone = within.filter((cells) => cells.length > 0 && new Set(cells.map(({ box }) => box.x >= x - 1)).size === 1).length
    const dated = (side: ReadonlyArray<Rows.Segment>) => side.filter(isShort).length > 0.5 * side.length
    const score = left.length < minRows || right.length < minRows || dated(left) || dated(right) ? 0 : Math.min(left.length, right.length) + alone
    if (score > best.score) best = { from, to: index, score }
    from = index + 1
  })
  return best
}

/** Reading order of the page's rows: above the columns, each column, below them. */
export const order = (rows: ReadonlyArray<Row>): ReadonlyArray<Placed> => {
  const edges = [...new Set(rows.flat().map(({ box }) => Math.round(box.x)))]
  const [best] = edges.map((x) => ({ x, ...stretch(rows, x) })).sort((a, b) => b.score - a.score)
  const whole = (some: ReadonlyArray<Row>, column: number): ReadonlyArray<Placed> =>
    some.flatMap((row) => (row.length === 0 ? [] : [{ column, segment: Rows.join(row) }]))
  if (best === undefined || best.score < 2 * minRows) return whole(rows, 0)
  const within = rows.slice(best.from, best.to)
  return [
    ...whole(rows.slice(0, best.from), -1),
    ...whole(within.map((row) => row.filter(({ box }) => box.x < best.x - 1)), 0),
    ...whole(within.map((row) => row.filter(({ box }) => box.x >= best.x - 1)), 1),
    ...whole(rows.slice(best.to), -1)
  ]
}
