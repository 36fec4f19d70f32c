/** A real server on a free loopback port, with a real database and the real library. */
import type { Extractor } from "@excv/provider"
import type { SqlClient } from "@effect/sql"
import type { Database, StoreError } from "@excv/store"
import { Access, Accounts, Credits, DailySpending, Jobs, Keys, Plans } from "@excv/store"
import { TestPglite } from "@excv/store/testing"
import { Console, Context, Duration, Effect, Layer, Redacted } from "effect"
import { Excv } from "excv/effect"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vi } from "vitest"
import * as Listener from "../src/http/Listener.js"
import * as Server from "../src/Server.js"
import { Settings } from "../src/Settings.js"

// Servers, threads and databases start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const generous = { per_minute: 60_000, burst: 1_000 }
const rate = { live: generous, test: generous }
const strict = { overage_allowed: false, overage_cap: null, overage_rate: 0 }

const plans = {
  starter: { rate },
  single: { ...strict, credits_limit: 1, rate },
  dollar: { ...strict, credits_limit: 50, daily_cost_usd: 1, rate },
  fifty: { ...strict, credits_limit: 50, rate },
  slow: { ...strict, credits_limit: 100, rate: { live: { per_minute: 1, burst: 3 }, test: { per_minute: 1, burst: 2 } } }
}

export class TestServer extends Context.Tag("@excv/server/test/TestServer")<TestServer, {
  readonly url: string
  readonly directory: string
}>() {}

export const temporaryDirectory = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "excv-server-"))),
  (directory) => Effect.promise(() => rm(directory, { recursive: true, force: true }))
)

type AnyDatabase = Layer.Layer<Database.Database | SqlClient.SqlClient, StoreError.StoreError | Layer.Layer.Error<typeof TestPglite.layer>>

const store = (database: AnyDatabase) =>
  Layer.mergeAll(Accounts.layer, Keys.layer, Access.layer, Credits.layer, DailySpending.layer, Layer.fresh(Jobs.layer({ lease: Duration.minutes(1) }))).pipe(
    Layer.provideMerge(Plans.layer(plans)),
    Layer.provideMerge(database)
  )

/** The server greets whoever starts it; here nobody listens. */
const quiet = Layer.unwrapEffect(
  Console.consoleWith((console) => Effect.succeed(Console.setConsole({ ...console, log: () => Effect.void })))
)

interface Options {
  readonly settings?: Partial<Settings.Service>
  /** instead of the offline rules */
  readonly extractor?: Extractor
  /** instead of the library */
  readonly excv?: Layer.Layer<Excv.Excv>
  readonly database?: AnyDatabase
}

/** How `layer` of @effect/vitest runs a suite on a server. */
export const live = { excludeTestServices: true, timeout: "3 minutes" } as const

export const layer = ({ database = TestPglite.layer, excv, extractor, settings }: Options = {}) =>
  Layer.unwrapScoped(Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    return Layer.effect(TestServer, Effect.map(Listener.url, (url) => ({ url, directory }))).pipe(
      Layer.provideMerge(Server.layer),
      Layer.provideMerge(store(database)),
      Layer.provideMerge(excv ?? Excv.layer(extractor === undefined ? {} : { extractors: [extractor], sandboxExtractors: [extractor] })),
      Layer.provide(Layer.succeed(Settings, {
        host: "127.0.0.1",
        port: 0,
        dataDirectory: directory,
        shutdownTimeout: Duration.seconds(10),
        concurrency: 2,
        queue: 100,
        retention: Duration.hours(24),
        ...settings
      })),
      Layer.provide(quiet)
    )
  }))

let serial = 0

/** A new account with a live and a test key. */
export const customer = Effect.fn(function* (plan = "starter") {
  const account = yield* (yield* Accounts.Accounts).create({ name: `Customer ${++serial}`, plan })
  const keys = yield* Keys.Keys
  const live = yield* keys.create({ accountId: account.id, mode: "live" })
  const test = yield* keys.create({ accountId: account.id, mode: "test" })
  return { account, live: Redacted.value(live.token), test: Redacted.value(test.token), liveId: live.key.id }
})

/** Used and reserved credits. */
export const credits = Effect.fn(function* (accountId: string) {
  const { creditsReserved, creditsUsed } = yield* (yield* Credits.Credits).usage(accountId)
  return { used: creditsUsed, reserved: creditsReserved }
})
