/**
 * A circuit breaker for each extractor: one that fails again and again is left alone for a while, so that requests do not wait for
 * it; then one request tries it, and its success closes the circuit.
 */
import type { Answer, Extractor } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { Cause, Clock, Duration, Effect, Exit, Option, Ref } from "effect"

export interface Settings {
  /** the last calls that are looked at */
  readonly window: number
  /** so many faults among them open the circuit */
  readonly faults: number
  /** how long it stays open at first; each failed trial doubles it, up to the longest */
  readonly rest: Duration.Duration
  readonly longestRest: Duration.Duration
}

export const standard: Settings = { window: 10, faults: 5, rest: Duration.seconds(10), longestRest: Duration.minutes(5) }

interface State {
  /** the last calls, true for a fault */
  readonly calls: ReadonlyArray<boolean>
  /** when it may be tried again, in milliseconds; null while the circuit is closed */
  readonly openUntil: number | null
  readonly restMs: number
  readonly isTrying: boolean
}

/** Faults of the provider, not of the document or of its answer. */
const counted: ReadonlySet<ProviderError.Reason> = new Set([
  "rate_limited", "credit_exhausted", "overloaded", "unavailable", "connection", "timeout", "unauthorized", "forbidden", "unknown_model", "crashed"
])

type Outcome = "fault" | "good" | "unknown"

const outcomeOf = (exit: Exit.Exit<Answer, ProviderError.ProviderError>): Outcome => {
  if (Exit.isSuccess(exit)) return "good"
  const failure = Cause.failureOption(exit.cause)
  // Who was not asked has neither failed nor passed a trial.
  if (Option.isSome(failure) && failure.value.reason === "over_daily_cap") return "unknown"
  if (Option.isSome(failure)) return counted.has(failure.value.reason) ? "fault" : "good"
  return Cause.isInterruptedOnly(exit.cause) ? "unknown" : "fault"
}

/** The state belongs to the extractor that is returned: share that one. */
export const guard = (extractor: Extractor, settings: Settings = standard): Effect.Effect<Extractor> =>
  Effect.map(
    Ref.make<State>({ calls: [], openUntil: null, restMs: Duration.toMillis(settings.rest), isTrying: false }),
    (state) => ({ ...extractor, extract: (document, views) => through(state, settings, extractor, extractor.extract(document, views)) })
  )

const through = <A extends Answer>(state: Ref.Ref<State>, settings: Settings, { provider }: Extractor, call: Effect.Effect<A, ProviderError.ProviderError>) =>
  Effect.uninterruptibleMask((restore) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      Effect.flatMap(Ref.modify(state, enter(now)), (may) =>
        may
          ? Effect.onExit(restore(call), (exit) =>
            Effect.flatMap(Clock.currentTimeMillis, (end) => Ref.update(state, leave(settings, end, outcomeOf(exit)))))
          : Effect.fail(ProviderError.make(provider, "circuit_open", null, Attempt.noUsage)))))

const enter = (now: number) => (state: State): [boolean, State] => {
  if (state.openUntil === null) return [true, state]
  return now < state.openUntil || state.isTrying ? [false, state] : [true, { ...state, isTrying: true }]
}

const leave = ({ faults, longestRest, rest, window }: Settings, now: number, outcome: Outcome) => (state: State): State => {
  const closed = { calls: [], openUntil: null, restMs: Duration.toMillis(rest), isTrying: false }
  if (state.openUntil !== null) {
    // Calls that began before it opened say nothing about now.
    if (!state.isTrying || outcome === "unknown") return { ...state, isTrying: false }
    const restMs = Math.min(2 * state.restMs, Duration.toMillis(longestRest))
    return outcome === "good" ? closed : { ...state, isTrying: false, restMs, openUntil: now + restMs }
  }
  if (outcome === "unknown") return state
  const calls = [...state.calls, outcome === "fault"].slice(-window)
  const isTooMany = calls.filter((isFault) => isFault).length >= faults
  return { ...state, calls, openUntil: isTooMany ? now + state.restMs : null }
}
