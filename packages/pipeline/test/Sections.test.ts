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
