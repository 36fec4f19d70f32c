import { describe, expect, it } from "@effect/vitest"
import type { Extractor } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Attempt, Draft } from "@excv/schema"
import { Effect } from "effect"
import * as Witness from "../src/extract/Witness.js"
import { document } from "./documents.js"

const told = { ...Draft.empty, detected_language: "sv" }

const named = (model: string, extract: Extractor["extract"] = () => Effect.succeed({ draft: told, usage: Attempt.localUsage })): Extractor => ({ provider: model, model, extract })

const beside = (witness: Extractor | null, chain: ReadonlyArray<string>, answering: string) =>
  Effect.map(
    Witness.beside(witness, { chain: chain.map((model) => named(model)), document: document("x") }, Effect.succeed({ model: answering })),
    ({ testimony }) => testimony
  )

describe("a witness beside a model", () => {
  it.effect("is heard when the model answers", () =>
    Effect.map(beside(named("rules"), ["model", "rules"], "model"), (testimony) => expect(testimony).toEqual(told)))

  it.effect("is nobody where he answers himself, first or in place of the model", () =>
    Effect.gen(function*() {
      expect(yield* beside(named("rules"), ["rules"], "rules")).toBeNull()
      expect(yield* beside(named("rules"), ["model", "rules"], "rules")).toBeNull()
      expect(yield* beside(null, ["model"], "model")).toBeNull()
    }))

  it.effect.each([
    { what: "fails", extract: () => Effect.fail(ProviderError.make("rules", "crashed")) },
    { what: "dies", extract: () => Effect.dieMessage("a defect") }
  ])("that $what takes nobody with him", ({ extract }) =>
    Effect.map(beside(named("rules", extract), ["model"], "model"), (testimony) => expect(testimony).toBeNull()))

  it.effect("leaves a failure of the model as it is", () =>
    Effect.gen(function*() {
      const failed = Witness.beside(named("rules"), { chain: [named("model")], document: document("x") }, Effect.fail("late"))
      expect(yield* Effect.flip(failed)).toBe("late")
    }))
})
