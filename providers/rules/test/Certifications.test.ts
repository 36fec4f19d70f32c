import { describe, expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"

describe("certificates", () => {
  const read = (...rows: ReadonlyArray<Page.Row>) => Certifications.read(Rows.all(Page.document(rows))).map(({ date, issuer, name }) => [name.value, issuer?.value, date?.value])

  it("have as many rows each, the last of which ends with the date", () => {
    expect(read(line("GMP-Beauftragte"), line("Akademie Reinraum, 06/2020"), line("Projektleitung Basiskurs"), line("Verband Süd, 11/2022"))).toEqual([
      ["GMP-Beauftragte", "Akademie Reinraum", "06/2020"], ["Projektleitung Basiskurs", "Verband Süd", "11/2022"]
    ])
  })

  it("take turns: a name, and below it who issued it and when", () => {
    expect(read(line("Network Basics"), line("Northern Guild · jun. 2023 · cód. GR671-0099"), line("Vektor VTCNA"), line("Vektor · 2025 · válido até 2028"))).toEqual([
      ["Network Basics", "Northern Guild", "jun. 2023"], ["Vektor VTCNA", "Vektor", "2025"]
    ])
  })

  it("begin with a name in a style of its own, in as many rows as it takes", () => {
    const name = (text: string) => line(text, { bold: true })
    expect(read(name("Certified Professional in"), name("Accessibility Core"), name("Competencies"), line("IAAP"), line("2022"), name("Design Sprint Facilitator"), line("Kettle Academy"), line("2019"))).toEqual([
      ["Certified Professional in Accessibility Core Competencies", "IAAP", "2022"], ["Design Sprint Facilitator", "Kettle Academy", "2019"]
    ])
    const run = (first: string, text: string) => ({ runs: [{ text: first, bold: true }, { text }] })
    expect(read(run("Soporte Vital", "· ERC · abril 2024"), run("ECMO Specialist", "· ELSO · 2021 · ID 55-2107"), run("Instructora en simulación", "· Fundació Salut ·"), line("10/2022"))).toEqual([
      ["Soporte Vital", "ERC", "abril 2024"], ["ECMO Specialist", "ELSO", "2021"], ["Instructora en simulación", "Fundació Salut", "10/2022"]
    ])
  })

  it("are as many as full rows, each with its name and date", () => {
    expect(read(line("Forklift Licence B1 - Harbour Training, no. 0412 7735, expires 30/09/2027"), line("Platforms 3a/3b - Northern Guild, May 2023, valid until May 2028"), line("Wiring Inspector Certificate - Harbour Training, Jan 2019, updated to Amendment 2 in"), line("2022"))).toEqual([
      ["Forklift Licence B1", "Harbour Training", undefined], ["Platforms 3a/3b", "Northern Guild", "May 2023"], ["Wiring Inspector Certificate", "Harbour Training", "Jan 2019"]
    ])
  })

  it("may break their date between month and year", () => {
    expect(read(line("Taping niveau 2, Institut Rhodanien, mai 2016"), line("Thérapie du rachis, Institut Rhodanien, nov."), line("2019"))).toEqual([
      ["Taping niveau 2", "Institut Rhodanien", "mai 2016"], ["Thérapie du rachis", "Institut Rhodanien", "nov. 2019"]
    ])
  })
})
