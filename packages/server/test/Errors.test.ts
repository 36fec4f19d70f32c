/** Every row of the error table, by every form of the body: status, code, shape, headers, and nothing that leaks. */
import { layer } from "@effect/vitest"
import { ErrorCode } from "@excv/api"
import { Keys } from "@excv/store"
import { Duration, Effect, Layer, Logger, Redacted } from "effect"
import { Excv } from "excv/effect"
import { expect } from "vitest"
import * as Client from "./Client.js"
import * as Controlled from "./Controlled.js"
import * as TestServer from "./TestServer.js"

const controlled = Controlled.make()

/** The shape, and the row of the table that the code belongs to. */
const expectError = ({ headers, json, status, text }: Client.Answer, code: ErrorCode.ErrorCode) => {
  const row = ErrorCode.table[code]
  expect({ status, code: json.error?.code, retryable: json.error?.retryable }).toEqual({
    status: row.status,
    code,
    retryable: row.retryable
  })
  expect(json.success).toBe(false)
  expect(Object.keys(json)).toEqual(["success", "error"])
  expect(json.error.message.length).toBeGreaterThan(10)
  expect(headers.get("content-type")).toBe("application/json")
  expect(headers.get("x-request-id")).toBe(json.error.request_id)
  expect(text).not.toMatch(/excv_(live|test)_\w{10}|select |insert |\n\s+at |node_modules|secret|Priya/i)
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const tooLarge = new Uint8Array(10 * 1024 * 1024 + 1)

layer(TestServer.layer({ extractor: controlled.extractor }), TestServer.live)("errors", (it) => {
  for (const [form, make] of Object.entries(Client.forms)) {
    const rows: Readonly<Record<string, readonly [ErrorCode.ErrorCode, Uint8Array<ArrayBuffer>, Client.Fields?]>> = {
      "plain text": ["UNSUPPORTED_FORMAT", bytes("Priya Raman, engineer")],
      "an executable that is called PDF": ["UNSUPPORTED_FORMAT", bytes("MZ\u0000\u0001 secret")],
      "one byte over 10 MB": ["FILE_TOO_LARGE", tooLarge],
      "an empty file": ["NO_FILE", bytes("")],
      "an unknown include": ["INVALID_REQUEST", Client.small, { include: "secret" }],
      "a bad as_of": ["INVALID_REQUEST", Client.small, { as_of: "2026-13" }],
      "a broken PDF": ["UNPROCESSABLE", bytes("%PDF-1.7 secret")]
    }
    for (const [what, [code, file, fields]] of Object.entries(rows)) {
      it.effect(`${code}: ${what}, ${form}`, () =>
        Effect.gen(function* () {
          const { account, live } = yield* TestServer.customer()
          const answer = yield* Client.extract(live, make(file, fields))
          expectError(answer, code)
          expect(answer.headers.get("ratelimit-remaining")).toBe("999")
          expect(yield* TestServer.credits(account.id)).toEqual({ used: 0, reserved: 0 })
          if (fields !== undefined) expect(answer.json.error.details).toEqual({ parameter: Object.keys(fields)[0] })
          if (code === "UNPROCESSABLE") expect(answer.json.error.details).toEqual({ reason: "corrupted" })
        }))
    }

    it.effect(`UNAUTHORIZED and INVALID_KEY: ${form}`, () =>
      Effect.gen(function* () {
        const { live } = yield* TestServer.customer()
        const keys = yield* Keys.Keys
        const { account, liveId } = yield* TestServer.customer()
        const revoked = yield* keys.create({ accountId: account.id, mode: "live" })
        yield* keys.revoke(revoked.key.id)
        const expired = yield* keys.create({ accountId: account.id, mode: "live", expiresAt: new Date(0) })
        const rotated = yield* keys.rotate(liveId, Duration.zero)
        const ask = (headers: Record<string, string>) =>
          Client.send("/api/v1/extract", { method: "POST", ...make(Client.small), headers: { ...make(Client.small).headers, ...headers } })

        for (const authorization of [undefined, "", "Bearer", "Bearer ", `Basic ${live}`, live, `Bearer ${live} x`]) {
          const answer = yield* ask(authorization === undefined ? {} : { authorization })
          expectError(answer, "UNAUTHORIZED")
          expect(answer.headers.get("www-authenticate")).toContain("Bearer")
        }
        const wrongChecksum = `${live.slice(0, -1)}${live.endsWith("a") ? "b" : "a"}`
        for (const token of ["x", "excv_live_secret", wrongChecksum, ...[revoked, expired].map(({ token }) => Redacted.value(token))]) {
          expectError(yield* ask({ authorization: `Bearer ${token}` }), "INVALID_KEY")
        }
        const accepted = yield* Client.send("/api/v1/usage", { headers: { authorization: `bearer ${Redacted.value(rotated.token)}` } })
        expect(accepted.status).toBe(200)
      }))

    it.effect(`QUOTA_EXCEEDED: ${form}`, () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer("single")
        expect((yield* Client.extract(live, make(Client.small))).status).toBe(200)
        expectError(yield* Client.extract(live, make(Client.small)), "QUOTA_EXCEEDED")
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 1, reserved: 0 })
      }))

    it.effect(`IDEMPOTENCY_CONFLICT: ${form}`, () =>
      Effect.gen(function* () {
        const { live } = yield* TestServer.customer()
        const key = { "idempotency-key": "one" }
        expect((yield* Client.extract(live, make(Client.small), key)).status).toBe(200)
        expectError(yield* Client.extract(live, make(bytes("%PDF-1.4 other")), key), "IDEMPOTENCY_CONFLICT")
      }))

    it.effect(`RATE_LIMITED: ${form}`, () =>
      Effect.gen(function* () {
        const { live, test } = yield* TestServer.customer("slow")
        const answers = yield* Effect.replicateEffect(Client.extract(live, make(Client.small)), 4)
        expect(answers.map(({ headers }) => headers.get("ratelimit-remaining"))).toEqual(["2", "1", "0", "0"])
        expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([200, 200, 200])
        const [, , , limited] = answers
        if (limited === undefined) return expect.fail("four answers")
        expectError(limited, "RATE_LIMITED")
        const seconds = Number(limited.headers.get("retry-after"))
        expect(seconds).toBeGreaterThan(50)
        expect(limited.json.error.details).toEqual({ retry_after_seconds: seconds })
        expect((yield* Client.extract(test, make(Client.small))).headers.get("ratelimit-limit")).toBe("2")
      }))

    it.effect(`SERVICE_UNAVAILABLE, when no provider answers: ${form}`, () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        controlled.state.behaviour = "unavailable"
        const answer = yield* Client.extract(live, make(Client.small))
        controlled.state.behaviour = "answer"
        expectError(answer, "SERVICE_UNAVAILABLE")
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 0, reserved: 0 })
      }))
  }

  const malformed: Readonly<Record<string, readonly [ErrorCode.ErrorCode, Pick<Client.Sent, "body" | "headers">, string?]>> = {
    "no body": ["NO_FILE", {}],
    "an empty JSON body": ["NO_FILE", { body: "", headers: { "content-type": "application/json" } }],
    "an empty object": ["NO_FILE", Client.json({})],
    "an empty form": ["NO_FILE", { body: new URLSearchParams() }],
    "a form without a file": ["NO_FILE", { body: Client.multipart({ other: "x" }) }],
    "empty base64": ["NO_FILE", Client.json({ base64: " ", content_type: "application/pdf" })],
    "an empty data URI": ["NO_FILE", Client.json({ base64: "data:application/pdf;base64,", content_type: "application/pdf" })],
    "malformed JSON": ["INVALID_REQUEST", { body: "{\"base64\": secret", headers: { "content-type": "application/json" } }, "body"],
    "a JSON array": ["INVALID_REQUEST", Client.json([]), "body"],
    "base64 that is a number": ["INVALID_REQUEST", Client.json({ base64: 1, content_type: "application/pdf" }), "base64"],
    "base64 with foreign characters": ["INVALID_REQUEST", Client.json({ base64: "se*ret==", content_type: "application/pdf" }), "base64"],
    "base64 that is cut off": ["INVALID_REQUEST", Client.json({ base64: "JVBERi0", content_type: "application/pdf" }), "base64"],
    "base64 without content_type": ["INVALID_REQUEST", Client.json({ base64: "JVBERi0x" }), "content_type"],
    "base64 with an empty content_type": ["INVALID_REQUEST", Client.json({ base64: "JVBERi0x", content_type: " " }), "content_type"],
    "as_of that is a number": ["INVALID_REQUEST", Client.json({ base64: "JVBERi0x", content_type: "application/pdf", as_of: 2026 }), "as_of"],
    "a bare file": ["INVALID_REQUEST", { body: Client.small, headers: { "content-type": "application/pdf" } }, "content-type"],
    "a form without a boundary": ["INVALID_REQUEST", { body: "x", headers: { "content-type": "multipart/form-data" } }, "body"],
    "a form without an end": ["INVALID_REQUEST", {
      body: "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n%PDF-1.7",
      headers: { "content-type": "multipart/form-data; boundary=b" }
    }, "body"],
    "a compressed body": ["INVALID_REQUEST", { body: "x", headers: { "content-type": "application/json", "content-encoding": "gzip" } }, "content-encoding"],
    "a bad Idempotency-Key": ["INVALID_REQUEST", { ...Client.file(Client.small), headers: { "idempotency-key": "x".repeat(256) } }, "idempotency-key"]
  }
  for (const [what, [code, sent, parameter]] of Object.entries(malformed)) {
    it.effect(`${code}: ${what}`, () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        const answer = yield* Client.extract(live, sent)
        expectError(answer, code)
        if (parameter !== undefined) expect(answer.json.error.details).toEqual({ parameter })
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 0, reserved: 0 })
      }))
  }

  it.effect("INVALID_REQUEST: a parameter of the query that is wrong, unknown or given twice", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer()
      for (const query of ["?as_of=secret", "?include=secret", "?include=meta&include=meta", "?as_of="]) {
        const answer = yield* Client.extract(live, Client.file(Client.small), {}, query)
        expectError(answer, "INVALID_REQUEST")
        expect(answer.json.error.details).toEqual({ parameter: query.slice(1).split("=")[0] })
      }
    }))

  it.effect("refuses in this order: authentication, rate limit, body, credits", () =>
    Effect.gen(function* () {
      const single = yield* TestServer.customer("single")
      const slow = yield* TestServer.customer("slow")
      yield* Client.extract(single.live, Client.file(Client.small))
      yield* Effect.replicateEffect(Client.send("/api/v1/usage", { key: slow.live }), 3)
      expectError(yield* Client.extract("nobody", Client.json([])), "INVALID_KEY")
      expectError(yield* Client.extract(slow.live, Client.json([])), "RATE_LIMITED")
      expectError(yield* Client.extract(single.live, Client.json([])), "INVALID_REQUEST")
      expectError(yield* Client.extract(single.live, Client.file(Client.small)), "QUOTA_EXCEEDED")
    }))
})

const broken = Layer.succeed(Excv.Excv, {
  extract: () => Effect.die(new Error("secret of Priya")),
  read: () => Effect.die(new Error("secret of Priya")),
  understand: () => Effect.die(new Error("secret of Priya")),
  ocr: null,
  models: { live: [], sandbox: [] }
})

const logged: Array<string> = []
const kept = Logger.replace(Logger.defaultLogger, Logger.map(Logger.stringLogger, (line) => logged.push(line)))

layer(TestServer.layer({ excv: broken }).pipe(Layer.provide(kept)), TestServer.live)("a bug", (it) => {
  for (const [form, make] of Object.entries(Client.forms)) {
    it.effect(`INTERNAL_ERROR: the credit is given back, the log says where and not what, ${form}`, () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        const answer = yield* Client.extract(live, make(Client.small))
        expectError(answer, "INTERNAL_ERROR")
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 0, reserved: 0 })
        const lines = logged.join("\n")
        expect(lines).toContain("Errors.test.ts")
        expect(lines).not.toContain("secret")
      }))
  }
})
