/** Attempts: one call of one extractor, and what it cost. */
import { Schema } from "effect"

/** Facts from the vendor; null is unknown, not zero. */
export const Usage = Schema.Struct({
  input_tokens: Schema.NullOr(Schema.Int),
  cached_input_tokens: Schema.NullOr(Schema.Int),
  output_tokens: Schema.NullOr(Schema.Int),
  reasoning_tokens: Schema.NullOr(Schema.Int),
  cost_usd: Schema.NullOr(Schema.Number)
}).annotations({ identifier: "Usage" })
export type Usage = typeof Usage.Type

export const unknownUsage: Usage = {
  input_tokens: null,
  cached_input_tokens: null,
  output_tokens: null,
  reasoning_tokens: null,
  cost_usd: null
}

/** For a question that the vendor turned down: no bill comes. */
export const noUsage: Usage = { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0, reasoning_tokens: 0, cost_usd: 0 }

/** The whole of several calls: a sum with an unknown part is unknown. */
export const total = (usages: ReadonlyArray<Usage>): Usage => {
  const sum = (key: keyof Usage): number | null =>
    usages.reduce<number | null>((whole, { [key]: part }) => (whole === null || part === null ? null : whole + part), 0)
  return {
    input_tokens: sum("input_tokens"),
    cached_input_tokens: sum("cached_input_tokens"),
    output_tokens: sum("output_tokens"),
    reasoning_tokens: sum("reasoning_tokens"),
    cost_usd: sum("cost_usd")
  }
}

/** For work that runs here: nobody counts tokens and nobody sends a bill. */
export const localUsage: Usage = { ...unknownUsage, cost_usd: 0 }

export const Attempt = Schema.Struct({
  provider: Schema.String,
  /** the model's identifier, such as `rules-1` */
  model: Schema.String,
  /** `cached`: accepted from an earlier call, for nothing */
  outcome: Schema.Literal("accepted", "cached", "failed"),
  /** the `ProviderError` reason of a failed attempt */
  reason: Schema.NullOr(Schema.String),
  duration_ms: Schema.Number,
  usage: Usage
}).annotations({ identifier: "Attempt" })
export type Attempt = typeof Attempt.Type
