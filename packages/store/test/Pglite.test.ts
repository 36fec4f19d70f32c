/** The embedded database: one session behind an ordinary driver. */
import { SqlClient } from "@effect/sql"
import { expect, it, layer } from "@effect/vitest"
import { Context, Effect, Fiber, Layer, Option } from "effect"
import { Accounts, Database, Plans } from "../src/index.js"
import { TestPglite } from "../src/testing/index.js"
import { existsSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { start, temporaryDirectory } from "./Child.js"

layer(TestPglite.layer, { timeout: "1 minute" })("in memory", (it) => {
  it.effect("is healthy and says what it is", () =>
    Effect.gen(function* () {
      const { health, kind } = yield* Database.Database
      expect(kind).toBe("pglite")
      yield* health
    }))

  it.effect("parallel transactions do not mix", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      yield* sql`CREATE TABLE counter AS SELECT 0 AS value`
      const increment = sql.withTransaction(Effect.gen(function* () {
        const [row] = yield* sql<{ readonly value: number }>`SELECT value FROM counter`
        yield* Effect.yieldNow()
        yield* sql`UPDATE counter SET value = ${(row?.value ?? 0) + 1}`
      }))
      yield* Effect.all(Array.from({ length: 30 }, () => increment), { concurrency: "unbounded" })
      expect(yield* sql`SELECT value FROM counter`).toEqual([{ value: 30 }])
    }))

  it.effect("a failed statement, also within a transaction, leaves the session usable", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      expect((yield* Effect.flip(sql`SELECT 1 / ${0}::integer`))._tag).toBe("SqlError")
      expect((yield* Effect.flip(sql.withTransaction(sql`SELECT nonsense`)))._tag).toBe("SqlError")
      expect(yield* sql`SELECT ${1}::integer AS one`).toEqual([{ one: 1 }])
    }))

  it.effect("an interrupted statement frees the one connection", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const fiber = yield* Effect.fork(sql`SELECT count(*) FROM generate_series(1, ${200_000}::integer)`)
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(fiber)
      const broken = yield* Effect.fork(sql.withTransaction(Effect.zipRight(sql`CREATE TABLE half (x integer)`, Effect.never)))
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(broken)
      expect(yield* sql`SELECT to_regclass('half') AS half`).toEqual([{ half: null }])
    }))
})

it.scopedLive("a directory opens again with its data, for well under three seconds of the processor, and refuses a second owner", () =>
  Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    yield* TestPglite.prepare(directory)
    const open = Layer.provideMerge(Accounts.layer, Layer.merge(Plans.layer({}), Layer.fresh(Database.layerPglite(directory))))
    const create = Effect.flatMap(Accounts.Accounts, ({ create }) => create({ name: "Ada", plan: "free" }))
    const { id } = yield* Effect.provide(create, open)
    const before = process.cpuUsage()
    const context = yield* Layer.build(open)
    const { system, user } = process.cpuUsage(before)
    expect(Option.map(yield* Context.get(context, Accounts.Accounts).findByName("Ada"), (account) => account.id)).toEqual(Option.some(id))
    expect((system + user) / 1_000_000).toBeLessThan(3)
    const refused = yield* Effect.flip(Effect.scoped(Layer.build(Layer.fresh(Database.layerPglite(directory)))))
    expect(refused).toMatchObject({ _tag: "DirectoryInUse", pid: process.pid })
  }), 120_000)

it.scopedLive("a process killed while it creates the database leaves none that is half made: the next one starts anew", () =>
  Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    expect((yield* Effect.scoped(start("creator", [directory]))).line).toBe("begun")
    expect(existsSync(join(directory, "database"))).toBe(false)
    yield* Effect.provide(Effect.flatMap(Database.Database, ({ health }) => health), Layer.fresh(Database.layerPglite(directory)))
    expect((yield* Effect.promise(() => readdir(directory))).filter((name) => name.startsWith("database"))).toEqual(["database"])
  }), 120_000)
