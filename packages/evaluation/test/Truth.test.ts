import { Truth } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { jane } from "./resumes.js"

const minimal = { document: "jane.pdf", as_of: "2026-01", resume: jane }

describe("parse", () => {
  it.effect("takes a truth without labels", () =>
    Effect.gen(function*() {
      const truth = yield* Truth.parse(JSON.stringify(minimal))
      expect(truth).toMatchObject({ document: "jane.pdf", layout: "unknown", language: "unknown", split: "validation", resume: jane })
    }))

  it.effect("refuses a wrong member and says where", () =>
    Effect.gen(function*() {
      const wrong = { ...minimal, resume: { ...jane, location: { ...jane.location, country: "Britain" } } }
      const error = yield* Effect.flip(Truth.parse(JSON.stringify(wrong)))
      expect(error.message).toContain("country")
      expect((yield* Effect.flip(Truth.parse("{"))).message).toContain("JSON")
      expect((yield* Effect.flip(Truth.parse(JSON.stringify({ ...minimal, as_of: "soon" })))).message).toContain("as_of")
    }))
})
