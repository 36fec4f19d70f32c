/** A node killed between reserving and settling: no credit is lost, none is charged twice, and what a call may have cost stays held. */
import { expect, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Option, Redacted, Schema } from "effect"
import { Credits, DailySpending, Jobs, Moment, Store } from "../src/index.js"
import { TestPglite, TestPostgres } from "../src/testing/index.js"
import { start, temporaryDirectory } from "./Child.js"
import { onPostgres, success } from "./Databases.js"

const Said = Schema.parseJson(Schema.Struct({
  accountId: Schema.String,
  done: Schema.String,
  without: Schema.String,
  withInput: Schema.String
}))

/** Runs a node until it has three jobs, of which it completes one, and kills it. */
const killed = (env: Readonly<Record<string, string>>) =>
  Effect.scoped(Effect.flatMap(start("node", [], env), ({ line }) => Schema.decode(Said)(line)))

const store = (env: Readonly<Record<string, string>>) =>
  Layer.provide(Store.layerConfig, Layer.setConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(env)))))

/** What the next node finds and does. */
const recover = Effect.fn(function* (said: typeof Said.Type) {
  const { complete, get, input, start, takeOrphans } = yield* Jobs.Jobs
  const { usage } = yield* Credits.Credits
  const credits = Effect.map(usage(said.accountId), ({ creditsRemaining, creditsReserved, creditsUsed }) =>
    [creditsUsed, creditsReserved, creditsRemaining])
  const status = (id: string) => Effect.map(get(said.accountId, id), Option.map((job) => job.status))
  expect(yield* credits).toEqual([1, 2, 47])
  expect(yield* (yield* DailySpending.DailySpending).today(said.accountId)).toMatchObject({ spentUsd: 0.002, heldUsd: 0.02 })

  expect(yield* takeOrphans).toEqual({ again: [said.withInput], failed: [said.without] })
  expect(yield* credits).toEqual([1, 1, 48])
  expect(yield* status(said.without)).toEqual(Option.some("failed"))
  expect(yield* takeOrphans).toEqual({ again: [], failed: [] })

  expect(Buffer.from(Option.getOrThrow(yield* input(said.withInput)).bytes).toString()).toBe("%PDF")
  expect([yield* start(said.withInput), yield* complete(said.withInput, success)]).toEqual([true, true])
  expect([yield* complete(said.withInput, success), yield* complete(said.without, success)]).toEqual([false, false])
  expect(yield* status(said.done)).toEqual(Option.some("done"))
  expect(yield* credits).toEqual([2, 0, 48])
})

it.scopedLive("on PGlite, after a SIGKILL, the next start has every credit and job", () =>
  Effect.gen(function* () {
    const env = { EXCV_DATA_DIR: yield* temporaryDirectory }
    yield* TestPglite.prepare(env.EXCV_DATA_DIR)
    const said = yield* killed(env)
    yield* Effect.provide(recover(said), store(env))
  }), 120_000)

onPostgres((server) => {
  it.scopedLive("after a SIGKILL, another node has every credit and job when the lease is over", () =>
    Effect.gen(function* () {
      const env = { DATABASE_URL: Redacted.value(yield* TestPostgres.freshDatabase(server)) }
      const said = yield* killed(env)
      yield* Effect.gen(function* () {
        expect(yield* (yield* Jobs.Jobs).takeOrphans).toEqual({ again: [], failed: [] })
        yield* recover(said).pipe(Moment.at(new Date(Date.now() + 61_000)))
      }).pipe(Effect.provide(store(env)))
    }), 120_000)
})
