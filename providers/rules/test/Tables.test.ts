import { describe, expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"
import * as Tables from "../src/Tables.js"
import type { Row } from "./Page.js"
import * as Page from "./Page.js"

const cells = (...texts: ReadonlyArray<string>): Row => ({ runs: texts.map((text, at) => ({ text, x: 50 + at * 170 })) })
const rowsOf = (rows: ReadonlyArray<Row>) => Rows.all(Page.document(rows))

describe("a table with heads", () => {
  it("gives each record's cells to what their heads say", () => {
    const rows = Tables.unrolled(rowsOf([cells("Certificate", "Issued by", "Date"), cells("Green Belt", "North Quality Ltd", "2021"), cells("First Aid", "Red Cross", "2019")], true))
    expect(Certifications.read(rows).map(({ date, issuer, name }) => [name.value, issuer?.value, date?.value])).toEqual([
      ["Green Belt", "North Quality Ltd", "2021"], ["First Aid", "Red Cross", "2019"]
    ])
  })

  it("is none where the first row heads nothing", () => {
    const rows = rowsOf([cells("Green Belt", "North Quality Ltd", "2021"), cells("First Aid", "Red Cross", "2019")])
    expect(Tables.unrolled(rows, true)).toBe(rows)
  })
})

describe("headings side by side", () => {
  it("part the lists below them", () => {
    const heads: Row = { runs: [{ text: "Languages", x: 50, bold: true, size: 13 }, { text: "Certificates", x: 300, bold: true, size: 13 }], above: 14 }
    const sections = Sections.split(rowsOf([heads, { runs: [{ text: "English", x: 50 }, { text: "First Aid 2019", x: 300 }] }, { runs: [{ text: "French", x: 50 }, { text: "Green Belt 2021", x: 300 }] }]))
    expect(sections.map(({ kinds, rows }) => [kinds[0], rows.map(({ text }) => text)])).toEqual([
      ["languages", ["English", "French"]], ["certifications", ["First Aid 2019", "Green Belt 2021"]]
    ])
  })
})
