import { layer } from "@effect/vitest"
import { Effect } from "effect"
import { describe, expect } from "vitest"
import * as Client from "./Client.js"
import * as TestServer from "./TestServer.js"

layer(TestServer.layer(), TestServer.live)("POST /extract", (it) => {
  for (const [form, make] of Object.entries(Client.forms)) {
    it.effect(`answers with the resume: ${form}`, () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        const { headers, json, status } = yield* Client.extract(live, make(Client.cv))
        expect(status).toBe(200)
        expect(Object.keys(json)).toEqual(["success", "data"])
        expect(json).toMatchObject({ success: true, data: { full_name: "Priya Raman", email: "priya.raman@example.com" } })
        expect(headers.get("x-job-id")).toMatch(/^job_\w+$/)
        expect(headers.get("x-processing-time-ms")).toMatch(/^\d+$/)
        expect(headers.get("x-model-used")).toBe("rules-1")
        expect(headers.get("ratelimit-limit")).toBe("1000")
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 1, reserved: 0 })
      }))

    it.effect(`takes include and as_of as fields: ${form}`, () =>
      Effect.gen(function* () {
        const { live } = yield* TestServer.customer()
        const asOf = (as_of: string) => Client.extract(live, make(Client.cv, { include: "meta", as_of }))
        const early = yield* asOf("2021-03")
        const late = yield* asOf("2026-03")
        expect(early.json.meta).toMatchObject({ model_used: "rules-1", issues: [], attempts: [{ outcome: "accepted" }] })
        expect(Number(late.json.data.total_experience_years) - Number(early.json.data.total_experience_years)).toBe(5)
      }))
  }

  it.effect("takes include and as_of from the query, which wins over the fields", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer()
      const fields = Client.file(Client.cv, { as_of: "2026-03" })
      const query = yield* Client.extract(live, fields, {}, "?include=meta&as_of=2021-03")
      const field = yield* Client.extract(live, fields)
      expect(query.json).toHaveProperty("meta")
      expect(field.json).not.toHaveProperty("meta")
      expect(query.json.data.total_experience_years).not.toBe(field.json.data.total_experience_years)
    }))

  it.effect("asks one configured model on demand, refuses any other, and charges nothing for that", () =>
    Effect.gen(function* () {
      const { account, live } = yield* TestServer.customer()
      const known = yield* Client.extract(live, Client.file(Client.cv, { model: "rules-1", max_cost_usd: "0.001" }))
      expect(known.headers.get("x-model-used")).toBe("rules-1")
      const unknown = yield* Client.extract(live, Client.file(Client.cv), {}, "?model=gpt-9")
      expect(unknown.status).toBe(400)
      expect(unknown.json.error).toMatchObject({ code: "INVALID_REQUEST", details: { parameter: "model" } })
      const broke = yield* Client.extract(live, Client.file(Client.cv, { max_cost_usd: "-1" }))
      expect(broke.json.error).toMatchObject({ code: "INVALID_REQUEST", details: { parameter: "max_cost_usd" } })
      expect(yield* TestServer.credits(account.id)).toEqual({ used: 1, reserved: 0 })
    }))

  it.effect("takes a data URI, line breaks, and a + that was not escaped", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer()
      const base64 = Buffer.from(Client.cv).toString("base64")
      expect(base64).toContain("+")
      const wrapped = `data:application/pdf;base64,${base64.replace(/(.{76})/g, "$1\r\n")}`
      const dataUri = yield* Client.extract(live, Client.json({ base64: wrapped, content_type: "application/pdf" }))
      const raw = yield* Client.extract(live, {
        body: `content_type=application/pdf&base64=${base64}`,
        headers: { "content-type": "application/x-www-form-urlencoded" }
      })
      expect([dataUri.status, raw.status]).toEqual([200, 200])
    }))

  it.effect("decides the type by the content, whatever is declared", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer()
      const base64 = Buffer.from(Client.cv).toString("base64")
      const { status } = yield* Client.extract(live, Client.json({ base64, content_type: "image/png" }))
      expect(status).toBe(200)
    }))

  it.effect("takes no credit for a test key, nor when the credits are used up", () =>
    Effect.gen(function* () {
      const { account, live, test } = yield* TestServer.customer("single")
      expect((yield* Client.extract(live, Client.file())).status).toBe(200)
      expect((yield* Client.extract(live, Client.file())).status).toBe(402)
      expect((yield* Client.extract(test, Client.file())).status).toBe(200)
      expect(yield* TestServer.credits(account.id)).toEqual({ used: 1, reserved: 0 })
    }))

  describe("with Prefer: respond-async", () => {
    it.effect("promises the job, and the job has the same result", () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        const promised = yield* Client.extract(live, Client.file(Client.cv, { as_of: "2026-03" }), { prefer: "respond-async" })
        const id = promised.headers.get("x-job-id")
        expect(promised.status).toBe(202)
        expect(promised.json).toEqual({ success: true, data: { id, status: "pending" } })
        expect(promised.headers.get("location")).toBe(`/api/v1/job/${id}`)

        const done = yield* pollUntilDone(live, `/api/v1/job/${id}?include=meta`)
        const direct = yield* Client.extract(live, Client.file(Client.cv, { as_of: "2026-03" }))
        expect(done.json.data).toMatchObject({ id, status: "done", result: direct.json.data, model_used: "rules-1" })
        expect(done.json.data).not.toHaveProperty("error")
        expect(done.json.meta).toHaveProperty("timings")
        expect(done.json.data.confidence_score).toBe(direct.json.data.confidence_score)
        for (const name of ["created_at", "completed_at"]) {
          expect(done.json.data[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
        }
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 2, reserved: 0 })
      }))

    it.effect("shows why a job failed, and charges nothing", () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        const broken = new Uint8Array(Buffer.from("%PDF-1.7 nothing else"))
        const { headers } = yield* Client.extract(live, Client.file(broken), { prefer: "wait=5, respond-async" })
        const { json } = yield* pollUntilDone(live, String(headers.get("location")))
        expect(json.data).toMatchObject({
          status: "failed",
          result: null,
          error: { code: "UNPROCESSABLE", retryable: false, details: { reason: "corrupted" } }
        })
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 0, reserved: 0 })
      }))

    it.effect("keeps jobs from other accounts", () =>
      Effect.gen(function* () {
        const { live } = yield* TestServer.customer()
        const other = yield* TestServer.customer()
        const { headers } = yield* Client.extract(live, Client.file(), { prefer: "respond-async" })
        const { json, status } = yield* Client.send(String(headers.get("location")), { key: other.live })
        expect([status, json.error.code]).toEqual([404, "NOT_FOUND"])
      }))
  })

  describe("with Idempotency-Key", () => {
    it.effect("answers a repeat as the first, in any form, charged once", () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        const answers = yield* Effect.forEach(Object.values(Client.forms), (make) =>
          Client.extract(live, make(Client.cv), { "idempotency-key": "once" }))
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
        expect(new Set(answers.map(({ headers }) => headers.get("x-job-id"))).size).toBe(1)
        expect(new Set(answers.map(({ headers }) => headers.get("x-processing-time-ms"))).size).toBe(1)
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 1, reserved: 0 })
      }))

    it.effect("answers repeats that arrive while the first runs with the same job", () =>
      Effect.gen(function* () {
        const { account, live } = yield* TestServer.customer()
        const answers = yield* Effect.all(
          Array.from({ length: 8 }, () => Client.extract(live, Client.file(), { "idempotency-key": "at once" })),
          { concurrency: "unbounded" }
        )
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
        expect(new Set(answers.map(({ headers }) => headers.get("x-job-id"))).size).toBe(1)
        expect(yield* TestServer.credits(account.id)).toEqual({ used: 1, reserved: 0 })
      }))

    it.effect("answers a repeated refusal with the same refusal", () =>
      Effect.gen(function* () {
        const { live } = yield* TestServer.customer()
        const broken = Client.file(new Uint8Array(Buffer.from("%PDF-1.7 broken")))
        const first = yield* Client.extract(live, broken, { "idempotency-key": "broken" })
        const second = yield* Client.extract(live, broken, { "idempotency-key": "broken" })
        const withoutId = ({ json }: Client.Answer) => ({ ...json.error, request_id: "" })
        expect([first.status, second.status]).toEqual([422, 422])
        expect(withoutId(second)).toEqual(withoutId(first))
        expect(second.headers.get("x-job-id")).toBe(first.headers.get("x-job-id"))
      }))

    it.effect("refuses another body, or another as_of, under the same key; other accounts have their own keys", () =>
      Effect.gen(function* () {
        const { live } = yield* TestServer.customer()
        const other = yield* TestServer.customer()
        const key = { "idempotency-key": "mine" }
        expect((yield* Client.extract(live, Client.file(Client.cv, { as_of: "2025-01" }), key)).status).toBe(200)
        const conflict = yield* Client.extract(live, Client.file(Client.cv, { as_of: "2025-02" }), key)
        expect([conflict.status, conflict.json.error.code]).toEqual([409, "IDEMPOTENCY_CONFLICT"])
        expect((yield* Client.extract(other.live, Client.file(Client.cv, { as_of: "2025-02" }), key)).status).toBe(200)
      }))
  })
})

const pollUntilDone = (key: string, path: string) =>
  Effect.repeat(Client.send(path, { key }), {
    until: ({ json }) => json.data.status === "done" || json.data.status === "failed"
  })
