/**
 * The extract stage: asks the extractors of a chain in their order. Passing faults are retried on the same extractor,
 * anything else falls back to the next, a fatal one stops. Every attempt is recorded, with whatever it cost.
 */
import type { Answer, Extractor, Limits } from "@excv/provider"
import type { ProviderError } from "@excv/provider"
import type { Attempt, Document, Issue } from "@excv/schema"
import { Array, Deferred, Duration, Effect, Random, Ref } from "effect"
import * as Attempts from "./extract/Attempts.js"
import * as Budget from "./extract/Budget.js"
import type { Hedge } from "./extract/Hedge.js"
import { ExtractionFailed } from "./ExtractionFailed.js"
import * as Stage from "./Stage.js"

export interface Extracted extends Answer {
  readonly model: string
  readonly attempts: ReadonlyArray<Attempt.Attempt>
  readonly issues: ReadonlyArray<Issue.Issue>
}

export interface Options {
  /** of all attempts together, in US dollars */
  readonly maxCostUsd?: number | undefined
  /** when the next extractor is asked beside a slow one; default: never */
  readonly hedge?: Hedge | undefined
}

/** Tries on one extractor, the first included. */
const maxTries = 3
const baseDelay = Duration.millis(250)
/** A vendor that asks for a longer pause is left for the next extractor. */
const maxDelay = Duration.seconds(10)

/** Fails with `ExtractionFailed` when the chain is exhausted, or at `limits.extractTimeout`. */
export const extract = Effect.fn("Extract.extract")(function*(
  document: Document.Document,
  chain: ReadonlyArray<Extractor>,
  limits: Limits.Limits,
  { hedge, maxCostUsd }: Options = {}
) {
  const attempts = yield* Attempts.make(hedge?.observe)
  const budget = maxCostUsd === undefined ? null : yield* Budget.make(maxCostUsd)
  const affordable = budget === null ? chain : chain.map((extractor) => Budget.within(budget, extractor))
  const asked = walk({ document, attempts, hedge }, affordable)
  const answered = yield* Effect.either(Effect.timeoutFail(asked, { duration: limits.extractTimeout, onTimeout: () => late }))
  const made = yield* Ref.get(attempts.made)
  if (answered._tag === "Left") return yield* failure(answered.left, made)
  const { answer, model } = answered.right
  return { ...answer, model, attempts: made, issues: [...(answer.issues ?? []), ...fellBack(model, chain), ...capped(made)] } satisfies Extracted
})

/** How a walk along the chain ends without an answer. */
interface End {
  readonly reason: "providers_failed" | "deadline"
  readonly isFinal: boolean
}

const exhausted: End = { reason: "providers_failed", isFinal: false }
const stopped: End = { reason: "providers_failed", isFinal: true }
const late: End = { reason: "deadline", isFinal: false }

const failure = ({ isFinal, reason }: End, attempts: ReadonlyArray<Attempt.Attempt>) => {
  const limit = attempts.every(({ reason }) => keptBack.has(reason)) ? attempts.find(isCapped) ?? attempts[0] : undefined
  return limit === undefined
    ? new ExtractionFailed({ reason, retryable: !isFinal, attempts })
    : new ExtractionFailed({ reason: isCapped(limit) ? "over_daily_cap" : "over_budget", retryable: false, attempts })
}

/** Reasons for which nobody was asked because of the money. */
const keptBack: ReadonlySet<string | null> = new Set(["over_budget", "over_daily_cap"])

const isCapped = ({ reason }: Attempt.Attempt): boolean => reason === "over_daily_cap"

interface Request {
  readonly document: Document.Document
  readonly attempts: Attempts.Attempts
  readonly hedge: Hedge | undefined
}

interface Answered {
  readonly answer: Answer
  readonly model: string
}

/**
 * In turn; with a hedge, the models that stand together as one. What costs nothing, as the rules, is no hedge: it would answer at
 * once, and with less, whenever a model is slow. It is asked when all models before it have failed.
 */
const walk = (request: Request, [first, ...others]: ReadonlyArray<Extractor>): Effect.Effect<Answered, End> => {
  if (first === undefined) return Effect.fail(stopped)
  const [beside, rest] = request.hedge === undefined || first.mostUsd === undefined ? [[], others] : Array.span(others, costs)
  return Effect.catchAll(together(request, first, beside), (end) => (end.isFinal || rest.length === 0 ? Effect.fail(end) : walk(request, rest)))
}

const costs = ({ mostUsd }: Extractor): boolean => mostUsd !== undefined

/** The next one begins when this one has failed, or when it is slow; the first answer ends the others. */
const together = (request: Request, extractor: Extractor, [next, ...others]: ReadonlyArray<Extractor>): Effect.Effect<Answered, End> => {
  const answered = Effect.map(ask(request, extractor), (answer) => ({ answer, model: extractor.model }))
  const own = Effect.mapError(answered, ({ disposition }) => (disposition === "fatal" ? stopped : exhausted))
  if (next === undefined) return own
  const onwards = Effect.suspend(() => together(request, next, others))
  return Effect.flatMap(request.hedge?.after(extractor) ?? Effect.succeed(null), (after) =>
    after === null ? Effect.catchAll(own, (end) => (end.isFinal ? Effect.fail(end) : onwards)) : hedged(own, onwards, after))
}

const hedged = (own: Effect.Effect<Answered, End>, onwards: Effect.Effect<Answered, End>, after: Duration.Duration) =>
  Effect.flatMap(Deferred.make<void, End>(), (failed) => {
    const told = Effect.tapError(own, (end) => (end.isFinal ? Deferred.fail(failed, end) : Deferred.succeed(failed, undefined)))
    return Effect.race(told, Effect.zipRight(Effect.raceFirst(Deferred.await(failed), Effect.sleep(after)), onwards))
  })

/** One extractor, until it answers, fails for good, or has been tried often enough. */
const ask = (request: Request, extractor: Extractor, tried = 1): Effect.Effect<Answer, ProviderError.ProviderError> =>
  Effect.catchAll(Attempts.attempt(request.attempts, extractor, request.document), (error) => {
    const pause = error.retryAfter ?? Duration.times(baseDelay, 2 ** (tried - 1))
    const isWorthARetry = error.disposition === "retry" && tried < maxTries && Duration.lessThanOrEqualTo(pause, maxDelay)
    if (!isWorthARetry) return error
    return Effect.flatMap(Random.nextRange(1, 1.25), (jitter) =>
      Effect.delay(ask(request, extractor, tried + 1), Duration.millis(Math.ceil(Duration.toMillis(pause) * jitter))))
  })

const fellBack = (model: string, [first]: ReadonlyArray<Extractor>): ReadonlyArray<Issue.Issue> =>
  first !== undefined && first.model !== model
    ? [Stage.issue("provider_fell_back", "The first extractor of the chain failed and a later one answered.")]
    : []

const capped = (attempts: ReadonlyArray<Attempt.Attempt>): ReadonlyArray<Issue.Issue> =>
  attempts.some(isCapped)
    ? [Stage.issue("daily_cap_reached", "A model was not asked, because the account might have spent more than it may in a day.")]
    : []
