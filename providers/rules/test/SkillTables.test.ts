/** Lists of skills whose shape says what is a name, what heads a group and what tells how well: indents, explanations, marks under levels. */
import { expect, it } from "@effect/vitest"
import { line, type Row } from "./Page.js"
import * as Page from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Skills from "../src/Skills.js"

const read = (...rows: ReadonlyArray<Row>) => Skills.read(Rows.all(Page.document(rows))).map(({ category, level, name }) => [name.value, category?.value ?? null, level?.value ?? null])

it("lists that stand further in than what is above them are headed by it", () => {
  const inner = (text: string): Row => ({ runs: [{ text, x: 62 }] })
  expect(read(line("Impianti"), inner("Pompe di calore"), inner("Pannelli radianti a pavimento"), line("Manutenzione"), inner("Ricerca perdite"))).toEqual([
    ["Pompe di calore", "Impianti", null], ["Pannelli radianti a pavimento", "Impianti", null], ["Ricerca perdite", "Manutenzione", null]
  ])
  expect(read(line("Zarbing"), inner("Plugh"), line("Quux")).map(([name]) => name)).toEqual(["Zarbing", "Plugh", "Quux"])
})

it("sentences below each name explain it", () => {
  const bold = (text: string) => line(text, { bold: true })
  expect(read(bold("Load securing"), line("Straps, chains and edge protection to the guidance of the agency."), bold("Customer care"), line("Polite with shops and site managers alike.")))
    .toEqual([["Load securing", null, null], ["Customer care", null, null]])
  expect(read(bold("Data"), line("Redis, Kafka"), bold("People"), line("Mentoring, hiring")).map(([name, label]) => [name, label]))
    .toEqual([["Redis", "Data"], ["Kafka", "Data"], ["Mentoring", "People"], ["hiring", "People"]])
})

it("a mark below a level says it", () => {
  const marked = (name: string, x: number): Row => ({ runs: [{ text: name }, { text: "x", x }] })
  const head: Row = { runs: [{ text: "Område", bold: true }, { text: "Grundläggande", x: 180, bold: true }, { text: "Medel", x: 300, bold: true }, { text: "Avancerad", x: 400, bold: true }] }
  expect(read(head, marked("Schemaläggning", 422), marked("Fortnox", 212), marked("Excel", 310))).toEqual([["Schemaläggning", null, "Avancerad"], ["Fortnox", null, "Grundläggande"], ["Excel", null, "Medel"]])
})

it("what ends with a level is no name where most in the list have theirs", () => {
  expect(read(line("Excel avançado | Power BI básico | Zarbing Plugh avançado"))).toEqual([["Excel", null, "avançado"], ["Power BI", null, "básico"], ["Zarbing Plugh", null, "avançado"]])
})

it("dots a little above a name are its own, where those of another stand beside two lines", () => {
  const dots = (text: string, above: number): Row => ({ runs: [{ text, x: 150 }], above })
  const beside: Row = { runs: [{ text: "Zarbing" }, { text: "●●●●●", x: 150 }] }
  expect(read(beside, line("verzorging", { }), dots("●●●●○", -1), { ...line("Wondzorg"), above: -5 }, dots("●●○○○", -1), { ...line("Plugh"), above: -5 }).map(([name, , level]) => [name, level?.match(/●/gu)?.length]))
    .toEqual([["Zarbing verzorging", 5], ["Wondzorg", 4], ["Plugh", 2]])
})

it("lists behind a dash have labels, where most rows are such, though a label is known as a skill", () => {
  expect(read(line("IT – SAP MM; DATEV"), line("Einkauf – Verhandeln; Lieferantenbewertung")).map(([name, label]) => [name, label]))
    .toEqual([["SAP MM", "IT"], ["DATEV", "IT"], ["Verhandeln", "Einkauf"], ["Lieferantenbewertung", "Einkauf"]])
})

it("commas within brackets make no list, and a level may lead to a name", () => {
  expect(read(line("• Tills (Zarb, Plugh) • Opening and closing procedures")).map(([name]) => name)).toEqual(["Tills (Zarb, Plugh)", "Opening and closing procedures"])
  expect(read(line("Intermediate knowledge of Excel and Outlook; basic knowledge of Zarb."))).toEqual([
    ["Excel", null, "Intermediate knowledge"], ["Outlook", null, "Intermediate knowledge"], ["Zarb", null, "basic knowledge"]
  ])
})

it("sentences behind a label explain it, but where labels name groups", () => {
  const led = (label: string, text: string): Row => ({ runs: [{ text: `${label}:`, bold: true }, { text }] })
  expect(read(led("Customer service", "ten years at busy counters, complaints solved on the day."), led("Till work", "cash, cards and refunds on the systems of two shops.")).map(([name]) => name)).toEqual(["Customer service", "Till work"])
  expect(read(led("Databases", "Redis, Kafka."), led("Languages", "Kotlin, Java.")).map(([name]) => name)).toEqual(["Redis", "Kafka", "Kotlin", "Java"])
})

it("things may stand between signs of any kind, with the years that somebody has had them", () => {
  for (const sign of ["//", "*", "~", "✓", "▸"]) expect(read(line(["Excel", "Project planning", "Minute taking"].join(` ${sign} `))).map(([name]) => name)).toEqual(["Excel", "Project planning", "Minute taking"])
  expect(read(line("• Java – 8 years"), line("• Zarbing – 6 years")).map(([name]) => name)).toEqual(["Java", "Zarbing"])
  expect(read(line("Discreet, thorough and calm")).map(([name]) => name)).toEqual(["Discreet", "thorough", "calm"])
})

it("a thing with its level is whole in its row, though the next begins with a small letter", () => {
  expect(read(...["Looker - avançado", "BigQuery - intermediário", "dbt - intermediário", "Airflow - básico"].map((text) => line(text))).map(([name, , level]) => [name, level])).toEqual([
    ["Looker", "avançado"], ["BigQuery", "intermediário"], ["dbt", "intermediário"], ["Airflow", "básico"]
  ])
  expect(read(line("Excel (gut)"), line("jQuery (sehr gut)"), line("npm (gut)")).map(([name]) => name)).toEqual(["Excel", "jQuery", "npm"])
})

it("a label may hold a slash, unless slashes part the list as well", () => {
  expect(read(line("CAD / CAE: SolidWorks, AutoCAD"), line("CRM / ERP: Salesforce, SAP")).map(([name, label]) => [name, label])).toEqual([
    ["SolidWorks", "CAD / CAE"], ["AutoCAD", "CAD / CAE"], ["Salesforce", "CRM / ERP"], ["SAP", "CRM / ERP"]
  ])
  expect(read(line("Python / Java / Go")).map(([name]) => name)).toEqual(["Python", "Java", "Go"])
})
