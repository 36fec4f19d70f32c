/**
 * A real Postgres server for tests: `TEST_DATABASE_URL`, else Docker, else a local installation in a temporary directory.
 * `EXCV_REQUIRE_POSTGRES=1` makes it an error that there is none.
 */
import { PgClient } from "@effect/sql-pg"
import * as Reactivity from "@effect/experimental/Reactivity"
import { Config, Data, Effect, Layer, Option, Redacted } from "effect"
import * as Database from "../Database.js"
import * as Id from "../Id.js"
import * as DockerPostgres from "./DockerPostgres.js"
import * as LocalPostgres from "./LocalPostgres.js"

export type Search = Data.TaggedEnum<{
  /** `url` is of a superuser's database; the server runs until the scope closes */
  Found: { readonly url: Redacted.Redacted }
  /** why there is no server, for the name of the skipped tests */
  Missing: { readonly reason: string }
}>
export const Search = Data.taggedEnum<Search>()

/** Takes one to three seconds when it has to start a server. */
export const find = Effect.gen(function* () {
  const given = yield* Config.option(Config.redacted("TEST_DATABASE_URL"))
  if (Option.isSome(given)) return Search.Found({ url: given.value })
  return yield* DockerPostgres.start.pipe(
    Effect.catchAll(({ reason: docker }) =>
      Effect.mapError(LocalPostgres.start(), ({ reason: local }) => `TEST_DATABASE_URL is not set; ${docker}; ${local}`)),
    Effect.map((url) => Search.Found({ url })),
    Effect.catchAll((reason) => Effect.flatMap(required, (isRequired) =>
      isRequired ? Effect.dieMessage(`Postgres is required by EXCV_REQUIRE_POSTGRES: ${reason}`) : Effect.succeed(Search.Missing({ reason }))))
  )
})

const required = Config.withDefault(Config.boolean("EXCV_REQUIRE_POSTGRES"), false)

/** The URL of a new, empty database of that server; it is dropped when the scope closes. */
export const freshDatabase = Effect.fn("TestPostgres.freshDatabase")(function* (server: Redacted.Redacted) {
  const name = `excv_test_${(yield* Id.random(12)).toLowerCase()}`
  const run = (statement: string) =>
    PgClient.make({ url: server, maxConnections: 1 }).pipe(
      Effect.flatMap((sql) => sql.unsafe(statement)),
      Effect.scoped,
      Effect.provide(Reactivity.layer),
      Effect.orDie
    )
  yield* Effect.acquireRelease(run(`CREATE DATABASE ${name}`), () => run(`DROP DATABASE ${name} WITH (FORCE)`))
  const url = new URL(Redacted.value(server))
  url.pathname = `/${name}`
  return Redacted.make(url.href)
})

/** A fresh, migrated database for each time the layer is built. */
export const layer = (server: Redacted.Redacted, pool = 10) =>
  Layer.unwrapScoped(Effect.map(freshDatabase(server), (url) => Database.layerPostgres({ url, pool })))
