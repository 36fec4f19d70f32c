import { SqlClient } from "@effect/sql"
import { Effect } from "effect"

export default Effect.flatMap(SqlClient.SqlClient, (sql) => sql`
  CREATE TABLE nodes (
    id text PRIMARY KEY,
    lease_until timestamptz NOT NULL
  );

  CREATE TABLE jobs (
    id text PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts,
    key_id text NOT NULL REFERENCES api_keys,
    mode text NOT NULL CHECK (mode IN ('live', 'test')),
    status text NOT NULL CHECK (status IN ('pending', 'processing', 'done', 'failed')),
    -- of the credit that the job holds or has used; null for test jobs, which hold none
    period_start timestamptz,
    idempotency_key text,
    request_hash text NOT NULL,
    input bytea,
    input_media_type text,
    input_options json,
    -- json, not jsonb: members keep their order
    result json,
    meta json,
    error json,
    confidence_score double precision,
    processing_time_ms integer,
    model_used text,
    owner text NOT NULL,
    runs integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    completed_at timestamptz,
    FOREIGN KEY (account_id, period_start) REFERENCES credits,
    CHECK ((mode = 'live') = (period_start IS NOT NULL))
  );
  -- Documents are compressed already: trying again costs seconds of the database's time for ten megabytes.
  ALTER TABLE jobs ALTER COLUMN input SET STORAGE EXTERNAL;
  CREATE UNIQUE INDEX jobs_idempotency ON jobs (account_id, mode, idempotency_key) WHERE idempotency_key IS NOT NULL;
  CREATE INDEX jobs_unfinished ON jobs (created_at) WHERE status IN ('pending', 'processing');
  CREATE INDEX jobs_ended ON jobs (completed_at) WHERE completed_at IS NOT NULL;
`)
