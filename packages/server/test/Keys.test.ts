/** Keys through the store and through a running server: the same operations, and who may not use them. */
import { it, layer } from "@effect/vitest"
import { Duration, Effect, Layer, Option, Redacted } from "effect"
import { stat } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect } from "vitest"
import type { KeysError } from "../src/keys/KeysAdmin.js"
import { KeysAdmin, layerStore } from "../src/keys/KeysAdmin.js"
import * as RemoteKeys from "../src/keys/RemoteKeys.js"
import * as ServerFile from "../src/keys/ServerFile.js"
import * as Client from "./Client.js"
import * as Raw from "./RawClient.js"
import * as TestServer from "./TestServer.js"

const remote = Layer.unwrapEffect(Effect.gen(function* () {
  const { directory } = yield* TestServer.TestServer
  return RemoteKeys.layerServer(directory)
}))

const reasonOf = <A>(refused: Effect.Effect<A, KeysError, KeysAdmin>) =>
  Effect.map(Effect.flip(refused), (error) => error._tag === "KeysRefused" ? error.reason : error._tag)

const statusOf = (key: Redacted.Redacted) =>
  Effect.map(Client.send("/api/v1/usage", { key: Redacted.value(key) }), ({ status }) => status)

type Way = Layer.Layer<KeysAdmin, Layer.Layer.Error<typeof remote>, Layer.Layer.Context<typeof layerStore | typeof remote>>
const ways: ReadonlyArray<readonly [string, Way]> = [["in the store", layerStore], ["through the server", remote]]

for (const [way, keysLayer] of ways) {
  layer(Layer.provideMerge(keysLayer, TestServer.layer()), TestServer.live)(`keys ${way}`, (it) => {
    it.effect("are made with their account, listed without their text, and work", () =>
      Effect.gen(function* () {
        const keys = yield* KeysAdmin
        const account = { name: "Acme", plan: "growth" }
        const { key, token } = yield* keys.createKey({ account, mode: "live" })
        yield* keys.createKey({ account: { ...account, plan: "free" }, mode: "test" })
        const listed = yield* keys.listKeys(Option.some("Acme"))
        expect(listed.map(({ account, mode }) => [account, mode])).toEqual([["Acme", "live"], ["Acme", "test"]])
        expect(key.hint).toBe(`excv_live_…${Redacted.value(token).slice(-4)}`)
        expect(JSON.stringify(listed)).not.toContain(Redacted.value(token))
        expect(yield* keys.ensureAccount({ ...account, plan: "free" })).toMatchObject({ name: "Acme", plan: "growth" })
        const usage = yield* Client.send("/api/v1/usage", { key: Redacted.value(token) })
        expect(usage.json.data.plan).toBe("growth")
        expect((yield* keys.listKeys(Option.none())).length).toBeGreaterThan(listed.length)
      }))

    it.effect("stop working when they are revoked, and at the end of their overlap when they are rotated", () =>
      Effect.gen(function* () {
        const keys = yield* KeysAdmin
        const { key, token } = yield* keys.createKey({ account: { name: "Rotating", plan: "starter" }, mode: "live" })
        const next = yield* keys.rotateKey(key.id, Duration.hours(1))
        expect([yield* statusOf(token), yield* statusOf(next.token)]).toEqual([200, 200])
        const last = yield* keys.rotateKey(next.key.id, Duration.zero)
        expect([yield* statusOf(next.token), yield* statusOf(last.token)]).toEqual([401, 200])
        expect((yield* keys.revokeKey(last.key.id)).revoked_at).toBeInstanceOf(Date)
        expect(yield* statusOf(last.token)).toBe(401)
      }))

    it.effect("are refused with the reason", () =>
      Effect.gen(function* () {
        const keys = yield* KeysAdmin
        const plan = keys.createKey({ account: { name: "New", plan: "platinum" }, mode: "live" })
        expect(yield* reasonOf(plan)).toBe("plan_unknown")
        expect(yield* reasonOf(keys.listKeys(Option.some("Nobody")))).toBe("account_not_found")
        expect(yield* reasonOf(keys.revokeKey("key_none"))).toBe("key_not_found")
        expect(yield* reasonOf(keys.rotateKey("key_none", Duration.zero))).toBe("key_not_found")
      }))
  })
}

layer(TestServer.layer(), TestServer.live)("the admin route", (it) => {
  const token = Effect.gen(function* () {
    const { directory } = yield* TestServer.TestServer
    return Redacted.value(Option.getOrThrow(yield* ServerFile.read(directory)).token)
  })

  it.effect("is opened by a token that only the owner of the directory can read", () =>
    Effect.gen(function* () {
      const { directory, url } = yield* TestServer.TestServer
      const { mode } = yield* Effect.promise(() => stat(join(directory, "server.json")))
      expect((mode & 0o777).toString(8)).toBe("600")
      const file = Option.getOrThrow(yield* ServerFile.read(directory))
      expect([file.url, file.pid, Redacted.value(file.token).length]).toEqual([url, process.pid, 43])
      expect((yield* Client.send("/admin/keys", { key: yield* token })).status).toBe(200)
    }))

  it.effect("does not exist for anybody else", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const { live } = yield* TestServer.customer()
      const nothing = yield* Client.send("/admin/nothing")
      for (const key of [live, "", `${yield* token}x`, (yield* token).slice(1)]) {
        const { headers, json, status } = yield* Client.send("/admin/keys", { key })
        expect([status, headers.get("allow")]).toEqual([404, null])
        expect({ ...json.error, request_id: "" }).toEqual({ ...nothing.json.error, request_id: "" })
      }
      const ask = (...headers: ReadonlyArray<string>) =>
        Effect.flatMap(token, (key) => Effect.map(
          Raw.exchange(url, ["GET /admin/keys HTTP/1.1", `Authorization: Bearer ${key}`, ...headers, "", ""].join("\r\n")),
          ({ status }) => status
        ))
      expect(yield* ask("Host: localhost")).toBe(200)
      expect(yield* ask("Host: 127.0.0.1:3000")).toBe(200)
      for (const foreign of [
        ["Host: attacker.example"], ["Host: localhost.attacker.example"], ["Host: 127.0.0.1.attacker.example"],
        ["Host: localhost", "Origin: http://localhost"], ["Host: localhost", "X-Forwarded-For: 10.0.0.1"]
      ]) {
        expect([foreign, yield* ask(...foreign)]).toEqual([foreign, 404])
      }
    }))

  it.effect("refuses what it does not understand in the shape of an error", () =>
    Effect.gen(function* () {
      const key = yield* token
      for (const sent of [Client.json({ account: {} }), { body: "{", headers: { "content-type": "application/json" } }, {}]) {
        const { json, status } = yield* Client.send("/admin/keys", { method: "POST", key, ...sent })
        expect([status, json.error.code]).toEqual([400, "INVALID_REQUEST"])
      }
    }))
})

describe("without a server", () => {
  it.scoped("keys say that nobody is there", () =>
    Effect.gen(function* () {
      const directory = yield* TestServer.temporaryDirectory
      const failure = yield* Effect.flip(Layer.build(RemoteKeys.layerServer(directory)))
      expect(failure._tag).toBe("KeysUnavailable")
    }))

  it.scoped("keys say that it does not answer, when it was killed", () =>
    Effect.gen(function* () {
      const directory = yield* TestServer.temporaryDirectory
      yield* ServerFile.publish(directory, { url: "http://127.0.0.1:9", pid: 1, token: Redacted.make("old") })
      const listed = Effect.flatMap(KeysAdmin, (keys) => keys.listKeys(Option.none()))
      const failure = yield* Effect.flip(Effect.provide(listed, RemoteKeys.layerServer(directory)))
      expect(failure).toMatchObject({ _tag: "KeysUnavailable", message: expect.stringContaining("does not answer") })
    }))
})
