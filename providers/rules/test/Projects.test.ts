import { describe, expect, it } from "@effect/vitest"
import { line, type Row } from "./Page.js"
import * as Page from "./Page.js"
import * as Projects from "../src/Projects.js"
import * as Rows from "../src/Row.js"

const read = (rows: ReadonlyArray<Row>) =>
  Projects.read(Rows.all(Page.document(rows))).map(({ description, end_date, name }) => [name.value, description?.value ?? null, end_date?.value ?? null])

const garden = ["Memory Garden", "a garden planned with residents", "2021"]
const tablets = ["Paperless Handover", "moved the handover to tablets", "2020"]

describe("projects", () => {
  it.each<readonly [string, ReadonlyArray<Row>]>([
    ["bullets that describe behind a dash", [
      line("• Memory Garden – a garden planned with residents (2021)"), line("• Paperless Handover – moved the handover to tablets (2020)")
    ]],
    ["names over their descriptions", [
      line("Memory Garden (2021)", { bold: true }), line("a garden planned with residents"),
      line("Paperless Handover (2020)", { bold: true, above: 8 }), line("moved the handover to tablets")
    ]],
    ["a date alone below the name", [
      line("Memory Garden", { bold: true }), line("2021"), line("a garden planned with residents"),
      line("Paperless Handover", { bold: true, above: 8 }), line("2020"), line("moved the handover to tablets")
    ]]
  ])("are read from %s", (_, rows) => {
    expect(read(rows)).toEqual([garden, tablets])
  })

  it("are read from paragraphs that begin with their names", () => {
    const rows: ReadonlyArray<Row> = [
      { runs: [{ text: "Memory Garden:", bold: true }, { text: "a garden planned with residents." }] },
      { runs: [{ text: "Paperless Handover:", bold: true }, { text: "moved the handover to tablets." }], above: 8 }
    ]
    expect(read(rows).map(([name, description]) => [name, description])).toEqual([
      ["Memory Garden", "a garden planned with residents."], ["Paperless Handover", "moved the handover to tablets."]
    ])
  })
})
