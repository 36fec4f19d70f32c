/**
 * Tiles: short texts side by side without frames, each under a title of its own: certificates, projects, groups of skills.
 * In a table the looks change from column to column and stay the same from row to row; in tiles it is the other way round.
 */
import { Columns, Dates } from "@excv/lexicon"
import type { Document } from "@excv/schema"
import type { Cell, Table } from "./Frames.js"
import * as Geometry from "./Geometry.js"
import * as Rows from "./Rows.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"
import * as Style from "./Style.js"

/** points that left edges may be apart */
const slack = 1.5
/** Fewer lines are a row of a table or one line of text, more are columns. */
const minLines = 2, maxLines = 14
/** share of the lines that stand side by side and look alike */
const minLikeness = 0.75
/** Tiles of a row have as many lines as each other, more or less; what is three times as long is a text beside a margin. */
const maxRatio = 4

interface Tile {
  readonly x: number
  readonly lines: Array<Segment>
}

const wordLook = ({ bold, color, fontSize, italic }: Document.Word): string => `${Math.round(fontSize * 2)}${bold ? "b" : ""}${italic ? "i" : ""}${color ?? ""}`

/** How a line begins to the eye. */
const lookOf = ({ words: [first] }: Segment): string => (first === undefined ? "" : wordLook(first))

/** Columns of tables differ in what they hold: one has dates, the other none. */
const isAlike = (one: Segment, other: Segment): boolean =>
  lookOf(one) === lookOf(other) && holdsNumber(one, other) && holdsNumber(other, one)

const holdsNumber = (one: Segment, other: Segment): boolean => !Style.isDate(one) || /\d/.test(Segments.text(other))

/** One line of a tile may be in several segments, such as a title and its date. */
const tileAt = (tiles: ReadonlyArray<Tile>, { box }: Segment): Tile | undefined => tiles.findLast(({ x }) => x <= box.x + slack)

const canStand = (tiles: ReadonlyArray<Tile>, segment: Segment): boolean => {
  const own = tileAt(tiles, segment)
  const next = own === undefined ? undefined : tiles[tiles.indexOf(own) + 1]
  return own !== undefined && (next === undefined || Geometry.right(segment.box) < next.x - slack)
}

/** "Harbour Bridge, 2019 – 2021": more than the date. */
const isDateAlone = (segment: Segment): boolean => {
  if (!Style.isDate(segment)) return false
  const text = Segments.text(segment)
  const rest = Dates.find(text).reduceRight((left, { end, start }) => left.slice(0, start) + left.slice(end), text)
  return !/\p{Lu}\p{L}{2}/u.test(rest)
}

/** Titles of one look that stand level; null where the row holds none. */
const titlesOf = (row: Rows.Row): ReadonlyArray<Segment> | null => {
  const [first] = row
  if (first === undefined) return null
  const titles = row.filter((segment) => lookOf(segment) === lookOf(first))
  const isTitle = (segment: Segment) => /\p{L}{2}/u.test(Segments.text(segment)) && !isDateAlone(segment)
  return titles.length >= 2 && titles.every(isTitle) ? titles : null
}

interface Block {
  readonly tiles: ReadonlyArray<Tile>
  /** the row below it */
  readonly end: number
  /** the texts stand close below their titles, or others of their kind below them */
  readonly isSure: boolean
}

/** The rows from a row of titles down to the next wider gap, as tiles. */
const blockFrom = (rows: ReadonlyArray<Rows.Row>, from: number): Block | null => {
  const titles = titlesOf(rows[from] ?? [])
  if (titles === null) return null
  const tiles: ReadonlyArray<Tile> = titles.map((title) => ({ x: title.box.x, lines: [] }))
  let end = from
  for (let row = rows[end]; row !== undefined && end - from <= maxLines; row = rows[++end]) {
    const above = rows[end - 1]
    if (end > from && above !== undefined && (isApart(above, row, end === from + 1 ? maxTitleGap : maxGap) || end - from >= minLines && isTitled(row, titles))) break
    if (!row.every((segment) => canStand(tiles, segment))) return null
    for (const segment of row) tileAt(tiles, segment)?.lines.push(segment)
  }
  const [first, second, below] = [rows[from], rows[from + 1], rows[end]]
  const isClose = first !== undefined && second !== undefined && !isApart(first, second, maxGap)
  return { tiles, end, isSure: isClose || below !== undefined && isTitled(below, titles) }
}

/** em: between the lines of a tile, and below its title */
const maxGap = 0.8, maxTitleGap = 1.8

const isApart = (above: Rows.Row, row: Rows.Row, maxGap: number): boolean =>
  Math.min(...row.map(({ box }) => box.y)) - Math.max(...above.map(({ box }) => Geometry.bottom(box))) > maxGap * Math.max(...row.map(({ fontSize }) => fontSize))

/** The next row of tiles begins, with titles like those above. */
const isTitled = (row: Rows.Row, titles: ReadonlyArray<Segment>): boolean =>
  row.length >= 2 && row.every((segment) => titles.some((title) => lookOf(title) === lookOf(segment) && Math.abs(title.box.x - segment.box.x) < slack))

const linesOf = (tile: Tile): ReadonlyArray<Segment> => Rows.lines(tile.lines)

/** Below tiles that begin at the same edges one may be a title alone. */
const areBelow = (tiles: ReadonlyArray<Tile>, above: ReadonlyArray<Tile>): boolean =>
  tiles.length === above.length && tiles.every(({ lines: [title], x }, at) => {
    const [other] = above[at]?.lines ?? []
    return Math.abs(x - (above[at]?.x ?? 0)) < slack && title !== undefined && other !== undefined && lookOf(title) === lookOf(other)
  })

/** Lines of other tiles that stand level with lines of the first look as these do, and the looks change from line to line. */
const areTiles = (tiles: ReadonlyArray<Tile>, above: ReadonlyArray<Tile>): boolean => {
  const all = tiles.map(linesOf)
  const counts = all.map((lines) => lines.length)
  const least = areBelow(tiles, above) && Math.max(...counts) >= minLines ? 1 : minLines
  if (Math.min(...counts) < least || Math.max(...counts) > maxRatio * Math.min(...counts)) return false
  const [first, ...others] = all
  if (first === undefined) return false
  const pairs = others.flat().flatMap((line) => first.filter((one) => Rows.isLevel(one, line)).map((one) => isAlike(one, line)))
  const areTitled = all.every(([title, next]) => title !== undefined && (next === undefined || lookOf(title) !== lookOf(next)))
  const isFlush = all.every((lines, at) => lines.filter(({ box }) => Math.abs(box.x - (tiles[at]?.x ?? 0)) < slack).length > lines.length / 2)
  return areTitled && isFlush && pairs.length >= others.length * least && pairs.filter(Boolean).length >= minLikeness * pairs.length && !areHeads(all)
}

/** "Language | Level" above two columns of values. */
const areHeads = (tiles: ReadonlyArray<ReadonlyArray<Segment>>): boolean =>
  tiles.filter(([title]) => title !== undefined && Columns.of(Segments.text(title)) !== null).length > tiles.length / 2

const toCell = (tile: Tile, next: Tile | undefined): Cell => {
  const box = Geometry.union(tile.lines.map((line) => line.box))
  return { box, segments: tile.lines, edge: next === undefined ? Geometry.right(box) : Math.max(Geometry.right(box), next.x - gutter) }
}
/** points between the texts of two tiles */
const gutter = 12

/** The tiles of a page, each row of them a table that is read cell by cell. */
export const tables = (segments: ReadonlyArray<Segment>): ReadonlyArray<Table> => {
  const rows = Rows.make(segments)
  const found: Array<Table> = []
  let above: ReadonlyArray<Tile> = []
  for (let from = 0; from < rows.length; from++) {
    const block = blockFrom(rows, from)
    if (block === null || !(block.isSure || areBelow(block.tiles, above)) || !areTiles(block.tiles, above)) continue
    above = block.tiles
    const cells = block.tiles.map((tile, index) => toCell(tile, block.tiles[index + 1]))
    const own = cells.flatMap((cell) => cell.segments)
    const whole = Segments.make(own.flatMap(({ words }) => words))
    found.push({ cells, whole: { ...whole, baseline: Math.min(...own.map(({ baseline }) => baseline)) } })
    from = block.end - 1
  }
  return found
}
