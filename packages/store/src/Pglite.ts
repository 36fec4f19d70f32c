/** PGlite behind the ordinary Postgres driver: in this process, without a socket, over exactly one connection. */
import { PGlite } from "@electric-sql/pglite"
import { SqlError } from "@effect/sql"
import { Effect, Layer } from "effect"
import * as Connections from "./Connections.js"
import { PgliteStream } from "./PgliteStream.js"

export interface Options {
  /** created (its parent must exist) or opened; in memory if not given */
  readonly directory?: string | undefined
  /** what `dumpDataDir` of another one returned: much cheaper than creating a database */
  readonly dump?: Blob | undefined
}

/** Creating takes seconds, opening well under one. */
export const open = (options: Options) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: () =>
        PGlite.create({
          ...(options.directory === undefined ? {} : { dataDir: options.directory }),
          ...(options.dump === undefined ? {} : { loadDataDir: options.dump })
        }),
      catch: (cause) => new SqlError.SqlError({ cause, message: "PGlite does not start" })
    }),
    (pglite) => Effect.ignore(Effect.tryPromise(() => pglite.close()))
  )

/** PGlite has one session, so a second connection would share its transactions: one, and never an idle one closed. */
const clientLayer = (pglite: PGlite) =>
  Connections.layer({
    stream: () => new PgliteStream(pglite),
    max: 1,
    min: 1,
    connectionTimeoutMillis: 0,
    user: "postgres",
    database: "postgres"
  })

export const layer = (options: Options) => Layer.unwrapScoped(Effect.map(open(options), clientLayer))
