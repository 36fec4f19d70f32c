/** What becomes of the jobs of a node that is gone: a lease per node says which those are. */
import type { SqlClient } from "@effect/sql"
import { Array, Duration, Effect } from "effect"
import type * as Job from "./Job.js"
import * as Moment from "./Moment.js"

/** Of a job whose node is gone and whose document was not kept: the client may send it again. */
const interrupted: Job.JobError = {
  code: "SERVICE_UNAVAILABLE",
  message: "The extraction was interrupted. Please send the document again.",
  retryable: true
}

/** A document that ends the process every time must not do so for ever. */
const maxRuns = 3
const maxOrphans = 500
/** Any number, the same for all nodes: only one of them takes orphans at a time. */
const turnLock = 0x65786376

interface Row {
  readonly id: string
  readonly again: boolean
}

export const make = (sql: SqlClient.SqlClient, nodeId: string, lease: Duration.Duration, soleOwner: boolean) => {
  const setLease = (duration: Duration.Duration) =>
    Effect.flatMap(Moment.now(sql), (now) => sql`
      INSERT INTO nodes (id, lease_until) VALUES (${nodeId}, ${now} + make_interval(secs => ${Duration.toSeconds(duration)}))
      ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until`).pipe(Effect.asVoid)

  const take = Effect.gen(function* () {
    const now = yield* Moment.now(sql)
    const rows = yield* sql<Row>`
      WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${turnLock}) AS mine), orphan AS (
        SELECT jobs.id, jobs.input IS NOT NULL AND jobs.runs < ${maxRuns} AS again
        FROM jobs CROSS JOIN turn
        WHERE turn.mine AND jobs.status IN ('pending', 'processing') AND jobs.owner <> ${nodeId}
          AND (${soleOwner} OR NOT EXISTS (SELECT FROM nodes WHERE nodes.id = jobs.owner AND nodes.lease_until > ${now}))
        ORDER BY jobs.created_at LIMIT ${maxOrphans} FOR UPDATE OF jobs SKIP LOCKED
      ), taken AS (
        UPDATE jobs SET owner = ${nodeId}, status = 'pending', started_at = NULL FROM orphan
        WHERE jobs.id = orphan.id AND orphan.again RETURNING jobs.id
      ), ended AS (
        UPDATE jobs SET status = 'failed', completed_at = ${now}, error = ${JSON.stringify(interrupted)}::json,
          idempotency_key = NULL, input = NULL, input_media_type = NULL, input_options = NULL
        FROM orphan WHERE jobs.id = orphan.id AND NOT orphan.again RETURNING jobs.id, account_id, period_start
      ), given_back AS (
        UPDATE credits SET reserved = reserved - back.count
        FROM (SELECT account_id, period_start, count(*)::int AS count FROM ended GROUP BY account_id, period_start) back
        WHERE credits.account_id = back.account_id AND credits.period_start = back.period_start
      )
      SELECT id, true AS again FROM taken UNION ALL SELECT id, false FROM ended`
    const [failed, again] = Array.partition(rows, (row) => row.again)
    return { again: again.map(({ id }) => id), failed: failed.map(({ id }) => id) }
  })

  return { register: setLease(lease), release: setLease(Duration.zero), take }
}
