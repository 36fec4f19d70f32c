import { describe, expect, it } from "@effect/vitest"
import { Draft, type Resume } from "@excv/schema"
import * as Agreement from "../src/score/Agreement.js"
import * as Normalize from "../src/Normalize.js"
import * as Score from "../src/Score.js"
import { document } from "./documents.js"

const texts = ["Anna Berg", "Baker, Havre, 2019 – 2021", "Cook, Surdeg, 2015 – 2018", "Swedish, Rye bread"]
const claim = (value: string, line: number): Draft.Claim => ({ value, lines: [line] })

const job = (title: string, company: string, start: string, end: string, line: number): Draft.DraftExperience => ({
  title: claim(title, line), company: claim(company, line), location: null, start_date: claim(start, line), end_date: claim(end, line), description: null, highlights: []
})

const draft = (...experience: ReadonlyArray<Draft.DraftExperience>): Draft.Draft => ({ ...Draft.empty, full_name: claim("Anna Berg", 1), experience })

const baker = job("Baker", "Havre", "2019", "2021", 2)
const cook = job("Cook", "Surdeg", "2015", "2018", 3)
const both = draft(baker, cook)
const normal = (one: Draft.Draft) => Normalize.normalize(one, "en")

const answer = (one: Draft.Draft, witness: Draft.Draft | null) =>
  Score.score(normal(one), { document: document(...texts), seenPages: [], witnessed: witness && normal(witness) }, "2024-01")

const opinions = (one: Draft.Draft, witness: Draft.Draft) =>
  Object.fromEntries(Agreement.of(answer(one, null).resume as Resume.Resume, normal(witness)).opinions)

describe("a witness", () => {
  it("says the same of each value that it read too, whatever the order of the entries", () => {
    const { fields, signals } = answer(both, draft(cook, baker))
    expect(new Set(Object.values(fields).map(({ second_opinion }) => second_opinion))).toEqual(new Set(["same"]))
    expect(signals["agreement"]).toBe(1)
  })

  it("says another value, or nothing, of what it did not read so", () => {
    const swapped = draft(job("Baker", "Surdeg", "2019", "2021", 2))
    expect(opinions(draft(baker, cook), swapped)).toMatchObject({
      "/experience/0/title": "same", "/experience/0/company": "other", "/experience/1/title": "nothing"
    })
  })

  it("lowers the agreement by what it read and the answer lacks", () => {
    const [whole, part] = [answer(both, both), answer(draft(baker), both)].map(({ signals }) => signals["agreement"] ?? NaN)
    expect(whole).toBe(1)
    expect(part).toBeLessThan(0.8)
  })

  it("makes what it agrees with surer than what it reads in another way", () => {
    const { fields } = answer(both, draft(job("Baker", "Surdeg", "2019", "2021", 2), cook))
    const [agreed, other] = [fields["/experience/1/company"], fields["/experience/0/company"]]
    expect(agreed?.second_opinion).toBe("same")
    expect(other?.second_opinion).toBe("other")
    expect((agreed?.confidence ?? 0) - (other?.confidence ?? 1)).toBeGreaterThan(0.1)
  })

  it("that was not there changes nothing", () => {
    const { fields, signals } = answer(both, null)
    expect(Object.values(fields).some((field) => "second_opinion" in field)).toBe(false)
    expect(signals).not.toHaveProperty("agreement")
  })
})
