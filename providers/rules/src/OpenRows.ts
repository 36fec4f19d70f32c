/** Rows that a full row leaves open, and the next closes: "2020–2022 (average" above "8.4)", "…, Newcastle upon    2016 – 2017" above "Tyne, UK". */
import type { Document } from "@excv/schema"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { isOpen, isWrapped } from "./Wrap.js"

const hasOpenBracket = ({ text }: Row): boolean => text.lastIndexOf("(") > text.lastIndexOf(")")

/** A word or two, and the end of the bracket. */
const closing = /^[^()]{1,24}\)[.,;]?$/u

const closesBracket = (row: Row, above: Row): boolean => hasOpenBracket(above) && closing.test(row.text) && isWrapped(row, above)

/** words of a name that was cut */
const maxRestWords = 5
/** em: between two lines of one head */
const maxLead = 0.8

/** The words of a row before the date in its right margin, or null where none stands there. */
const beforeDate = (row: Row): ReadonlyArray<Document.Word> | null => {
  const last = row.segments.at(-1)
  if (last?.date == null || last.joint !== "gap" && !last.date.isRange) return null
  const at = row.words.findIndex(({ box }) => Math.abs(box.x - last.x) < 1)
  return at > 0 ? row.words.slice(0, at) : null
}

/** No name ends with "upon" or "am": it goes on below, beside the date. */
const closesName = (row: Row, above: Row): boolean => {
  const words = beforeDate(above)
  if (words === null || row.isBullet || row.dates.length > 0 || row.words.length > maxRestWords || Math.abs(row.x - above.x) > 2 || row.gapAbove > maxLead) return false
  const last = words.at(-1)?.text ?? ""
  return /^\p{Ll}+$/u.test(last) && isOpen(last) && row.segments[0]?.style === above.segments.findLast(({ date }) => date === null)?.style
}

const join = (row: Row, next: Row): Row => {
  const before = beforeDate(row), words = before === null || closesBracket(next, row) ? [...row.words, ...next.words] : [...before, ...next.words, ...row.words.slice(before.length)]
  return { ...Rows.part(row, words, row.gapAbove), isBullet: row.isBullet, further: [...row.further, next.number] }
}

/** The rows, with what closes a row in the row that it closes. */
export const closed = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const closes = (row: Row | undefined, above: Row | undefined): boolean =>
    row !== undefined && above !== undefined && row.page === above.page && (closesBracket(row, above) || closesName(row, above))
  return rows.flatMap((row, at) => {
    if (closes(row, rows[at - 1])) return []
    const next = rows[at + 1]
    return next === undefined || !closes(next, row) ? [row] : [join(row, next)]
  })
}
