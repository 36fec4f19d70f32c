/** The pool of connections under the SQL layer, the same for a server and for PGlite. */
import { PgClient } from "@effect/sql-pg"
import { SqlError } from "@effect/sql"
import { Effect, Schema } from "effect"
import Pg from "pg"
import { PreparedClient } from "./PreparedClient.js"

/** How many connections; from text. */
export const Size = Schema.NumberFromString.pipe(Schema.int(), Schema.between(1, 1000))

/** Connects once, so that a wrong address fails here and not at the first request. */
export const layer = (config: Pg.PoolConfig) =>
  PgClient.layerFromPool({
    acquire: Effect.acquireRelease(connect(config), (pool) =>
      Effect.promise(() => pool.end()).pipe(Effect.interruptible, Effect.timeoutOption("1 second")))
  })

const connect = (config: Pg.PoolConfig) =>
  Effect.tryPromise({
    try: async () => {
      const pool = new Pg.Pool({ application_name: "excv", connectionTimeoutMillis: 5000, keepAlive: true, Client: PreparedClient, ...config })
      // An idle connection that breaks is replaced; without a listener it would end the process.
      pool.on("error", () => undefined)
      await pool.query("SELECT 1")
      return pool
    },
    catch: (cause) => new SqlError.SqlError({ cause, message: "The database does not answer" })
  })
