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

  it("may break their date between month and year", () => {
    expect(read(line("Taping niveau 2, Institut Rhodanien, mai 2016"), line("Thérapie du rachis, Institut Rhodanien, nov."), line("2019"))).toEqual([
      ["Taping niveau 2", "Institut Rhodanien", "mai 2016"], ["Thérapie du rachis", "Institut Rhodanien", "nov. 2019"]
    ])
  })
})
