/** Skills and their levels in sentences, and labels that lead lists of skills within a line. */
import { expect, it } from "@effect/vitest"
import { line, type Row } from "./Page.js"
import * as Page from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Skills from "../src/Skills.js"

const read = (...rows: ReadonlyArray<Row>) => Skills.read(Rows.all(Page.document(rows))).map(({ category, level, name }) => [name.value, category?.value ?? null, level?.value ?? null])

it("names that a sentence is about have the level that their clause says", () => {
  expect(read(line("In MS Word bin ich Expertin, in Excel sehr gut, in Access noch Anfängerin."))).toEqual([["MS Word", null, "Expertin"], ["Excel", null, "sehr gut"], ["Access", null, "Anfängerin"]])
  expect(read(line("I am an advanced user of Excel and Word, and I know a little PowerPoint."))).toEqual([["Excel", null, "advanced user"], ["Word", null, "advanced user"], ["PowerPoint", null, "a little"]])
  expect(read(line("Lavoro bene con Excel e Xyzzy."))).toEqual([["Excel", null, null], ["Xyzzy", null, null]])
})

it("a capital behind the last word that joins begins another thing, where each thing begins with one", () => {
  expect(read(line("Record keeping, Safe moving and handling, Medication rounds and Calm under pressure.")).map(([name]) => name)).toEqual(["Record keeping", "Safe moving and handling", "Medication rounds", "Calm under pressure"])
})

it("a label leads its list also where the last of it has a level, and where it stands behind a semicolon", () => {
  expect(read(line("Humanitude - Soins palliatifs - Manutention"), line("Informatique : Osiris, Word (débutante)"))).toEqual([
    ["Humanitude", null, null], ["Soins palliatifs", null, null], ["Manutention", null, null], ["Osiris", "Informatique", null], ["Word", "Informatique", "débutante"]
  ])
  expect(read(line("QGIS (gevorderd), Python (gemiddeld); veld: xyzzy, plugh"))).toEqual([["QGIS", null, "gevorderd"], ["Python", null, "gemiddeld"], ["xyzzy", "veld", null], ["plugh", "veld", null]])
})

it("the last two of a list are one where others of it are two in one as well", () => {
  expect(read(line("Casseforme e armature, Cappotto termico, Livello e stazione totale")).map(([name]) => name)).toEqual(["Casseforme e armature", "Cappotto termico", "Livello e stazione totale"])
  expect(read(line("Casseforme e armature, AutoCAD, Word e Excel")).map(([name]) => name)).toEqual(["Casseforme e armature", "AutoCAD", "Word", "Excel"])
})

it("a sentence that says what somebody can do leads to things in small letters", () => {
  const namesOf = (text: string) => read(line(text)).map(([name]) => name)
  expect(namesOf("I am good at sewing, ironing and mending old clothes.")).toEqual(["sewing", "ironing", "mending old clothes"])
  expect(namesOf("Je maîtrise la pâtisserie, le service en salle et la caisse.")).toEqual(["pâtisserie", "service en salle", "caisse"])
  expect(namesOf("Ich kenne mich gut aus mit schweißen, löten und fräsen.")).toEqual(["schweißen", "löten", "fräsen"])
  expect(namesOf("Faço bem cuidados de higiene, posicionamentos e limpeza de superfícies. Trabalho com Excel.")).toEqual(["cuidados de higiene", "posicionamentos", "limpeza de superfícies", "Excel"])
})

it("for how long is no part of a name", () => {
  expect(read(line("Dementia care (4 years)"), line("Phlebotomy (less than 1 year)"), line("Löten (3 Jahre)")).map(([name]) => name)).toEqual(["Dementia care", "Phlebotomy", "Löten"])
})

it("words of a level below each thing rate it", () => {
  expect(read(line("Suturing"), line("expert"), line("Triage"), line("good"), line("Akupunktur"), line("sehr gut"))).toEqual([["Suturing", null, "expert"], ["Triage", null, "good"], ["Akupunktur", null, "sehr gut"]])
})

it("a row in small letters is the second line of a name in a list too narrow for it", () => {
  const list = (...texts: ReadonlyArray<string>) => read(...texts.map((text) => line(text))).map(([name]) => name)
  expect(list("Wózek wysokiego", "składowania", "Skaner magazynowy", "Dokumenty WZ", "Inwentaryzacja")).toEqual(["Wózek wysokiego składowania", "Skaner magazynowy", "Dokumenty WZ", "Inwentaryzacja"])
  expect(list("Filing", "typing", "Answering the telephone in three languages", "Payroll", "Rotas")).toContain("typing")
})

it("a noun may lead to the names of a list, and what somebody may drive or when is no skill", () => {
  const namesOf = (text: string) => read(line(text)).map(([name]) => name)
  expect(namesOf("Manejo de Zarbing, Plugh y Excel. Carné de conducir B y vehículo propio.")).toEqual(["Zarbing", "Plugh", "Excel"])
  expect(namesOf("Kenntnisse in SAP, Excel und Outlook")).toEqual(["SAP", "Excel", "Outlook"])
  expect(namesOf("Umgang mit Kunden, Kasse, Inventur")).toEqual(["Umgang mit Kunden", "Kasse", "Inventur"])
  expect(namesOf("First aid, rotas, full driving licence")).toEqual(["First aid", "rotas"])
})

it("a noun or an adjective of the thing is a part of its name, not a level", () => {
  expect(read(line("Maths mastery, Ecografía básica, Contabilità avanzata, Excel avanzato")))
    .toEqual([["Maths mastery", null, null], ["Ecografía básica", null, null], ["Contabilità avanzata", null, null], ["Excel", null, "avanzato"]])
})
