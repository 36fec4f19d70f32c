import { expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line, spread } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const rowsOf = (rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))

it("what somebody got at a day, a row each, are certificates, and what two titles share are projects where it looks so", () => {
  const kindOf = (title: string, ...rows: ReadonlyArray<Page.Row>) => Sections.split(rowsOf([line("Anna Berg", { size: 18 }), heading("Hobbies"), line("Rowing"), heading(title), ...rows])).at(-1)?.kinds
  expect(kindOf("Zusatzqualifikationen", line("05/2015 Kranschein, TÜV Hohenlohe"), line("10/2007 Staplerschein"))).toEqual(["certifications"])
  expect(kindOf("Zusatzqualifikationen", line("Kranschein"), line("Staplerschein"))?.[0]).toBe("skills")
  expect(kindOf("Engagement et projets", line("2018 – 2021 Droit en poche (cofondatrice)"), line("Permanence juridique gratuite pour étudiants salariés."))).toEqual(["projects"])
  expect(kindOf("Training", line("Severn Drama School · Bristol"), line("BA (Hons) Acting"), line("2012 – 2015"))).toEqual(["education"])
  expect(kindOf("Awards and certificates", line("Basic Life Support, Red Cross, 2024"))?.[0]).toBe("certifications")
  expect(kindOf("School and college", line("2004: 8 GCSEs, Blackwood School"))).toEqual(["education"])
})

it("software that somebody made stands among the projects, software that somebody knows among the skills", () => {
  const kindOf = (...rows: ReadonlyArray<Page.Row>) => Sections.split(rowsOf([heading("Education"), line("BSc Chemistry, 2012"), heading("Software"), ...rows])).at(-1)?.kinds
  expect(kindOf(spread("plotkit", "2022 – 2024", { bold: true }), line("Library for plots of tides, used by three institutes."))).toEqual(["projects"])
  expect(kindOf(line("Excel, SAP, AutoCAD"), line("Python, since 2019"))).toEqual(["skills"])
})
