import { SqlClient } from "@effect/sql"
import { Effect } from "effect"

export default Effect.flatMap(SqlClient.SqlClient, (sql) => sql`
  CREATE TABLE api_keys (
    id text PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts,
    mode text NOT NULL CHECK (mode IN ('live', 'test')),
    hash bytea NOT NULL UNIQUE,
    last_four text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
  );
  CREATE INDEX ON api_keys (account_id);

  -- Written by every request: unlogged, because a full bucket after a crash of the server is no loss, and a flush per request is.
  CREATE UNLOGGED TABLE rate_buckets (
    key_id text PRIMARY KEY,
    tokens double precision NOT NULL,
    allowed boolean NOT NULL,
    burst double precision NOT NULL,
    per_minute double precision NOT NULL,
    refreshed_at timestamptz NOT NULL
  ) WITH (fillfactor = 50);
`)
