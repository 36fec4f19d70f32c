/** Runs a suite on both databases: the same tests and the same SQL on PGlite and on a Postgres server. */
import { layer } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import type { SqlClient } from "@effect/sql"
import { Duration, Effect, Exit, Layer, Option, Redacted, Scope } from "effect"
import { afterAll, describe } from "vitest"
import type { Plans , Database} from "../src/index.js"
import { Access, Accounts, Credits, DailySpending, Jobs, Keys } from "../src/index.js"
import * as PlansModule from "../src/Plans.js"
import { TestPglite, TestPostgres } from "../src/testing/index.js"

type Services =
  | Accounts.Accounts | Keys.Keys | Access.Access | Credits.Credits | DailySpending.DailySpending | Jobs.Jobs | Plans.Plans | Database.Database | SqlClient.SqlClient

export type Tests = Vitest.MethodsNonLive<Services>

const bucket = { per_minute: 60, burst: 5 }
const rate = { live: bucket, test: { per_minute: 6, burst: 2 } }
const changes = {
  fifty: { credits_limit: 50, overage_allowed: false, overage_cap: null, overage_rate: 0, rate },
  capped: { credits_limit: 3, overage_allowed: true, overage_cap: 2, overage_rate: 0.5, rate },
  endless: { credits_limit: 2, overage_allowed: true, overage_cap: null, overage_rate: 0.5, rate },
  none: { credits_limit: 0, overage_allowed: false, overage_cap: null, overage_rate: 0, rate },
  dollar: { credits_limit: 500, overage_allowed: false, overage_cap: null, overage_rate: 0, daily_cost_usd: 1, rate }
}

/** What a node is made of, over a database; a layer of its own is another node. */
export const node = () =>
  Layer.mergeAll(Accounts.layer, Keys.layer, Access.layer, Credits.layer, DailySpending.layer, Layer.fresh(Jobs.layer({ lease: Duration.minutes(1) }))).pipe(
    Layer.provideMerge(PlansModule.layer(changes))
  )

const scope = Effect.runSync(Scope.make())

/** The server of this test file. */
const postgres = await Effect.runPromise(Scope.extend(TestPostgres.find, scope))
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

/** A suite of tests that need a server: reported as skipped, with the reason, where there is none. */
export const onPostgres = (suite: (url: Redacted.Redacted) => void) =>
  TestPostgres.Search.$match(postgres, {
    Found: ({ url }) => describe("on Postgres", () => suite(url)),
    Missing: ({ reason }) => {
      console.warn(`Postgres tests are skipped: ${reason}`)
      describe.skip(`on Postgres (skipped: ${reason})`, () => suite(Redacted.make("")))
    }
  })

/** Registers the suite once for each database; where there is no Postgres, its tests are reported as skipped with the reason. */
export const onEachDatabase = (suite: (it: Tests) => void) => {
  describe("on PGlite", () => {
    layer(Layer.provideMerge(node(), TestPglite.layer), { timeout: Duration.minutes(1) })(suite)
  })
  onPostgres((url) => {
    layer(Layer.provideMerge(node(), TestPostgres.layer(url)), { timeout: Duration.minutes(1) })(suite)
  })
}

let serial = 0

/** A new account with a live and a test key. */
export const customer = Effect.fn(function* (plan: string) {
  const account = yield* (yield* Accounts.Accounts).create({ name: `Customer ${++serial}`, plan })
  const keys = yield* Keys.Keys
  const live = yield* keys.create({ accountId: account.id, mode: "live" })
  const test = yield* keys.create({ accountId: account.id, mode: "test" })
  const request = { accountId: account.id, keyId: live.key.id, mode: "live" as const, requestHash: "hash" }
  return { account, live, test, request }
})

/** What a successful extraction leaves in these tests. */
export const success = {
  result: { full_name: "Ada", skills: [] },
  meta: { model_used: "rules-1" },
  confidenceScore: 0.5,
  processingTimeMs: 12,
  modelUsed: "rules-1"
}

export const failure = { code: "UNPROCESSABLE", message: "The document cannot be read", retryable: false }

/** Used, reserved and remaining credits of an account. */
export const counts = Effect.fn(function* (accountId: string) {
  const usage = yield* (yield* Credits.Credits).usage(accountId)
  return { used: usage.creditsUsed, reserved: usage.creditsReserved, remaining: usage.creditsRemaining }
})

/** The job of a request that must be accepted. */
export const accepted = Effect.fn(function* (request: Parameters<Jobs.Jobs.Service["accept"]>[0]) {
  const acceptance = yield* (yield* Jobs.Jobs).accept(request)
  return acceptance._tag === "Accepted" ? acceptance.job : yield* Effect.dieMessage(`not accepted: ${acceptance._tag}`)
})

/** A job that must exist. */
export const job = Effect.fn(function* (accountId: string, id: string) {
  return Option.getOrThrow(yield* (yield* Jobs.Jobs).get(accountId, id))
})

/** A kept document. */
export const input = { bytes: new Uint8Array([0, 1, 255, 39, 92]), mediaType: "application/pdf", options: { as_of: "2026-03" } }
