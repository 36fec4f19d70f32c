import { layer } from "@effect/vitest"
import { Effect } from "effect"
import { expect } from "vitest"
import * as Client from "./Client.js"
import * as TestServer from "./TestServer.js"

layer(TestServer.layer(), TestServer.live)("every path", (it) => {
  it.effect("has the shape of an error and an X-Request-Id, where there is nothing", () =>
    Effect.gen(function* () {
      for (const path of ["/", "/api", "/api/v1", "/api/v1/extract/", "/api/v2/usage", "/%", "/api/v1/job/", "/api/v1/job/%E0%A4%A", "//usage"]) {
        const { headers, json, status } = yield* Client.send(path)
        expect([path, status, json.error?.code]).toEqual([path, 404, "NOT_FOUND"])
        expect(headers.get("x-request-id")).toBe(json.error.request_id)
      }
    }))

  it.effect("says which methods it has, when it is asked by another one", () =>
    Effect.gen(function* () {
      const allowed = {
        "/api/v1/extract": "POST, OPTIONS",
        "/api/v1/usage": "GET, HEAD, OPTIONS",
        "/api/v1/job/abc": "GET, HEAD, OPTIONS",
        "/api/v1/health": "GET, HEAD, OPTIONS",
        "/api/v1/openapi.json": "GET, HEAD, OPTIONS",
        "/docs": "GET, HEAD, OPTIONS"
      }
      for (const [path, allow] of Object.entries(allowed)) {
        const wrong = yield* Client.send(path, { method: "DELETE" })
        const options = yield* Client.send(path, { method: "OPTIONS" })
        expect([path, wrong.status, wrong.json.error.code, wrong.headers.get("allow")]).toEqual([path, 404, "NOT_FOUND", allow])
        expect([path, options.status, options.headers.get("allow"), options.text]).toEqual([path, 204, allow, ""])
      }
      expect((yield* Client.send("/nowhere", { method: "OPTIONS" })).status).toBe(404)
    }))

  it.effect("answers HEAD as GET, without the body", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer()
      for (const path of ["/api/v1/health", "/api/v1/usage", "/api/v1/openapi.json"]) {
        const get = yield* Client.send(path, { key: live })
        const head = yield* Client.send(path, { key: live, method: "HEAD" })
        expect([path, head.status, head.text]).toEqual([path, 200, ""])
        expect(head.headers.get("content-length")).toBe(get.headers.get("content-length"))
      }
    }))

  it.effect("keeps a sane X-Request-Id and replaces any other", () =>
    Effect.gen(function* () {
      const ask = (id: string) => Client.send("/api/v1/usage", { headers: { "x-request-id": id } })
      expect((yield* ask("trace-1234.A_b")).json.error.request_id).toBe("trace-1234.A_b")
      for (const id of ["short", "with space 123", "x".repeat(200), "<script>1234567"]) {
        expect((yield* ask(id)).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/)
      }
    }))
})

layer(TestServer.layer(), TestServer.live)("the other endpoints", (it) => {
  it.effect("GET /health is public, healthy and says when", () =>
    Effect.gen(function* () {
      const { headers, status, text } = yield* Client.send("/api/v1/health")
      expect(status).toBe(200)
      expect(JSON.parse(text)).toEqual({
        status: "healthy",
        checks: { api: "ok", database: "ok", timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) }
      })
      expect(headers.get("ratelimit-limit")).toBeNull()
    }))

  it.effect("GET /usage has the documented members, and counts", () =>
    Effect.gen(function* () {
      const { live, test } = yield* TestServer.customer()
      yield* Client.extract(live, Client.file())
      yield* Client.extract(test, Client.file())
      const { json } = yield* Client.send("/api/v1/usage", { key: live })
      const start = new Date(String(json.data.current_period_start))
      const end = new Date(String(json.data.current_period_end))
      expect(json).toEqual({
        success: true,
        data: {
          plan: "starter",
          credits_used: 1,
          credits_limit: 1000,
          credits_remaining: 999,
          current_period_start: start.toISOString(),
          current_period_end: end.toISOString(),
          overage_rate: 0.025
        }
      })
      expect(end.getTime() - start.getTime()).toBeGreaterThan(27 * 86_400_000)
    }))

  it.effect("limits each key by itself, reading too", () =>
    Effect.gen(function* () {
      const { live, test } = yield* TestServer.customer("slow")
      const ask = (key: string) => Effect.map(Client.send("/api/v1/job/none", { key }), ({ status }) => status)
      expect(yield* Effect.replicateEffect(ask(live), 4)).toEqual([404, 404, 404, 429])
      expect(yield* Effect.replicateEffect(ask(test), 3)).toEqual([404, 404, 429])
    }))

  it.effect("GET /job/:id answers 404 to anything that is no identifier", () =>
    Effect.gen(function* () {
      const { live } = yield* TestServer.customer()
      for (const id of ["none", "%00", "'--", "..%2f..", "x".repeat(65)]) {
        expect((yield* Client.send(`/api/v1/job/${id}`, { key: live })).status).toBe(404)
      }
      expect((yield* Client.send("/api/v1/job/none?include=all", { key: live })).json.error.details).toEqual({ parameter: "include" })
    }))

  it.effect("describes itself to programs and to people, without a network", () =>
    Effect.gen(function* () {
      const openapi = yield* Client.send("/api/v1/openapi.json")
      expect(JSON.parse(openapi.text)).toMatchObject({ openapi: "3.1.0", paths: { "/api/v1/extract": { post: {} } } })
      expect(openapi.text).not.toContain("/admin")
      const docs = yield* Client.send("/docs")
      expect(docs.headers.get("content-type")).toContain("text/html")
      expect(docs.text).toContain("/api/v1/extract")
      expect(docs.text).not.toMatch(/<(script|link|img)[^>]+(src|href)=["']?(https?:)?\/\//)
    }))
})
