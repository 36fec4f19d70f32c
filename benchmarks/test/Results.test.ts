import { FileSystem } from "@effect/platform"
import { NodeContext } from "@effect/platform-node"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import * as Measure from "../src/Measure.js"
import * as Results from "../src/Results.js"
import { environment, measured, result, resume } from "./samples.js"

const welder = { ...resume, skills: [{ name: "Welding", category: "other" as const, level: null }] }

describe("ofMeasured", () => {
  it("keeps the counts from which every score can be computed again", () => {
    const kept = result(welder)
    expect(kept.fields["skills.name"]).toEqual([1, 1, 0])
    expect(kept.fields["email"]).toEqual([1, 1, 1])
    // Contact, location and derived are right, skills are not: the mean of 1, 1, 0, 1.
    expect(kept.f1).toBe(0.75)
    expect(Results.meansOf([kept]).overall).toBe(0.75)
  })

  it("counts invented values", () => {
    // Name, e-mail, city, country and skill can be looked up.
    expect(result(welder).grounding).toEqual({ given: 5, invented: 1 })
    expect(result(resume).grounding).toEqual({ given: 5, invented: 0 })
    expect(Results.hallucination([result(welder), result(resume)])).toBe(0.1)
  })

  it("scores no answer as one that misses everything", () => {
    const none = Results.ofMeasured({ ...measured(resume), extraction: null, failure: "corrupted", verdicts: Measure.missed(resume) })
    expect(none).toMatchObject({ f1: 0, confidence: null, model: null, failure: "corrupted", grounding: { given: 0, invented: 0 } })
    expect(none.fields["seniority_level"]).toEqual([1, 0, 0])
  })
})

describe("write and read", () => {
  it.scoped("give back what was written", () =>
    Effect.gen(function*() {
      const files = yield* FileSystem.FileSystem
      const directory = yield* files.makeTempDirectoryScoped()
      const results = Results.make(environment, [result(welder), result(resume, 0.9, { document: "other.pdf", split: "validation" })])
      expect(results.overall).toEqual({ development: 0.75, validation: 1 })
      yield* Results.write(`${directory}/deep/results.json`, results)
      expect(yield* Results.read(`${directory}/deep/results.json`)).toEqual(results)
      const lines = (yield* files.readFileString(`${directory}/deep/results.json`)).split("\n")
      expect(lines.filter((line) => line.includes("\"document\""))).toHaveLength(2)
    }).pipe(Effect.provide(NodeContext.layer)))
})
