/** Extractors that tests play on, and the extract stage over them. */
import { type Extractor, Limits, ProviderError } from "@excv/provider"
import { Attempt, Draft } from "@excv/schema"
import { Duration, Effect, Fiber, TestClock } from "effect"
import * as Extract from "../src/Extract.js"
import { document } from "./documents.js"

export type Outcome = Effect.Effect<{ readonly draft: Draft.Draft; readonly usage: Attempt.Usage }, ProviderError.ProviderError>

export const costing = (cost_usd: number | null) => ({ draft: Draft.empty, usage: { ...Attempt.unknownUsage, cost_usd } })
export const answer = Effect.succeed(costing(0))
export const fails = (reason: ProviderError.Reason, usage?: Attempt.Usage) => Effect.fail(ProviderError.make("test", reason, null, usage))

/** An extractor that does whatever `now` says. */
export const settable = (model: string, first: Outcome, mostUsd?: number | null) => {
  const state = { now: first, calls: 0 }
  const extractor: Extractor = {
    provider: model,
    model,
    extract: () => Effect.suspend(() => {
      state.calls++
      return state.now
    }),
    ...(mostUsd === undefined ? {} : { mostUsd: () => mostUsd })
  }
  return { extractor, state }
}

export const page = document("Anna")

/** The stage, while `wait` passes on the clock of the test. */
export const run = (chain: ReadonlyArray<Extractor>, options: Extract.Options = {}, wait: Duration.Duration = Duration.minutes(3)) =>
  Effect.gen(function*() {
    const fiber = yield* Effect.fork(Effect.either(Extract.extract(page, chain, Limits.standard, options)))
    yield* TestClock.adjust(wait)
    return yield* Fiber.join(fiber)
  })
