/** What an account may spend on models in a day: on one server, and on two over one database. */
import { layer } from "@effect/vitest"
import { Database, StoreError } from "@excv/store"
import { TestPostgres } from "@excv/store/testing"
import type { Redacted } from "effect"
import { Context, Effect, Exit, Fiber, Layer, Option, Scope, TestClock, TestContext } from "effect"
import { Excv } from "excv/effect"
import { afterAll, describe, expect, it as test } from "vitest"
import * as JobSpending from "../src/work/JobSpending.js"
import * as Client from "./Client.js"
import * as Controlled from "./Controlled.js"
import * as TestServer from "./TestServer.js"

/** A model that fits once into the plan's dollar, and what answers for nothing. */
const chain = () => {
  const model = Controlled.make({ model: "model-1", cost: { mostUsd: 0.6, usd: 0.25 } })
  const free = Controlled.make({ model: "free-1" })
  const extractors = [model.extractor, free.extractor] as const
  return { model, excv: Excv.layer({ extractors, sandboxExtractors: extractors }) }
}

const usage = (key: string) => Effect.map(Client.send("/api/v1/usage?include=spending", { key }), ({ json }) => json)

const modelOf = ({ headers }: Client.Answer) => headers.get("x-model-used")

const { excv, model } = chain()

layer(TestServer.layer({ excv, settings: { concurrency: 4 } }), TestServer.live)("a daily cap", (it) => {
  it.effect("that fits one call lets one of two requests at once ask the model, and tells the other", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer("dollar")
      yield* model.hold
      const before = model.state.started
      const both = yield* Effect.fork(Effect.all(
        [1, 2].map(() => Client.extract(live, Client.file(Client.small, { include: "meta" }))), { concurrency: "unbounded" }))
      yield* model.started(before + 1)
      yield* Controlled.until(Effect.map(usage(live), ({ data }) => data.credits_used === 1))
      expect(yield* usage(live)).toMatchObject({ spending: { spent_usd: 0, held_usd: 0.6, limit_usd: 1 } })
      yield* model.release

      const answers = yield* Fiber.join(both)
      expect(answers.map(modelOf).sort()).toEqual(["free-1", "model-1"])
      expect(answers.find((answer) => modelOf(answer) === "free-1")?.json.meta).toMatchObject({
        issues: expect.arrayContaining([expect.objectContaining({ code: "daily_cap_reached" })]),
        attempts: [{ model: "model-1", outcome: "failed", reason: "over_daily_cap", usage: { cost_usd: 0 } }, { outcome: "accepted" }]
      })
      expect(model.state.started).toBe(before + 1)
      expect(yield* usage(live)).toMatchObject({ spending: { spent_usd: 0.25, held_usd: 0 } })
    }))

  it.effect("has back what a call was cheaper than it might have been, and in the end keeps every call back", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer("dollar")
      const models = yield* Effect.replicateEffect(Effect.map(Client.extract(live, Client.file(Client.small)), modelOf), 4)
      expect(models).toEqual(["model-1", "model-1", "free-1", "free-1"])
      expect(yield* usage(live)).toMatchObject({ spending: { spent_usd: 0.5, held_usd: 0 } })
    }))

  it.effect("is one for all keys of the account, and for jobs whose client does not wait", () =>
    Effect.gen(function* () {
      const { live, test } = yield* TestServer.customer("dollar")
      expect(modelOf(yield* Client.extract(test, Client.file(Client.small)))).toBe("model-1")
      const { headers } = yield* Client.extract(live, Client.file(Client.small), { prefer: "respond-async" })
      const job = Effect.map(Client.send(String(headers.get("location")), { key: live }), ({ json }) => json.data)
      yield* Controlled.until(Effect.map(job, ({ status }) => status === "done"))
      expect(yield* job).toMatchObject({ model_used: "model-1" })
      expect(modelOf(yield* Client.extract(test, Client.file(Client.small)))).toBe("free-1")
      expect(yield* usage(test)).toMatchObject({ spending: { spent_usd: 0.5, held_usd: 0 } })
    }))

  it.effect("answers a request for that model with 402, says until when, and charges nothing", () =>
    Effect.gen(function* () {
      const { account, live } = yield* TestServer.customer("dollar")
      const wanted = Client.file(Client.small, { model: "model-1" })
      yield* Effect.replicateEffect(Client.extract(live, wanted), 2)
      const refused = yield* Client.extract(live, wanted)
      expect([refused.status, refused.json.error]).toMatchObject([402, {
        code: "QUOTA_EXCEEDED",
        message: "What the account may spend on models today does not reach for this extraction.",
        retryable: false,
        details: { reason: "over_daily_cap", resets_at: expect.stringMatching(/T00:00:00\.000Z$/) }
      }])
      expect(Date.parse(String(refused.json.error.details?.resets_at)) - Date.now()).toBeGreaterThan(0)
      expect((yield* Client.extract(live, Client.file(Client.small, { model: "free-1" }))).status).toBe(200)
      expect(yield* TestServer.credits(account.id)).toEqual({ used: 3, reserved: 0 })
    }))

  it.effect("is not the limit of one request, whose refusal names the parameter", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer("dollar")
      const { json, status } = yield* Client.extract(live, Client.file(Client.small, { model: "model-1", max_cost_usd: "0.5" }))
      expect([status, json.error]).toMatchObject([400, { code: "INVALID_REQUEST", details: { parameter: "max_cost_usd", reason: "over_budget" } }])
      expect(yield* usage(live)).toMatchObject({ spending: { spent_usd: 0, held_usd: 0 } })
    }))

  it.effect("is shown by GET /usage to whoever asks for it, and none is null", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer("fifty")
      yield* Client.extract(live, Client.file(Client.small))
      expect((yield* usage(live)).spending).toEqual({ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), spent_usd: 0.25, held_usd: 0, limit_usd: null })
      expect(Object.keys((yield* Client.send("/api/v1/usage", { key: live })).json)).toEqual(["success", "data"])
      const { json, status } = yield* Client.send("/api/v1/usage?include=everything", { key: live })
      expect([status, json.error]).toMatchObject([400, { code: "INVALID_REQUEST", details: { parameter: "include" } }])
    }))
})

const scope = Effect.runSync(Scope.make())
const postgres = await Effect.runPromise(Scope.extend(TestPostgres.find, scope))
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

/** Many requests at both of two servers, of which one keeps its first call until all others are answered. */
const onTwoServers = Effect.fn(function* (database: Redacted.Redacted) {
  const [first, second] = [chain(), chain()]
  const build = (excv: Layer.Layer<Excv.Excv>) =>
    Layer.build(Layer.fresh(TestServer.layer({ excv, database: Database.layerPostgres({ url: database, pool: 4 }), settings: { concurrency: 8 } })))
  const servers = [yield* build(first.excv), yield* build(second.excv)] as const
  const urls = servers.map((server) => Context.get(server, TestServer.TestServer).url)
  const { live } = yield* Effect.provide(TestServer.customer("dollar"), servers[0])
  const ask = (url: string) => Client.sendTo(url, "/api/v1/extract", { method: "POST", key: live, ...Client.file(Client.small) })

  yield* Effect.all([first.model.hold, second.model.hold])
  const asked = yield* Effect.fork(Effect.forEach(urls.flatMap((url) => Array.from({ length: 8 }, () => url)), ask, { concurrency: "unbounded" }))
  const usage = (url: string) => Effect.map(Client.sendTo(url, "/api/v1/usage?include=spending", { key: live }), ({ json }) => json)
  yield* Controlled.until(Effect.map(usage(String(urls[1])), ({ data }) => data.credits_used === 15))
  expect(first.model.state.started + second.model.state.started).toBe(1)
  yield* Effect.all([first.model.release, second.model.release])
  const models = (yield* Fiber.join(asked)).map(modelOf)
  expect([models.filter((name) => name === "model-1").length, models.filter((name) => name === "free-1").length]).toEqual([1, 15])
  for (const url of urls) expect(yield* usage(url)).toMatchObject({ spending: { spent_usd: 0.25, held_usd: 0 } })
})

const reason = postgres._tag === "Missing" ? ` (skipped: ${postgres.reason})` : ""

describe.skipIf(postgres._tag === "Missing")(`two servers on one Postgres${reason}`, () => {
  test("let 16 requests at both ask a model once that fits once", () =>
    Effect.flatMap(postgres._tag === "Found" ? TestPostgres.freshDatabase(postgres.url) : Effect.die(postgres), onTwoServers).pipe(
      Effect.scoped,
      Effect.runPromise
    ))
})

describe("a database that is away", () => {
  const away = new StoreError.StoreError({ operation: "DailySpending.hold", code: "ECONNREFUSED" })
  const held = Option.some({ accountId: "acc_1", day: "2026-03-10", usd: 0.6 })

  test("is waited for before a call, and keeps no answer back after it", () =>
    Effect.gen(function* () {
      const state = { tries: 0, settled: 0 }
      const { hold } = JobSpending.of({
        hold: () => Effect.suspend(() => state.tries++ < 3 ? Effect.fail(away) : Effect.succeed(held)),
        settle: () => Effect.suspend(() => state.settled++ === 0 ? Effect.fail(away) : Effect.never),
        today: () => Effect.fail(away)
      }, "job_1")
      const leave = yield* Effect.fork(hold(() => 0.6))
      yield* TestClock.adjust("10 seconds")
      const { settle } = Option.getOrThrow(yield* Fiber.join(leave))
      yield* settle(0.25)
      expect(state).toEqual({ tries: 4, settled: 1 })
      const hanging = yield* Effect.fork(Effect.uninterruptible(settle(0.25)))
      yield* TestClock.adjust("6 seconds")
      yield* Fiber.join(hanging)
      expect(state.settled).toBe(2)
    }).pipe(Effect.provide(TestContext.TestContext), Effect.runPromise))
})
