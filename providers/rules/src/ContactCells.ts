/** Contact details side by side: "Address  12 Mill Lane, Leeds     Phone  07700 900 123" is two of them, and what wraps below belongs to one. */
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import type { Segment } from "./Segment.js"

/** points */
const slack = 2
/** em */
const lineGap = 0.8

/** "Phone" alone says nothing: what follows its gap goes with it. */
const isLabel = ({ end, start }: Pick<Segment, "start" | "end">, row: Row): boolean => {
  const text = row.text.slice(start, end).trim()
  return text.split(" ").length <= 2 && !/[\d@]|\.\p{L}/u.test(text)
}

/** Where the pieces of a row begin, in its text: at gaps, with the bracket before a number, labels with what they say. */
const startsOf = (row: Row): ReadonlyArray<number> => {
  const starts = [0, ...row.segments.filter((segment, at) => at > 0 && segment.joint === "gap").map(({ start }) => row.text.lastIndexOf(" ", start - 1) + 1)]
  return starts.filter((start, at) => at === 0 || !isLabel({ start: starts[at - 1] ?? 0, end: start }, row))
}

const piecesOf = (row: Row): ReadonlyArray<Row> => {
  const starts = startsOf(row)
  if (starts.length < 2) return [row]
  let offset = 0
  const placed = row.words.map((word) => {
    const start = offset
    offset += word.text.length + 1
    return { word, start }
  })
  return starts.map((start, at) =>
    Rows.part(row, placed.filter((one) => one.start >= start && one.start < (starts[at + 1] ?? Infinity)).map(({ word }) => word), row.gapAbove))
}

const goesOn = (piece: Row, row: Row): boolean =>
  row.page === piece.page && row.gapAbove < lineGap && piece.words.some(({ box }) => Math.abs(box.x - row.x) < slack)

/** The rows, each detail in one of its own. */
export const apart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const taken = new Set<Row>()
  return rows.flatMap((row, index) => {
    if (taken.has(row)) return []
    const pieces = piecesOf(row)
    const next = rows[index + 1]
    const whose = pieces.length < 2 || next === undefined || next.segments.length > 2 || piecesOf(next).length > 1 ? undefined : pieces.find((piece) => goesOn(piece, next))
    if (next === undefined || whose === undefined) return pieces
    taken.add(next)
    return pieces.flatMap((piece) => (piece === whose ? [piece, next] : [piece]))
  })
}
