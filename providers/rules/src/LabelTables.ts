/** CVs that are one table: what their sections are called in one column, the text beside it, where nothing but its place says that a label is a heading. */
import { Headings, NameLabels } from "@excv/lexicon"
import * as HeadingLines from "./HeadingLines.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import * as Labels from "./Labels.js"

export interface Table {
  readonly rows: ReadonlyArray<Row>
  /** the labels, each a row of its own */
  readonly headings: ReadonlySet<Row>
}

/** points that texts of one column may stand apart */
const slack = 3
const maxWords = 6
/** kinds of sections that are named: fewer may be labels within one */
const enough = 3

interface Cell {
  readonly row: Row
  /** left edge of the text */
  readonly x: number
  /** words of the label */
  readonly count: number
  readonly label: string
}

const cellOf = (row: Row): Cell | null => {
  const [first, second] = row.segments
  if (row.isBullet || first === undefined || first.date !== null || second?.joint !== "gap") return null
  const label = row.text.slice(0, second.start).trim(), count = label.split(" ").length
  return count > maxWords || row.words[count]?.box.x !== second.x ? null : { row, x: second.x, count, label }
}

const kindOf = (label: string): Headings.Kind | null => {
  const heading = Headings.classify(label)
  return heading !== null && heading.certainty >= 0.9 ? heading.kinds[0] ?? null : null
}

/** "Name", "Telephone": their values are read with their labels. */
const isDetail = (label: string): boolean => kindOf(label) === null && (Labels.isKnown(label) || NameLabels.labelled(`${label} A`) !== null)

/** Left edge of the text beside the labels, or null: three sections at least begin beside their name, and none below it. */
const edgeOf = (rows: ReadonlyArray<Row>, cells: ReadonlyArray<Cell>): number | null => {
  const known = cells.filter(({ label }) => kindOf(label) !== null)
  const edge = known.map(({ x }) => x).find((x) => new Set(known.filter((cell) => Math.abs(cell.x - x) < slack).map(({ label }) => kindOf(label))).size >= enough)
  if (edge === undefined) return null
  const own = known.filter(({ x }) => Math.abs(x - edge) < slack).map(({ row }) => row), from = rows.findIndex((row) => own.includes(row)), to = rows.findLastIndex((row) => own.includes(row))
  const isOf = (row: Row) => row.x > edge - slack || cells.some((cell) => cell.row === row && Math.abs(cell.x - edge) < slack)
  return rows.slice(from, to).every(isOf) && !rows.some((row) => row.x < edge - slack && HeadingLines.isNamed(row)) ? edge : null
}

/** White space above a label, in ems. */
const labelGap = 1

/** The rows, with each label as a row of its own; as they are where they are no such table. */
export const apart = (rows: ReadonlyArray<Row>): Table => {
  const cells = rows.flatMap((row) => cellOf(row) ?? [])
  const edge = cells.length < enough ? null : edgeOf(rows, cells)
  const headings = new Set<Row>()
  if (edge === null) return { rows, headings }
  const cut = rows.flatMap((row) => {
    const cell = cells.find((one) => one.row === row && Math.abs(one.x - edge) < slack)
    if (cell === undefined || isDetail(cell.label)) return [row]
    const heading = Rows.part(row, row.words.slice(0, cell.count), Math.max(labelGap, row.gapAbove))
    headings.add(heading)
    return [heading, Rows.part(row, row.words.slice(cell.count), row.gapAbove)]
  })
  return { rows: cut, headings }
}
