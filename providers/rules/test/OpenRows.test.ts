import { expect, it } from "@effect/vitest"
import * as Experience from "../src/Experience.js"
import * as Education from "../src/Education.js"
import type * as Page from "./Page.js"
import { line } from "./Page.js"
import { inWide } from "./Wide.js"

const dated = (text: string, dates: string): Page.Row => ({ runs: [{ text, x: 50 }, { text: dates, x: 470 }], above: 6 })

it("reads a name that was cut before the date in the margin whole", () => {
  const jobs = Experience.read(inWide(
    dated("Teaching Assistant, Northgate University, Leeds", "2021 – 2023"), line("Practicals in ecology and statistics, ninety hours a year."),
    dated("Research Assistant, Northgate University, Newcastle upon", "2017 – 2021"), line("Tyne, UK"), line("Growth rings of clams, and the papers that go with them.")
  ))
  expect(jobs.map(({ description, location }) => [location?.value, description?.value])).toEqual([
    ["Leeds", "Practicals in ecology and statistics, ninety hours a year."], ["Newcastle upon Tyne, UK", "Growth rings of clams, and the papers that go with them."]
  ])
  const studies = Education.read(inWide(dated("MSc Ecosystems, Fachhochschule Nordtal, Frankfurt am", "2016 – 2017"), line("Main"), dated("BSc Biology, Fachhochschule Nordtal, Bonn", "2012 – 2015")))
  expect(studies.map(({ location }) => location?.value)).toEqual(["Frankfurt am Main", "Bonn"])
})
