/** Reading order of a part of the page: cut into columns as long as the evidence holds, then read row by row. */
import type { Document } from "@excv/schema"
import * as Evidence from "./Evidence.js"
import * as Gutter from "./Gutter.js"
import * as Margin from "./Margin.js"
import type { Segment } from "./Segment.js"
import type { Style } from "./Style.js"
import * as Tiles from "./Tiles.js"

/** A line in reading order; columns count from 0, left to right, and are -1 across all of them. */
export interface Placed {
  readonly column: number
  /** right edge of the cell of a table that it stands in */
  readonly edge?: number
  readonly line: Segment
}

/** What a gutter must weigh to be cut at. */
const enough = 1.2
/** Columns within columns within columns: more is a table. */
const maxDepth = 4

interface Part {
  /** columns side by side at its widest */
  readonly columns: number
  readonly lines: ReadonlyArray<Placed>
}

interface Weighed {
  readonly gutter: Gutter.Gutter
  readonly weight: number
}

/** One line is no column, but a name may face an address. */
const weightOf = (gutter: Gutter.Gutter, style: Style, shapes: ReadonlyArray<Document.Shape>): number =>
  [gutter.left, gutter.right].some((side) => side.length < 2 && !side.some(style.isTitle))
    ? -Infinity
    : Evidence.total(Evidence.weigh(gutter, style, shapes))

const best = (weighed: ReadonlyArray<Weighed>): Weighed | undefined =>
  weighed.reduce<Weighed | undefined>((found, next) => (next.weight > Math.max(enough, found?.weight ?? 0) ? next : found), undefined)

/** Parts from top to bottom. */
const stack = (parts: ReadonlyArray<Part>): Part => {
  const columns = Math.max(1, ...parts.map((part) => part.columns))
  return {
    columns,
    lines: parts.flatMap((part) => (part.columns === columns ? part.lines : part.lines.map((placed) => ({ ...placed, column: -1 }))))
  }
}

/** Columns side by side; the left one is read first, but on a page that runs from right to left. */
const abreast = (left: Part, right: Part, rightFirst: boolean): Part => {
  const lefts = left.lines.map((placed) => ({ ...placed, column: Math.max(0, placed.column) }))
  const rights = right.lines.map((placed) => ({ ...placed, column: Math.max(0, placed.column) + left.columns }))
  return { columns: left.columns + right.columns, lines: rightFirst ? [...rights, ...lefts] : [...lefts, ...rights] }
}

/** Row by row, but tiles one after the other. */
const across = (segments: ReadonlyArray<Segment>, gutters: ReadonlyArray<Gutter.Gutter>, style: Style): ReadonlyArray<Placed> => {
  const tables = Tiles.tables(segments)
  if (tables.length === 0) return Margin.read(segments, gutters, style).map((line) => ({ column: 0, line }))
  const own = new Set(tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.segments)))
  const pieces = [...segments.filter((segment) => !own.has(segment)), ...tables.map(({ whole }) => whole)].sort((a, b) => a.baseline - b.baseline || a.box.x - b.box.x)
  return Margin.read(pieces, Gutter.all(pieces, style), style).flatMap((line): ReadonlyArray<Placed> =>
    tables.find(({ whole }) => whole === line)?.cells.flatMap((cell) =>
      Margin.read(cell.segments, [], style).map((part) => ({ column: 0, edge: cell.edge, line: part }))) ?? [{ column: 0, line }])
}

export const read = (
  segments: ReadonlyArray<Segment>,
  style: Style,
  shapes: ReadonlyArray<Document.Shape>,
  depth = 0
): Part => {
  if (segments.length === 0) return { columns: 1, lines: [] }
  const weighed = Gutter.all(segments, style).map((gutter) => ({ gutter, weight: weightOf(gutter, style, shapes) }))
  const cut = depth < maxDepth ? best(weighed)?.gutter : undefined
  if (cut === undefined) return { columns: 1, lines: across(segments, weighed.map(({ gutter }) => gutter), style) }
  const inner = new Set([...cut.left, ...cut.right])
  const first = segments.findIndex((segment) => inner.has(segment))
  const next = (some: ReadonlyArray<Segment>) => read(some, style, shapes, depth + 1)
  return stack([
    next(segments.slice(0, first)),
    abreast(next(cut.left), next(cut.right), style.isRightToLeft),
    next(segments.slice(first).filter((segment) => !inner.has(segment)))
  ].filter((part) => part.lines.length > 0))
}
