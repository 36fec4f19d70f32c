/** The budget of one request: nothing is asked that might cost more than is left, as far as anybody can tell before. */
import type { Answer, Extractor } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import type { Document } from "@excv/schema"
import { Effect, Either, Ref } from "effect"

/** What was spent, and what calls under way may still cost; in US dollars. */
export interface Budget {
  readonly maxUsd: number
  readonly taken: Ref.Ref<number>
}

export const make = (maxUsd: number): Effect.Effect<Budget> => Effect.map(Ref.make(0), (taken) => ({ maxUsd, taken }))

/** Who cannot say what he costs at most is not asked on a budget; what he did not say he cost, is counted as that. */
export const within = (budget: Budget, extractor: Extractor): Extractor => ({
  ...extractor,
  extract: (document) =>
    Effect.flatMap(take(budget, extractor, document), (most) =>
      Effect.flatMap(Effect.either(extractor.extract(document)), (outcome) => Effect.zipRight(settle(budget, most, outcome), outcome)))
})

const refused = ({ provider }: Extractor) => ProviderError.make(provider, "over_budget", null, Attempt.noUsage)

const take = ({ maxUsd, taken }: Budget, extractor: Extractor, document: Document.Document) => {
  const most = extractor.mostUsd === undefined ? 0 : extractor.mostUsd(document)
  if (most === null) return refused(extractor)
  return Effect.flatMap(
    Ref.modify(taken, (usd) => (usd + most > maxUsd ? [false, usd] : [true, usd + most])),
    (isTaken) => (isTaken ? Effect.succeed(most) : refused(extractor))
  )
}

const settle = ({ taken }: Budget, most: number, outcome: Either.Either<Answer, ProviderError.ProviderError>) => {
  const { usage } = Either.merge(outcome)
  return usage.cost_usd === null ? Effect.void : Ref.update(taken, (usd) => usd - most + (usage.cost_usd ?? most))
}
