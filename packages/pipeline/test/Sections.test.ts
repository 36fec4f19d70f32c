import { describe, expect, it } from "@effect/vitest"
import { Draft } from "@excv/schema"
import * as Normalize from "../src/Normalize.js"
import * as Score from "../src/Score.js"
import { document } from "./documents.js"

const cv = document("Anna Berg", "Experience", "Baker, Havre, 2019 – 2021", "Languages", "Swedish", "Projects", "Rye bread for the town")

const claim = (value: string, line: number): Draft.Claim => ({ value, lines: [line] })
const job: Draft.DraftExperience = {
  title: claim("Baker", 3), company: claim("Havre", 3), location: null, start_date: claim("2019", 3), end_date: claim("2021", 3), description: null, highlights: []
}
const language = { language: claim("Swedish", 5), proficiency: null }
const project = { name: claim("Rye bread for the town", 7), description: null, url: null, start_date: null, end_date: null, technologies: [] }

const signals = (draft: Partial<Draft.Draft>, text = cv) =>
  Score.score(Normalize.normalize({ ...Draft.empty, full_name: claim("Anna Berg", 1), ...draft }, "en"), { document: text, seenPages: [], witnessed: null }, "2024-01").signals

describe("the signals of sections", () => {
  it("are whole where every titled section gave something", () => {
    expect(signals({ experience: [job], languages: [language], projects: [project] })).toMatchObject({ sections_served: 1, sections_explained: 1 })
  })

  it("miss a titled section out of which nothing came", () => {
    expect(signals({ experience: [job], languages: [language] })).toMatchObject({ sections_served: 2 / 3, sections_explained: 0 })
  })

  it("are nothing where no section has a title that is known", () => {
    expect(signals({ experience: [job] }, document("Anna Berg", "Baker, Havre, 2019 – 2021"))).toMatchObject({ sections_served: 0, sections_explained: 0 })
  })
})

describe("the signals of order and number", () => {
  const dated = (from: string): Draft.DraftExperience => ({ ...job, start_date: claim(from, 3), end_date: null })

  it("are whole for entries that fall or rise, and less for entries that do neither", () => {
    const text = document("Anna Berg", "Experience", "Baker, Havre, 2012 2015 2018 2021")
    expect(signals({ experience: ["2021", "2018", "2015"].map(dated) }, text)).toMatchObject({ entries_ordered: 1 })
    expect(signals({ experience: ["2015", "2018", "2021"].map(dated) }, text)).toMatchObject({ entries_ordered: 1 })
    expect(signals({ experience: ["2015", "2021", "2012", "2018"].map(dated) }, text).entries_ordered).toBeCloseTo(5 / 6)
  })

  it("grow with the skills, as far as four", () => {
    const listed = (names: ReadonlyArray<string>) => names.map((name) => ({ name: claim(name, 3), category: null, level: null }))
    const text = document("Anna Berg", "Skills", "Rye, Wheat, Spelt, Oats, Barley")
    expect(signals({ skills: listed(["Rye"]) }, text)).toMatchObject({ skills_many: 0.25 })
    expect(signals({ skills: listed(["Rye", "Wheat", "Spelt", "Oats", "Barley"]) }, text)).toMatchObject({ skills_many: 1 })
  })
})
