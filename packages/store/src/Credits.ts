/**
 * Credits: what an account may use in its period. Jobs reserve, settle and give back credits inside their own statements,
 * so a credit cannot exist without its job; here they are counted.
 */
import { SqlClient } from "@effect/sql"
import { Array, Context, Effect, Layer } from "effect"
import * as Moment from "./Moment.js"
import * as Plans from "./Plans.js"
import * as StoreError from "./StoreError.js"

/** The answer of `GET /usage`, and the credits in flight. */
export interface Usage {
  readonly plan: string
  /** settled in this period */
  readonly creditsUsed: number
  /** held by jobs that run */
  readonly creditsReserved: number
  /** the plan's credits a period, without overage */
  readonly creditsLimit: number
  /** limit − used − reserved, never below 0 */
  readonly creditsRemaining: number
  readonly currentPeriodStart: Date
  /** the first moment of the next period */
  readonly currentPeriodEnd: Date
  /** price of a credit beyond the limit */
  readonly overageRate: number
}

export declare namespace Credits {
  interface Service {
    /** Of an existing account; costs one statement. */
    readonly usage: (accountId: string) => Effect.Effect<Usage, StoreError.StoreError>
  }
}

export class Credits extends Context.Tag("@excv/store/Credits")<Credits, Credits.Service>() {}

/** What a statement says of an account's credits in its period. */
export interface Row {
  readonly plan: string
  readonly used: number
  readonly reserved: number
  readonly starts: Date
  readonly ends: Date
}

/** The account's credits by its plan. */
export const usageOf = (plan: Plans.Plan, { ends, plan: name, reserved, starts, used }: Row): Usage => ({
  plan: name,
  creditsUsed: used,
  creditsReserved: reserved,
  creditsLimit: plan.credits_limit,
  creditsRemaining: Math.max(0, plan.credits_limit - used - reserved),
  currentPeriodStart: starts,
  currentPeriodEnd: ends,
  overageRate: plan.overage_rate
})

export const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const plans = yield* Plans.Plans

  const usage = Effect.fn("Credits.usage")(function* (accountId: string) {
    const rows = yield* sql<Row>`
      SELECT a.plan, coalesce(c.used, 0) AS used, coalesce(c.reserved, 0) AS reserved, p.starts, p.ends
      FROM accounts a CROSS JOIN LATERAL credit_period(a.created_at, ${yield* Moment.now(sql)}) p
      LEFT JOIN credits c ON c.account_id = a.id AND c.period_start = p.starts
      WHERE a.id = ${accountId}`
    const row = yield* Effect.orDie(Array.head(rows))
    const plan = yield* Effect.mapError(plans.get(row.plan), () =>
      new StoreError.StoreError({ operation: "Credits.usage", code: "plan_unknown" }))
    return usageOf(plan, row)
  }, StoreError.during("Credits.usage"))

  return Credits.of({ usage })
})

export const layer = Layer.effect(Credits, make)
