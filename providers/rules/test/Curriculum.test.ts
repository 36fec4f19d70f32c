import { Draft } from "@excv/schema"
import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { extractor } from "../src/index.js"
import * as Page from "./Page.js"

const { document, heading, line, spread } = Page

const read = (rows: ReadonlyArray<Page.Row>) => Effect.map(extractor.extract(document(rows)), ({ draft }) => draft)

const person = [line("Anna Berg", { size: 18 }), line("anna@example.com")]

it.effect("a single job or degree with its time makes a CV where the title above says what it is", () => Effect.gen(function*() {
  const job = [spread("Baker, Corner Bakery Ltd, Leeds", "2019 – 2021"), line("Bread and cakes for a street of regulars.")]
  expect((yield* read([...person, heading("Work experience"), ...job])).experience).toHaveLength(1)
  expect((yield* read([...person, heading("Ausbildung"), spread("Gesellenbrief Bäcker, Handwerkskammer Lübeck", "2016 – 2019")])).education).toHaveLength(1)
  expect((yield* read([...person, heading("Our experience with you"), ...job])).experience).toEqual([])
  expect((yield* read([line("Anna Berg", { size: 18 }), heading("Work experience"), ...job])).experience).toEqual([])
}))

it.effect("two jobs with their dates and an address make a CV, whatever its other titles", () => Effect.gen(function*() {
  const rows = [line("Anna Berg", { size: 18 }), heading("Xyzzy"), line("anna@example.com"), heading("Work"), spread("Baker, Corner Bakery Ltd, Leeds", "2019 – 2021"), spread("Cook, Harbour Inn, York", "2016 – 2019"), heading("Projects"), line("Plugh, 2020")]
  expect((yield* read(rows)).experience).toHaveLength(2)
  expect((yield* read(rows.filter((row) => !row.runs.some(({ text }) => text.includes("@"))))).experience).toEqual([])
}))

it.effect("an invoice and a letter give next to nothing", () => Effect.gen(function*() {
  const invoice = yield* read([
    line("Acme Supplies Ltd", { size: 20, bold: true }), line("Invoice 2024-0113", { size: 14, bold: true, above: 12 }), line("Date: 12.03.2024"), line("Due: 11.04.2024"),
    line("Chair 4 x 120.00", { above: 10 }), line("Total 480.00 EUR"), line("Bank: IBAN DE02 1203 0000 0000 2020 51")
  ])
  expect({ ...invoice, detected_language: null }).toEqual(Draft.empty)
  const letter = yield* read([
    line("Dear Ms Berg,"), line("thank you for your letter of 3 March 2021, in which you describe your experience with our product."), line("We are sorry for the trouble."), line("Yours sincerely,"), line("John Miller")
  ])
  expect({ ...letter, detected_language: null }).toEqual(Draft.empty)
}))

it.effect("what only its content makes sections of is a CV where it has an address and times", () => Effect.gen(function*() {
  const big = (text: string) => line(text, { size: 12, bold: true, color: "#3b2f8f", above: 14 })
  const menu = [
    line("Harbour Inn", { size: 24 }), big("Xyzzy"), line("We cook what grows near by, and we have done so in this house for many years now."), big("Plugh"), line("Excel, Word, Outlook, Access"),
    big("Quux"), line("Kitchen table"), line("Garden room"), big("Zarbing"), line("Open every day")
  ]
  expect({ ...yield* read(menu), detected_language: null }).toEqual(Draft.empty)
  expect((yield* read([...menu, line("anna@berg.example"), big("Baz"), spread("Baker, Corner Bakery Ltd, Leeds", "2019 – 2021")])).skills).not.toEqual([])
}))
