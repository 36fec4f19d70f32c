import { Field, Score } from "@excv/evaluation"
import type { Truth } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"
import { bakery, hotel, jane, job, nothing, skill } from "./resumes.js"

const f1 = (expected: Truth.Expected, given: Truth.Expected): Record<string, number> =>
  Object.fromEntries(Score.means([Score.score(expected, given)]).fields.map((field) => [field.field, field.f1]))

const groups = (expected: Truth.Expected, given: Truth.Expected): Record<string, number> =>
  Object.fromEntries(Score.means([Score.score(expected, given)]).groups.map((group) => [group.group, group.f1]))

describe("score", () => {
  it("is 1 in every field for a perfect answer, and leaves out what both sides lack", () => {
    const scores = Score.score(jane, jane)
    expect(scores.f1).toBe(1)
    const means = Score.means([scores])
    expect(means.overall).toBe(1)
    expect(means.fields.every((field) => field.f1 === 1 && field.precision === 1 && field.recall === 1)).toBe(true)
    expect(scores.fields.map((field) => field.field)).toEqual([
      "full_name", "email", "location.city", "location.country",
      "experience.company", "experience.title", "experience.start_date", "experience.end_date", "experience.is_current",
      "experience.highlights", "skills.name", "skills.category",
      "total_experience_years", "seniority_level", "detected_language"
    ])
  })

  it("is 0 for an empty answer, but for what is right about it", () => {
    // Only seniority agrees: derived = (0 + 1 + 0) / 3; contact, location, experience, skills = 0.
    expect(groups(jane, nothing)).toEqual({ contact: 0, location: 0, experience: 0, skills: 0, derived: 1 / 3 })
    expect(Score.score(jane, nothing).f1).toBeCloseTo(1 / 15, 12)
  })

  it("does not mind the order of items", () => {
    const swapped = { ...jane, experience: [bakery, hotel], skills: [skill("Decorating"), skill("Baking")] }
    expect(Score.score(jane, swapped).f1).toBe(1)
  })

  it("takes company and title in each other's place as wrong", () => {
    const swapped = { ...jane, experience: jane.experience.map((entry) => ({ ...entry, company: entry.title, title: entry.company })) }
    const scores = f1(jane, swapped)
    expect(scores["experience.company"]).toBe(0)
    expect(scores["experience.title"]).toBe(0)
    expect(scores["experience.start_date"]).toBe(1)
  })

  it("charges a duplicate to precision", () => {
    const scores = Score.score(jane, { ...jane, skills: [skill("Baking"), skill("Baking"), skill("Decorating")] })
    const isName = ({ field }: { readonly field: string }) => field === "skills.name"
    expect(scores.fields.find(isName)).toEqual({ field: "skills.name", group: "skills", expected: 2, given: 3, correct: 2 })
    expect(Score.means([scores]).fields.find(isName)).toMatchObject({ precision: 2 / 3, recall: 1, f1: 4 / 5 })
  })

  it("charges one wrong field to that field alone", () => {
    const given = { ...jane, experience: [{ ...hotel, start_date: "2019" }, bakery] }
    // start_date: 1 of 2 and 2 given; experience has six fields, five of them 1: (5 + 0.5) / 6
    expect(f1(jane, given)["experience.start_date"]).toBe(0.5)
    expect(groups(jane, given)).toMatchObject({ contact: 1, location: 1, skills: 1, derived: 1 })
    expect(groups(jane, given)["experience"]).toBeCloseTo(5.5 / 6, 12)
    expect(Score.score(jane, given).f1).toBeCloseTo((4 + 5.5 / 6) / 5, 12)
  })

  it("gives 0 for a list that was invented", () => {
    expect(groups(nothing, { ...nothing, experience: [bakery] })["experience"]).toBe(0)
    const certification = { name: "First Aid", issuer: null, date: null, expiry_date: null, credential_id: null, url: null }
    expect(groups(jane, { ...jane, certifications: [certification] })).toMatchObject({ certifications: 0, experience: 1 })
  })

  it("gives an entry that agrees in nothing that identifies it no credit for its labels", () => {
    const other = job({ company: "Elsewhere Ltd", title: "Driver", start_date: "2001", end_date: "2002" })
    expect(f1({ ...nothing, experience: [bakery] }, { ...nothing, experience: [other] })["experience.is_current"]).toBe(0)
  })

  it("pairs bullets within their entry", () => {
    const moved = {
      ...jane,
      experience: [{ ...hotel, highlights: ["Baked bread"] }, { ...bakery, highlights: ["Trained two apprentices"] }]
    }
    // One of two bullets is in its place; two were given: 2 · 1 / (2 + 2)
    expect(f1(jane, moved)["experience.highlights"]).toBe(0.5)
  })

  it("counts city and country apart", () => {
    const given = { ...jane, location: { city: "Leeds", country: null, raw: null } }
    expect(f1(jane, given)).toMatchObject({ "location.city": 1, "location.country": 0 })
  })
})

describe("means", () => {
  it("averages a field over the documents that have it or whose answer invents it", () => {
    const silent = Score.score(nothing, nothing)
    const right = Score.score(jane, jane)
    const wrong = Score.score(jane, { ...jane, email: "other@example.com" })
    const invented = Score.score(nothing, { ...nothing, email: "other@example.com" })
    const email = Score.means([silent, right, wrong, invented]).fields.find((field) => field.field === "email")
    // Three documents count: 1, 0, 0. Precision over the three that give one, recall over the two that have one.
    expect(email).toEqual({ field: "email", group: "contact", documents: 3, precision: 1 / 3, recall: 1 / 2, f1: 1 / 3 })
  })

  it("is the mean of the groups, each the mean of its fields", () => {
    const summary = Score.means([Score.score(jane, nothing), Score.score(jane, jane)])
    expect(summary.documents).toBe(2)
    expect(summary.overall).toBeCloseTo((4 * 0.5 + 2 / 3) / 5, 12)
    expect(Score.means([]).overall).toBeNaN()
  })
})

describe("Field.all", () => {
  it("names each field once and covers every group", () => {
    expect(new Set(Field.all.map((field) => field.name)).size).toBe(Field.all.length)
    expect(new Set(Field.all.map((field) => field.group))).toEqual(new Set(Field.groups))
  })
})
