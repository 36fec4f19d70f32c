/**
 * Tables with a row of column heads: "Certificate | Issued by | Date". Each record becomes rows of its own, one below
 * another in the order that people write entries in, so that they are read as entries are.
 */
import { Columns } from "@excv/lexicon"
import type { Document } from "@excv/schema"
import * as Looks from "./Looks.js"
import type { Row } from "./Row.js"
import * as Row_ from "./Row.js"
import { styleOf } from "./Segment.js"
import * as TableColumns from "./TableColumns.js"
import { isOpen } from "./Wrap.js"

interface Head {
  readonly column: Columns.Column
  readonly x: number
  /** right edge of its text, where lines that end before it end a paragraph; a cell of an unknown edge is one paragraph */
  readonly edge?: number
  /** its words, where the cells do not say what they hold: "Valid until" above "06.2027" */
  readonly label?: ReadonlyArray<Document.Word>
}

const labelled: ReadonlySet<Columns.Column> = new Set(["expiry", "code"])

/** points */
const slack = 3
/** em: lines of one record stand closer than records do, by this much at least */
const recordStep = 0.12

const order: ReadonlyArray<Columns.Column> = [
  "name", "degree", "title", "field", "company", "institution", "issuer", "location", "other", "period", "date", "expiry", "code", "grade", "employment", "description", "technologies"
]

interface Line {
  readonly y: number
  readonly bottom: number
  readonly page: number
  readonly parts: ReadonlyArray<{ readonly row: Row; readonly word: Document.Word; readonly isBullet: boolean }>
}

/** The words of the rows by the line that they stand on, whatever cell they were read in. */
const linesOf = (rows: ReadonlyArray<Row>): ReadonlyArray<Line> => {
  const lines: Array<{ y: number; bottom: number; page: number; parts: Array<Line["parts"][number]> }> = []
  for (const row of rows) {
    for (const [at, word] of row.words.entries()) {
      const part = { row, word, isBullet: at === 0 && row.isBullet }
      const line = lines.find((one) => one.page === row.page && Math.abs(one.y - word.box.y) < slack)
      if (line === undefined) lines.push({ y: word.box.y, bottom: word.box.y + word.box.height, page: row.page, parts: [part] })
      else line.parts.push(part)
    }
  }
  return lines.sort((one, other) => one.page - other.page || one.y - other.y)
}

/** How many of the first rows are the heads of a table, and what they head; null where there is none. */
export const heads = (rows: ReadonlyArray<Row>): { readonly count: number; readonly heads: ReadonlyArray<Head> } | null => {
  const [first] = rows
  if (first === undefined) return null
  const count = rows.findIndex((row) => row.page !== first.page || Math.abs(row.y - first.y) > slack)
  if (count === -1) return null
  const texts = rows.slice(0, count).flatMap((row) => {
    const starts = row.segments.filter((segment, at) => at === 0 || segment.joint === "gap")
    return starts.map((segment, at) => {
      const end = starts[at + 1]?.x ?? Infinity
      return { text: row.text.slice(segment.start, starts[at + 1]?.start ?? row.text.length).trim(), x: segment.x, label: row.words.filter(({ box }) => box.x >= segment.x && box.x < end) }
    })
  })
  if (texts.length < 2) return null
  const found = texts.map(({ label, text, x }) => ({ column: Columns.of(text), x, label }))
  const known = found.filter(({ column }) => column !== null).length
  if (known < 2 || known < found.length * 0.6) return null
  // Where no column is said to hold the name of a thing, the one that nobody knows does.
  const hasName = found.some(({ column }) => column === "name" || column === "title" || column === "degree" || column === "company")
  return { count, heads: found.map(({ column, label, x }) => ({ column: column ?? (hasName ? "other" as const : "name" as const), x, ...column !== null && labelled.has(column) ? { label } : {} })).sort((one, other) => one.x - other.x) }
}

/** Lines grouped by record: by wider gaps, else each line that fills the first column or most of them begins one. */
const recordsOf = (lines: ReadonlyArray<Line>, columnOf: (x: number) => number, columns: number): ReadonlyArray<ReadonlyArray<Line>> => {
  const gaps = lines.map((line, index) => {
    const above = lines[index - 1]
    return above === undefined || above.page !== line.page ? Infinity : (line.y - above.bottom) / Math.max(1, line.parts[0]?.word.fontSize ?? 10)
  })
  const finite = gaps.filter(Number.isFinite)
  const within = Math.min(...finite)
  const isParted = finite.some((gap) => gap > within + recordStep)
  const filled = (line: Line) => new Set(line.parts.map(({ word }) => columnOf(word.box.x)))
  const records: Array<Array<Line>> = []
  lines.forEach((line, index) => {
    const gap = gaps[index] ?? Infinity
    const begins = isParted ? gap > within + recordStep : filled(line).has(0) || filled(line).size * 2 >= columns
    const last = records.at(-1)
    if (last === undefined || begins) records.push([line])
    else last.push(line)
  })
  return records
}

/** Cells of text hold several paragraphs. */
const isText = (column: Columns.Column): boolean => column === "description" || column === "technologies"

/** A cell that holds a whole entry, its bullets too, is read as entries are: cell by cell, as it stands. */
const holdsEntry = (lines: ReadonlyArray<Line>, columns: ReadonlyArray<Head>, columnOf: (x: number) => number): boolean =>
  lines.some(({ parts }) => parts.some(({ isBullet, word }) => isBullet && !isText(columns[columnOf(word.box.x)]?.column ?? "other")))

/** A bullet hangs out to the left of its cell. */
const placeOf = ({ box, fontSize, text }: Document.Word): number => (/^[•∙●◦▪■♦►*–-]$/u.test(text) ? box.x + 1.5 * fontSize : box.x)

/** points: a cell is whole, nothing goes on below it */
const noEdge = 1000
const headGap = 1.2
const innerGap = 0.3

/** The rows of a table record by record, as they were unrolled; null where they are of no table. */
export const records = (rows: ReadonlyArray<Row>): ReadonlyArray<ReadonlyArray<Row>> | null =>
  rows.length === 0 || rows.some(({ room }) => room !== noEdge) ? null
    : rows.reduce<ReadonlyArray<ReadonlyArray<Row>>>((done, row) => (row.gapAbove === headGap || done.length === 0 ? [...done, [row]] : [...done.slice(0, -1), [...done.at(-1) ?? [], row]]), [])

/** The record as rows: each cell in one, but texts of several lines stay as they are. */
const unrolledRecord = (record: ReadonlyArray<Line>, columns: ReadonlyArray<Head>, columnOf: (x: number) => number): ReadonlyArray<Row> => {
  const left = columns[0]?.x ?? 0
  const cells = columns.map(({ column, edge, label = [], x }, at) => ({
    column, edge, label, shift: left - x,
    lines: record.map((line) => line.parts.filter(({ word }) => columnOf(placeOf(word)) === at)).filter((parts) => parts.some(({ word }) => /[\p{L}\p{N}]/u.test(word.text)))
  })).filter(({ lines }) => lines.length > 0).sort((one, other) => order.indexOf(one.column) - order.indexOf(other.column))
  const rows = cells.flatMap(({ column, edge, label, lines, shift }) =>
    (isText(column) ? lines : edge === undefined ? [withLabel(label, lines.flat())] : paragraphs(lines, edge)).flatMap((parts) => shifted(rowOf(parts), shift)).map((row) => (isText(column) ? row : { ...row, room: noEdge })))
  return rows.map((row, at) => ({ ...row, gapAbove: at === 0 ? headGap : innerGap }))
}

/** The words of the head in the look of the cell, before it. */
const withLabel = (label: ReadonlyArray<Document.Word>, parts: Line["parts"]): Line["parts"] => {
  const [first] = parts
  return first === undefined ? parts : [...label.map(({ text }) => ({ ...first, isBullet: false, word: { ...first.word, text } })), ...parts]
}

const textOf = (parts: Line["parts"]): string => parts.map(({ word }) => word.text).join(" ")

/** The town below an employer or a school fills a line of its own. */
const isPlace = (above: Line["parts"], parts: Line["parts"]): boolean => Looks.place(textOf(parts)) > 0.5 && !isOpen(textOf(above))

/** The lines of a cell, those joined that go on where the one above is full. */
const paragraphs = (lines: ReadonlyArray<Line["parts"]>, edge: number): ReadonlyArray<Line["parts"]> =>
  lines.reduce<ReadonlyArray<Line["parts"]>>((done, parts) => {
    const above = done.at(-1)
    const [last, first] = [above?.at(-1)?.word, parts[0]?.word]
    const isFull = last !== undefined && first !== undefined && last.box.x + last.box.width + first.box.width + 0.25 * first.fontSize > edge
    return above !== undefined && isFull && styleOf(last) === styleOf(first) && !isPlace(above, parts) ? [...done.slice(0, -1), [...above, ...parts]] : [...done, parts]
  }, [])

/** One row of the words; what has been understood of a row that holds the same words is kept. */
const rowOf = (parts: Line["parts"]): ReadonlyArray<Row> => {
  const [first] = parts
  if (first === undefined) return []
  if (parts.length === first.row.words.length && parts.every(({ row }) => row === first.row)) return [first.row]
  const row = Row_.part(first.row, parts.map(({ word }) => word), innerGap)
  const further = [...new Set(parts.map((part) => part.row.number))].filter((number) => number !== row.number)
  return [{ ...row, further, isBullet: row.isBullet || first.isBullet }]
}

/** All cells of a record stand below the first. */
const shifted = (rows: ReadonlyArray<Row>, shift: number): ReadonlyArray<Row> =>
  rows.map((row) => ({ ...row, x: row.x + shift, right: row.right + shift, segments: row.segments.map((segment) => ({ ...segment, x: segment.x + shift })) }))

/** points between the texts of two cells, at least */
const gutter = 6

const wordsOf = (line: Line): TableColumns.Words => line.parts.map(({ word }) => word).sort((one, other) => one.box.x - other.box.x)

/** A table without heads: its columns by what they hold. */
const headless = (rows: ReadonlyArray<Row>): { readonly count: number; readonly heads: ReadonlyArray<Head> } | null => {
  const lines = linesOf(rows)
  const inferred = TableColumns.infer(lines.map(wordsOf), (columnOf, columns) => recordsOf(lines, columnOf, columns).map((record) => record.map(wordsOf)))
  if (inferred === null) return null
  const right = Math.max(...rows.map((row) => row.right))
  // Dates of one cell are one, however they wrap.
  return { count: 0, heads: inferred.map(({ holds, x }, at) => ({ column: holds, x, ...holds === "other" ? { edge: (inferred[at + 1]?.x ?? right + gutter) - gutter } : {} })) }
}

/** The rows of a section of entries, where they are a table, record by record; else as they are. */
export const unrolled = (rows: ReadonlyArray<Row>, isOfEntries: boolean): ReadonlyArray<Row> => {
  const found = heads(rows) ?? (isOfEntries ? headless(rows) : null)
  if (found === null) return rows
  const columnOf = (x: number): number => Math.max(0, found.heads.findLastIndex((head) => head.x <= x + slack))
  const lines = linesOf(rows.slice(found.count))
  if (holdsEntry(lines, found.heads, columnOf)) return rows
  return recordsOf(lines, columnOf, found.heads.length).flatMap((record) => unrolledRecord(record, found.heads, columnOf))
}
