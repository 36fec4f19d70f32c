/** PGlite behind the ordinary Postgres driver: without a socket, over exactly one connection. */
import { SqlError } from "@effect/sql"
import { Effect, Layer } from "effect"
import * as Connections from "./Connections.js"
import { PgliteStream } from "./PgliteStream.js"
import type { Options } from "./PgliteThread.js"
import { PgliteThread } from "./PgliteThread.js"

/** The thread ends with the scope. */
export const open = (options: Options) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: () => PgliteThread.open(options),
      catch: (cause) => new SqlError.SqlError({ cause, message: "PGlite does not start" })
    }),
    (pglite) => Effect.ignore(Effect.tryPromise(() => pglite.close()))
  )

/** PGlite has one session, so a second connection would share its transactions: one, and never an idle one closed. */
const clientLayer = (pglite: PgliteThread) =>
  Connections.layer({
    stream: () => new PgliteStream(pglite),
    max: 1,
    min: 1,
    connectionTimeoutMillis: 0,
    user: "postgres",
    database: "postgres"
  })

export const layer = (options: Options) => Layer.unwrapScoped(Effect.map(open(options), clientLayer))
