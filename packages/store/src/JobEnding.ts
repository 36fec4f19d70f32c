/** How a job ends: its last state and what becomes of its credit, in one statement that only the first ending passes. */
import type { SqlClient, Statement } from "@effect/sql"
import { Effect } from "effect"
import type * as Job from "./Job.js"
import * as Moment from "./Moment.js"

export const make = (sql: SqlClient.SqlClient) => {
  /** `state` is set on an unfinished job, then `credit` on the credits of the period in which it was reserved. */
  const end = (id: string, state: Statement.Fragment, credit: Statement.Fragment) =>
    Effect.map(
      sql`WITH ended AS (
          UPDATE jobs SET ${state}, input = NULL, input_media_type = NULL, input_options = NULL
          WHERE id = ${id} AND status IN ('pending', 'processing') RETURNING account_id, period_start
        ), moved AS (
          UPDATE credits SET ${credit} FROM ended
          WHERE credits.account_id = ended.account_id AND credits.period_start = ended.period_start
        )
        SELECT FROM ended`,
      (rows) => rows.length === 1
    )

  const complete = (id: string, success: Job.Success) =>
    Effect.flatMap(Moment.now(sql), (now) =>
      end(
        id,
        sql`status = 'done', completed_at = ${now}, result = ${JSON.stringify(success.result)}::json,
          meta = ${JSON.stringify(success.meta)}::json, confidence_score = ${success.confidenceScore},
          processing_time_ms = ${success.processingTimeMs}, model_used = ${success.modelUsed}`,
        sql.literal("reserved = reserved - 1, used = used + 1")
      ))

  const fail = (id: string, error: Job.JobError) =>
    Effect.flatMap(Moment.now(sql), (now) =>
      end(
        id,
        sql`status = 'failed', completed_at = ${now}, error = ${JSON.stringify(error)}::json,
          idempotency_key = CASE WHEN ${error.retryable} THEN NULL ELSE idempotency_key END`,
        sql.literal("reserved = reserved - 1")
      ))

  return { complete, fail }
}
