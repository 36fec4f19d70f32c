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

describe("roles below one employer", () => {
  it("have their places below their titles, also in another country", () => {
    const role = (title: string, dates: string, place: string) => [spread(title, dates, { italic: true, above: 8 }), line(place)]
    const jobs = Experience.read(rowsOf([
      line("U.S. Army", { bold: true }), ...role("Platoon Sergeant", "Jun 2021 – Present", "Killeen, TX"), line("• Leads 38 soldiers"),
      ...role("Supply Sergeant", "Jul 2018 – May 2021", "Camp Humphreys, South Korea"), line("• Managed a property book")
    ]))
    expect(jobs.map(({ company, location }) => [company?.value, location?.value])).toEqual([["U.S. Army", "Killeen, TX"], ["U.S. Army", "Camp Humphreys, South Korea"]])
  })
})

describe("times in sentences", () => {
  it("begin no job where those of jobs stand alone", () => {
    const jobs = Experience.read(rowsOf([
      line("Operador de planta", { above: 8 }), line("Oria Resinas S.A., Tolosa"), line("octubre de 2014 – actualidad"), line("Control de reactores desde sala y campo, jefe de turno suplente 2019–2023."),
      line("Maquinista de papelera", { above: 8 }), line("Papelera del Nalón S.A., Oviedo"), line("marzo de 2004 – septiembre de 2014")
    ]))
    expect(jobs.map(({ description, title }) => [title?.value, description?.value ?? null])).toEqual([["Operador de planta", "Control de reactores desde sala y campo, jefe de turno suplente 2019–2023."], ["Maquinista de papelera", null]])
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
