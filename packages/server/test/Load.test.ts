/** Many requests at once: what is refused, what waits, and what becomes of work whose client leaves. */
import { layer } from "@effect/vitest"
import { TestPglite, TestPostgres } from "@excv/store/testing"
import { Duration, Effect, Exit, Fiber, Scope } from "effect"
import { afterAll, describe, expect } from "vitest"
import * as Client from "./Client.js"
import * as Controlled from "./Controlled.js"
import * as TestServer from "./TestServer.js"

const controlled = Controlled.make()
const small = { extractor: controlled.extractor, settings: { concurrency: 1, queue: 2, shutdownTimeout: Duration.seconds(5) } }

layer(TestServer.layer(small), TestServer.live)("a full server", (it) => {
  it.effect("refuses what would wait too long, before it reads it, and takes work again afterwards", () =>
    Effect.gen(function* () {
      const { account, live } = yield* TestServer.customer()
      yield* controlled.hold
      const startedBefore = controlled.state.started
      const accepted = yield* Effect.fork(Effect.all(
        Array.from({ length: 3 }, () => Client.extract(live, Client.file(Client.small))), { concurrency: "unbounded" }))
      yield* Controlled.until(Effect.map(TestServer.credits(account.id), ({ reserved }) => reserved === 3))

      for (const headers of [{}, { prefer: "respond-async" }]) {
        const { headers: answered, json, status } = yield* Client.extract(live, Client.file(Client.small), headers)
        expect([status, json.error.code, json.error.retryable]).toEqual([503, "SERVICE_UNAVAILABLE", true])
        expect(Number(answered.get("retry-after"))).toBeGreaterThan(0)
        expect(answered.get("ratelimit-limit")).toBe("1000")
      }
      expect((yield* Client.send("/api/v1/usage", { key: live })).status).toBe(200)
      yield* controlled.started(startedBefore + 1)

      yield* controlled.release
      expect((yield* Fiber.join(accepted)).map(({ status }) => status)).toEqual([200, 200, 200])
      expect((yield* Client.extract(live, Client.file(Client.small))).status).toBe(200)
      expect(yield* TestServer.credits(account.id)).toEqual({ used: 4, reserved: 0 })
    }))

  it.effect("finishes and charges the work of a client that left, and gives it to the repeat", () =>
    Effect.gen(function* () {
      const { account, live } = yield* TestServer.customer()
      const key = { "idempotency-key": "left" }
      yield* controlled.hold
      const startedBefore = controlled.state.started
      const leaving = yield* Effect.fork(Client.extract(live, Client.file(Client.small), key))
      yield* controlled.started(startedBefore + 1)
      yield* Fiber.interrupt(leaving)
      const repeating = yield* Effect.fork(Client.extract(live, Client.file(Client.small), key))
      yield* controlled.release
      const { json, status } = yield* Fiber.join(repeating)
      expect([status, json.data.full_name]).toEqual([200, "Priya Raman"])
      expect(controlled.state.started).toBe(startedBefore + 1)
      expect(yield* TestServer.credits(account.id)).toEqual({ used: 1, reserved: 0 })
    }))
})

const scope = Effect.runSync(Scope.make())
const postgres = await Effect.runPromise(Scope.extend(TestPostgres.find, scope))
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const databases = TestPostgres.Search.$match(postgres, {
  Found: ({ url }) => [
    { name: "PGlite", run: describe, database: TestPglite.layer },
    { name: "Postgres", run: describe, database: TestPostgres.layer(url) }
  ],
  Missing: ({ reason }) => [
    { name: "PGlite", run: describe, database: TestPglite.layer },
    { name: `Postgres (skipped: ${reason})`, run: describe.skip, database: TestPglite.layer }
  ]
})

for (const { database, name, run } of databases) {
  run(`a server under load, on ${name}`, () => {
    layer(TestServer.layer({ database, extractor: controlled.extractor, settings: { concurrency: 8, queue: 200 } }), TestServer.live)((it) => {
      it.effect("gives 200 parallel requests exactly the 50 credits that are left", () =>
        Effect.gen(function* () {
          const { account, live } = yield* TestServer.customer("fifty")
          const answers = yield* Effect.all(
            Array.from({ length: 200 }, () => Client.extract(live, Client.file(Client.small))), { concurrency: "unbounded" })
          const counted = (status: number) => answers.filter((answer) => answer.status === status).length
          expect([counted(200), counted(402)]).toEqual([50, 150])
          expect(yield* TestServer.credits(account.id)).toEqual({ used: 50, reserved: 0 })
        }))
    })
  })
}
