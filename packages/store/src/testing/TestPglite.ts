/** A fresh PGlite in memory. Creating one takes seconds, so it is done once per machine and version, and then cloned. */
import { Effect, Layer } from "effect"
import { randomUUID } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir, userInfo } from "node:os"
import { dirname, join } from "node:path"
import * as Database from "../Database.js"
import * as Pglite from "../Pglite.js"

/** An empty database of its own for each time the layer is built. */
export const layer = Layer.unwrapEffect(
  Effect.map(Effect.suspend(() => dump), (blob) => Database.layerMemory(blob))
)

/** Puts an empty database into a data directory, for tests that start a process on it: creating it there takes seconds. */
export const prepare = (directory: string) =>
  Effect.flatMap(Effect.suspend(() => dump), (blob) => Pglite.open({ directory: join(directory, "database"), dump: blob })).pipe(
    Effect.scoped,
    Effect.orDie
  )

const cacheFile = Effect.promise(async () => {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite")
  const { version } = JSON.parse(await readFile(join(dirname(entry), "../package.json"), "utf8"))
  return join(tmpdir(), `excv-test-${userInfo().username}`, `pglite-${version}.tar`)
})

const create = (file: string) =>
  Effect.gen(function* () {
    const pglite = yield* Pglite.open({})
    const blob = yield* Effect.promise(() => pglite.dump())
    yield* Effect.promise(async () => {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const draft = `${file}.${randomUUID()}`
      await writeFile(draft, blob.stream())
      await rename(draft, file)
    })
    return blob
  }).pipe(Effect.scoped, Effect.orDie)

const dump = Effect.runSync(Effect.cached(
  Effect.flatMap(cacheFile, (file) =>
    Effect.tryPromise(async () => new Blob([await readFile(file)])).pipe(Effect.catchAll(() => create(file))))
))
