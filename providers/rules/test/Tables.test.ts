import { describe, expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as Experience from "../src/Experience.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"
import * as Tables from "../src/Tables.js"
import type { Row } from "./Page.js"
import * as Page from "./Page.js"

const cells = (...texts: ReadonlyArray<string>): Row => ({ runs: texts.map((text, at) => ({ text, x: 50 + at * 170 })) })
const rowsOf = (rows: ReadonlyArray<Row>) => Rows.all(Page.document(rows))

describe("a table with heads", () => {
  it("gives each record's cells to what their heads say", () => {
    const rows = Tables.unrolled(rowsOf([cells("Certificate", "Issued by", "Date"), cells("Green Belt", "North Quality Ltd", "2021"), cells("First Aid", "Red Cross", "2019")]), true)
    expect(Certifications.read(rows).map(({ date, issuer, name }) => [name.value, issuer?.value, date?.value])).toEqual([
      ["Green Belt", "North Quality Ltd", "2021"], ["First Aid", "Red Cross", "2019"]
    ])
  })

  it("may head its columns in words of one's own", () => {
    const rows = Tables.unrolled(rowsOf([cells("Ticket", "Who gave it", "Got it"), cells("Safe Pass", "Vale Training", "02/2023"), cells("Manual Handling", "Vale Training", "11/2024")]), true)
    expect(Certifications.read(rows).map(({ date, issuer, name }) => [name.value, issuer?.value, date?.value])).toEqual([
      ["Safe Pass", "Vale Training", "02/2023"], ["Manual Handling", "Vale Training", "11/2024"]
    ])
  })

  it("is none where the first row heads nothing", () => {
    const rows = rowsOf([cells("Green Belt", "North Quality Ltd", "2021"), cells("First Aid", "Red Cross", "2019")])
    expect(Tables.unrolled(rows, true)).toBe(rows)
  })
})

describe("a table without heads", () => {
  const cell = (x: number, text: string, bold = false) => ({ text, x, bold })
  const rows = [
    { runs: [cell(50, "03/2019 – 04/2021"), cell(160, "Head of northern warehouse"), cell(300, "Example Works,"), cell(420, "Planned shifts for the whole"),], above: 10 },
    { runs: [cell(160, "logistics"), cell(300, "Leeds"), cell(420, "of the northern depot")] },
    { runs: [cell(50, "01/2015 – 02/2019"), cell(160, "Warehouse and transport"), cell(300, "Harbour Packaging East"), cell(420, "Counted what nobody else")], above: 10 },
    { runs: [cell(160, "clerk"), cell(300, "Ltd, Hull"), cell(420, "wanted to count again")] }
  ]

  it("is read record by record where its cells wrap side by side", () => {
    expect(Experience.read(Tables.unrolled(rowsOf(rows), true)).map(({ company, location, start_date, title }) => [title?.value, company?.value, location?.value, start_date?.value])).toEqual([
      ["Head of northern warehouse logistics", "Example Works", "Leeds", "03/2019"], ["Warehouse and transport clerk", "Harbour Packaging East Ltd", "Hull", "01/2015"]
    ])
  })

  it("cites every line of a cell", () => {
    expect(Experience.read(Tables.unrolled(rowsOf(rows), true))[0]?.title?.lines).toEqual([1, 2])
  })

  it("is none in a section that holds no entries", () => {
    const all = rowsOf(rows)
    expect(Tables.unrolled(all, false)).toBe(all)
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

it("things side by side, each with its own dates, are no table", () => {
  const tiles = [cells("Paper Clinic", "Bus Bingo", "Type Atlas"), cells("2024–2025", "2021–2022", "2020–2021"), cells("Redesigned intake for", "A summer game that", "A map of the free"), cells("twelve clinics", "got people to ride", "typefaces")]
  expect(Tables.unrolled(rowsOf(tiles), true).map(({ text }) => text)).toEqual(rowsOf(tiles).map(({ text }) => text))
})
