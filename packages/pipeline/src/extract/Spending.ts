/**
 * What may be spent on models over many requests, such as an account's in a day: asked for leave before each call that costs, and
 * told afterwards what it cost. Whoever has accounts provides it around an extraction; without it nothing is limited.
 */
import type { Answer, Extractor } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import type { LazyArg } from "effect/Function"
import { Cause, Context, Effect, Exit, Option } from "effect"

/** Money that is held for one call. */
export interface Hold {
  /** Once, after the call; not called when nobody knows what it cost: then what was held is what it counts. */
  readonly settle: (costUsd: number) => Effect.Effect<void>
}

export declare namespace Spending {
  interface Service {
    /**
     * For a call that costs at most so many US dollars, null when nobody knows; none when it is not to be made. To work that out takes
     * milliseconds: who limits nothing need not ask.
     */
    readonly hold: (mostUsd: LazyArg<number | null>) => Effect.Effect<Option.Option<Hold>>
  }
}

export const unlimited: Spending.Service = { hold: () => Effect.succeedSome({ settle: () => Effect.void }) }

export class Spending extends Context.Reference<Spending>()("@excv/pipeline/Spending", { defaultValue: () => unlimited }) {}

/** Extractors that cost nothing need no leave. */
export const within = (extractor: Extractor): Extractor => {
  const { mostUsd } = extractor
  if (mostUsd === undefined) return extractor
  return {
    ...extractor,
    extract: (document, views) =>
      Effect.uninterruptibleMask((restore) =>
        Effect.gen(function*() {
          const { hold } = yield* Spending
          const held = yield* restore(hold(() => mostUsd(document, views)))
          if (Option.isNone(held)) return yield* refused(extractor)
          return yield* Effect.onExit(restore(extractor.extract(document, views)), (exit) => settle(held.value, exit))
        }))
  }
}

const refused = ({ provider }: Extractor) => ProviderError.make(provider, "over_daily_cap", null, Attempt.noUsage)

const settle = (hold: Hold, exit: Exit.Exit<Answer, ProviderError.ProviderError>) => {
  const cost = costOf(exit)
  return cost === null ? Effect.void : hold.settle(cost)
}

/** Null when nobody knows, as of a call that was stopped: the vendor may charge for it. */
const costOf = (exit: Exit.Exit<Answer, ProviderError.ProviderError>): number | null =>
  Exit.match(exit, {
    onFailure: (cause) => Option.match(Cause.failureOption(cause), { onNone: () => null, onSome: ({ usage }) => usage.cost_usd }),
    onSuccess: ({ usage }) => usage.cost_usd
  })
