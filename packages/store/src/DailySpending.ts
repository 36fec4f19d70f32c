/**
 * What accounts spend on models in a day (UTC). The most that a call may cost is held before it and replaced by its cost after it,
 * each in one statement, so that no interleaving of requests and nodes passes the plan's limit. A call whose cost nobody hears of,
 * because it was stopped or its process was killed, stays held: the vendor may charge for it, and the next day begins with nothing.
 */
import { SqlClient } from "@effect/sql"
import type { Option } from "effect"
import { Array, Context, Effect, Layer } from "effect"
import * as Moment from "./Moment.js"
import * as Plans from "./Plans.js"
import * as StoreError from "./StoreError.js"

/** Money that is held for one call. */
export interface Hold {
  readonly accountId: string
  /** `YYYY-MM-DD`: the day on which it began pays for it, whenever it ends */
  readonly day: string
  readonly usd: number
}

/** US dollars of one account on one day. */
export interface Spent {
  readonly day: string
  /** what calls have cost */
  readonly spentUsd: number
  /** for calls that run, and for calls of which nobody knows what they cost */
  readonly heldUsd: number
  /** the plan's limit for both together; null is none */
  readonly limitUsd: number | null
}

export declare namespace DailySpending {
  interface Service {
    /**
     * Holds the most that a call for this job may cost, of the money of its account; none, and nothing changes, when that would pass
     * the limit. Null is a call of unknown cost: none where there is a limit, and nothing is held where there is none.
     */
    readonly hold: (jobId: string, mostUsd: number | null) => Effect.Effect<Option.Option<Hold>, StoreError.StoreError>
    /** Puts the cost in the place of the hold; once a hold. */
    readonly settle: (hold: Hold, costUsd: number) => Effect.Effect<void, StoreError.StoreError>
    /** Of an existing account. */
    readonly today: (accountId: string) => Effect.Effect<Spent, StoreError.StoreError>
  }
}

export class DailySpending extends Context.Tag("@excv/store/DailySpending")<DailySpending, DailySpending.Service>() {}

interface Row extends Omit<Spent, "limitUsd"> {
  readonly plan: string
}

export const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const plans = yield* Plans.Plans
  const limits = JSON.stringify(Object.fromEntries(Object.entries(plans.all).map(([name, plan]) => [name, plan.daily_cost_usd])))
  const today = Effect.map(Moment.now(sql), (now) => sql`(${now} AT TIME ZONE 'UTC')::date`)

  const hold = Effect.fn("DailySpending.hold")(function* (jobId: string, mostUsd: number | null) {
    // Of a plan that this node does not know nothing may be spent: it has no row.
    return Array.head(yield* sql<Hold>`
      WITH account AS (
        SELECT a.id, plan.usd::numeric AS limit_usd, ${mostUsd}::numeric AS most_usd
        FROM jobs JOIN accounts a ON a.id = jobs.account_id
        JOIN jsonb_each_text(${limits}::jsonb) AS plan (name, usd) ON plan.name = a.plan
        WHERE jobs.id = ${jobId}
      )
      INSERT INTO daily_spending AS s (account_id, day, spent_usd, held_usd)
      SELECT id, ${yield* today}, 0, coalesce(most_usd, 0) FROM account WHERE limit_usd IS NULL OR most_usd <= limit_usd
      ON CONFLICT (account_id, day) DO UPDATE SET held_usd = s.held_usd + excluded.held_usd
      WHERE (SELECT limit_usd IS NULL OR s.spent_usd + s.held_usd + most_usd <= limit_usd FROM account)
      RETURNING account_id AS "accountId", day::text, ${mostUsd ?? 0}::float8 AS usd`)
  }, StoreError.during("DailySpending.hold"))

  const settle = Effect.fn("DailySpending.settle")(function* ({ accountId, day, usd }: Hold, costUsd: number) {
    yield* sql`
      UPDATE daily_spending SET held_usd = held_usd - ${usd}::numeric, spent_usd = spent_usd + ${costUsd}::numeric
      WHERE account_id = ${accountId} AND day = ${day}::date`
  }, StoreError.during("DailySpending.settle"))

  const spentToday = Effect.fn("DailySpending.today")(function* (accountId: string) {
    const rows = yield* sql<Row>`
      SELECT a.plan, today.day::text, coalesce(s.spent_usd, 0)::float8 AS "spentUsd", coalesce(s.held_usd, 0)::float8 AS "heldUsd"
      FROM accounts a CROSS JOIN (SELECT ${yield* today} AS day) today
      LEFT JOIN daily_spending s ON s.account_id = a.id AND s.day = today.day
      WHERE a.id = ${accountId}`
    const { plan: name, ...spent } = yield* Effect.orDie(Array.head(rows))
    const plan = yield* Effect.mapError(plans.get(name), () =>
      new StoreError.StoreError({ operation: "DailySpending.today", code: "plan_unknown" }))
    return { ...spent, limitUsd: plan.daily_cost_usd }
  }, StoreError.during("DailySpending.today"))

  return DailySpending.of({ hold, settle, today: spentToday })
})

export const layer = Layer.effect(DailySpending, make)
