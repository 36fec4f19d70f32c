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

/** labels of one type that tell a table by themselves, and the share of the rows that it holds */
const enoughSet = 5
const leastShare = 0.6
/** em: between two labels; the lines of one stand closer */
const minGap = 0.5

interface Found {
  readonly edge: number
  /** of all labels, or null where only their words tell them */
  readonly style: string | null
}

/** In a type that no text beside them has, labels head sections whatever their words are, where the whole CV stands beside them. */
const setApart = (rows: ReadonlyArray<Row>, cells: ReadonlyArray<Cell>): Found | null => {
  const own = cells.filter(({ row: { gapAbove, segments: [first, second] } }) => first?.style !== second?.style && gapAbove >= minGap)
  const [model] = own.filter(({ row, x }) => own.filter((one) => Math.abs(one.x - x) < slack && one.row.segments[0]?.style === row.segments[0]?.style).length >= enoughSet)
  if (model === undefined) return null
  const found = { edge: model.x, style: model.row.segments[0]?.style ?? "" }
  const from = rows.indexOf(model.row), beside = rows.slice(from)
  const isWhole = beside.every((row) => row.x > found.edge - slack || countIn(row, found) > 0) && beside.length >= leastShare * rows.length
  return isWhole && beside.filter(({ dates }) => dates.some(({ isRange }) => isRange)).length > 1 ? found : null
}

/** Words of a row that are a label, or 0. */
const countIn = (row: Row, { edge, style }: Found): number => {
  const count = row.words.filter(({ box }) => box.x < edge - slack).length, last = row.words[count - 1]
  if (row.isBullet || last === undefined || last.box.x + last.box.width > edge || count > maxWords || row.segments[0]?.date != null) return 0
  return row.segments[0]?.style === style || style === null && cellOf(row)?.count === count ? count : 0
}

/** White space above a label, in ems. */
const labelGap = 1

/** The rows, with each label as a row of its own; as they are where they are no such table. */
export const apart = (rows: ReadonlyArray<Row>): Table => {
  const cells = rows.flatMap((row) => cellOf(row) ?? [])
  const edge = cells.length < enough ? null : edgeOf(rows, cells)
  const found = edge === null ? cells.length < enoughSet ? null : setApart(rows, cells) : { edge, style: null }
  if (found === null) return { rows, headings: new Set() }
  const headings: Array<Row> = [], cut: Array<Row> = []
  rows.forEach((row, at) => {
    const count = countIn(row, found), label = row.words.slice(0, count), last = headings.at(-1), above = rows[at - 1]
    if (count === 0 || isDetail(label.map(({ text }) => text).join(" "))) return void cut.push(row)
    const isSecondLine = found.style !== null && last !== undefined && row.gapAbove < minGap && above !== undefined && countIn(above, found) > 0
    const heading = isSecondLine ? Rows.part(last, [...last.words, ...label], last.gapAbove) : Rows.part(row, label, Math.max(labelGap, row.gapAbove))
    if (isSecondLine) {
      headings[headings.length - 1] = heading
      cut[cut.indexOf(last)] = heading
    } else {
      headings.push(heading)
      cut.push(heading)
    }
    if (count < row.words.length) cut.push(Rows.part(row, row.words.slice(count), isSecondLine ? 0.3 : row.gapAbove))
  })
  return { rows: cut, headings: new Set(headings) }
}
