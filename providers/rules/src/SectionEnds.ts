/** Where a section ends without a heading, and where it goes on past one: columns, cards and cells side by side. */
import { Columns, Headings } from "@excv/lexicon"
import { emailPattern, phonePattern } from "./ContactPatterns.js"
import * as Content from "./Content.js"
import type { Judged, Kind } from "./HeadingRows.js"
import type { Row } from "./Row.js"
import { isOpen } from "./Wrap.js"

/** A section that rows are still added to. */
export interface Open {
  kinds: ReadonlyArray<Kind>
  readonly heading: Row | null
  readonly rows: Array<Row>
  /** the section that its heading is a label in */
  readonly parent?: Open | undefined
  /** the last label in it that heads a section of its own */
  label?: Row
}

/** What holds entries. */
export const ofEntries: ReadonlySet<Kind> = new Set(["experience", "education", "projects", "certifications", "courses"])

/** The text of a section goes on at the top of the next column, as in a newspaper: a further entry, or the rest of a sentence. */
export const goesOn = ({ heading, kinds: [kind], rows }: Open, ahead: ReadonlyArray<Row>): boolean => {
  const [last, first] = [rows.at(-1), ahead[0]]
  // The heading may be all that stood at the end of the column.
  if (heading !== null && last === undefined) return first !== undefined && ahead.every((row) => row.size <= heading.size && !row.text.includes("@"))
  if (kind === undefined || last === undefined || first === undefined) return false
  const largest = Math.max(...rows.map(({ size }) => size))
  const isText = ahead.every((row) => row.size <= largest + 0.5 && !row.text.includes("@"))
  const isEntry = ofEntries.has(kind) && ahead.some((row) => row.dates.length > 0) && rows.some((row) => row.segments[0]?.style === first.segments[0]?.style)
  return isText && (isEntry || first.style === last.style && (isOpen(last.text) || /^\p{Ll}/u.test(first.text)))
}

/** points */
const level = 3

/** points that a section in a part of the width stands in from what is below all of them */
const minInset = 60

/** Below sections side by side a text begins that belongs to none of them. */
export const isBeyond = (row: Row, { heading, rows }: Open): boolean => {
  const left = heading === null ? 0 : heading.x - minInset
  return heading !== null && rows.length > 0 && row.page === heading.page && row.y > heading.y && row.x < left && row.gapAbove > 0.8 && row.right > heading.x && rows.every((one) => one.x > left)
}

/** Cards that are entries may have their titles in the look of the headings: the one after a text of sentences ends its section. */
export const isEntryUnderProse = (row: Row, { heading, kinds: [kind], rows }: Open): boolean =>
  (kind === "unknown" || kind === "profile") && heading !== null && row.style === heading.style && row.gapAbove > 0.7 && row.dates.length === 0 && Content.isProse(rows)

/** "Communication internship" below other such titles is one of them, though its first word may head a section. */
export const isTitleToo = (row: Row, open: Open): boolean => {
  const { heading, kinds: [kind], rows } = open
  return isBesideMargin(row, open) || kind === "unknown" && heading === null && rows[0]?.style === row.style && (Headings.classify(row.text)?.certainty ?? 0) < 0.9
}

/** em: text stands so far from the headings in its margin */
const minMargin = 4

/** "Military service", set as the headings in the margin are, but where the other entries begin. */
const isBesideMargin = (row: Row, { heading, rows }: Open): boolean =>
  heading !== null && row.style === heading.style && row.column === heading.column && row.x > heading.right && row.x - heading.x > minMargin * row.size && rows.some(({ x }) => Math.abs(x - row.x) < level)

/** what stands between the details of contact in one row */
const sign = /\s[|·•–—/]\s|\s{3,}/gu

/** "Anna Berg · Graz · 0316 555014 · anna@berg.example", at the foot of a page: the details of contact belong to no section. */
export const isAddress = (row: Row, next: Row | undefined, { kinds: [kind] }: Open): boolean =>
  kind !== "references" && kind !== "contact" && kind !== "top" && (next === undefined || next.page !== row.page) && !row.isBullet &&
  emailPattern.test(row.text) && row.text.search(phonePattern) >= 0 && (row.text.match(sign) ?? []).length >= 2

/** What was read before a heading beside which it stands, taken from the section above: a date is the first of the new one; "Period" heads a column of a table, as the heading does. */
export const takenBeside = ({ rows }: Open, heading: Row): ReadonlyArray<Row> => {
  const last = rows.at(-1)
  if (last === undefined || last.page !== heading.page || Math.abs(last.y - heading.y) >= level) return []
  const isDate = last.column === heading.column && last.x > heading.right && last.segments.every(({ date }) => date !== null)
  if (isDate || Columns.of(last.text) !== null) rows.pop()
  return isDate ? [last] : []
}

/** What stands in the column before its first heading. */
export const aheadOf = (judged: ReadonlyArray<Judged>): ReadonlyArray<Row> => {
  const end = judged.findIndex(({ row, score }) => score > 1 || row.column !== judged[0]?.row.column || row.page !== judged[0].row.page)
  return judged.slice(0, end === -1 ? judged.length : end).map(({ row }) => row)
}
