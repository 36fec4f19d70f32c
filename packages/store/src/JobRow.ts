/** A row of the table `jobs` as a `Job`: which columns leave the database, under which names. */
import type { SqlClient, Statement } from "@effect/sql"

/** Of a relation named `job`; never the input, which may be megabytes. */
export const columns = (sql: SqlClient.SqlClient): Statement.Fragment =>
  sql.literal(`job.id, job.account_id AS "accountId", job.key_id AS "keyId", job.mode, job.status, job.result, job.meta, job.error,
    job.confidence_score AS "confidenceScore", job.processing_time_ms AS "processingTimeMs", job.model_used AS "modelUsed",
    job.created_at AS "createdAt", job.started_at AS "startedAt", job.completed_at AS "completedAt"`)
