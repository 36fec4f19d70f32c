/** Access: which keys are accepted, and how often. */
import { SqlClient } from "@effect/sql"
import { expect } from "@effect/vitest"
import { Array, Duration, Effect, Redacted, Tracer } from "effect"
import { Access, Credits, Keys, KeyToken, Moment } from "../../src/index.js"
import type { Tests } from "../Databases.js"
import { customer } from "../Databases.js"

const noon = new Date("2026-03-10T12:00:00Z")
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

const authenticate = Effect.fn(function* (token: Redacted.Redacted, at: Date = noon) {
  return yield* (yield* Access.Access).authenticate(token).pipe(Moment.at(at))
})

const reason = (token: Redacted.Redacted, at?: Date) => Effect.map(Effect.flip(authenticate(token, at)), (error) =>
  error._tag === "InvalidKey" ? error.reason : error._tag)

/** How many statements an effect sends: each is a span of the SQL layer. */
const statements = Effect.fn(function* <A, E, R>(effect: Effect.Effect<A, E, R>) {
  let count = 0
  const tracer = yield* Effect.tracer
  const counting = Tracer.make({
    context: tracer.context,
    span: (...args) => {
      if (args[0] === "sql.execute") count++
      return tracer.span(...args)
    }
  })
  yield* Effect.withTracer(effect, counting)
  return count
})

export const accessSuite = (it: Tests) => {
  it.effect("says who a key is, in one statement", () =>
    Effect.gen(function* () {
      const { account, live, test } = yield* customer("fifty")
      expect(yield* authenticate(live.token)).toEqual({
        keyId: live.key.id, accountId: account.id, mode: "live", plan: "fifty",
        rate: { allowed: true, limit: 5, remaining: 4, resetSeconds: 1, retryAfterSeconds: 0 },
        credits: yield* (yield* Credits.Credits).usage(account.id).pipe(Moment.at(noon))
      })
      expect((yield* authenticate(test.token)).mode).toBe("test")
      expect(yield* statements(authenticate(live.token))).toBe(1)
    }))

  it.effect("a key with a wrong checksum, or of no key's shape, costs no query", () =>
    Effect.gen(function* () {
      const { live } = yield* customer("fifty")
      const text = Redacted.value(live.token)
      const wrong = [text.replace("live", "test"), text.slice(0, -1), `${text}0`, text.replace(/.$/, (last) => last === "0" ? "1" : "0"),
        text.replace(/_(.)(?=[^_]*$)/, (_, first: string) => first === "0" ? "_1" : "_0"), "", "excv_live_", "sk-123"].map((one) => Redacted.make(one))
      for (const token of wrong) {
        expect(yield* reason(token)).toBe("malformed")
        expect(yield* statements(Effect.ignore(authenticate(token)))).toBe(0)
      }
    }))

  it.effect("a well-formed key that nobody has is not found", () =>
    Effect.gen(function* () {
      expect(yield* reason(yield* KeyToken.make("live"))).toBe("not_found")
    }))

  it.effect("a revoked key is refused, and revoking again keeps the first moment", () =>
    Effect.gen(function* () {
      const { live } = yield* customer("fifty")
      const { revoke } = yield* Keys.Keys
      yield* revoke(live.key.id).pipe(Moment.at(noon))
      expect(yield* reason(live.token)).toBe("revoked")
      expect((yield* revoke(live.key.id)).revokedAt).toEqual(noon)
      expect((yield* Effect.flip(revoke("key_of_nobody")))._tag).toBe("KeyNotFound")
    }))

  it.effect("a key is accepted until the millisecond before its expiry", () =>
    Effect.gen(function* () {
      const { account } = yield* customer("fifty")
      const { token } = yield* (yield* Keys.Keys).create({ accountId: account.id, mode: "live", expiresAt: after(60) })
      expect((yield* authenticate(token, after(59.999))).accountId).toBe(account.id)
      expect(yield* reason(token, after(60))).toBe("expired")
    }))

  it.effect("after a rotation both keys count until the overlap has passed, then only the new one", () =>
    Effect.gen(function* () {
      const { account, live } = yield* customer("fifty")
      const { list, rotate } = yield* Keys.Keys
      const next = yield* rotate(live.key.id, Duration.minutes(10)).pipe(Moment.at(noon))
      expect((yield* authenticate(live.token, after(599))).keyId).toBe(live.key.id)
      expect((yield* authenticate(next.token, after(599))).keyId).toBe(next.key.id)
      expect(yield* reason(live.token, after(600))).toBe("expired")
      expect((yield* authenticate(next.token, after(600))).mode).toBe("live")
      const lateRotation = rotate(live.key.id, Duration.minutes(10)).pipe(Moment.at(after(600)))
      expect((yield* Effect.flip(lateRotation))._tag).toBe("KeyNotFound")
      expect((yield* list(account.id)).map(({ id }) => id)).toContain(next.key.id)
    }))

  it.effect("a rotation never lengthens a key's life", () =>
    Effect.gen(function* () {
      const { account } = yield* customer("fifty")
      const keys = yield* Keys.Keys
      const { key } = yield* keys.create({ accountId: account.id, mode: "live", expiresAt: after(5) })
      yield* keys.rotate(key.id, Duration.hours(1)).pipe(Moment.at(noon))
      const old = (yield* keys.list(account.id)).find(({ id }) => id === key.id)
      expect(old?.expiresAt).toEqual(after(5))
    }))

  it.effect("the database holds neither a key nor enough of it to make one", () =>
    Effect.gen(function* () {
      const { account, live } = yield* customer("fifty")
      const sql = yield* SqlClient.SqlClient
      const [row] = yield* sql<{ readonly text: string }>`SELECT api_keys::text AS text FROM api_keys WHERE id = ${live.key.id}`
      const token = Redacted.value(live.token)
      expect(row?.text).not.toContain(token.slice(10, 20))
      expect(live.key).toMatchObject({ prefix: "excv_live_", lastFour: token.slice(-4), accountId: account.id })
    }))

  it.effect("a listing says when a key was last used, to the minute", () =>
    Effect.gen(function* () {
      const { account, live } = yield* customer("fifty")
      const { list } = yield* Keys.Keys
      const lastUsed = Effect.map(list(account.id), (keys) => keys.find(({ id }) => id === live.key.id)?.lastUsedAt)
      expect(yield* lastUsed).toBeNull()
      yield* authenticate(live.token, after(0))
      yield* authenticate(live.token, after(59))
      expect(yield* lastUsed).toEqual(after(0))
      yield* authenticate(live.token, after(60))
      expect(yield* lastUsed).toEqual(after(60))
    }))

  it.effect("100 parallel requests take exactly what the bucket holds", () =>
    Effect.gen(function* () {
      const { live, test } = yield* customer("fifty")
      const allowed = (token: Redacted.Redacted, at: Date) =>
        Effect.map(Effect.all(Array.replicate(authenticate(token, at), 100), { concurrency: "unbounded" }), (answers) =>
          answers.filter(({ rate }) => rate.allowed).length)
      expect(yield* allowed(live.token, noon)).toBe(5)
      expect(yield* allowed(test.token, noon)).toBe(2)
      expect(yield* allowed(live.token, after(3))).toBe(3)
      expect(yield* allowed(live.token, after(3600))).toBe(5)
    }))

  it.effect("a refused request says when the next is allowed, and then it is", () =>
    Effect.gen(function* () {
      const { test } = yield* customer("fifty")
      yield* authenticate(test.token)
      yield* authenticate(test.token)
      expect((yield* authenticate(test.token, after(2.5))).rate)
        .toEqual({ allowed: false, limit: 2, remaining: 0, resetSeconds: 18, retryAfterSeconds: 8 })
      expect((yield* authenticate(test.token, after(9.999))).rate).toMatchObject({ allowed: false, retryAfterSeconds: 1 })
      expect((yield* authenticate(test.token, after(10))).rate).toMatchObject({ allowed: true, remaining: 0 })
    }))

  it.effect("a request with an earlier moment takes a request and adds none", () =>
    Effect.gen(function* () {
      const { live } = yield* customer("fifty")
      yield* authenticate(live.token, after(10))
      expect((yield* authenticate(live.token, after(0))).rate.remaining).toBe(3)
      expect((yield* authenticate(live.token, after(10))).rate.remaining).toBe(2)
    }))
}
