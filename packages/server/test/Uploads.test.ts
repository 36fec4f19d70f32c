/** Uploads that are too large, too slow, cut off or malformed, by clients of every temper. */
import { layer } from "@effect/vitest"
import { Effect } from "effect"
import { expect } from "vitest"
import * as Client from "./Client.js"
import * as Raw from "./RawClient.js"
import * as TestServer from "./TestServer.js"

const multipart = "Content-Type: multipart/form-data; boundary=b"
const part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
const megabyte = Buffer.alloc(1024 * 1024, "x")

const expectRefusal = ({ body, head, status }: Raw.Raw, code: string) => {
  expect(status).toBe(400)
  expect(head).toContain("content-type: application/json")
  expect(head).toContain("connection: close")
  expect(JSON.parse(body)).toMatchObject({ success: false, error: { code, retryable: false } })
  expect(head).toContain(`x-request-id: ${JSON.parse(body).error.request_id}`)
}

layer(TestServer.layer({ settings: { concurrency: 1, queue: 0 } }), TestServer.live)("uploads", (it) => {
  it.effect("are refused before they are sent, when the client waits for leave and says how much it has", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const { live } = yield* TestServer.customer()
      const answer = yield* Raw.exchange(url, Raw.head(live, multipart, "Content-Length: 1073741824", "Expect: 100-continue"))
      expectRefusal(answer, "FILE_TOO_LARGE")
      expect(answer.head).not.toContain("100 continue")
      const unknown = yield* Raw.exchange(url, Raw.head("nobody", multipart, "Content-Length: 1000", "Expect: 100-continue"))
      expect([unknown.status, unknown.head.includes("100 continue")]).toEqual([401, false])
    }))

  it.effect("get leave when they may come", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const { live } = yield* TestServer.customer()
      const body = `${part}%PDF-broken\r\n--b--\r\n`
      const answer = yield* Raw.exchange(
        url,
        Raw.head(live, multipart, `Content-Length: ${body.length}`, "Expect: 100-continue", "Connection: close"),
        async (socket) => {
          await new Promise<void>((resolve) => socket.once("data", () => resolve()))
          socket.write(body)
        }
      )
      expect(answer.head).toContain("http/1.1 100 continue")
      expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([422, "UNPROCESSABLE"])
    }))

  for (const [how, headers, frame] of [
    ["chunk by chunk", ["Transfer-Encoding: chunked"], Raw.chunked],
    ["with a Content-Length", ["Content-Length: 104857600"], (bytes: Uint8Array) => bytes]
  ] as const) {
    it.effect(`over the limit are answered to a client that sends everything first: ${how}`, () =>
      Effect.gen(function* () {
        const { url } = yield* TestServer.TestServer
        const { account, live } = yield* TestServer.customer()
        let sent = 0
        const answer = yield* Raw.exchange(url, Raw.head(live, multipart, ...headers), async (socket) => {
          socket.pause()
          await Raw.write(socket, frame(Buffer.from(part)))
          while (sent < 99 && (await Raw.write(socket, frame(megabyte)))) sent++
          socket.resume()
          socket.end()
        })
        expectRefusal(answer, "FILE_TOO_LARGE")
        expect(sent).toBe(99)
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 0, reserved: 0 })
      }))
  }

  it.effect("over the limit are answered to fetch, while it streams", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const { live } = yield* TestServer.customer()
      const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(megabyte)) })
      const { json, status } = yield* Effect.promise(async () => {
        const response = await fetch(`${url}/api/v1/extract`, {
          method: "POST",
          headers: { authorization: `Bearer ${live}`, "content-type": "multipart/form-data; boundary=b" },
          body: endless,
          duplex: "half"
        } as RequestInit)
        return { status: response.status, json: await response.json() as Client.Envelope }
      })
      expect([status, json.error.code]).toEqual([400, "FILE_TOO_LARGE"])
    }))

  it.effect("of exactly 10 MB are taken, and judged by their content", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer()
      const largest = new Uint8Array(10 * 1024 * 1024)
      for (const [name, make] of Object.entries(Client.forms)) {
        const { json } = yield* Client.extract(live, make(largest))
        expect([name, json.error.code]).toEqual([name, "UNSUPPORTED_FORMAT"])
      }
    }))

  it.effect("that are cut off are refused, and cost nothing", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const { account, live } = yield* TestServer.customer()
      const half = Raw.head(live, multipart, "Content-Length: 100000")
      expectRefusal(yield* Raw.exchange(url, half, async (socket) => void socket.end(`${part}%PDF-1.7`)), "INVALID_REQUEST")
      const broken = Raw.head(live, multipart, "Transfer-Encoding: chunked")
      expectRefusal(yield* Raw.exchange(url, broken, async (socket) => void socket.end("zz\r\nno chunk\r\n")), "INVALID_REQUEST")
      expect(yield* TestServer.credits(account.id)).toEqual({ used: 0, reserved: 0 })
    }))

  it.effect("that their client abandons leave their place to others", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const { live } = yield* TestServer.customer()
      yield* Effect.replicateEffect(
        Raw.exchange(url, Raw.head(live, multipart, "Content-Length: 100000"), async (socket) => {
          await Raw.write(socket, Buffer.from(part))
          socket.destroy()
        }),
        3
      )
      const { status } = yield* Effect.repeat(Client.extract(live, Client.file(Client.small)), { until: ({ status }) => status !== 503, times: 200 })
      expect(status).toBe(200)
    }))

  it.effect("without a key leave the connection usable when they are small", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const post = ["POST /api/v1/extract HTTP/1.1", "Host: localhost", "Content-Length: 5", "", "hello"].join("\r\n")
      const get = ["GET /api/v1/health HTTP/1.1", "Host: localhost", "Connection: close", "", ""].join("\r\n")
      const { head, status } = yield* Raw.exchange(url, post + get, undefined, 2)
      expect(status).toBe(200)
      expect(head).toContain("http/1.1 401")
    }))

  it.effect("that are no HTTP get the shape of an error", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      for (const text of ["hello\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", `GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`]) {
        expectRefusal(yield* Raw.exchange(url, text), "INVALID_REQUEST")
      }
    }))

  it.effect("that offer HTTP/2 are read as HTTP/1.1", () =>
    Effect.gen(function* () {
      const { url } = yield* TestServer.TestServer
      const { live } = yield* TestServer.customer()
      const body = `${part}none\r\n--b--\r\n`
      const headers = [multipart, `Content-Length: ${body.length}`, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"]
      const { body: text } = yield* Raw.exchange(url, Raw.head(live, ...headers) + body)
      expect(JSON.parse(text).error.code).toBe("UNSUPPORTED_FORMAT")
    }))
})
