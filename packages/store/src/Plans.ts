/** Plans: what an account may use. Data with defaults, changed by configuration, never by code. */
import { Config, ConfigError, Context, Effect, Layer, ParseResult, Record, Schema } from "effect"
import { createRequire } from "node:module"

/** A token bucket: `burst` is its size in requests, `per_minute` its refill. */
export const RateLimit = Schema.Struct({
  per_minute: Schema.Positive,
  burst: Schema.Int.pipe(Schema.positive())
})

/** US dollars. */
const Cost = Schema.NonNegative.pipe(Schema.finite())

export const Plan = Schema.Struct({
  /** credits a period */
  credits_limit: Schema.NonNegativeInt,
  overage_allowed: Schema.Boolean,
  /** credits a period beyond the limit; null is no cap; without meaning when overage is not allowed */
  overage_cap: Schema.NullOr(Schema.NonNegativeInt),
  /** price of a credit beyond the limit */
  overage_rate: Schema.NonNegative,
  /** US dollars that an account may spend on models in a day, with all its keys; null: what is set for all plans */
  daily_cost_usd: Schema.optionalWith(Schema.NullOr(Cost), { default: () => null }),
  rate: Schema.Struct({ live: RateLimit, test: RateLimit })
}).annotations({ identifier: "Plan" })
export type Plan = typeof Plan.Type

const AllPlans = Schema.Record({ key: Schema.NonEmptyTrimmedString, value: Plan })

/** `EXCV_PLANS`: single values of the default plans, or whole new plans, by name. */
export const Changes = Schema.Record({
  key: Schema.NonEmptyTrimmedString,
  value: Schema.Record({ key: Schema.String, value: Schema.Unknown })
})
export type Changes = typeof Changes.Type

/** No plan has this name. */
export class PlanUnknown extends Schema.TaggedError<PlanUnknown>("@excv/store/PlanUnknown")("PlanUnknown", {
  plan: Schema.String
}) {
  override get message() {
    return `There is no plan "${this.plan}"`
  }
}

export declare namespace Plans {
  interface Service {
    readonly all: Readonly<Record<string, Plan>>
    readonly get: (name: string) => Effect.Effect<Plan, PlanUnknown>
  }
}

export class Plans extends Context.Tag("@excv/store/Plans")<Plans, Plans.Service>() {}

/**
 * The default plans with changes laid over them; fails when a result is not a plan. `dailyCostUsd` is the limit of plans that have
 * none of their own; null is none.
 */
export const make = Effect.fn("Plans.make")(function* (changes: Changes, dailyCostUsd: number | null = null) {
  const names = new Set([...Object.keys(defaults), ...Object.keys(changes)])
  const decoded = yield* Schema.decodeUnknown(AllPlans, { onExcessProperty: "error" })(
    Object.fromEntries(Array.from(names, (name) => [name, merge(defaults[name], changes[name])]))
  )
  const all = Record.map(decoded, (plan) => ({ ...plan, daily_cost_usd: plan.daily_cost_usd ?? dailyCostUsd }))
  const get = (name: string) =>
    Effect.fromNullable(Object.hasOwn(all, name) ? all[name] : null).pipe(Effect.mapError(() => new PlanUnknown({ plan: name })))
  return Plans.of({ all, get })
})

const config = Config.all({
  changes: Config.withDefault(Schema.Config("EXCV_PLANS", Schema.parseJson(Changes)), {}),
  dailyCostUsd: Config.withDefault(Schema.Config("EXCV_DAILY_COST_USD", Schema.compose(Schema.NumberFromString, Cost)), null)
})

/** Reads `EXCV_PLANS` (JSON), such as `{"starter":{"credits_limit":5000}}`, and `EXCV_DAILY_COST_USD`. */
export const layerConfig = Layer.effect(
  Plans,
  config.pipe(
    Effect.flatMap(({ changes, dailyCostUsd }) => make(changes, dailyCostUsd)),
    Effect.catchTag("ParseError", (error) => Effect.fail(invalid(error)))
  )
)

/** Plans with these changes. */
export const layer = (changes: Changes) => Layer.effect(Plans, make(changes))

/** Credits that may be used in a period, overage included; null is no end. */
export const ceiling = (plan: Plan): number | null => {
  if (!plan.overage_allowed) return plan.credits_limit
  return plan.overage_cap === null ? null : plan.credits_limit + plan.overage_cap
}

const defaults: Readonly<Record<string, unknown>> = createRequire(import.meta.url)("@excv/store/data/plans.json")

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const merge = (base: unknown, change: unknown): unknown => {
  if (change === undefined) return base
  if (!isRecord(base) || !isRecord(change)) return change
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(change)])].map((key) => [key, merge(base[key], change[key])])
  )
}

const invalid = (error: ParseResult.ParseError) =>
  ConfigError.InvalidData(["EXCV_PLANS"], ParseResult.TreeFormatter.formatErrorSync(error))
