import { SqlClient } from "@effect/sql"
import { Effect } from "effect"

export default Effect.flatMap(SqlClient.SqlClient, (sql) => sql`
  -- One row per account and day (UTC) on which a model was asked that costs something. Numeric, so that what was held is given back
  -- to the last digit.
  CREATE TABLE daily_spending (
    account_id text NOT NULL REFERENCES accounts,
    day date NOT NULL,
    spent_usd numeric NOT NULL CHECK (spent_usd >= 0),
    -- for calls that run, and for calls of which nobody heard what they cost
    held_usd numeric NOT NULL CHECK (held_usd >= 0),
    PRIMARY KEY (account_id, day)
  ) WITH (fillfactor = 50);
`)
