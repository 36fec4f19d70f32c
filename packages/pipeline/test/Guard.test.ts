import { type Extractor, Limits, ProviderError } from "@excv/provider"
import { describe, expect, it } from "@effect/vitest"
import { Duration, Effect, Fiber, TestClock } from "effect"
import * as Breaker from "../src/extract/Breaker.js"
import * as Guard from "../src/extract/Guard.js"
import { answer, costing, fails, page, run, settable } from "./settable.js"

const settings: Breaker.Settings = { window: 10, faults: 5, rest: Duration.seconds(10), longestRest: Duration.seconds(30) }

describe("a circuit breaker", () => {
  const call = (extractor: Extractor) => Effect.map(Effect.either(extractor.extract(page)), (outcome) => (outcome._tag === "Left" ? outcome.left.reason : "answered"))

  it.effect("opens on repeated faults, lets one trial through after its rest, and closes on its success", () =>
    Effect.gen(function*() {
      const { extractor, state } = settable("a", fails("overloaded"))
      const guarded = yield* Breaker.guard(extractor, settings)
      yield* Effect.replicateEffect(call(guarded), 5)
      expect(yield* call(guarded)).toBe("circuit_open")
      expect(state.calls).toBe(5)
      yield* TestClock.adjust(Duration.seconds(11))
      state.now = Effect.delay(answer, Duration.seconds(1))
      const trial = yield* Effect.fork(call(guarded))
      yield* TestClock.adjust(Duration.zero)
      expect(yield* call(guarded)).toBe("circuit_open")
      yield* TestClock.adjust(Duration.seconds(1))
      expect(yield* Fiber.join(trial)).toBe("answered")
      state.now = answer
      expect(yield* call(guarded)).toBe("answered")
    }))

  it.effect("rests longer after each failed trial, up to the longest", () =>
    Effect.gen(function*() {
      const { extractor, state } = settable("a", fails("connection"))
      const guarded = yield* Breaker.guard(extractor, settings)
      yield* Effect.replicateEffect(call(guarded), 5)
      for (const rest of [10, 20, 30, 30]) {
        const before = state.calls
        yield* TestClock.adjust(Duration.seconds(rest - 1))
        expect(yield* call(guarded)).toBe("circuit_open")
        yield* TestClock.adjust(Duration.seconds(1))
        expect(yield* call(guarded)).toBe("connection")
        expect(state.calls).toBe(before + 1)
      }
    }))

  it.effect("is not opened by documents that no model answers, and tries again when a trial is interrupted", () =>
    Effect.gen(function*() {
      const { extractor, state } = settable("a", fails("refused"))
      const guarded = yield* Breaker.guard(extractor, settings)
      yield* Effect.replicateEffect(call(guarded), 20)
      expect(state.calls).toBe(20)
      state.now = fails("timeout")
      yield* Effect.replicateEffect(call(guarded), 5)
      yield* TestClock.adjust(Duration.seconds(10))
      state.now = Effect.never
      const trial = yield* Effect.fork(call(guarded))
      yield* TestClock.adjust(Duration.zero)
      yield* Fiber.interrupt(trial)
      state.now = answer
      expect(yield* call(guarded)).toBe("answered")
    }))
})

describe("a deadline", () => {
  it.effect("ends an attempt, counts as a fault, and lets the next extractor answer", () =>
    Effect.gen(function*() {
      const [slow, quick] = [settable("slow", Effect.never), settable("quick", answer)]
      const chain = yield* Guard.all([slow.extractor, quick.extractor], { ...Limits.standard, attemptTimeout: Duration.seconds(5) })
      const outcome = yield* run(chain, {}, Duration.seconds(6))
      expect(outcome).toMatchObject({ _tag: "Right", right: { model: "quick", attempts: [{ reason: "timeout", duration_ms: 5000 }, { outcome: "accepted" }] } })
      expect(slow.state.calls).toBe(1)
    }))

  it.effect("of the whole request leaves the attempt that it stopped on record", () =>
    Effect.gen(function*() {
      const outcome = yield* run([settable("a", Effect.never).extractor])
      expect(outcome).toMatchObject({ _tag: "Left", left: { reason: "deadline", attempts: [{ model: "a", reason: "cancelled" }] } })
    }))
})

describe("a budget", () => {
  it.effect("keeps a call back that might cost more than is left, or nobody knows what", () =>
    Effect.gen(function*() {
      const [dear, unknown, free] = [settable("dear", answer, 0.02), settable("unknown", answer, null), settable("free", answer)]
      const outcome = yield* run([dear.extractor, unknown.extractor, free.extractor], { maxCostUsd: 0.01 })
      expect([dear.state.calls, unknown.state.calls]).toEqual([0, 0])
      expect(outcome).toMatchObject({
        _tag: "Right",
        right: { model: "free", attempts: [{ reason: "over_budget", usage: { cost_usd: 0 } }, { reason: "over_budget" }, { outcome: "accepted" }] }
      })
    }))

  it.effect("counts what was spent on attempts that failed", () =>
    Effect.gen(function*() {
      const spent = new ProviderError.ProviderError({ provider: "a", reason: "cut_off", disposition: "fall_back", retryAfter: null, usage: costing(0.008).usage })
      const [first, second] = [settable("first", Effect.fail(spent), 0.009), settable("second", answer, 0.005)]
      const outcome = yield* run([first.extractor, second.extractor], { maxCostUsd: 0.01 })
      expect(second.state.calls).toBe(0)
      expect(outcome).toMatchObject({ _tag: "Left", left: { reason: "providers_failed", attempts: [{ usage: { cost_usd: 0.008 } }, { reason: "over_budget" }] } })
    }))

  it.effect("says so when it kept everything back", () =>
    Effect.gen(function*() {
      const outcome = yield* run([settable("dear", answer, 1).extractor], { maxCostUsd: 0.01 })
      expect(outcome).toMatchObject({ _tag: "Left", left: { reason: "over_budget", retryable: false } })
    }))
})
