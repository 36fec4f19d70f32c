/** Brings the tables to the present form. Any number of nodes may start at once: the first migrates, the others wait. */
import { Migrator, SqlClient } from "@effect/sql"
import { Effect } from "effect"
import accounts from "./migrations/0001_accounts.js"
import access from "./migrations/0002_access.js"
import jobs from "./migrations/0003_jobs.js"
import dailySpending from "./migrations/0004_daily_spending.js"

const table = "excv_migrations"
/** any number, the same for all nodes */
const lock = 0x65786d67

const loader = Migrator.fromRecord({
  "0001_accounts": accounts,
  "0002_access": access,
  "0003_jobs": jobs,
  "0004_daily_spending": dailySpending
})

/** The migrator locks its table, but two of them at once may both try to create it. */
const createTable = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`SELECT pg_advisory_xact_lock(${lock})`
  yield* sql`CREATE TABLE IF NOT EXISTS ${sql(table)} (
    migration_id integer PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now(), name text NOT NULL)`
})

/** The names of the migrations that were run now. */
export const run = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql.withTransaction(createTable)
  const done = yield* Migrator.make({})({ loader, table })
  return done.map(([, name]) => name)
}).pipe(
  // a migration that does not run is a bug, not something that a caller can mend
  Effect.catchTag("MigrationError", (error) => Effect.die(error)),
  Effect.withSpan("Migrations.run")
)
