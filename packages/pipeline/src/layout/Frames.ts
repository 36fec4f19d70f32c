/**
 * Tables and cards: text that stands side by side in cells closed by lines or filled areas. Where cells of one row hold
 * several lines each, reading across would mix them: such a table is read cell by cell, and stands in its region as one piece.
 */
import type { Document } from "@excv/schema"
import * as Geometry from "./Geometry.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"
import * as Rows from "./Rows.js"
import * as Style from "./Style.js"

export interface Cell {
  readonly box: Document.Box
  /** from top to bottom */
  readonly segments: ReadonlyArray<Segment>
  /** right edge of its text, in points */
  readonly edge: number
}

/** Cells in reading order. */
export interface Table {
  /** all of it, as a segment that stands where its first line does */
  readonly whole: Segment
  readonly cells: ReadonlyArray<Cell>
}

/** points that an edge may be off */
const slack = 3
/** share of the height of a page; what is higher is a column */
const maxHeight = 0.4
const maxShapes = 600

interface Edges {
  readonly upright: ReadonlyArray<Document.Box>
  readonly level: ReadonlyArray<Document.Box>
}

const isUpright = (box: Document.Box): boolean => box.height > box.width

/** em: what is filled around one line of text, by no more than this on each side, is a tag or the title on the frame of a card */
const maxPadding = 1.5
/** points: what is higher is no tag, whatever stands in it */
const tagHeight = 40
/** points: such a text stands in its middle */
const maxOffset = 2

/** A filled area behind one line of text, which stands in its middle, closes no cell. */
const isTag = (area: Document.Box, words: ReadonlyArray<Document.Word>): boolean => {
  const inside = words.filter(({ box, text }) => text !== "|" && box.x + box.width / 2 > area.x && box.x + box.width / 2 < Geometry.right(area) && Geometry.verticalOverlap(box, area) > 0.5 * box.height)
  const [first] = inside
  if (first === undefined || area.height > (1 + maxPadding) * first.fontSize) return false
  const line = Geometry.union(inside.map(({ box }) => box))
  const before = line.x - area.x, behind = Geometry.right(area) - Geometry.right(line)
  return Math.abs(before - behind) < maxOffset && before > -1 && before < maxPadding * first.fontSize && line.height < 1.5 * first.fontSize
}

/** The lines of the shapes, and the four sides of each filled area; what is filled as high as a column is paper. */
const edgesOf = (shapes: ReadonlyArray<Document.Shape>, segments: ReadonlyArray<Segment>, pageHeight: number): Edges => {
  const words = segments.flatMap((segment) => segment.words)
  const fills = shapes.filter(({ box, kind }) => kind === "fill" && box.height <= maxHeight * pageHeight && !(box.height < tagHeight && isTag(box, words))).map(({ box }) => box)
  const rules = shapes.filter(({ kind }) => kind === "rule").map(({ box }) => box)
  return {
    upright: [...rules.filter(isUpright), ...fills.flatMap((box) => [{ ...box, width: 0 }, { ...box, x: Geometry.right(box), width: 0 }])],
    level: [...rules.filter((box) => !isUpright(box)), ...fills.flatMap((box) => [{ ...box, height: 0 }, { ...box, y: Geometry.bottom(box), height: 0 }])]
  }
}

/** The smallest closed box around a text, or null. */
const enclosing = ({ baseline, box }: Segment, { level, upright }: Edges): Document.Box | null => {
  const beside = upright.filter((edge) => edge.y - slack <= baseline && Geometry.bottom(edge) + slack >= baseline).map((edge) => edge.x)
  const left = Math.max(...beside.filter((x) => x <= box.x + slack)), right = Math.min(...beside.filter((x) => x >= Geometry.right(box) - slack))
  if (!Number.isFinite(left) || !Number.isFinite(right)) return null
  const stacked = level.filter((edge) => edge.x - slack <= left && Geometry.right(edge) + slack >= right).map((edge) => edge.y)
  // The title of a card may stand on its frame.
  const top = Math.max(...stacked.filter((y) => y <= baseline)), bottom = Math.min(...stacked.filter((y) => y > baseline))
  return Number.isFinite(top) && Number.isFinite(bottom) ? { x: left, y: top, width: right - left, height: bottom - top } : null
}

const isSame = (a: Document.Box, b: Document.Box): boolean =>
  Math.abs(a.x - b.x) < slack && Math.abs(a.y - b.y) < slack && Math.abs(a.width - b.width) < 2 * slack && Math.abs(a.height - b.height) < 2 * slack

const cellsOf = (segments: ReadonlyArray<Segment>, edges: Edges, pageHeight: number): ReadonlyArray<Cell> => {
  const found: Array<{ readonly box: Document.Box; readonly segments: Array<Segment> }> = []
  for (const segment of segments) {
    const box = enclosing(segment, edges)
    if (box === null || box.height > maxHeight * pageHeight) continue
    const known = found.find((cell) => isSame(cell.box, box))
    if (known === undefined) found.push({ box, segments: [segment] })
    else known.segments.push(segment)
  }
  return found.map((cell) => {
    const indent = Math.max(0, Math.min(...cell.segments.map(({ box }) => box.x)) - cell.box.x)
    return { ...cell, edge: Geometry.right(cell.box) - Math.min(indent, cell.box.width / 4) }
  })
}

const isBeside = (a: Cell, b: Cell): boolean =>
  Geometry.verticalOverlap(a.box, b.box) > 0.5 * Math.min(a.box.height, b.box.height) &&
  (Geometry.right(a.box) <= b.box.x + slack || Geometry.right(b.box) <= a.box.x + slack)

/** Cells side by side, rows from top to bottom. */
const rowsOf = (cells: ReadonlyArray<Cell>): ReadonlyArray<ReadonlyArray<Cell>> => {
  const rows: Array<Array<Cell>> = []
  for (const cell of [...cells].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)) {
    const row = rows.find((candidate) => candidate.every((other) => isBeside(other, cell)))
    if (row === undefined) rows.push([cell])
    else row.push(cell)
  }
  return rows.map((row) => row.sort((a, b) => a.box.x - b.box.x))
}

const lineCount = ({ segments }: Cell): number => Rows.make(segments).length

/** Read across, the lines of its cells would get mixed. */
const isMixed = (row: ReadonlyArray<Cell>): boolean => {
  const long = row.filter((cell) => lineCount(cell) > 1).length
  return row.length >= 3 ? long >= 1 : long >= 2
}

const goesOn = (above: ReadonlyArray<Cell>, below: ReadonlyArray<Cell>): boolean => {
  const end = Math.max(...above.map(({ box }) => Geometry.bottom(box))), start = Math.min(...below.map(({ box }) => box.y))
  return above.length === below.length && start - end < 5 * slack && above.every((cell, index) => Math.abs(cell.box.x - (below[index]?.box.x ?? -1)) < slack)
}

/** em: between a title and the card below it */
const maxTitleGap = 1.2

/** Above each card of a row stands the title of what it holds: "Toolbox" beside "Languages". */
const titled = ([first = [], ...others]: ReadonlyArray<ReadonlyArray<Cell>>, segments: ReadonlyArray<Segment>): ReadonlyArray<Cell> => {
  const above = (title: Segment, { box }: Cell) =>
    box.y - Geometry.bottom(title.box) > -slack && box.y - Geometry.bottom(title.box) < maxTitleGap * title.fontSize && Math.abs(title.box.x - box.x) < title.fontSize && Geometry.right(title.box) < Geometry.right(box)
  const titles = first.flatMap((cell) => segments.find((segment) => above(segment, cell)) ?? [])
  const areTitles = titles.length === first.length && titles.every((title) => titles.every((other) => Rows.isLevel(title, other) && Style.isSame(title, other)))
  return [...first.map((cell, at) => (areTitles ? { ...cell, segments: [...titles.slice(at, at + 1), ...cell.segments] } : cell)), ...others.flat()]
}

/** The tables of a page that have to be read cell by cell. */
export const tables = (segments: ReadonlyArray<Segment>, shapes: ReadonlyArray<Document.Shape>, pageHeight: number): ReadonlyArray<Table> => {
  if (shapes.length < 2 || shapes.length > maxShapes) return []
  const grids: Array<Array<ReadonlyArray<Cell>>> = []
  for (const row of rowsOf(cellsOf(segments, edgesOf(shapes, segments, pageHeight), pageHeight))) {
    if (row.length < 2) continue
    const above = grids.at(-1)
    const last = above?.at(-1)
    if (above !== undefined && last !== undefined && goesOn(last, row)) above.push(row)
    else grids.push([row])
  }
  return grids.filter((rows) => rows.some(isMixed)).map((rows) => {
    const cells = titled(rows, segments)
    const own = cells.flatMap((cell) => cell.segments)
    const whole = Segments.make(own.flatMap((segment) => segment.words))
    return { cells, whole: { ...whole, baseline: Math.min(...own.map((segment) => segment.baseline)) } }
  })
}
