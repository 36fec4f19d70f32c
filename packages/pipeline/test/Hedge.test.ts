import { describe, expect, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import * as Hedge from "../src/extract/Hedge.js"
import { answer, costing, fails, run, settable } from "./settable.js"

const seconds = Duration.seconds
const after = (delay: number) => Effect.delay(answer, seconds(delay))

describe("a hedge", () => {
  it.effect("asks the next model beside a slow one, and the first answer ends the other", () =>
    Effect.gen(function*() {
      const [slow, quick] = [settable("slow", after(60), 0.01), settable("quick", after(1), 0.01)]
      const outcome = yield* run([slow.extractor, quick.extractor], { hedge: Hedge.fixed(seconds(2)) }, seconds(4))
      expect(outcome).toMatchObject({ _tag: "Right", right: { model: "quick" } })
      if (outcome._tag === "Right") expect(outcome.right.attempts.map(({ model, reason }) => [model, reason]).sort()).toEqual([["quick", null], ["slow", "cancelled"]])
    }))

  it.effect("does not wait for its time when the first one fails, and asks nobody when it answers", () =>
    Effect.gen(function*() {
      const [first, second] = [settable("first", fails("refused"), 0.01), settable("second", answer, 0.01)]
      const options = { hedge: Hedge.fixed(seconds(30)) }
      expect(yield* run([first.extractor, second.extractor], options, Duration.millis(1))).toMatchObject({ _tag: "Right", right: { model: "second" } })
      first.state.now = answer
      yield* run([first.extractor, second.extractor], options)
      expect(second.state.calls).toBe(1)
    }))

  it.effect("does not give up a slow model for what costs nothing, which answers when the model has failed", () =>
    Effect.gen(function*() {
      const [model, rules] = [settable("model", after(50), 0.01), settable("rules", answer)]
      const options = { hedge: Hedge.fixed(seconds(2)) }
      expect(yield* run([model.extractor, rules.extractor], options)).toMatchObject({ _tag: "Right", right: { model: "model" } })
      model.state.now = Effect.delay(fails("refused"), seconds(50))
      expect(yield* run([model.extractor, rules.extractor], options)).toMatchObject({ _tag: "Right", right: { model: "rules" } })
    }))

  it.effect("that fails leaves the slow model its time: what costs nothing waits for both", () =>
    Effect.gen(function*() {
      const [slow, broken, rules] = [settable("slow", after(30), 0.01), settable("broken", fails("refused"), 0.01), settable("rules", answer)]
      const chain = [slow.extractor, broken.extractor, rules.extractor]
      const options = { hedge: Hedge.fixed(seconds(2)) }
      expect(yield* run(chain, options)).toMatchObject({ _tag: "Right", right: { model: "slow", attempts: [{ model: "broken", reason: "refused" }, { model: "slow" }] } })
      expect(rules.state.calls).toBe(0)
      slow.state.now = Effect.delay(fails("refused"), seconds(30))
      expect(yield* run(chain, options)).toMatchObject({ _tag: "Right", right: { model: "rules" } })
    }))

  it.effect("stops with the fatal failure of the model that it is beside", () =>
    Effect.gen(function*() {
      const fatal = Effect.fail(new ProviderError.ProviderError({ provider: "first", reason: "refused", disposition: "fatal", retryAfter: null }))
      const [first, second, rules] = [settable("first", fatal, 0.01), settable("second", answer, 0.01), settable("rules", answer)]
      const outcome = yield* run([first.extractor, second.extractor, rules.extractor], { hedge: Hedge.fixed(seconds(2)) })
      expect(outcome).toMatchObject({ _tag: "Left", left: { retryable: false } })
      expect([second.state.calls, rules.state.calls]).toEqual([0, 0])
    }))

  it.effect("records who lost with a cost that nobody knows, unless it costs nothing", () =>
    Effect.gen(function*() {
      const [slow, quick] = [settable("slow", after(60), 0.01), settable("quick", Effect.delay(Effect.succeed(costing(0.004)), seconds(1)), 0.01)]
      const outcome = yield* run([slow.extractor, quick.extractor], { hedge: Hedge.fixed(seconds(2)) }, seconds(4))
      const attempts = outcome._tag === "Right" ? outcome.right.attempts : []
      expect(attempts.find(({ model }) => model === "slow")).toMatchObject({ outcome: "failed", reason: "cancelled", duration_ms: 3000, usage: { cost_usd: null } })
      expect(Attempt.total(attempts.map(({ usage }) => usage)).cost_usd).toBeNull()
      const free = yield* run([settable("free", Effect.never).extractor])
      expect(free).toMatchObject({ _tag: "Left", left: { attempts: [{ reason: "cancelled", usage: { cost_usd: 0 } }] } })
    }))
})

describe("a hedge at the 95th percentile", () => {
  /** A pair whose first model has answered in 1, 2, … `count` seconds. */
  const seen = (count: number) =>
    Effect.gen(function*() {
      const hedge = yield* Hedge.p95
      const [first, second] = [settable("first", answer, 0.01), settable("second", answer, 0.01)]
      const ask = (delay: number) => {
        first.state.now = after(delay)
        return run([first.extractor, second.extractor], { hedge })
      }
      for (let delay = 1; delay <= count; delay++) yield* ask(delay)
      return { ask, first, hedge, second }
    })

  it.effect("asks nobody else before it has seen 20 answers of the model", () =>
    Effect.gen(function*() {
      const { ask, first, hedge, second } = yield* seen(19)
      expect(yield* hedge.after(first.extractor)).toBeNull()
      yield* ask(100)
      expect(second.state.calls).toBe(0)
      expect(yield* hedge.after(first.extractor)).toEqual(seconds(19))
      expect(yield* hedge.after(second.extractor)).toBeNull()
    }))

  it.effect("asks the next model as soon as this one is slower than 19 of its 20 answers", () =>
    Effect.gen(function*() {
      const { ask, second } = yield* seen(20)
      expect(yield* ask(18.9)).toMatchObject({ _tag: "Right", right: { model: "first" } })
      expect(second.state.calls).toBe(0)
      expect(yield* ask(30)).toMatchObject({ _tag: "Right", right: { model: "second", attempts: expect.arrayContaining([expect.objectContaining({ model: "first", reason: "cancelled", duration_ms: 19_000 })]) } })
    }))

  it.effect("follows the last 100 answers only", () =>
    Effect.gen(function*() {
      const { first, hedge } = yield* seen(20)
      for (let call = 0; call < 95; call++) yield* hedge.observe(first.extractor, yield* Effect.exit(answer), 500)
      expect(yield* hedge.after(first.extractor)).toEqual(seconds(0.5))
    }))

  it.effect("does not sink by the hedges that it wins: who was stopped for being slow was slow", () =>
    Effect.gen(function*() {
      const { ask, first, hedge, second } = yield* seen(20)
      for (let call = 0; call < 40; call++) yield* ask(call % 4 === 0 ? 100 : 3)
      expect(second.state.calls).toBe(10)
      expect(yield* hedge.after(first.extractor)).toEqual(seconds(19))
    }))

  it.effect("learns nothing from kept answers, from questions that nobody was asked, from refusals and from early stops", () =>
    Effect.gen(function*() {
      const { ask, first, hedge } = yield* seen(20)
      const outcomes = [
        Effect.succeed({ ...costing(0), isCached: true }),
        Effect.succeed({ ...costing(0), usage: Attempt.noUsage }),
        fails("refused", Attempt.noUsage),
        Effect.interrupt
      ]
      for (const outcome of outcomes) {
        for (let call = 0; call < 100; call++) yield* hedge.observe(first.extractor, yield* Effect.exit(outcome), 1)
      }
      expect(yield* hedge.after(first.extractor)).toEqual(seconds(19))
      yield* ask(1)
      expect(yield* hedge.after(first.extractor)).toEqual(seconds(19))
      for (let call = 0; call < 5; call++) yield* hedge.observe(first.extractor, yield* Effect.exit(fails("timeout")), 60_000)
      expect(yield* hedge.after(first.extractor)).toEqual(seconds(60))
    }))
})
