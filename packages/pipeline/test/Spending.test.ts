import { type Extractor, Limits, type ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { describe, expect, it } from "@effect/vitest"
import { Duration, Effect, Option, Ref, TestClock } from "effect"
import type { LazyArg } from "effect/Function"
import * as Breaker from "../src/extract/Breaker.js"
import * as Cache from "../src/extract/Cache.js"
import * as Guard from "../src/extract/Guard.js"
import * as Hedge from "../src/extract/Hedge.js"
import * as Spending from "../src/extract/Spending.js"
import type * as Extract from "../src/Extract.js"
import { answer, costing, fails, page, run, settable } from "./settable.js"

/** An account that may spend so much, and does not ask what nobody knows the price of. */
const account = (limitUsd: number) =>
  Effect.map(Ref.make({ spent: 0, held: 0 }), (ledger) => ({
    ledger: Ref.get(ledger),
    hold: (mostUsd: LazyArg<number | null>) =>
      Effect.map(
        Ref.modify(ledger, ({ held, spent }): [Option.Option<number>, { spent: number; held: number }] => {
          const most = mostUsd()
          return most === null || spent + held + most > limitUsd ? [Option.none(), { spent, held }] : [Option.some(most), { spent, held: held + most }]
        }),
        Option.map((most): Spending.Hold => ({ settle: (cost) => Ref.update(ledger, ({ held, spent }) => ({ spent: spent + cost, held: held - most })) }))
      )
  }))

/** The chain as the library guards it. */
const spendingOn = (
  chain: ReadonlyArray<Extractor>,
  by: Spending.Spending.Service,
  options: Extract.Options = {},
  wait = Duration.minutes(3)
) => Effect.flatMap(Guard.all(chain, Limits.standard), (guarded) => run(guarded, options, wait)).pipe(Effect.provideService(Spending.Spending, by))

describe("what may be spent", () => {
  it.effect("has no end where nobody has set one, and what costs nothing needs no leave", () =>
    Effect.gen(function*() {
      const [model, rules] = [settable("model", answer, null), settable("rules", answer)]
      const chain = yield* Guard.all([model.extractor], Limits.standard)
      expect(yield* run(chain)).toMatchObject({ _tag: "Right", right: { model: "model", issues: [] } })
      expect(yield* spendingOn([rules.extractor], yield* account(0))).toMatchObject({ _tag: "Right", right: { model: "rules", issues: [] } })
    }))

  it.effect("keeps back a call that might pass it, or that nobody knows the price of; the chain goes on, and the answer says so", () =>
    Effect.gen(function*() {
      const [dear, unknown, rules] = [settable("dear", answer, 0.02), settable("unknown", answer, null), settable("rules", answer)]
      const outcome = yield* spendingOn([dear.extractor, unknown.extractor, rules.extractor], yield* account(0.01))
      expect([dear.state.calls, unknown.state.calls]).toEqual([0, 0])
      expect(outcome).toMatchObject({
        _tag: "Right",
        right: {
          model: "rules",
          issues: [{ code: "provider_fell_back" }, { code: "daily_cap_reached" }],
          attempts: [{ reason: "over_daily_cap", usage: { cost_usd: 0 } }, { reason: "over_daily_cap" }, { outcome: "accepted" }]
        }
      })
    }))

  it.effect("fails for good, and says why, when all models were kept back", () =>
    Effect.gen(function*() {
      const models = [settable("first", answer, 1).extractor, settable("second", answer, 0.1).extractor]
      expect(yield* spendingOn(models, yield* account(0.5), { maxCostUsd: 0.05 })).toMatchObject({ _tag: "Left", left: { reason: "over_budget" } })
      expect(yield* spendingOn(models, yield* account(0.01), { maxCostUsd: 0.5 })).toMatchObject({
        _tag: "Left",
        left: { reason: "over_daily_cap", retryable: false, attempts: [{ reason: "over_budget" }, { reason: "over_daily_cap" }] }
      })
    }))

  it.effect.each([
    ["an answer", Effect.succeed(costing(0.004)), { spent: 0.004, held: 0 }],
    ["an answer without a price", Effect.succeed(costing(null)), { spent: 0, held: 0.01 }],
    ["a failure that cost something", fails("cut_off", costing(0.008).usage), { spent: 0.008, held: 0 }],
    ["a refused question", fails("refused", Attempt.noUsage), { spent: 0, held: 0 }],
    ["an answer that cannot be read", fails("malformed_answer"), { spent: 0, held: 0.01 }],
    ["a defect", Effect.die("boom"), { spent: 0, held: 0.01 }],
    ["a time-out", Effect.never, { spent: 0, held: 0.01 }]
  ] as const)("is charged with what %s costs, and with the most where nobody knows", ([, outcome, expected]) =>
    Effect.gen(function*() {
      const by = yield* account(1)
      yield* spendingOn([settable("model", outcome, 0.01).extractor, settable("rules", answer).extractor], by)
      expect(yield* by.ledger).toEqual(expected)
    }))

  it.effect("is asked for every try", () =>
    Effect.gen(function*() {
      const by = yield* account(0.025)
      const { extractor, state } = settable("model", fails("connection"), 0.01)
      const outcome = yield* spendingOn([extractor, settable("rules", answer).extractor], by)
      expect(state.calls).toBe(2)
      expect(outcome).toMatchObject({ _tag: "Right", right: { attempts: [{ reason: "connection" }, { reason: "connection" }, { reason: "over_daily_cap" }, { outcome: "accepted" }] } })
      expect(yield* by.ledger).toEqual({ spent: 0, held: 0.02 })
    }))

  it.effect("counts both models of a hedge: the loser with the most that it may have cost", () =>
    Effect.gen(function*() {
      const by = yield* account(1)
      const [slow, quick] = [settable("slow", Effect.never, 0.5), settable("quick", Effect.delay(Effect.succeed(costing(0.125)), "1 second"), 0.25)]
      const outcome = yield* spendingOn([slow.extractor, quick.extractor], by, { hedge: Hedge.fixed(Duration.seconds(2)) })
      expect(outcome).toMatchObject({ _tag: "Right", right: { model: "quick" } })
      expect(yield* by.ledger).toEqual({ spent: 0.125, held: 0.5 })
    }))

  it.effect("lets one of many requests at once pass that fits only one", () =>
    Effect.gen(function*() {
      const by = yield* account(0.015)
      const model = settable("model", Effect.delay(Effect.succeed(costing(0.009)), "1 second"), 0.01)
      const chain = yield* Guard.all([model.extractor, settable("rules", answer).extractor], Limits.standard)
      const outcomes = yield* Effect.all(Array.from({ length: 8 }, () => run(chain)), { concurrency: "unbounded" }).pipe(Effect.provideService(Spending.Spending, by))
      const models = outcomes.map((outcome) => (outcome._tag === "Right" ? outcome.right.model : "none"))
      expect(models.filter((name) => name === "model")).toHaveLength(1)
      expect(models.filter((name) => name === "rules")).toHaveLength(7)
      expect(yield* by.ledger).toEqual({ spent: 0.009, held: 0 })
    }))

  it.effect("is not asked for an answer that was kept, and not for a model that rests", () =>
    Effect.gen(function*() {
      const by = yield* account(0)
      const kept = new Map<string, ReturnType<typeof costing>>()
      const store: Cache.Store = {
        get: (key) => Effect.sync(() => kept.get(key) ?? null),
        set: (key, { draft, usage }) => Effect.sync(() => void kept.set(key, { draft, usage }))
      }
      const model = settable("model", answer, 0.01)
      const [guarded = model.extractor] = yield* Guard.all([model.extractor], Limits.standard)
      const cached = Cache.cached(guarded, store)
      yield* cached.extract(page)
      const again = yield* run([cached]).pipe(Effect.provideService(Spending.Spending, by))
      expect(again).toMatchObject({ _tag: "Right", right: { attempts: [{ outcome: "cached" }] } })

      model.state.now = fails("overloaded")
      yield* Effect.replicateEffect(Effect.either(guarded.extract(page)), Breaker.standard.faults)
      expect(yield* run([guarded]).pipe(Effect.provideService(Spending.Spending, by))).toMatchObject({ _tag: "Left", left: { attempts: [{ reason: "circuit_open" }] } })
    }))

  it.effect("does not close the circuit of a model that it keeps back", () =>
    Effect.gen(function*() {
      const model = settable("model", fails("overloaded", Attempt.noUsage), 0.01)
      const [guarded = model.extractor] = yield* Guard.all([model.extractor], Limits.standard, { ...Breaker.standard, faults: 2, window: 2 })
      const reason = Effect.map(Effect.flip(guarded.extract(page)), (error: ProviderError.ProviderError) => error.reason)
      yield* Effect.replicateEffect(reason, 2)
      yield* Effect.yieldNow()
      expect(yield* reason).toBe("circuit_open")
      yield* Effect.gen(function*() {
        yield* TestClock.adjust(Duration.seconds(11))
        expect(yield* Effect.provideService(reason, Spending.Spending, yield* account(0))).toBe("over_daily_cap")
        expect(yield* reason).toBe("overloaded")
        expect(yield* reason).toBe("circuit_open")
      })
    }))
})
