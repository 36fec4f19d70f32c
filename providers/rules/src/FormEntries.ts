/** Entries of a form whose labels say what each line holds: put in the order of other CVs, they are told apart without doubt. */
import { Columns } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Experience from "./Experience.js"
import * as Labels from "./Labels.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

/** A label with all rows of its value. */
interface Field {
  readonly column: Columns.Column | null
  readonly rows: ReadonlyArray<Row>
}

interface Entry {
  /** what names it and dates it */
  readonly head: ReadonlyArray<Row>
  /** what it was */
  readonly body: ReadonlyArray<Row>
}

/** share of the labels that have to be known, and how many different ones */
const knownShare = 0.75
const minColumns = 3

/** The order in which the parts of an entry are told apart best. */
const order: ReadonlyArray<Columns.Column | null> = ["title", "degree", "company", "institution", "location", "period", "date", "grade"]
const rankOf = ({ column }: Field): number => (order.includes(column) ? order.indexOf(column) : order.length)

/** em: white above an entry, and above its parts */
const entryGap = 1.5
const partGap = 0.2

const fieldsOf = (rows: ReadonlyArray<Row>, edge: number): ReadonlyArray<Field> =>
  rows.reduce<ReadonlyArray<Field>>((done, row) => {
    const count = Labels.wordsBefore(row, edge), last = done.at(-1)
    if (count === 0 && last !== undefined) return [...done.slice(0, -1), { ...last, rows: [...last.rows, row] }]
    const value = count === row.words.length ? [] : [Rows.part(row, row.words.slice(count), row.gapAbove)]
    return [...done, { column: Columns.inForm(Labels.labelOf(row, edge)), rows: value }]
  }, [])

/** Level, sector and what else no answer holds is left out. */
const entryOf = (fields: ReadonlyArray<Field>): Entry => {
  const named = fields.filter(({ column }) => order.includes(column)).sort((a, b) => rankOf(a) - rankOf(b))
  return {
    head: named.flatMap(({ rows }) => rows).map((row, index) => ({ ...row, gapAbove: index === 0 ? entryGap : partGap })),
    body: fields.filter(({ column }) => column !== "other" && !order.includes(column)).flatMap(({ rows }) => rows)
  }
}

/** Each begins with the label that the first one begins with. Null where the rows are no form, or much of it has no known label. */
const entriesOf = (rows: ReadonlyArray<Row>): ReadonlyArray<Entry> | null => {
  const edge = Labels.formEdge(rows), fields = edge === null ? [] : fieldsOf(rows, edge), first = fields[0]?.column
  const known = fields.flatMap(({ column }) => column ?? [])
  if (first == null || !order.includes(first) || known.length < fields.length * knownShare || new Set(known).size < minColumns) return null
  const entries = fields.reduce<ReadonlyArray<ReadonlyArray<Field>>>((done, field) =>
    field.column === first ? [...done, [field]] : [...done.slice(0, -1), [...done.at(-1) ?? [], field]], [])
  return entries.map(entryOf)
}

/** The rows of the entries without their labels, or null where the rows are no such form. */
export const ordered = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> | null => entriesOf(rows)?.flatMap(({ body, head }) => [...head, ...body]) ?? null

/** The heads are read as in other CVs, all together; null where they do not give one role an entry. */
export const experience = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftExperience> | null => {
  const entries = entriesOf(rows), drafts = Experience.read(entries?.flatMap(({ head }) => head) ?? [])
  if (entries === null || drafts.length !== entries.length) return null
  return drafts.map((draft, index) => {
    const items = Body.items(entries[index]?.body ?? [], Body.lookOf(rows, rows))
    return { ...draft, description: Body.description(items), highlights: Body.highlights(items) }
  })
}
