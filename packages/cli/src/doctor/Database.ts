/** Whether the configured database can be used, or who uses it. An embedded one that does not exist is not made. */
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import { KeysAdmin, RemoteKeys } from "@excv/server"
import type { DataDirectory } from "@excv/store"
import { Database } from "@excv/store"
import { Config, Effect, Option, Redacted } from "effect"
import * as Check from "./Check.js"

const name = "database"

export const check = Effect.gen(function*() {
  const url = yield* Config.option(Config.redacted("DATABASE_URL"))
  if (Option.isSome(url)) return yield* postgres(url.value)
  const path = yield* Path.Path
  const fs = yield* FileSystem.FileSystem
  const directory = path.resolve(yield* Config.withDefault(Config.nonEmptyString("EXCV_DATA_DIR"), ".excv"))
  const isMade = yield* Effect.orElseSucceed(fs.exists(path.join(directory, "database")), () => true)
  return yield* isMade ? embedded(directory) : unmade(directory)
})

const healthy = Effect.flatMap(Database.Database, ({ health }) => health)

const postgres = (url: Redacted.Redacted) => {
  const place = placeOf(Redacted.value(url))
  return Effect.match(Effect.provide(healthy, Database.layerPostgres({ url, pool: 1 })), {
    onSuccess: () => Check.good(name, `Postgres at ${place} answers`),
    onFailure: (error) =>
      Check.bad(name, `Postgres at ${place} does not answer. ${error.message}`, "Start it, or correct DATABASE_URL; without DATABASE_URL the embedded database is used.")
  })
}

/** Without user and password. */
const placeOf = (text: string): string => {
  if (!URL.canParse(text)) return "an address that is no URL"
  const { host, pathname } = new URL(text)
  return host + pathname
}

const embedded = (directory: string) =>
  Effect.provide(healthy, Database.layerPglite(directory)).pipe(
    Effect.as(Check.good(name, `embedded, in ${directory}, not in use`)),
    Effect.catchTags({
      DirectoryInUse: (error) => inUse(directory, error),
      DirectoryUnusable: ({ message }) => Effect.succeed(Check.bad(name, message, "It must be a directory in which this user may write.")),
      StoreError: ({ message }) =>
        Effect.succeed(Check.bad(name, `embedded, in ${directory}. ${message}`, "Restore the directory from a copy, or set EXCV_DATA_DIR to a new one."))
    })
  )

/** Its owner is a server that answers, or something is wrong. */
const inUse = (directory: string, owned: DataDirectory.DirectoryInUse) =>
  Effect.flatMap(KeysAdmin.KeysAdmin, (keys) => keys.listKeys(Option.none())).pipe(
    Effect.provide(RemoteKeys.layerConfig),
    Effect.match({
      onSuccess: () => Check.good(name, `embedded, in ${directory}, in use by the server (process ${owned.pid}), which answers`),
      onFailure: () =>
        Check.bad(name, `embedded, in ${directory}, in use by process ${owned.pid}, which does not answer`, "Wait until it has started or ended, or stop it.")
    })
  )

const unmade = (directory: string) =>
  Effect.map(isWritable(directory), (writable) =>
    writable
      ? Check.good(name, `embedded, in ${directory}, made by the first start`)
      : Check.bad(name, `embedded, but ${directory} cannot be made`, "Set EXCV_DATA_DIR to a directory that this user may write."))

/** The directory, or the nearest one above it that exists. */
const isWritable = (directory: string): Effect.Effect<boolean, never, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const exists = yield* Effect.orElseSucceed(fs.exists(directory), () => true)
    if (!exists) return yield* isWritable(path.dirname(directory))
    return yield* Effect.match(fs.access(directory, { writable: true }), { onSuccess: () => true, onFailure: () => false })
  })
