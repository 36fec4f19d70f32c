import { describe, expect, it } from "@effect/vitest"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as LoadGenerator from "../src/LoadGenerator.js"
import { percentile } from "../src/Percentile.js"
import { render, signed } from "../src/Table.js"

describe("percentile", () => {
  it("is the nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([0, 0.5, 0.95, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 95, 100])
    expect(percentile([7], 0.95)).toBe(7)
    expect(percentile([], 0.5)).toBeNaN()
  })
})

describe("render", () => {
  it("aligns columns, also where letters have accents", () => {
    expect(render([["", "F1"], ["école", "1.000"], ["é", "0.5"]])).toBe(
      ["          F1", "-----  -----", "école  1.000", "é        0.5"].join("\n")
    )
  })

  it("gives differences their sign, and none to nothing", () => {
    expect([0.5, -0.5, 0, -0.0001, NaN, null].map(signed)).toEqual(["+0.500", "-0.500", "0.000", "0.000", "", ""])
  })
})

describe("the load generator", () => {
  const serve = async <A>(status: number, use: (url: URL, seen: Set<unknown>) => Promise<A>): Promise<A> => {
    const seen = new Set<unknown>()
    const server = createServer((request, response) => {
      seen.add(request.headers.authorization)
      response.writeHead(status).end("{}")
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    try {
      return await use(new URL(`http://127.0.0.1:${port}/usage`), seen)
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  }

  it("counts every answer by its status, and sends the key", () =>
    serve(200, async (url, seen) => {
      const measured = await LoadGenerator.run({ url, headers: { authorization: "Bearer k" }, connections: 4 }, 0.2)
      expect(measured.requests).toBeGreaterThanOrEqual(4)
      expect(measured.statuses).toEqual({ 200: measured.requests })
      expect(measured.requestsPerSecond).toBeCloseTo(measured.requests / measured.seconds, 6)
      expect(measured.successesPerSecond).toBe(measured.requestsPerSecond)
      expect(measured.latencyMs.p50).toBeLessThanOrEqual(measured.latencyMs.p99)
      expect([...seen]).toEqual(["Bearer k"])
    }))

  it("does not take refusals for successes, nor silence for an answer", async () => {
    const refused = await serve(429, (url) => LoadGenerator.run({ url, headers: {}, connections: 1 }, 0.05))
    expect(Object.keys(refused.statuses)).toEqual(["429"])
    expect(refused.successesPerSecond).toBe(0)
    const silent = await LoadGenerator.run({ url: new URL("http://127.0.0.1:1/"), headers: {}, connections: 1 }, 0.05)
    expect(silent.requests).toBe(0)
    expect(Object.keys(silent.statuses)).toEqual(["error"])
  })
})
