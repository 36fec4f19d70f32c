/** Access: whose key this is, whether it still counts, and whether it may ask now; all in one statement, for every request. */
import { SqlClient } from "@effect/sql"
import type { Redacted } from "effect"
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import { timingSafeEqual } from "node:crypto"
import * as Credits from "./Credits.js"
import * as KeyToken from "./KeyToken.js"
import * as Moment from "./Moment.js"
import * as Plans from "./Plans.js"
import * as StoreError from "./StoreError.js"

/** The state of the key's token bucket after this request. Being over the limit is this value, not an error. */
export interface Rate {
  readonly allowed: boolean
  /** requests that a full bucket holds */
  readonly limit: number
  /** whole requests left */
  readonly remaining: number
  /** until the bucket is full again, rounded up */
  readonly resetSeconds: number
  /** until the next request is allowed, rounded up; 0 when this one was */
  readonly retryAfterSeconds: number
}

export interface Identity {
  readonly keyId: string
  readonly accountId: string
  readonly mode: KeyToken.Mode
  readonly plan: string
  readonly rate: Rate
  /** of the account, at this moment: asked along, because a second statement would cost as much as all of this */
  readonly credits: Credits.Usage
}

/** The key is not accepted. `malformed`: shape or checksum, found without a query. */
export class InvalidKey extends Schema.TaggedError<InvalidKey>("@excv/store/InvalidKey")("InvalidKey", {
  reason: Schema.Literal("malformed", "not_found", "revoked", "expired")
}) {
  override get message() {
    return `The key is not accepted: ${this.reason}`
  }
}

export declare namespace Access {
  interface Service {
    /** Costs one statement, and takes one request from the key's bucket when it is accepted. */
    readonly authenticate: (token: Redacted.Redacted) => Effect.Effect<Identity, InvalidKey | StoreError.StoreError>
  }
}

export class Access extends Context.Tag("@excv/store/Access")<Access, Access.Service>() {}

interface Row extends Credits.Row {
  readonly keyId: string
  readonly accountId: string
  readonly mode: KeyToken.Mode
  readonly hash: Buffer
  readonly denied: "revoked" | "expired" | null
  readonly allowed: boolean | null
  readonly tokens: number
  readonly burst: number
  readonly perMinute: number
}

export const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const plans = yield* Plans.Plans
  const limits = JSON.stringify(Object.fromEntries(Object.entries(plans.all).map(([name, { rate }]) => [name, rate])))
  // Elapsed time is never negative: a statement that waited for the row carries an older moment than the one before it.
  const available = sql.literal(`least(excluded.burst, b.tokens
    + greatest(0, extract(epoch FROM excluded.refreshed_at - b.refreshed_at)) * excluded.per_minute / 60)`)
  // Refills are fractions: a millionth of a request is not a reason to refuse one.
  const enough = sql.literal(`0.999999`)

  const take = (hash: Buffer) =>
    Effect.flatMap(Moment.now(sql), (now) => sql<Row>`
      WITH key AS (
        SELECT k.id, k.account_id, k.mode, k.hash, a.plan, a.created_at, ${now} AS at,
          CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= ${now} THEN 'expired' END AS denied,
          (plans.rate #>> ARRAY[a.plan, k.mode, 'burst'])::float8 AS burst,
          (plans.rate #>> ARRAY[a.plan, k.mode, 'per_minute'])::float8 AS per_minute
        FROM api_keys k JOIN accounts a ON a.id = k.account_id CROSS JOIN (SELECT ${limits}::jsonb AS rate) plans
        WHERE k.hash = ${hash}
      ), bucket AS (
        INSERT INTO rate_buckets AS b (key_id, tokens, allowed, burst, per_minute, refreshed_at)
        SELECT id, burst - 1, true, burst, per_minute, at FROM key WHERE denied IS NULL AND burst IS NOT NULL
        ON CONFLICT (key_id) DO UPDATE SET
          tokens = CASE WHEN ${available} >= ${enough} THEN greatest(0, ${available} - 1) ELSE ${available} END,
          allowed = ${available} >= ${enough}, burst = excluded.burst, per_minute = excluded.per_minute,
          refreshed_at = greatest(b.refreshed_at, excluded.refreshed_at)
        RETURNING allowed, tokens, burst, per_minute
      ), seen AS (
        UPDATE api_keys SET last_used_at = key.at FROM key
        WHERE api_keys.id = key.id AND denied IS NULL
          AND (api_keys.last_used_at IS NULL OR api_keys.last_used_at <= key.at - interval '1 minute')
      )
      SELECT key.id AS "keyId", key.account_id AS "accountId", mode, plan, hash, denied,
        bucket.allowed, bucket.tokens, bucket.burst, bucket.per_minute AS "perMinute",
        coalesce(c.used, 0) AS used, coalesce(c.reserved, 0) AS reserved, p.starts, p.ends
      FROM key LEFT JOIN bucket ON true CROSS JOIN LATERAL credit_period(key.created_at, key.at) p
      LEFT JOIN credits c ON c.account_id = key.account_id AND c.period_start = p.starts`)

  const authenticate = Effect.fn("Access.authenticate")(function* (token: Redacted.Redacted) {
    const parsed = KeyToken.parse(token)
    if (Option.isNone(parsed)) return yield* new InvalidKey({ reason: "malformed" })
    const row = yield* Effect.mapError(Array.head(yield* take(parsed.value.hash)), notFound)
    if (!timingSafeEqual(row.hash, parsed.value.hash)) return yield* notFound()
    if (row.denied !== null) return yield* new InvalidKey({ reason: row.denied })
    const { accountId, allowed, keyId, mode, plan: name } = row
    const plan = plans.all[name]
    if (allowed === null || plan === undefined) {
      return yield* new StoreError.StoreError({ operation: "Access.authenticate", code: "plan_unknown" })
    }
    return { keyId, accountId, mode, plan: name, rate: rateOf(allowed, row), credits: Credits.usageOf(plan, row) }
  }, StoreError.during("Access.authenticate"))

  return Access.of({ authenticate })
})

export const layer = Layer.effect(Access, make)

const notFound = () => new InvalidKey({ reason: "not_found" })

const rateOf = (allowed: boolean, { burst, perMinute, tokens }: Row): Rate => {
  const secondsUntil = (wanted: number) => Math.max(0, Math.ceil(((wanted - tokens) * 60) / perMinute - 1e-6))
  return {
    allowed,
    limit: burst,
    remaining: Math.floor(tokens + 1e-6),
    resetSeconds: secondsUntil(burst),
    retryAfterSeconds: allowed ? 0 : Math.max(1, secondsUntil(1))
  }
}
