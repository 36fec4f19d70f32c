/**
 * When the next extractor is asked beside one that is slow: after a fixed time, or when it is slower than 95 in 100 of its own
 * answers of late.
 */
import type { Answer, Extractor, ProviderError } from "@excv/provider"
import { Cause, Duration, Effect, Exit, Option, Ref } from "effect"

/** How an attempt ended. */
export type Ending = Exit.Exit<Answer, ProviderError.ProviderError>

export interface Hedge {
  /** how long this extractor is waited for; null: as long as it takes */
  readonly after: (extractor: Extractor) => Effect.Effect<Duration.Duration | null>
  /** Told of every attempt. */
  readonly observe: (extractor: Extractor, ending: Ending, durationMs: number) => Effect.Effect<void>
}

export const fixed = (after: Duration.Duration): Hedge => ({ after: () => Effect.succeed(after), observe: () => Effect.void })

/** The last answers of a model that are looked at: enough for a 95th percentile, few enough to follow a change within the hour. */
const window = 100
/** Fewer answers say nothing about the slowest in twenty. */
const least = 20

type Times = ReadonlyMap<string, ReadonlyArray<number>>

const keyOf = ({ model, provider }: Extractor): string => `${provider} ${model}`

/** Remembers the answers of all requests that share it, by provider and model. Until it has seen 20 of a model it never hedges it. */
export const p95: Effect.Effect<Hedge> = Effect.map(Ref.make<Times>(new Map()), (seen) => ({
  after: (extractor) => Effect.map(Ref.get(seen), (times) => percentile(times.get(keyOf(extractor)) ?? [])),
  observe: (extractor, ending, durationMs) =>
    Ref.update(seen, (times) => {
      const own = times.get(keyOf(extractor)) ?? []
      return says(own, ending, durationMs) ? new Map(times).set(keyOf(extractor), [...own, durationMs].slice(-window)) : times
    })
}))

/** By the nearest rank. */
const percentile = (times: ReadonlyArray<number>): Duration.Duration | null => {
  if (times.length < least) return null
  const sorted = times.toSorted((left, right) => left - right)
  return Duration.millis(sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0)
}

/**
 * Whether an attempt says how long the model takes: an answer does, unless nobody was asked for it. One that ran out of time, or was
 * stopped because another answered first, took at least so long; without those the percentile would sink with every hedge that wins.
 */
const says = (own: ReadonlyArray<number>, ending: Ending, durationMs: number): boolean => {
  if (Exit.isSuccess(ending)) return ending.value.isCached !== true && ending.value.usage.input_tokens !== 0
  const isSlow = Option.match(Cause.failureOption(ending.cause), {
    onNone: () => Cause.isInterruptedOnly(ending.cause),
    onSome: ({ reason }) => reason === "timeout"
  })
  const usual = percentile(own)
  return isSlow && usual !== null && durationMs >= Duration.toMillis(usual)
}
