/** Certificates as a form says them: "Name: …" above "Issued by: …" above "Date: …". */
import { Columns } from "@excv/lexicon"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"

export interface Item {
  readonly group: ReadonlyArray<Row>
  readonly pieces: ReadonlyArray<string>
}

interface Field {
  readonly column: Columns.Column
  readonly rows: Array<Row>
  /** an end of validity and a number keep their label, which says what they are */
  text: string
}

const labelled = /^(\p{L}[\p{L} .'’/-]{0,30}?)\s?:\s+(?=\S)/u

const issuers: ReadonlySet<Columns.Column> = new Set(["issuer", "institution", "company"])
const facts: ReadonlySet<Columns.Column> = new Set(["date", "period", "expiry", "code", "location", "description"])

/** The first label is of the name, whatever else it may lead to, unless it leads to something that no name is. */
const columnOf = (label: string, isFirst: boolean): Columns.Column | null => {
  const column = Columns.exact(label)
  return isFirst && (column === null || !issuers.has(column) && !facts.has(column)) ? "name" : column
}

const fieldOf = (row: Row, first: string): Field | null => {
  const [led = "", label = ""] = labelled.exec(row.text) ?? []
  const column = label === "" ? null : columnOf(label, label === first)
  if (column === null) return null
  return { column, rows: [row], text: column === "expiry" || column === "code" ? row.text : row.text.slice(led.length) }
}

/** share of the rows: others go on with what stands above them */
const labelledShare = 0.6

const rank = ({ column }: Field): number => (column === "name" ? 0 : issuers.has(column) ? 1 : 2)

/** Null where the rows are no form: each certificate begins with the same label, and its name has one. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Item> | null => {
  const begin = labelled.exec(rows[0]?.text ?? "")?.[1] ?? ""
  const found = rows.map((row) => fieldOf(row, begin))
  const [first] = found
  const columns = found.flatMap((field) => field?.column ?? [])
  if (first == null || columns.length < 2 || columns.length < rows.length * labelledShare || new Set(columns).size < 2) return null
  const items: Array<Array<Field>> = []
  rows.forEach((row, at) => {
    const field = found[at] ?? null
    const last = items.at(-1)?.at(-1)
    if (field === null && last !== undefined) {
      last.rows.push(row)
      last.text = Claims.join([last.text, row.text])
    } else if (field !== null && field.column === first.column) items.push([field])
    else if (field !== null) items.at(-1)?.push(field)
  })
  // A label twice within one is of another thing.
  const areWhole = items.every((fields) => fields.filter((field) => rank(field) === 0).length === 1 && new Set(fields.map(({ column }) => column)).size === fields.length)
  return areWhole ? items.map((fields) => ({ group: fields.flatMap((field) => field.rows), pieces: [...fields].sort((one, other) => rank(one) - rank(other)).map(({ text }) => text) })) : null
}
