/** Rows of forms, as in the older Europass: "Employer   Example Works, Leeds" says no more than "Example Works, Leeds". */
import { Columns } from "@excv/lexicon"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

const telling: ReadonlySet<Columns.Column> = new Set(["grade", "code", "expiry", "technologies"])

const bare = (row: Row): Row => {
  const [first, second] = row.segments
  if (first === undefined || second === undefined || second.joint !== "gap" || first.date !== null) return row
  const slot = Columns.of(first.text)
  // The word before a grade, a number or the end of a validity is what tells what it is.
  if (slot === null || telling.has(slot)) return row
  const count = row.text.slice(0, second.start).trim().split(" ").length
  return Rows.part(row, row.words.slice(count), row.gapAbove)
}

/** The rows without the labels before their gaps; in one form there are many. */
export const without = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const changed = rows.map(bare)
  return changed.filter((row, index) => row !== rows[index]).length >= 3 ? changed : rows
}
