import { describe, expect, it } from "@effect/vitest"
import * as FormEntries from "../src/FormEntries.js"
import * as FormRows from "../src/FormRows.js"
import * as Rows from "../src/Row.js"
import * as Page from "./Page.js"

/** A label and its value, in lines; each field stands 8 points below the one before it. */
type Field = readonly [label: ReadonlyArray<string>, value: ReadonlyArray<string>]

const valueX = 240

/** As rows that hold a line of the label and a line of the value. */
const inRows = (fields: ReadonlyArray<Field>): ReadonlyArray<Page.Row> =>
  fields.flatMap(([label, value]) => Array.from({ length: Math.max(label.length, value.length) }, (_, line): Page.Row => ({
    above: line === 0 ? 8 : 2,
    runs: [...label[line] === undefined ? [] : [{ text: label[line] ?? "", x: 50 }], ...value[line] === undefined ? [] : [{ text: value[line] ?? "", x: valueX }]]
  })))

const europass: ReadonlyArray<Field> = [
  [["Dates"], ["March 2016 – Present"]],
  [["Occupation or position held"], ["Dental nurse"]],
  [["Main activities and", "responsibilities"], ["Assisting in surgery; sterilising", "instruments."]],
  [["Name and address of", "employer"], ["Aire Dental Practice, Leeds"]],
  [["Type of business or sector"], ["Health"]],
  [["Dates"], ["September 2010 – February 2016"]],
  [["Occupation or position held"], ["Receptionist"]],
  [["Main activities and", "responsibilities"], ["Booking appointments"]],
  [["Name and address of", "employer"], ["Headingley Surgery, Leeds"]],
  [["Type of business or sector"], ["Health"]]
]

const expected = [
  ["Dental nurse", "Aire Dental Practice", "Leeds", "March 2016", "Present", "Assisting in surgery; sterilising instruments."],
  ["Receptionist", "Headingley Surgery", "Leeds", "September 2010", "February 2016", "Booking appointments"]
]

const jobsOf = (rows: ReadonlyArray<Rows.Row>) =>
  FormEntries.experience(rows)?.map(({ company, description, end_date, location, start_date, title }) =>
    [title, company, location, start_date, end_date, description].map((claim) => claim?.value))

describe("forms as the older Europass", () => {
  it("are read by their labels, which may run over lines", () => {
    expect(jobsOf(FormRows.joined(Rows.all(Page.document(inRows(europass)))))).toEqual(expected)
  })

  it("are put together where labels and values were read apart", () => {
    const document = Page.document(inRows(europass)), [page] = document.pages
    const parts = (isValue: boolean) => (page?.lines ?? []).flatMap((line) => {
      const words = line.words.filter(({ box }) => box.x >= valueX === isValue), first = words[0]
      return first === undefined ? [] : [{ ...line, column: isValue ? 1 : 0, words, text: words.map(({ text }) => text).join(" "), box: { ...line.box, x: first.box.x } }]
    })
    const lines = [...parts(false), ...parts(true)].map((line, index) => ({ ...line, number: index + 1 }))
    const rows = FormRows.joined(Rows.all({ ...document, pages: document.pages.map((one) => ({ ...one, lines })) }))
    expect(jobsOf(rows)).toEqual(expected)
    const nurse = FormEntries.experience(rows)?.[0]?.title?.lines.map((number) => lines[number - 1]?.text)
    expect(nurse).toContain("Dental nurse")
  })

  it("are told from a list with dates on the left, whose contact has labels", () => {
    const tabular: ReadonlyArray<Field> = [
      [["Name"], ["Ina Vogt"]], [["Anschrift"], ["Hauptstraße 1, 50674 Köln"]], [["Telefon"], ["0221 99998 123"]], [["E-Mail"], ["ina@example.org"]],
      [["Geburtsdatum"], ["3.4.1988"]], [["2015 – heute"], ["Tischlerin, Holzwerk Rhein GmbH, Köln"]], [["2010 – 2015"], ["Gesellin, Möbel Lang, Bonn"]]
    ]
    const rows = Rows.all(Page.document(inRows(tabular)))
    expect(FormRows.joined(rows)).toEqual(rows)
  })

  it("leave out the level and what was taught", () => {
    const schools: ReadonlyArray<Field> = [
      [["Date (da – a)"], ["1993 – 1998"]], [["Nome e tipo di istituto"], ["Istituto Tecnico Aldini, Bologna"]], [["Principali materie / abilità"], ["Meccanica"]],
      [["Qualifica conseguita"], ["Diploma di perito meccanico"]], [["Livello nella classificazione nazionale"], ["3"]], [["Nazionalità"], ["Italiana"]]
    ]
    const rows = FormRows.joined(Rows.all(Page.document(inRows(schools))))
    expect(FormEntries.ordered(rows.slice(0, 5))?.map(({ text }) => text)).toEqual(["Diploma di perito meccanico", "Istituto Tecnico Aldini, Bologna", "1993 – 1998"])
  })
})
