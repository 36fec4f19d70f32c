import { describe, expect, it } from "@effect/vitest"
import { line, type Row } from "./Page.js"
import * as Page from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Skills from "../src/Skills.js"

const read = (rows: ReadonlyArray<Row>) =>
  Skills.read(Rows.all(Page.document(rows))).map(({ category, level, name }) => [name.value, category?.value ?? null, level?.value ?? null])

describe("skills", () => {
  it("are read from framed items that bars part, also where the last of a row goes on in the next", () => {
    expect(read([line("Welding | Turning | Milling |"), line("Grinding | Assembly")]).map(([name]) => name))
      .toEqual(["Welding", "Turning", "Milling", "Grinding", "Assembly"])
  })

  it("are read from lists behind a narrow column of labels", () => {
    const row = (label: string, list: string, x: number): Row => ({ runs: [{ text: label, x }, { text: list, x: 120 }] })
    expect(read([row("Laboratory", "Titration, Spectroscopy", 63), row("Field", "Coring, Boat handling", 88), row("Computing", "R, Python", 68)])).toEqual([
      ["Titration", "Laboratory", null], ["Spectroscopy", "Laboratory", null], ["Coring", "Field", null], ["Boat handling", "Field", null],
      ["R", "Computing", null], ["Python", "Computing", null]
    ])
  })

  it("have the level of a word before dots, and names that go on below their dots", () => {
    expect(read([line("Revit ottimo ●●●●●"), line("Rhinoceros buono ●●●○○")])).toEqual([["Revit", null, "ottimo"], ["Rhinoceros", null, "buono"]])
    expect(read([line("Presto ●●●●○"), line("Negociación con ●●●○○"), line("subcontratas"), line("Excel ●●●●○")]).map(([name]) => name))
      .toEqual(["Presto", "Negociación con subcontratas", "Excel"])
  })

  it("are not cut at the wide spaces of a justified line", () => {
    const words = ["Active", "listening,", "Conflict", "resolution,", "Selling"]
    const at = words.map((_, index) => 50 + words.slice(0, index).reduce((sum, one) => sum + one.length * 5 + 14.7, 0))
    expect(read([{ runs: words.map((text, index) => ({ text, x: at[index] ?? 0 })) }, line("on the telephone, Genesys")]).map(([name]) => name))
      .toEqual(["Active listening", "Conflict resolution", "Selling on the telephone", "Genesys"])
  })

  it("stand one behind the other with their dots, also behind a label", () => {
    expect(read([line("Colour ★★★★★ Cut ★★★★☆ Stock keeping ★★★☆☆")]).map(([name]) => name)).toEqual(["Colour", "Cut", "Stock keeping"])
    expect(read([line("Methods: HPLC ●●●●●, NMR ●●●○○"), line("Software: Empower ●●●●○, Power BI ●●○○○")]).map(([name, label]) => [name, label]))
      .toEqual([["HPLC", "Methods"], ["NMR", "Methods"], ["Empower", "Software"], ["Power BI", "Software"]])
  })
})

it("skills as tags without frames are parted by their white space", () => {
  const tags = (y: ReadonlyArray<string>): Row => {
    let x = 50
    const runs = y.map((text) => {
      const run = { text, x }
      x += text.length * 5 + (text.split(" ").length - 1) * -2.2 + 8
      return run
    })
    return { runs }
  }
  expect(read([tags(["Jira", "SQL", "Figma", "Usability testing"]), tags(["Roadmapping", "Stakeholder management"])]).map(([name]) => name))
    .toEqual(["Jira", "SQL", "Figma", "Usability testing", "Roadmapping", "Stakeholder management"])
  expect(read([line("Jira"), line("Usability testing")]).map(([name]) => name)).toEqual(["Jira", "Usability testing"])
})

it("skills behind a label within a line have it", () => {
  expect(read([line("Methods: R, QGIS. Other: Teaching, Mentoring")]).map(([name, label]) => [name, label]))
    .toEqual([["R", "Methods"], ["QGIS", "Methods"], ["Teaching", "Other"], ["Mentoring", "Other"]])
})
