/** Rows in a column that is wider than any of them, and what schools are read from them. */
import * as BrokenDates from "../src/BrokenDates.js"
import * as Education from "../src/Education.js"
import * as Labels from "../src/Labels.js"
import * as Page from "./Page.js"
import * as Rows from "../src/Row.js"

export const inWide = (...rows: ReadonlyArray<Page.Row>) =>
  BrokenDates.join(Rows.all(Page.document([...rows, Page.line("x".repeat(90))]))).slice(0, -1)

/** Degree, subject, institution, end and grade of each. */
export const schools = (...rows: ReadonlyArray<Page.Row>) =>
  Education.read(Labels.without(inWide(...rows))).map((one) => [one.degree, one.field_of_study, one.institution, one.end_date, one.grade].map((claim) => claim?.value ?? null))
