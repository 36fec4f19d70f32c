import { type Decoder, type Extractor, Limits } from "@excv/provider"
import { Attempt, Draft } from "@excv/schema"
import { describe, expect, it } from "@effect/vitest"
import { Deferred, Effect } from "effect"
import * as Pipeline from "../src/Pipeline.js"
import * as Seats from "../src/Seats.js"
import { document } from "./documents.js"

/** How many are inside at the same time, and the most that ever were. */
const counted = () => {
  let inside = 0
  let most = 0
  const through = <A>(value: A) =>
    Effect.acquireUseRelease(
      Effect.sync(() => { most = Math.max(most, ++inside) }),
      () => Effect.as(Effect.replicateEffect(Effect.yieldNow(), 50, { discard: true }), value),
      () => Effect.sync(() => { inside-- })
    )
  return { through, most: () => most }
}

const pages = document("Anna Bell").pages.map(({ lines, ...page }) => ({ ...page, words: lines.flatMap(({ words }) => words) }))

const documents = 8

describe("the pipeline", () => {
  it.effect("reads as many documents at once as there are seats, and lets all of them wait for a model", () =>
    Effect.gen(function*() {
      const reading = counted()
      const decoder: Decoder = { name: "pdf", mediaTypes: ["application/pdf"], decode: () => reading.through(pages), picture: null }
      const last = yield* Deferred.make<void>()
      let asked = 0
      // It answers when all of them have asked.
      const extractor: Extractor = {
        provider: "slow",
        model: "slow",
        extract: () =>
          Effect.suspend(() => ++asked === documents ? Deferred.succeed(last, undefined) : Effect.void).pipe(
            Effect.zipRight(Deferred.await(last)),
            Effect.as({ draft: Draft.empty, usage: Attempt.localUsage })
          )
      }
      const seats = yield* Seats.make(2)
      const parts = { decoders: [decoder], chain: [extractor], reader: null, seats, limits: Limits.standard }
      const one = Pipeline.run(new TextEncoder().encode("%PDF-1.7 a document"), parts, { asOf: "2026-01" })
      yield* Effect.all(Array.from({ length: documents }, () => one), { concurrency: "unbounded" })
      expect(reading.most()).toBe(2)
      expect(asked).toBe(documents)
    }))
})
