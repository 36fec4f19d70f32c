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
