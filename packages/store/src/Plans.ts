/** Plans: what an account may use. Data with defaults, changed by configuration, never by code. */
import { Config, ConfigError, Context, Effect, Layer, Option, ParseResult, Schema } from "effect"
import { createRequire } from "node:module"

/** A token bucket: `burst` is its size in requests, `per_minute` its refill. */
export const RateLimit = Schema.Struct({
  per_minute: Schema.Positive,
  burst: Schema.Int.pipe(Schema.positive())
})

export const Plan = Schema.Struct({
  /** credits a period */
  credits_limit: Schema.NonNegativeInt,
  overage_allowed: Schema.Boolean,
  /** credits a period beyond the limit; null is no cap; without meaning when overage is not allowed */
  overage_cap: Schema.NullOr(Schema.NonNegativeInt),
  /** price of a credit beyond the limit */
  overage_rate: Schema.NonNegative,
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

/** The default plans with changes laid over them; fails when a result is not a plan. */
export const make = Effect.fn("Plans.make")(function* (changes: Changes) {
  const names = new Set([...Object.keys(defaults), ...Object.keys(changes)])
  const all = yield* Schema.decodeUnknown(AllPlans, { onExcessProperty: "error" })(
    Object.fromEntries(Array.from(names, (name) => [name, merge(defaults[name], changes[name])]))
  )
  const get = (name: string) =>
    Effect.fromNullable(Object.hasOwn(all, name) ? all[name] : null).pipe(Effect.mapError(() => new PlanUnknown({ plan: name })))
  return Plans.of({ all, get })
})

/** Reads `EXCV_PLANS` (JSON), such as `{"starter":{"credits_limit":5000}}`. */
export const layerConfig = Layer.effect(
  Plans,
  Schema.Config("EXCV_PLANS", Schema.parseJson(Changes)).pipe(
    Config.option,
    Effect.flatMap((changes) => make(Option.getOrElse(changes, () => ({})))),
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
