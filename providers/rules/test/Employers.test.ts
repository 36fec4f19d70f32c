import { describe, expect, it } from "@effect/vitest"
import * as Employers from "../src/Employers.js"
import type { Entry } from "../src/Entries.js"
import * as Experience from "../src/Experience.js"
import * as Labels from "../src/Labels.js"
import * as Page from "./Page.js"
import { line, spread } from "./Page.js"
import * as Rows from "../src/Row.js"

const rowsOf = (rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))

describe("the head of an employer with several roles", () => {
  const rows = [
    line("Harbour Packaging Ltd", { bold: true }), spread("Regional Manager", "2021 – present", { italic: true }), line("• Leads a team of nine"),
    spread("Area Manager", "2018 – 2020", { italic: true, above: 8 }), line("• Opened two sites"),
    line("Northern Mills Ltd", { bold: true, above: 10 }), spread("Sales Assistant", "2014 – 2018", { italic: true }), line("• Answered calls")
  ]

  it("gives its roles their company", () => {
    expect(Experience.read(rowsOf(rows)).map(({ company, title }) => [title?.value, company?.value])).toEqual([
      ["Regional Manager", "Harbour Packaging Ltd"], ["Area Manager", "Harbour Packaging Ltd"], ["Sales Assistant", "Northern Mills Ltd"]
    ])
  })

  it("gives them their company also where titles have words of firms in them, and none that is older", () => {
    const own = [
      spread("Coastal Rescue Service", "2010 – present", { bold: true }), spread("Watch Leader, Logistics Manager", "2018 – present"), line("• Leads a crew of twelve and its stores"),
      spread("Deputy Watch Leader, Training", "2010 – 2018"), line("• Taught two hundred volunteers"), spread("Warehouse Operative, Quayside Stores, Dundee", "2007 – 2009")
    ]
    expect(Experience.read(rowsOf(own)).map(({ company, title }) => [title?.value, company?.value])).toEqual([
      ["Watch Leader, Logistics Manager", "Coastal Rescue Service"], ["Deputy Watch Leader, Training", "Coastal Rescue Service"], ["Warehouse Operative", "Quayside Stores"]
    ])
  })

  it("is cut off the role before it", () => {
    const [first, role, bullet, second, other, employer, last, end] = rowsOf(rows)
    const entries = [
      { head: [first], body: [] }, { head: [role], body: [bullet] }, { head: [second], body: [other, employer] }, { head: [last], body: [end] }
    ].map(({ body, head }): Entry => ({ head: head.flatMap((row) => row ?? []), body: body.flatMap((row) => row ?? []) }))
    expect(Employers.apart(entries).map(({ head }) => head[0]?.segments[0]?.text)).toEqual([
      "Harbour Packaging Ltd", "Regional Manager", "Area Manager", "Northern Mills Ltd", "Sales Assistant"
    ])
  })
})

describe("the labels of a form", () => {
  const form = [["Employer", "Corner Bakery, Leeds"], ["Position", "Baker"], ["Period", "2019 – 2021"], ["Grade", "Distinction"]] as const

  it("are taken off where there are many, but for what tells a grade", () => {
    expect(Labels.without(rowsOf(form.map(([label, value]) => spread(label, value)))).map(({ text }) => text))
      .toEqual(["Corner Bakery, Leeds", "Baker", "2019 – 2021", "Grade Distinction"])
    expect(Labels.without(rowsOf([spread("Position", "Baker")])).map(({ text }) => text)).toEqual(["Position Baker"])
  })
})
