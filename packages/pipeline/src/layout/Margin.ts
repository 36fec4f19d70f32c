/**
 * Reads a region row by row. Cells of one baseline become one line: an entry and its date, a label and its value.
 * Cells of a sparse column that do not fit into rows (headings in the margin, dates broken over lines) stay whole instead:
 * in the left margin they are read before what they stand beside, in the right margin after its first line.
 */
import * as Flow from "./Flow.js"
import type { Gutter } from "./Gutter.js"
import * as Gutters from "./Gutter.js"
import * as Rows from "./Rows.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"
import type * as Style from "./Style.js"

/** A sparse column beside a dense one. */
interface Margin {
  readonly onLeft: boolean
  /** each a cell: consecutive lines, each of the segments on one baseline */
  readonly cells: ReadonlyArray<ReadonlyArray<Rows.Row>>
  readonly dense: ReadonlyArray<Rows.Row>
}

/** A line that leaves its row, and the segment whose row it is read before or after. */
interface Move {
  readonly row: Rows.Row
  readonly anchor: Segment
  readonly before: boolean
}

const heads = (row: Rows.Row): Segment => Segments.join(row)

const isLevelWith = (row: Rows.Row, others: ReadonlyArray<Rows.Row>): boolean =>
  others.some(([other]) => other !== undefined && row[0] !== undefined && Rows.isLevel(other, row[0]))

/** A heading may be larger than what it stands beside, and so not on its baseline. */
const isBeside = (row: Rows.Row, others: ReadonlyArray<Rows.Row>): boolean =>
  isLevelWith(row, others) || others.some(([other]) => other !== undefined && row[0] !== undefined && Rows.isBeside(other, row[0]))

/** A heading and what follows it closely are two cells. */
const apartFromHeading = (block: ReadonlyArray<Segment>, style: Style.Style): ReadonlyArray<ReadonlyArray<Segment>> => {
  const body = block.findIndex((line) => style.prominence(line) === 0)
  return body > 0 ? [block.slice(0, body), block.slice(body)] : [block]
}

const cellsOf = (sparse: ReadonlyArray<Rows.Row>, dense: ReadonlyArray<Rows.Row>, style: Style.Style): ReadonlyArray<ReadonlyArray<Rows.Row>> => {
  const lines = sparse.map(heads)
  const rowOf = new Map(lines.map((line, index) => [line, sparse[index]]))
  const step = Math.min(Flow.leading(lines), Flow.leading(dense.map(heads)))
  return Flow.blocks(lines, step).flatMap((block) => apartFromHeading(block, style))
    .map((block) => block.flatMap((line) => rowOf.get(line) ?? []).map((segment) => [segment]))
}

/** Share of the cells of a margin that begin level with a line of the text beside it. */
const minLevel = 0.6
/** points; bullets are indented by no more */
const maxIndent = 30

/** Most lines of a column begin at its left edge, or are indented from it. */
const isFlush = (rows: ReadonlyArray<Rows.Row>): boolean => {
  const edges = rows.map(([first]) => first?.box.x ?? 0)
  const edge = Math.min(...edges)
  return edges.filter((x) => x <= edge + maxIndent).length > 0.8 * edges.length
}

/** A margin has fewer lines than the text beside it, and its cells begin level with lines of that text. */
const marginOf = (gutter: Gutter, style: Style.Style): Margin | null => {
  const sides = Gutters.sides(gutter)
  const left = Rows.make(sides.left), right = Rows.make(sides.right)
  if (left.length === right.length) return null
  const onLeft = left.length < right.length
  const [sparse, dense] = onLeft ? [left, right] : [right, left]
  const cells = cellsOf(sparse, dense, style)
  const level = cells.filter(([first]) => first !== undefined && isBeside(first, dense)).length
  return cells.length >= 2 && level > minLevel * cells.length && isFlush(dense) ? { onLeft, cells, dense } : null
}

/** `2019 –` or `05/2019 – Nov`: the end of the range is on the next line. */
const openRange = /[-–—−](?:\s*[^\d\s]+)?$/
const startsWithDash = /^[-–—−]/

/** A range of dates that is broken over lines. */
const isBrokenRange = (cell: ReadonlyArray<Rows.Row>): boolean =>
  cell.slice(1).some((row, index) =>
    openRange.test(Segments.text(heads(cell[index] ?? []))) || startsWithDash.test(Segments.text(heads(row))))

/** The text of the cell runs on from line to line, and not each line has a line to stand beside. */
const isBroken = (cell: ReadonlyArray<Rows.Row>, dense: ReadonlyArray<Rows.Row>): boolean =>
  isBrokenRange(cell) ||
  cell.slice(1).some((row) => /^\p{Ll}/u.test(Segments.text(heads(row))) && !isLevelWith(row, dense))

const isHeading = (cell: ReadonlyArray<Rows.Row>, style: Style.Style): boolean => {
  const [first] = cell
  if (first === undefined) return false
  const line = heads(first), prominence = style.prominence(line)
  const [word] = line.words
  return prominence === 2 || (prominence === 1 && word !== undefined && word.bold && style.isColored(word) && !Segments.text(line).endsWith(":"))
}

const movesOf = ({ cells, dense, onLeft }: Margin, style: Style.Style): ReadonlyArray<Move> =>
  cells.flatMap((cell): ReadonlyArray<Move> => {
    const [first, ...rest] = cell
    if (first?.[0] === undefined) return []
    const anchor = dense.find(([other]) => other !== undefined && other.baseline > heads(first).box.y)?.[0]
    if (anchor === undefined) return []
    if (onLeft && (isHeading(cell, style) || isBroken(cell, dense))) return cell.map((row) => ({ row, anchor, before: true }))
    const stray = isBroken(cell, dense) ? rest : rest.filter((row) => !isLevelWith(row, dense))
    const level = isLevelWith(first, dense)
    return (level ? stray : []).map((row) => ({ row, anchor: first[0] ?? anchor, before: false }))
  })

const area = ({ bottom, left, right, top }: Gutter): number => (bottom - top) * (left.length + right.length)

/** The widest margins first; one that shares its cells with them adds nothing. */
const moves = (gutters: ReadonlyArray<Gutter>, style: Style.Style): ReadonlyArray<Move> => {
  const seen = new Set<Segment>()
  return [...gutters].sort((a, b) => area(b) - area(a)).flatMap((gutter) => {
    const margin = marginOf(gutter, style)
    const segments = margin === null ? [] : margin.cells.flat(2)
    if (margin === null || segments.some((segment) => seen.has(segment))) return []
    segments.forEach((segment) => seen.add(segment))
    return movesOf(margin, style)
  })
}

/** Lines from top to bottom; the gutters are those of the region that part cells, not columns. */
export const read = (segments: ReadonlyArray<Segment>, gutters: ReadonlyArray<Gutter>, style: Style.Style): ReadonlyArray<Segment> => {
  const moved = moves(gutters, style)
  const gone = new Set(moved.flatMap(({ row }) => row))
  const at = (row: Rows.Row, before: boolean) =>
    moved.filter((move) => move.before === before && row.includes(move.anchor)).map(({ row: own }) => Segments.join(own))
  return Rows.make(segments).flatMap((row) => {
    const rest = row.filter((segment) => !gone.has(segment))
    return [...at(row, true), ...(rest.length === 0 ? [] : [Segments.join(rest)]), ...at(row, false)]
  })
}

