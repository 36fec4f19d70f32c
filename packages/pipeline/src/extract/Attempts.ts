/** The record of the attempts of one request: each call of an extractor, whatever its end, also when it was stopped from outside. */
import type { Answer, Extractor } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import type { Document } from "@excv/schema"
import { Clock, Effect, Exit, Option, Ref, Cause } from "effect"
import * as Stage from "../Stage.js"

export type Attempts = Ref.Ref<ReadonlyArray<Attempt.Attempt>>

export const make: Effect.Effect<Attempts> = Ref.make<ReadonlyArray<Attempt.Attempt>>([])

/** One call; a defect of a provider is a failure of that provider only. */
export const attempt = (attempts: Attempts, extractor: Extractor, document: Document.Document): Effect.Effect<Answer, ProviderError.ProviderError> =>
  Effect.flatMap(Clock.currentTimeNanos, (start) =>
    Effect.catchAllDefect(
      Effect.suspend(() => extractor.extract(document)),
      () => Effect.fail(ProviderError.make(extractor.provider, "crashed"))
    ).pipe(
      Effect.onExit((exit) =>
        Effect.flatMap(Clock.currentTimeNanos, (end) =>
          Ref.update(attempts, (made) => [...made, record(extractor, exit, Stage.round(Number(end - start) / 1e6))])))
    ))

const record = ({ model, provider }: Extractor, exit: Exit.Exit<Answer, ProviderError.ProviderError>, duration_ms: number): Attempt.Attempt => {
  const about = { provider, model, duration_ms }
  if (Exit.isSuccess(exit)) {
    const { isCached, usage } = exit.value
    return { ...about, outcome: isCached === true ? "cached" : "accepted", reason: null, usage }
  }
  const failure = Option.getOrUndefined(Cause.failureOption(exit.cause))
  return { ...about, outcome: "failed", reason: failure?.reason ?? "cancelled", usage: failure?.usage ?? Attempt.unknownUsage }
}
