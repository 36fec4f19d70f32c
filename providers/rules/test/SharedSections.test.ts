import { expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const kindsOf = (...rows: ReadonlyArray<Page.Row>) =>
  Sections.split(Rows.all(Page.document([line("Anna Berg", { size: 18 }), ...rows]))).flatMap(({ heading: title, kinds }) => (title === null ? [] : [[title.text, kinds[0]]]))

const schools = [heading("Education"), line("2013 – 2016 BEng Civil Engineering, University of Exeter")]

it("software and data projects that lasted from one year to another are projects", () => {
  const made = [line("Tide tables (2021 – 2023). A package for harbours. R, Python"), line("Ward map (2022 – 2023). Directions for visitors. Svelte")]
  expect(kindsOf(heading("Software and data projects"), ...made, ...schools)[0]).toEqual(["Software and data projects", "projects"])
})


it("qualifications that are got at one time and at no school are certificates, where another section holds the schools", () => {
  const tickets = [heading("Qualifications"), line("09/2024 PRINCE2 Practitioner, PeopleCert"), line("02/2025 SMSTS, CITB")]
  expect(kindsOf(...tickets, ...schools)).toEqual([["Qualifications", "certifications"], ["Education", "education"]])
  expect(kindsOf(...tickets, heading("Hobbies"), line("Rowing"))).toEqual([["Qualifications", "education"], ["Hobbies", "interests"]])
  expect(kindsOf(heading("Qualifications"), line("2010 A-levels, Vale Sixth Form College, Leeds"), ...schools)).toEqual([["Qualifications", "education"], ["Education", "education"]])
})

it("courses that somebody gives, without a time or a school, are no studies, where another section holds those", () => {
  expect(kindsOf(heading("Onderwijs"), line("Statistiek met R (master), Veen en klimaat (bachelor)"), ...schools)).toEqual([["Onderwijs", "other"], ["Education", "education"]])
})
