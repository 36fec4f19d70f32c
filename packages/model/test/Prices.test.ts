import { it as effect } from "@effect/vitest"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { ConfigProvider, Duration, Effect, Exit } from "effect"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Fault from "../src/Fault.js"
import * as Prices from "../src/Prices.js"

describe("a price", () => {
  it.each([
    ["gpt-4.1-mini", 0.4], ["gpt-4.1", 2], ["gpt-4.1-2025-04-14", 2], ["openai/gpt-4o-mini", 0.15], ["claude-haiku-4-5-20251001", 1]
  ])("of %s is known", (model, input) => expect(Prices.of(model, Prices.standard)?.input).toBe(input))

  it.each(["gpt-4.1-ultra", "llama3:8b", "gpt-4", ""])("of %j is not", (model) => expect(Prices.of(model, Prices.standard)).toBeNull())

  it("counts kept tokens apart, and knows nothing without tokens", () => {
    const price = Prices.of("claude-haiku-4-5", Prices.standard)
    const usage = { ...Attempt.noUsage, input_tokens: 1_000_000, cached_input_tokens: 400_000, output_tokens: 100_000 }
    expect(Prices.cost(price, usage)).toBeCloseTo(0.6 * 1 + 0.4 * 0.1 + 0.1 * 5, 9)
    expect(Prices.cost(price, usage, 100_000)).toBeCloseTo(0.5 * 1 + 0.4 * 0.1 + 0.1 * 1.25 + 0.1 * 5, 9)
    expect(Prices.cost(price, Attempt.unknownUsage)).toBeNull()
    expect(Prices.cost(null, usage)).toBeNull()
  })

  const from = (path: string) => Effect.withConfigProvider(Prices.config, ConfigProvider.fromMap(new Map([["EXCV_PRICES", path]])))

  effect.effect("of a file that EXCV_PRICES names wins; a file that is none fails at the start", () =>
    Effect.gen(function*() {
      const file = join(mkdtempSync(join(tmpdir(), "prices-")), "prices.json")
      writeFileSync(file, JSON.stringify({ as_of: "2026-01", models: [{ model: "gpt-4.1-mini", input: 9, output: 9 }] }))
      const prices = yield* from(file)
      expect([Prices.of("gpt-4.1-mini", prices)?.input, Prices.of("gpt-4o", prices)?.input]).toEqual([9, 2.5])
      const exit = yield* Effect.exit(from("/nowhere.json"))
      expect(Exit.isFailure(exit) && String(exit)).toContain("EXCV_PRICES")
    }))
})

describe("a pause that a vendor asks for", () => {
  const after = (headers: Record<string, string>) => {
    const pause = Fault.retryAfter(new Headers(headers), Date.parse("2026-03-01T00:00:00Z"))
    return pause === null ? null : Duration.toMillis(pause)
  }

  it.each([
    [{ "retry-after": "3" }, 3000], [{ "retry-after-ms": "250.5", "retry-after": "9" }, 250.5], [{ "retry-after": "0" }, 0],
    [{ "retry-after": "Sun, 01 Mar 2026 00:00:10 GMT" }, 10_000], [{ "retry-after": "Sat, 28 Feb 2026 00:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, null], [{ "retry-after": "-1" }, expect.anything()], [{}, null]
  ])("%j", (headers, ms) => {
    if (ms === null || typeof ms === "number") expect(after(headers)).toBe(ms)
    else expect(after(headers) ?? 0).toBeGreaterThanOrEqual(0)
  })
})

describe("something thrown", () => {
  it.each([
    [Object.assign(new Error("x"), { code: "ECONNRESET" }), "connection"],
    [new TypeError("terminated", { cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }) }), "connection"],
    [new Error("x", { cause: Object.assign(new Error("y"), { code: "UND_ERR_HEADERS_TIMEOUT" }) }), "timeout"],
    [Object.assign(new Error("x"), { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }), "connection"],
    [new SyntaxError("Unexpected token"), "malformed_answer"],
    [new RangeError("x"), "crashed"],
    ["a string", "crashed"]
  ])("%s is a %s", (thrown, reason) => {
    const error = Fault.ofThrown("p", thrown)
    expect(error).toBeInstanceOf(ProviderError.ProviderError)
    expect(error.reason).toBe(reason)
  })
})
