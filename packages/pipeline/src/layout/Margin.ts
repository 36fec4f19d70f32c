/**
 * Reads a region row by row. Cells of one baseline become one line: an entry and its date, a label and its value.
 * Cells of a sparse column that do not fit into rows (headings in the margin, dates broken over lines) stay whole instead:
 * in the left margin they are read before what they stand beside, in the right margin after its first line.
 */
import * as Cells from "./Cells.js"
import * as Flow from "./Flow.js"
import * as Geometry from "./Geometry.js"
import * as Gutter from "./Gutter.js"
import * as Rows from "./Rows.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"
import * as Style from "./Style.js"

/** A sparse column beside a dense one. */
interface Margin {
  readonly onLeft: boolean
  readonly cells: ReadonlyArray<Cells.Cell>
  readonly dense: Cells.Dense
}

/** A line that leaves its row, and the line before or after whose row it is read. */
interface Move {
  readonly line: Segment
  readonly anchor: Segment
  readonly before: boolean
}

/** Share of the cells of a margin that begin level with a line of the text beside it. */
const minLevel = 0.6
/** em: between a text and its right margin */
const minSpace = 1.5
/** points; bullets are indented by no more */
const maxIndent = 30
/** Lines of text for each cell from which bold cells are headings, not labels. */
const minLinesBesideHeading = 3

/** Most lines of a text begin at a left edge that others have too, or are indented from it. */
const isFlush = (lines: ReadonlyArray<Segment>): boolean => {
  const edges = lines.map((line) => line.box.x)
  const shared = edges.filter((edge) => edges.filter((other) => Math.abs(other - edge) < 1.5).length >= Math.min(3, lines.length))
  return edges.filter((x) => shared.some((edge) => x >= edge - 1 && x <= edge + maxIndent)).length > 0.8 * edges.length
}

/** A heading may be larger than what it stands beside, or set with another space above, and so not on its baseline. */
const isBeside = (line: Segment, dense: Cells.Dense, style: Style.Style): boolean =>
  dense.lines.some((other) => Rows.isLevel(other, line) || Rows.isBeside(other, line) || style.prominence(line) > 0 && Rows.isAbreast(other, line))

/** Where a page ends within a table of sections, one heading may be left, a little lower than the text that it heads. */
const isLastHeading = (cells: ReadonlyArray<Cells.Cell>, lines: ReadonlyArray<Segment>, style: Style.Style): boolean => {
  const [heading] = cells[0] ?? [], [first, second] = lines
  return cells.length === 1 && heading !== undefined && first !== undefined && second !== undefined &&
    style.prominence(heading) === 2 && Geometry.verticalOverlap(heading.box, first.box) > 0.5 * first.fontSize
}

/** A margin has fewer lines than the text beside it, and its cells begin level with lines of that text. */
const marginOf = (gutter: Gutter.Gutter, style: Style.Style): Margin | null => {
  const sides = Gutter.sides(gutter)
  const left = Rows.lines(sides.left), right = Rows.lines(sides.right)
  if (left.length === right.length) return null
  const onLeft = left.length < right.length
  const [sparse, lines] = onLeft ? [left, right] : [right, left]
  const dense = { lines, starts: Flow.starts(lines, onLeft ? undefined : gutter.x - minSpace * style.bodySize) }
  const cells = Cells.of(sparse, onLeft, dense, style)
  const level = cells.filter(([first]) => first !== undefined && isBeside(first, dense, style)).length
  if (!isFlush(lines)) return null
  const isMargin = cells.length >= 2 && level > minLevel * cells.length
  return isMargin || (onLeft && isLastHeading(cells, lines, style)) ? { onLeft, cells, dense } : null
}

const isHeading = (first: Segment, margin: Margin, style: Style.Style): boolean => {
  const { cells, dense } = margin
  const prominence = style.prominence(first)
  const [word] = first.words
  // "SAP" above "Excel" in one type is a name in capitals.
  const isPlain = word !== undefined && !word.bold && !style.isColored(word) && margin.cells.some(([other]) => other !== undefined && style.prominence(other) === 0 && !Style.isDate(other) && Style.isSame(first, other))
  if (isPlain || prominence < 2 && (word === undefined || !word.bold || Segments.text(first).endsWith(":"))) return false
  return prominence === 2 || (prominence === 1 && word !== undefined &&
    (style.isColored(word) || dense.lines.length >= minLinesBesideHeading * cells.length))
}

const movesOf = (margin: Margin, style: Style.Style): ReadonlyArray<Move> => {
  const { cells, dense, onLeft } = margin
  return cells.flatMap((cell): ReadonlyArray<Move> => {
    const [first, ...rest] = cell
    if (first === undefined) return []
    const isBroken = Cells.isBroken(cell, dense)
    if (onLeft && (isBroken || isHeading(first, margin, style))) {
      const beside = dense.lines.find((other) => cell.some((line) => Geometry.verticalOverlap(line.box, other.box) > 0))
      return beside === undefined ? [] : cell.map((line) => ({ line, anchor: beside, before: true }))
    }
    if (Cells.levelWith(first, dense) < 0) return []
    const fits = (line: Segment) => {
      const index = Cells.levelWith(line, dense)
      return index >= 0 && (onLeft || Cells.isEnd(index, dense))
    }
    return rest.filter((line) => isBroken || !fits(line)).map((line) => ({ line, anchor: first, before: false }))
  })
}

const area = ({ bottom, left, right, top }: Gutter.Gutter): number => (bottom - top) * (left.length + right.length)

/** The widest margins first; one that shares its cells with them adds nothing. */
const moves = (gutters: ReadonlyArray<Gutter.Gutter>, style: Style.Style): ReadonlyArray<Move> => {
  const seen = new Set<Segment["words"][number]>()
  return [...gutters].sort((a, b) => area(b) - area(a)).flatMap((gutter) => {
    const margin = marginOf(gutter, style)
    if (margin === null) return []
    const words = margin.cells.flat().flatMap((line) => line.words)
    if (words.some((word) => seen.has(word))) return []
    words.forEach((word) => seen.add(word))
    return movesOf(margin, style)
  })
}

/** Lines from top to bottom; the gutters are those of the region that part cells, not columns. */
export const read = (segments: ReadonlyArray<Segment>, gutters: ReadonlyArray<Gutter.Gutter>, style: Style.Style): ReadonlyArray<Segment> => {
  const moved = moves(gutters, style)
  const gone = new Set(moved.flatMap(({ line }) => line.words))
  const shares = (row: Rows.Row, line: Segment) => row.some((segment) => segment.words.some((word) => line.words.includes(word)))
  const at = (row: Rows.Row, before: boolean) =>
    moved.filter((move) => move.before === before && shares(row, move.anchor)).map(({ line }) => line)
  return Rows.make(segments).flatMap((row) => {
    const rest = row.filter((segment) => !segment.words.some((word) => gone.has(word)))
    return [...at(row, true), ...(rest.length === 0 ? [] : [Segments.join(rest)]), ...at(row, false)]
  })
}
