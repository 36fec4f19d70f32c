/**
 * The extract stage: asks the extractors of a chain in their order. Passing faults are retried on the same extractor,
 * anything else falls back to the next, a fatal one stops. Every attempt is recorded, with whatever it cost.
 */
import type { Answer, Extractor, Limits } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import type { Document, Issue } from "@excv/schema"
import { Attempt } from "@excv/schema"
import { Duration, Effect, Either, Random, Ref } from "effect"
import { ExtractionFailed } from "./ExtractionFailed.js"
import * as Stage from "./Stage.js"

export interface Extracted extends Answer {
  readonly model: string
  readonly attempts: ReadonlyArray<Attempt.Attempt>
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** Tries on one extractor, the first included. */
const maxTries = 3
const baseDelay = Duration.millis(250)
/** A vendor that asks for a longer pause is left for the next extractor. */
const maxDelay = Duration.seconds(10)

type Attempts = Ref.Ref<ReadonlyArray<Attempt.Attempt>>

/** Fails with `ExtractionFailed` when the chain is exhausted, or at `limits.extractTimeout`. */
export const extract = Effect.fn("Extract.extract")(function*(
  document: Document.Document,
  chain: ReadonlyArray<Extractor>,
  limits: Limits.Limits
) {
  const attempts: Attempts = yield* Ref.make<ReadonlyArray<Attempt.Attempt>>([])
  const fail = (reason: "providers_failed" | "deadline", retryable: boolean) =>
    Effect.flatMap(Ref.get(attempts), (made) => new ExtractionFailed({ reason, retryable, attempts: made }))

  const walk = Effect.gen(function*() {
    for (const extractor of chain) {
      const answer = yield* Effect.either(ask(extractor, document, attempts))
      if (Either.isRight(answer)) return { ...answer.right, model: extractor.model }
      if (answer.left.disposition === "fatal") return yield* fail("providers_failed", false)
    }
    return yield* fail("providers_failed", true)
  })
  const answered = yield* Effect.timeoutOption(walk, limits.extractTimeout)
  if (answered._tag === "None") return yield* fail("deadline", true)
  const made = yield* Ref.get(attempts)
  return { ...answered.value, attempts: made, issues: fellBack(made) } satisfies Extracted
})

/** One extractor, until it answers, fails for good, or has been tried often enough. */
const ask = (
  extractor: Extractor,
  document: Document.Document,
  attempts: Attempts,
  tried = 1
): Effect.Effect<Answer, ProviderError.ProviderError> =>
  Effect.catchAll(attempt(extractor, document, attempts), (error) => {
    const pause = error.retryAfter ?? Duration.times(baseDelay, 2 ** (tried - 1))
    const isWorthARetry = error.disposition === "retry" && tried < maxTries && Duration.lessThanOrEqualTo(pause, maxDelay)
    if (!isWorthARetry) return error
    return Effect.flatMap(Random.nextRange(1, 1.25), (jitter) =>
      Effect.delay(
        ask(extractor, document, attempts, tried + 1),
        Duration.millis(Math.ceil(Duration.toMillis(pause) * jitter))
      ))
  })

/** One call, recorded whatever its end; a defect of a provider is a failure of that provider only. */
const attempt = (extractor: Extractor, document: Document.Document, attempts: Attempts) => {
  const call = Effect.catchAllDefect(
    extractor.extract(document),
    () => Effect.fail(ProviderError.make(extractor.provider, "crashed"))
  )
  return Effect.flatMap(Stage.timed(Effect.either(call)), ({ durationMs, value }) =>
    Effect.zipRight(
      Ref.update(attempts, (made) => [...made, record(extractor, value, durationMs)]),
      value
    ))
}

const record = (
  { model, provider }: Extractor,
  outcome: Either.Either<Answer, ProviderError.ProviderError>,
  durationMs: number
): Attempt.Attempt =>
  Either.match(outcome, {
    onLeft: ({ reason }) => ({
      provider, model, outcome: "failed", reason, duration_ms: durationMs, usage: Attempt.unknownUsage
    }),
    onRight: ({ usage }) => ({ provider, model, outcome: "accepted", reason: null, duration_ms: durationMs, usage })
  })

const fellBack = (attempts: ReadonlyArray<Attempt.Attempt>): ReadonlyArray<Issue.Issue> =>
  attempts.length > 0 && attempts[0]?.model !== attempts.at(-1)?.model
    ? [Stage.issue("provider_fell_back", "The first extractor of the chain failed and a later one answered.")]
    : []
