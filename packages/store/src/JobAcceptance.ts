/** How a job begins: the look for an earlier request, the reservation and the insertion, in one statement. */
import type { SqlClient, SqlError } from "@effect/sql"
import { Array, Effect } from "effect"
import * as Id from "./Id.js"
import * as Job from "./Job.js"
import * as JobRow from "./JobRow.js"
import * as Moment from "./Moment.js"
import * as Plans from "./Plans.js"
import * as StoreError from "./StoreError.js"

interface Row extends Job.Job {
  readonly outcome: "Accepted" | "Replayed" | "Conflict" | "QuotaExceeded" | "PlanUnknown"
}

/** Accepts requests on behalf of a node. */
export const make = (sql: SqlClient.SqlClient, nodeId: string, plans: Plans.Plans.Service) => {
  const ceilings = JSON.stringify(
    Object.fromEntries(Object.entries(plans.all).map(([name, plan]) => [name, Plans.ceiling(plan) ?? noCeiling]))
  )
  const columns = JobRow.columns(sql)

  const statement = (id: string, request: Job.Request) =>
    Effect.flatMap(Moment.now(sql), (now) => sql<Row>`
      WITH account AS (
        SELECT a.id, p.starts, (${ceilings}::jsonb ->> a.plan)::bigint AS ceiling
        FROM accounts a CROSS JOIN LATERAL credit_period(a.created_at, ${now}) p WHERE a.id = ${request.accountId}
      ), earlier AS (
        SELECT * FROM jobs WHERE account_id = ${request.accountId} AND mode = ${request.mode}
          AND idempotency_key = ${request.idempotencyKey ?? null}
      ), reserved AS (
        INSERT INTO credits AS c (account_id, period_start, used, reserved)
        SELECT id, starts, 0, 1 FROM account
        WHERE ${request.mode} = 'live' AND ceiling > 0 AND NOT EXISTS (SELECT FROM earlier)
        ON CONFLICT (account_id, period_start) DO UPDATE SET reserved = c.reserved + 1
        WHERE c.used + c.reserved < (SELECT ceiling FROM account)
        RETURNING period_start
      ), accepted AS (
        INSERT INTO jobs (id, account_id, key_id, mode, status, period_start, idempotency_key, request_hash,
          input, input_media_type, input_options, owner, created_at)
        SELECT ${id}, account.id, ${request.keyId}, ${request.mode}, 'pending', reserved.period_start,
          ${request.idempotencyKey ?? null}, ${request.requestHash}, ${request.input?.bytes ?? null}::bytea,
          ${request.input?.mediaType ?? null}, ${optionsOf(request)}::json, ${nodeId}, ${now}
        FROM account LEFT JOIN reserved ON true
        WHERE NOT EXISTS (SELECT FROM earlier) AND (reserved.period_start IS NOT NULL OR ${request.mode} = 'test')
        RETURNING *
      )
      SELECT CASE WHEN ceiling IS NULL THEN 'PlanUnknown' WHEN job.id IS NULL THEN 'QuotaExceeded' ELSE job.outcome END AS outcome,
        ${columns}
      FROM account LEFT JOIN (
        SELECT 'Accepted' AS outcome, accepted.* FROM accepted UNION ALL
        SELECT CASE WHEN request_hash = ${request.requestHash} THEN 'Replayed' ELSE 'Conflict' END, earlier.* FROM earlier
      ) job ON true`)

  return Effect.fnUntraced(function* (request: Job.Request) {
    const id = yield* Id.make("job")
    // Two first requests with one idempotency key at once: the second violates the unique index, which undoes its
    // reservation too, and finds the first one when it looks again.
    const rows = yield* Effect.retry(statement(id, request), { while: isUniqueViolation, times: 3 })
    const { outcome, ...job } = yield* Effect.orDie(Array.head(rows))
    switch (outcome) {
      case "Accepted":
        return Job.Acceptance.Accepted({ job })
      case "Replayed":
        return Job.Acceptance.Replayed({ job })
      case "Conflict":
        return Job.Acceptance.Conflict()
      case "QuotaExceeded":
        return Job.Acceptance.QuotaExceeded()
      case "PlanUnknown":
        return yield* new StoreError.StoreError({ operation: "Jobs.accept", code: "plan_unknown" })
    }
  })
}

/** More than any counter can reach. */
const noCeiling = Number.MAX_SAFE_INTEGER

const optionsOf = ({ input }: Job.Request) => (input === undefined ? null : JSON.stringify(input.options))

const isUniqueViolation = (error: SqlError.SqlError) => StoreError.codeOf(error) === "23505"
