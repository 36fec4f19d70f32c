/** The record of the attempts of one request: each call of an extractor, whatever its end, also when it was stopped from outside. */
import type { Answer, Extractor } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import type { Document } from "@excv/schema"
import { Clock, Effect, Exit, Option, Ref, Cause } from "effect"
import * as Stage from "../Stage.js"
import type * as Hedge from "./Hedge.js"

export interface Attempts {
  readonly made: Ref.Ref<ReadonlyArray<Attempt.Attempt>>
  /** who wants to hear how each one ended */
  readonly observe: Hedge.Hedge["observe"]
}

export const make = (observe: Attempts["observe"] = () => Effect.void): Effect.Effect<Attempts> =>
  Effect.map(Ref.make<ReadonlyArray<Attempt.Attempt>>([]), (made) => ({ made, observe }))

/** One call; a defect of a provider is a failure of that provider only. */
export const attempt = ({ made, observe }: Attempts, extractor: Extractor, document: Document.Document): Effect.Effect<Answer, ProviderError.ProviderError> =>
  Effect.flatMap(Clock.currentTimeNanos, (start) =>
    Effect.catchAllDefect(
      Effect.suspend(() => extractor.extract(document)),
      () => Effect.fail(ProviderError.make(extractor.provider, "crashed"))
    ).pipe(
      Effect.onExit((ending) =>
        Effect.flatMap(Clock.currentTimeNanos, (end) => {
          const durationMs = Stage.round(Number(end - start) / 1e6)
          return Effect.zipRight(Ref.update(made, (before) => [...before, record(extractor, ending, durationMs)]), observe(extractor, ending, durationMs))
        }))
    ))

const record = (extractor: Extractor, ending: Hedge.Ending, duration_ms: number): Attempt.Attempt => {
  const about = { provider: extractor.provider, model: extractor.model, duration_ms }
  if (Exit.isSuccess(ending)) {
    const { isCached, usage } = ending.value
    return { ...about, outcome: isCached === true ? "cached" : "accepted", reason: null, usage }
  }
  const failure = Option.getOrUndefined(Cause.failureOption(ending.cause))
  return { ...about, outcome: "failed", reason: failure?.reason ?? "cancelled", usage: failure?.usage ?? stopped(extractor) }
}

/** What a call cost that was stopped from outside: nobody knows, unless it cannot cost anything. */
const stopped = ({ mostUsd }: Extractor): Attempt.Usage => (mostUsd === undefined ? Attempt.localUsage : Attempt.unknownUsage)
