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
