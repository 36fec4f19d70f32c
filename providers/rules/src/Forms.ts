/**
 * Work as forms tell it line by line: "Job Title: Cook", "Employer: Harbour Inn", "Salary: 1,400 a month". The labels say what each
 * line holds, so that nothing has to be inferred; what no answer holds is left out.
 */
import { Columns } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Looks from "./Looks.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { isWrapped } from "./Wrap.js"

const colon = /^(\p{Lu}[\p{L} /&'’.()-]{1,36}?)\s*:\s+(?=\S)/u

/** share of the rows of a form that begin with a label, and of its labels that a list has */
const labelledShare = 0.4
const knownShare = 0.5
const minRecords = 2

interface Line {
  readonly row: Row
  readonly column: Columns.Column | null
  readonly isLabelled: boolean
}

/** What a role has to have, and what else its labels name. */
const needed: ReadonlyArray<Columns.Column> = ["title", "company", "period"]
const slots: ReadonlySet<Columns.Column> = new Set([...needed, "location", "date"])

const lineOf = (row: Row): Line => {
  const matched = colon.exec(row.text)
  const column = matched?.[1] === undefined ? null : Columns.of(matched[1])
  // A text after a bullet may have a colon of its own.
  if (matched === null || row.isBullet && (column === null || !slots.has(column))) return { row, column: null, isLabelled: false }
  const part = Rows.part(row, row.words.slice(matched[0].trim().split(" ").length), row.gapAbove)
  return { row: column === "technologies" ? row : { ...part, x: row.x, isBullet: false }, column, isLabelled: true }
}

/** The lines of each record: it begins with the label that the first one begins with. */
const recordsOf = (lines: ReadonlyArray<Line>): ReadonlyArray<ReadonlyArray<Line>> =>
  lines.reduce<ReadonlyArray<ReadonlyArray<Line>>>((done, line) => {
    const last = done.at(-1)
    return last === undefined || line.column !== null && line.column === lines[0]?.column ? [...done, [line]] : [...done.slice(0, -1), [...last, line]]
  }, [])

/** The lines without those that go on from a label which says nothing of the work; what a slot has no more room for does not. */
const textOf = (lines: ReadonlyArray<Line>): ReadonlyArray<Row> => {
  let isLeftOut = false
  return lines.flatMap(({ column, isLabelled, row }, index) => {
    const above = lines[index - 1]
    if (isLabelled) isLeftOut = column !== "description" && column !== "technologies"
    else if (row.isBullet || above?.column != null && slots.has(above.column) && !isWrapped(row, above.row)) isLeftOut = false
    return isLeftOut ? [] : [row]
  })
}

/** "Construtora Ipê Ltda. – Uberlândia/MG": where no label names the place, it may stand behind the company. */
const placeBehind = (row: Row | undefined): { readonly company: string; readonly place: string } | null => {
  const [before, last] = row?.segments.slice(-2) ?? []
  return row === undefined || before === undefined || last === undefined || last.joint !== "dash" && last.joint !== "comma" || Looks.place(last.text) < surePlace ? null
    : { company: row.text.slice(0, before.end), place: row.text.slice(last.start) }
}

const surePlace = 0.5

const draftOf = (lines: ReadonlyArray<Line>, look: Body.Look): Draft.DraftExperience => {
  const claimOf = (wanted: Columns.Column) => {
    const row = lines.find(({ column }) => column === wanted)?.row
    return row === undefined ? null : Claims.slot({ text: row.text, rows: [row] })
  }
  const dated = lines.find(({ column }) => column === "period" || column === "date")?.row
  const period = dated === undefined ? null : Period.of(dated)
  const items = Body.items(textOf(lines), look)
  const row = lines.find(({ column }) => column === "company")?.row
  const location = claimOf("location")
  const parted = location === null ? placeBehind(row) : null
  return {
    title: claimOf("title"),
    ...parted === null || row === undefined ? { company: claimOf("company"), location } : { company: Claims.of(parted.company, [row]), location: Claims.of(parted.place, [row]) },
    ...period === null ? { start_date: null, end_date: null } : Period.claims(period, "both"),
    description: Body.description(items), highlights: Body.highlights(items)
  }
}

/** One entry for every record, or null where the rows are no such form. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftExperience> | null => {
  const lines = rows.map(lineOf)
  const labelled = lines.filter(({ isLabelled }) => isLabelled)
  const known = labelled.filter(({ column }) => column !== null)
  const first = lines[0]?.column
  if (first == null || !slots.has(first) || labelled.length < rows.length * labelledShare || known.length < labelled.length * knownShare) return null
  const records = recordsOf(lines)
  const areWhole = records.every((record) => needed.every((column) => record.some((line) => line.column === column)))
  return records.length >= minRecords && areWhole ? records.map((record) => draftOf(record, Body.lookOf(rows, rows))) : null
}
