import { expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const cell = (label: string, text: string): Page.Row => ({ runs: [{ text: label }, { text, x: 180 }], above: 8 })
const more = (text: string) => line(text, { x: 180 })
const split = (rows: ReadonlyArray<Page.Row>) => Sections.split(Rows.all(Page.document(rows))).map(({ kinds, rows }) => [kinds[0], ...rows.map(({ text }) => text)])

const table = [
  cell("Nom", "Clarisse Ménager"), cell("Coordonnées", "14 rue des Cordiers, 17000 La Rochelle"), more("clarisse@menager.example"),
  cell("Ce que j'ai fait", "Vendeuse"), more("Boulangerie Pinson, La Rochelle"), more("mars 2019 – aujourd'hui"),
  cell("À l'école là-bas", "BEP Vente, Lycée Jean-Dautet, La Rochelle, 2012 – 2014"), cell("Mes atouts", "Conseil aux clients, Encaissement"), cell("Langues", "Français : langue maternelle"), cell("Xyzzy", "Handball, confitures")
]

it("the labels of a CV that is one table are headings, known or not, and what labels a detail is none", () => {
  expect(split(table)).toEqual([
    ["top", "Nom Clarisse Ménager"], ["contact", "14 rue des Cordiers, 17000 La Rochelle", "clarisse@menager.example"],
    ["experience", "Vendeuse", "Boulangerie Pinson, La Rochelle", "mars 2019 – aujourd'hui"], ["education", "BEP Vente, Lycée Jean-Dautet, La Rochelle, 2012 – 2014"],
    ["skills", "Conseil aux clients, Encaissement"], ["languages", "Français : langue maternelle"], ["unknown", "Handball, confitures"]
  ])
})

it("labels within sections that have headings of their own are none", () => {
  const sections = split([...table.slice(0, 6), line("Formation", { above: 8 }), ...table.slice(6)])
  expect(sections.some(([kind]) => kind === "unknown")).toBe(false)
})

it("labels of a type of their own are headings whatever they say, also over two lines", () => {
  const own = (label: string, text: string, above = 8): Page.Row => ({ runs: [{ text: label, bold: true, color: "#8a2be2" }, { text, x: 180 }], above })
  expect(split([
    own("Xyzzy", "Anna Berg, Dokkum, anna@berg.example"), own("Quux plugh", "Baker who likes early mornings, plain bread and short talks. Works best alone."),
    own("Zarbing of", "Baker"), own("the foo", "Corner Bakery Ltd, Leeds", 2), more("2016 – 2021"), more("Cook"), more("Harbour Inn, York"), more("2009 – 2015"),
    own("Foo", "Diploma in Baking, Vale School, Leeds, 2005 – 2009"), own("Bar", "Excel, Word, Outlook, Access"), own("Baz", "English (native), Dutch (B1)")
  ])).toEqual([
    ["top", "Xyzzy", "Anna Berg, Dokkum, anna@berg.example"], ["profile", "Baker who likes early mornings, plain bread and short talks. Works best alone."],
    ["experience", "Baker", "Corner Bakery Ltd, Leeds", "2016 – 2021", "Cook", "Harbour Inn, York", "2009 – 2015"], ["education", "Diploma in Baking, Vale School, Leeds, 2005 – 2009"],
    ["skills", "Bar", "Excel, Word, Outlook, Access"], ["languages", "English (native), Dutch (B1)"]
  ])
})
