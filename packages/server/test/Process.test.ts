/** The life of a server process: first start, second start, orderly stop, sudden death, and what it costs to attack it. */
import { it } from "@effect/vitest"
import { ConfigProvider, Effect, Fiber, Layer, Option } from "effect"
import { access, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, vi } from "vitest"
import { CannotListen, layer as listenerLayer } from "../src/http/Listener.js"
import { KeysAdmin } from "../src/keys/KeysAdmin.js"
import * as RemoteKeys from "../src/keys/RemoteKeys.js"
import { config, Settings } from "../src/Settings.js"
import * as Client from "./Client.js"
import * as Controlled from "./Controlled.js"
import * as Raw from "./RawClient.js"
import * as ServerProcess from "./ServerProcess.js"

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

// One directory for all tests, in their order: creating a database takes seconds.
let directory = ""
let live = ""
let test = ""

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "excv-process-"))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const settings = (changes: Readonly<Record<string, string>> = {}) => ({
  EXCV_DATA_DIR: directory,
  EXCV_CONCURRENCY: "1",
  EXCV_PLANS: JSON.stringify({ starter: { rate: { live: { per_minute: 60_000, burst: 1000 } } } }),
  ...changes
})

const used = (url: string) =>
  Effect.map(Client.sendTo(url, "/api/v1/usage", { key: live }), ({ json }) => Number(json.data.credits_used))

const extract = (url: string, headers: Record<string, string> = {}, body = Client.file()) =>
  Client.sendTo(url, "/api/v1/extract", { method: "POST", key: live, headers, ...body })

describe("a server process", () => {
  it.scoped("makes an account at its first start and shows its keys, and a line that works when pasted", () =>
    Effect.gen(function* () {
      const server = yield* ServerProcess.launch(settings())
      live = /live {2}(excv_live_\w+)/.exec(server.output())?.[1] ?? ""
      test = /test {2}(excv_test_\w+)/.exec(server.output())?.[1] ?? ""
      const curl = /curl .* -H "Authorization: Bearer (excv_\w+)" -F "file=@(.*)"/.exec(server.output())
      expect(curl?.[0]).toContain(`${server.url}/api/v1/extract`)
      expect([live, test]).toContain(curl?.[1])
      yield* Effect.promise(() => access(String(curl?.[2])))
      expect((yield* extract(server.url)).status).toBe(200)
      expect(yield* used(server.url)).toBe(1)
    }))

  it.scoped("shows no key at its second start, and lets no second server on its directory", () =>
    Effect.gen(function* () {
      const server = yield* ServerProcess.launch(settings())
      expect(server.output()).not.toContain("excv_live_")
      const second = yield* ServerProcess.run(settings())
      expect(second.code).toBe(1)
      expect(second.output).toContain(`${directory} is in use by process`)
      const keys = RemoteKeys.layerConfig.pipe(
        Layer.provide(Layer.setConfigProvider(ConfigProvider.fromMap(new Map([["EXCV_DATA_DIR", directory]])))))
      const listed = yield* Effect.provide(Effect.flatMap(KeysAdmin, (admin) => admin.listKeys(Option.none())), keys)
      expect(listed.map(({ mode }) => mode)).toEqual(["live", "test"])
    }))

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    it.scoped(`on ${signal} refuses new work, finishes what runs, and exits 0`, () =>
      Effect.gen(function* () {
        // Enough work that the server is still busy when it is asked again.
        const server = yield* ServerProcess.launch(settings({ EXCV_QUEUE: "200" }))
        const before = yield* used(server.url)
        const taken = Effect.zipWith(used(server.url), reserved(server.url), (done, waiting) => done + waiting - before)
        const running = yield* Effect.fork(Effect.all(
          Array.from({ length: 80 }, () => extract(server.url)), { concurrency: "unbounded" }))
        yield* Controlled.until(Effect.map(taken, (count) => count >= 80))
        server.signal(signal)
        yield* Controlled.until(Effect.sync(() => server.output().includes("Stopping")))
        const refused = yield* extract(server.url)
        expect([refused.status, refused.json.error.code, refused.headers.get("connection")])
          .toEqual([503, "SERVICE_UNAVAILABLE", "close"])
        expect(refused.headers.get("retry-after")).toMatch(/^\d+$/)
        const health = yield* Client.sendTo(server.url, "/api/v1/health")
        expect([health.status, JSON.parse(health.text).status]).toEqual([503, "unhealthy"])
        expect((yield* Fiber.join(running)).filter(({ status }) => status !== 200)).toEqual([])
        expect(yield* server.ended).toBe(0)
        const again = yield* ServerProcess.launch(settings())
        expect((yield* used(again.url)) - before).toBeGreaterThanOrEqual(80)
      }))
  }

  it.scoped("after a sudden death ends every job once: no credit is lost, and none is charged twice", () =>
    Effect.gen(function* () {
      const server = yield* ServerProcess.launch(settings())
      const before = yield* used(server.url)
      const promised = yield* Effect.all(
        Array.from({ length: 12 }, () => extract(server.url, { prefer: "respond-async" })), { concurrency: "unbounded" })
      const waiting = yield* Effect.fork(Effect.all(
        Array.from({ length: 6 }, () => Effect.exit(extract(server.url))), { concurrency: "unbounded" }))
      yield* Controlled.until(Effect.map(reserved(server.url), (count) => count > 12))
      server.signal("SIGKILL")
      expect(yield* server.ended).toBe("SIGKILL")
      yield* Fiber.join(waiting)

      const again = yield* ServerProcess.launch(settings())
      const jobs = yield* Effect.forEach(promised, ({ headers }) =>
        Effect.repeat(Client.sendTo(again.url, String(headers.get("location")), { key: live }), {
          until: ({ json }) => json.data.status === "done" || json.data.status === "failed"
        }))
      expect(jobs.filter(({ json }) => json.data.status !== "done")).toEqual([])
      yield* Controlled.until(Effect.map(reserved(again.url), (count) => count === 0))
      const charged = (yield* used(again.url)) - before
      expect(charged).toBeGreaterThanOrEqual(12)
      expect(charged).toBeLessThanOrEqual(18)
    }))

  for (const [how, headers, frame] of [
    ["chunk by chunk", ["Transfer-Encoding: chunked"], Raw.chunked],
    ["with a Content-Length", ["Content-Length: 1073741824"], (bytes: Uint8Array) => bytes]
  ] as const) {
    it.scoped(`an upload of 1 GB costs no memory: ${how}`, () =>
      Effect.gen(function* () {
        const server = yield* ServerProcess.launch(settings())
        yield* extract(server.url)
        const before = yield* server.peakMegabytes
        const megabyte = frame(Buffer.alloc(1024 * 1024, "x"))
        const answer = yield* Raw.exchange(
          server.url,
          Raw.head(live, "Content-Type: multipart/form-data; boundary=b", ...headers),
          async (socket) => {
            for (let sent = 0; sent < 1024; sent++) if (!(await Raw.write(socket, megabyte))) return
          }
        )
        expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([400, "FILE_TOO_LARGE"])
        expect((yield* server.peakMegabytes) - before).toBeLessThan(80)
        expect((yield* extract(server.url)).status).toBe(200)
      }))
  }
})

describe("a server that cannot listen", () => {
  it.scoped("says which port is in use", () =>
    Effect.gen(function* () {
      const defaults = yield* Effect.withConfigProvider(config, ConfigProvider.fromMap(new Map()))
      const listen = (port: number) => Layer.provide(listenerLayer, Layer.succeed(Settings, { ...defaults, port }))
      yield* Layer.build(listen(41_731))
      const failure = yield* Effect.flip(Layer.build(Layer.fresh(listen(41_731))))
      expect(failure).toBeInstanceOf(CannotListen)
      expect(failure.message).toBe("Port 41731 of 127.0.0.1 is in use. Choose another one with PORT.")
    }))
})

/** Credits that the usage does not show as used, nor as left. */
const reserved = (url: string) =>
  Effect.map(Client.sendTo(url, "/api/v1/usage", { key: live }), ({ json: { data } }) =>
    Number(data.credits_limit) - Number(data.credits_used) - Number(data.credits_remaining))
