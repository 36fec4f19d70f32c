import { describe, expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as Contact from "../src/Contact.js"
import * as ContactCells from "../src/ContactCells.js"
import * as Home from "../src/Home.js"
import * as Education from "../src/Education.js"
import * as Labels from "../src/Labels.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"
import * as Skills from "../src/Skills.js"
import * as Tongues from "../src/Tongues.js"

const rowsOf = (...rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))
/** In a column that is wider than any of the rows. */
const inWide = (...rows: ReadonlyArray<Page.Row>) => rowsOf(...rows, line("x".repeat(90))).slice(0, -1)
const kindsOf = (...rows: ReadonlyArray<Page.Row>) => Sections.split(rowsOf(...rows)).map(({ kinds }) => kinds[0])

const text = ["A baker who likes early mornings and plain bread, and the sea.", "Nobody has found a better oven between here and the harbour."]

describe("headings", () => {
  it("may be in small capitals, which are capitals of two sizes", () => {
    const smallCaps: Page.Row = { runs: [{ text: "WORK", size: 11 }, { text: "EXPERIENCE", size: 7.7 }], above: 12 }
    expect(kindsOf(line("Anna Berg", { size: 18 }), smallCaps, ...text.map((one) => line(one)))).toEqual(["top", "experience"])
  })

  it("may be smaller than their text, where they stand apart", () => {
    const small = (title: string) => line(title, { size: 8.5, italic: true, above: 14 })
    expect(kindsOf(line("Anna Berg", { size: 18 }), small("Profile"), ...text.map((one) => line(one)), small("Education"), ...text.map((one) => line(one)), small("Skills"), line("Bread"))).toEqual(["top", "profile", "education", "skills"])
  })

  it("stand as far apart as others: a number in capitals below a certificate is none", () => {
    const caps = (title: string) => line(title, { above: 14 })
    expect(kindsOf(caps("EDUCATION"), ...text.map((one) => line(one)), caps("CERTIFICATIONS"), line("Network Associate, 2019, number"), line("MS-SCR-4471"), caps("SKILLS"), line("Bread"))).toEqual(["education", "certifications", "skills"])
  })
})

describe("certificates in lines of one look", () => {
  const read = (...rows: ReadonlyArray<Page.Row>) =>
    Certifications.read(Labels.without(inWide(...rows))).map(({ date, expiry_date, issuer, name }) => [name.value, issuer?.value, date?.value, expiry_date?.value])

  it("end with their dates", () => {
    expect(read(line("Wound care"), line("Northern Care Academy"), line("2021"), line("Reserved procedures"), line("Home Care Ltd"), line("2024"), line("Valid until 2026"))).toEqual([
      ["Wound care", "Northern Care Academy", "2021", undefined], ["Reserved procedures", "Home Care Ltd", "2024", "2026"]
    ])
  })

  it("have one row each where each row has a date", () => {
    expect(read(line("Forklift Licence – Harbour Training – 03/2017"), line("First Aid – Red Cross – 05/2019"))).toEqual([
      ["Forklift Licence", "Harbour Training", "03/2017", undefined], ["First Aid", "Red Cross", "05/2019", undefined]
    ])
  })

  it("may stand in a form", () => {
    const field = (label: string, value: string, above = 3): Page.Row => ({ runs: [{ text: label, x: 50 }, { text: value, x: 160 }], above })
    expect(read(
      field("Certificate", "Forklift Licence"), field("Issued by", "Harbour Training"), field("Date", "03/2017"),
      field("Certificate", "First Aid", 12), field("Issued by", "Red Cross"), field("Date", "05/2019")
    )).toEqual([["Forklift Licence", "Harbour Training", "03/2017", undefined], ["First Aid", "Red Cross", "05/2019", undefined]])
  })
})

describe("entries", () => {
  it("begin with the same slot in all of a section", () => {
    const rows = inWide(
      line("BSc Chemistry"), line("University of Leeds"), line("2009 – 2012"), line("MSc Physics"), line("University of Hull"), line("2012 – 2014"),
      line("PhD Physics"), line("University of York"), line("2014 – 2018")
    )
    expect(Education.read(rows).map(({ degree, institution }) => [degree?.value, institution?.value])).toEqual([["BSc", "University of Leeds"], ["MSc", "University of Hull"], ["PhD", "University of York"]])
  })
})

describe("two columns of one line each", () => {
  it("part after a rating, however narrow the gap", () => {
    const rated: Page.Row = { runs: [{ text: "Kotlin", x: 50 }, { text: "●●●●●", x: 120 }, { text: "Redis", x: 152 }, { text: "●●○○○", x: 240 }] }
    expect(Skills.read(rowsOf(rated)).map(({ name }) => name.value)).toEqual(["Kotlin", "Redis"])
    const spoken: Page.Row = { runs: [{ text: "English", x: 50 }, { text: "native", x: 120 }, { text: "Welsh", x: 200 }, { text: "●●○○○", x: 260 }] }
    expect(Tongues.read(rowsOf(spoken)).map(({ proficiency }) => proficiency?.value)).toEqual(["native", "Welsh ●●○○○"])
  })

  it("hold contact details one by one, with what wraps below them", () => {
    const rows = rowsOf({ runs: [{ text: "Address 12 Mill Lane, Sheffield,", x: 50 }, { text: "Phone +44 7700 900123", x: 320 }] }, line("United Kingdom", { x: 50 }))
    expect(ContactCells.apart(rows).map((row) => row.text)).toEqual(["Address 12 Mill Lane, Sheffield,", "United Kingdom", "Phone +44 7700 900123"])
    const apart = ContactCells.apart(rows)
    expect([Home.locationOf(apart, null).city?.value, Contact.read(apart, []).phone?.value]).toEqual(["Sheffield", "+44 7700 900123"])
  })
})

it("a sign that lines one below the other begin with is a bullet, one between texts parts them", () => {
  const rows = rowsOf(line("Hairdresser"), line("✿ Diary and stock"), line("✿ Colour and cut"), line("◷ 2019 – 2021 ⚑ Leeds, England"))
  expect(rows.map(({ isBullet, text: one }) => [isBullet, one])).toEqual([[false, "Hairdresser"], [true, "Diary and stock"], [true, "Colour and cut"], [false, "2019 – 2021 ⚑ Leeds, England"]])
  expect(rows[3]?.segments.map((segment) => segment.text)).toEqual(["2019 – 2021", "Leeds", "England"])
})
