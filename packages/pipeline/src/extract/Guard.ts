/** What every extractor of a chain gets: a deadline for each attempt, the account's leave, a circuit breaker. Made once, shared by all requests. */
import type { Extractor, Limits } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Effect } from "effect"
import * as Breaker from "./Breaker.js"
import * as Spending from "./Spending.js"

/** Who had his time is not asked again. */
const within = (extractor: Extractor, { attemptTimeout }: Limits.Limits): Extractor => ({
  ...extractor,
  extract: (document, views) =>
    Effect.timeoutFail(extractor.extract(document, views), {
      duration: attemptTimeout,
      onTimeout: () => new ProviderError.ProviderError({ provider: extractor.provider, reason: "timeout", disposition: "fall_back", retryAfter: null })
    })
})

export const all = (
  chain: ReadonlyArray<Extractor>,
  limits: Limits.Limits,
  breaker: Breaker.Settings = Breaker.standard
): Effect.Effect<ReadonlyArray<Extractor>> =>
  Effect.forEach(chain, (extractor) => Breaker.guard(Spending.within(within(extractor, limits)), breaker))
