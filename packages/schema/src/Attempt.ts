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

/** For work that runs here: nobody counts tokens and nobody sends a bill. */
export const localUsage: Usage = { ...unknownUsage, cost_usd: 0 }

export const Attempt = Schema.Struct({
  provider: Schema.String,
  /** the model's identifier, such as `rules-1` */
  model: Schema.String,
  outcome: Schema.Literal("accepted", "failed"),
  /** the `ProviderError` reason of a failed attempt */
  reason: Schema.NullOr(Schema.String),
  duration_ms: Schema.Number,
  usage: Usage
}).annotations({ identifier: "Attempt" })
export type Attempt = typeof Attempt.Type
