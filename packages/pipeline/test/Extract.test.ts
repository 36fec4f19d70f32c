import { type Extractor, Limits, ProviderError } from "@excv/provider"
import { Attempt, Draft } from "@excv/schema"
import { describe, expect, it } from "@effect/vitest"
import { Duration, Effect, Fiber, TestClock } from "effect"
import * as Extract from "../src/Extract.js"
import { document } from "./documents.js"

const answer = { draft: Draft.empty, usage: Attempt.localUsage }

/** An extractor that plays its answers one after the other, and the last one for ever. */
const scripted = (model: string, ...script: ReadonlyArray<Effect.Effect<typeof answer, ProviderError.ProviderError>>) => {
  let calls = 0
  const extractor: Extractor = {
    provider: model,
    model,
    extract: () => Effect.suspend(() => script[Math.min(calls++, script.length - 1)] ?? Effect.succeed(answer))
  }
  return { extractor, calls: () => calls }
}

const fails = (reason: ProviderError.Reason, retryAfter: Duration.Duration | null = null) =>
  Effect.fail(ProviderError.make("test", reason, retryAfter))

const run = (chain: ReadonlyArray<Extractor>) =>
  Effect.gen(function*() {
    const fiber = yield* Effect.fork(Effect.either(Extract.extract(document("Anna"), chain, Limits.standard)))
    yield* TestClock.adjust(Duration.minutes(3))
    return yield* Fiber.join(fiber)
  })

describe("the extract stage", () => {
  it.effect("retries the same extractor on a passing fault and records both attempts", () =>
    Effect.gen(function*() {
      const { calls, extractor } = scripted("a", fails("overloaded"), Effect.succeed(answer))
      const result = yield* run([extractor])
      expect(calls()).toBe(2)
      expect(result).toMatchObject({
        _tag: "Right",
        right: { model: "a", issues: [], attempts: [{ outcome: "failed", reason: "overloaded" }, { outcome: "accepted", reason: null }] }
      })
    }))

  it.effect("gives up on an extractor after three tries and reports that it fell back", () =>
    Effect.gen(function*() {
      const [first, second] = [scripted("a", fails("unavailable")), scripted("b", Effect.succeed(answer))]
      const result = yield* run([first.extractor, second.extractor])
      expect([first.calls(), second.calls()]).toEqual([3, 1])
      expect(result).toMatchObject({ _tag: "Right", right: { model: "b", issues: [{ code: "provider_fell_back" }] } })
    }))

  it.effect("does not retry a malformed answer", () =>
    Effect.gen(function*() {
      const [first, second] = [scripted("a", fails("malformed_answer")), scripted("b", Effect.succeed(answer))]
      yield* run([first.extractor, second.extractor])
      expect([first.calls(), second.calls()]).toEqual([1, 1])
    }))

  it.effect("does not wait for a vendor that asks for a long pause", () =>
    Effect.gen(function*() {
      const [first, second] = [scripted("a", fails("rate_limited", Duration.minutes(1))), scripted("b", Effect.succeed(answer))]
      yield* run([first.extractor, second.extractor])
      expect([first.calls(), second.calls()]).toEqual([1, 1])
    }))

  it.effect("stops at a fatal failure", () =>
    Effect.gen(function*() {
      const fatal = new ProviderError.ProviderError({ provider: "a", reason: "refused", disposition: "fatal", retryAfter: null })
      const [first, second] = [scripted("a", Effect.fail(fatal)), scripted("b", Effect.succeed(answer))]
      const result = yield* run([first.extractor, second.extractor])
      expect(second.calls()).toBe(0)
      expect(result).toMatchObject({ _tag: "Left", left: { reason: "providers_failed", retryable: false } })
    }))

  it.effect("takes a defect of an extractor for a failure of that extractor", () =>
    Effect.gen(function*() {
      const [first, second] = [scripted("a", Effect.die("boom")), scripted("b", Effect.succeed(answer))]
      const result = yield* run([first.extractor, second.extractor])
      expect(result).toMatchObject({ _tag: "Right", right: { model: "b", attempts: [{ reason: "crashed" }, { outcome: "accepted" }] } })
    }))

  it.effect("ends at its deadline", () =>
    Effect.gen(function*() {
      const result = yield* run([scripted("a", Effect.never).extractor])
      expect(result).toMatchObject({ _tag: "Left", left: { reason: "deadline", retryable: true } })
    }))

  it.effect("fails with every attempt when nobody answers", () =>
    Effect.gen(function*() {
      const result = yield* run([scripted("a", fails("unauthorized")).extractor, scripted("b", fails("connection")).extractor])
      expect(result).toMatchObject({ _tag: "Left", left: { retryable: true } })
      if (result._tag === "Left") expect(result.left.attempts.map(({ reason }) => reason)).toEqual(["unauthorized", "connection", "connection", "connection"])
    }))
})
