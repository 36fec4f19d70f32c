/** The database: a Postgres server, or PGlite in a directory of this machine or in memory. The same SQL runs in all of them. */
import { SqlClient } from "@effect/sql"
import type { PgClient } from "@effect/sql-pg"
import { Config, Context, Duration, Effect, Layer, Option, Redacted, Schema } from "effect"
import { join } from "node:path"
import * as Connections from "./Connections.js"
import * as DataDirectory from "./DataDirectory.js"
import * as Migrations from "./Migrations.js"
import * as Pglite from "./Pglite.js"
import * as StoreError from "./StoreError.js"

export declare namespace Database {
  interface Service {
    readonly kind: "pglite" | "postgres"
    /** Asks the database one trivial question; fails when there is no answer within two seconds. */
    readonly health: Effect.Effect<void, StoreError.StoreError>
  }
  interface Postgres {
    /** such as `postgres://user:password@host:5432/database` */
    readonly url: Redacted.Redacted
    /** connections, 10 if not given */
    readonly pool?: number | undefined
  }
}

export class Database extends Context.Tag("@excv/store/Database")<Database, Database.Service>() {}

/** A Postgres server, migrated. */
export const layerPostgres = ({ pool = 10, url }: Database.Postgres) =>
  complete("postgres", Connections.layer({ connectionString: Redacted.value(url), max: pool }))

/**
 * PGlite in `DIRECTORY/database`, migrated. The directory (mode 0700) is this process's alone until the scope closes. It survives
 * the end of the process at any moment; it does not wait for the disk, so a power cut may cost the last changes.
 */
export const layerPglite = (directory: string) =>
  complete("pglite", Pglite.layer({ directory: join(directory, "database") })).pipe(
    Layer.provide(DataDirectory.layer(directory))
  )

/** PGlite that is forgotten when the scope closes; `dump` is the data of another one. */
export const layerMemory = (dump?: Blob) => complete("pglite", Pglite.layer({ dump }))

/**
 * `DATABASE_URL` is a Postgres server, with `EXCV_DATABASE_POOL` connections (10); without it PGlite in `EXCV_DATA_DIR` (`.excv`).
 */
export const layerConfig = Layer.unwrapEffect(
  Effect.gen(function* () {
    const url = yield* Config.option(Config.redacted(Config.nonEmptyString("DATABASE_URL")))
    if (Option.isSome(url)) {
      const pool = yield* Config.withDefault(Schema.Config("EXCV_DATABASE_POOL", Connections.Size), 10)
      return layerPostgres({ url: url.value, pool })
    }
    return layerPglite(yield* Config.withDefault(Config.nonEmptyString("EXCV_DATA_DIR"), ".excv"))
  })
)

const complete = <E>(
  kind: Database.Service["kind"],
  client: Layer.Layer<PgClient.PgClient | SqlClient.SqlClient, E>
) => Layer.effect(Database, make(kind)).pipe(Layer.provideMerge(client), StoreError.duringLayer("Database.connect"))

const make = Effect.fn("Database.make")(function* (kind: Database.Service["kind"]) {
  const sql = yield* SqlClient.SqlClient
  yield* Migrations.run
  const health = sql`SELECT 1`.pipe(
    StoreError.during("Database.health"),
    Effect.timeoutFail({
      duration: Duration.seconds(2),
      onTimeout: () => new StoreError.StoreError({ operation: "Database.health", code: "timeout" })
    }),
    Effect.asVoid
  )
  return Database.of({ kind, health })
})
