import { SqlClient } from "@effect/sql"
import { Effect } from "effect"

export default Effect.flatMap(SqlClient.SqlClient, (sql) => sql`
  CREATE TABLE accounts (
    id text PRIMARY KEY,
    name text NOT NULL UNIQUE,
    plan text NOT NULL,
    created_at timestamptz NOT NULL
  );

  -- Monthly, in UTC, from the account's first day; a month without that day begins a period on its last day.
  -- Always counted from the first day, so that a short month does not move the later ones.
  CREATE FUNCTION credit_period(created_at timestamptz, at timestamptz, OUT starts timestamptz, OUT ends timestamptz)
  LANGUAGE sql IMMUTABLE AS $$
    SELECT (first + make_interval(months => month)) AT TIME ZONE 'UTC', (first + make_interval(months => month + 1)) AT TIME ZONE 'UTC'
    FROM (
      SELECT first, months - CASE WHEN first + make_interval(months => months) > here THEN 1 ELSE 0 END AS month
      FROM (
        SELECT first, here, (12 * (extract(year FROM here) - extract(year FROM first))
          + extract(month FROM here) - extract(month FROM first))::integer AS months
        FROM (SELECT date_trunc('day', created_at AT TIME ZONE 'UTC') AS first, at AT TIME ZONE 'UTC' AS here) moments
      ) counted
    ) begun
  $$;

  -- One row per period in which a credit was reserved; the plan says how many there may be.
  CREATE TABLE credits (
    account_id text NOT NULL REFERENCES accounts,
    period_start timestamptz NOT NULL,
    used integer NOT NULL CHECK (used >= 0),
    reserved integer NOT NULL CHECK (reserved >= 0),
    PRIMARY KEY (account_id, period_start)
  ) WITH (fillfactor = 50);
`)
