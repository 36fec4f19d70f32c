/** Prices: what tokens cost, from a dated list that a file named by `EXCV_PRICES` overrides. */
import type { Attempt } from "@excv/schema"
import { Config, ConfigError, Effect, Option, Schema } from "effect"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const Price = Schema.Struct({
  /** the model's name, or its beginning before a date: `claude-haiku-4-5` is the price of `claude-haiku-4-5-20251001` */
  model: Schema.NonEmptyString,
  /** US dollars for a million tokens */
  input: Schema.NonNegative,
  /** of tokens that the vendor had kept; default: as any other */
  cached_input: Schema.optional(Schema.NonNegative),
  /** of tokens that the vendor keeps from now on; default: as any other */
  cache_write: Schema.optional(Schema.NonNegative),
  output: Schema.NonNegative
})
export type Price = typeof Price.Type

const PriceList = Schema.Struct({
  /** the month in which the prices were read */
  as_of: Schema.String,
  models: Schema.Array(Price)
})

export type Prices = ReadonlyArray<Price>

export const standard: Prices = Schema.decodeUnknownSync(PriceList)(
  createRequire(import.meta.url)("@excv/model/data/prices.json")
).models

const read = (path: string) =>
  Effect.try(() => readFileSync(path, "utf8")).pipe(
    Effect.flatMap(Schema.decodeUnknown(Schema.parseJson(PriceList))),
    Effect.mapBoth({
      onFailure: () => ConfigError.InvalidData(["EXCV_PRICES"], "It names no file that can be read as a price list."),
      onSuccess: ({ models }) => [...models, ...standard]
    })
  )

/** `EXCV_PRICES` */
export const config: Effect.Effect<Prices, ConfigError.ConfigError> = Effect.flatMap(
  Config.option(Config.nonEmptyString("EXCV_PRICES")),
  Option.match({ onNone: () => Effect.succeed(standard), onSome: read })
)

const isDated = (rest: string): boolean => rest === "" || /^[-@]\d{4}(-?\d{2}){2}$/.test(rest) || rest === "-latest"

/** Null when nobody knows: an unknown price is not nothing. Names with a vendor in front ("openai/gpt-4o") are that vendor's. */
export const of = (model: string, prices: Prices): Price | null => {
  const name = model.slice(model.lastIndexOf("/") + 1)
  return prices.find((price) => price.model === model) ??
    prices.find((price) => name.startsWith(price.model) && isDated(name.slice(price.model.length))) ?? null
}

const million = 1_000_000

/** Null where the price or the tokens are unknown. */
export const cost = (price: Price | null, usage: Attempt.Usage, cacheWriteTokens = 0): number | null => {
  const { cached_input_tokens, input_tokens, output_tokens } = usage
  if (price === null || input_tokens === null || output_tokens === null) return null
  const cached = cached_input_tokens ?? 0
  const fresh = Math.max(0, input_tokens - cached - cacheWriteTokens)
  return (fresh * price.input + cached * (price.cached_input ?? price.input) +
    cacheWriteTokens * (price.cache_write ?? price.input) + output_tokens * price.output) / million
}
