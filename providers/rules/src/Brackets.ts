/** Brackets that a full row leaves open, and the next closes: "2020–2022 (average" above "8.4)". */
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { isWrapped } from "./Wrap.js"

const isOpen = ({ text }: Row): boolean => text.lastIndexOf("(") > text.lastIndexOf(")")

/** A word or two, and the end of the bracket. */
const closing = /^[^()]{1,24}\)[.,;]?$/u

/** The rows, with what closes a bracket in the row that opens it. */
export const closed = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const closes = (row: Row | undefined, above: Row | undefined): boolean =>
    row !== undefined && above !== undefined && isOpen(above) && closing.test(row.text) && row.page === above.page && isWrapped(row, above)
  return rows.flatMap((row, at) => {
    if (closes(row, rows[at - 1])) return []
    const next = rows[at + 1]
    return next === undefined || !closes(next, row) ? [row] : [{ ...Rows.part(row, [...row.words, ...next.words], row.gapAbove), isBullet: row.isBullet, further: [...row.further, next.number] }]
  })
}
