/** What accounts spend on models in a day: what no interleaving may pass, and what becomes of each hold. */
import { SqlClient } from "@effect/sql"
import { expect } from "@effect/vitest"
import { Array, Context, Effect, FastCheck, Layer, Option } from "effect"
import { DailySpending, Moment, Plans } from "../../src/index.js"
import type { Tests } from "../Databases.js"
import { accepted, customer } from "../Databases.js"

/** An account with this plan and the job that spends its money. */
const spender = Effect.fn(function* (plan: string) {
  const { account, request, test } = yield* customer(plan)
  const { hold, settle, today } = yield* DailySpending.DailySpending
  const { id } = yield* accepted(request)
  return { account, request, test, hold: (usd: number | null) => hold(id, usd), settle, today: today(account.id) }
})

export const dailySpendingSuite = (it: Tests) => {
  it.effect("a hold is replaced by what the call cost, to the last digit", () =>
    Effect.gen(function* () {
      const { hold, settle, today } = yield* spender("dollar")
      expect(yield* today).toMatchObject({ spentUsd: 0, heldUsd: 0, limitUsd: 1 })
      const holds = yield* Effect.forEach([0.1, 0.2, 0.0000001], (usd) => Effect.map(hold(usd), Option.getOrThrow))
      expect(yield* today).toMatchObject({ spentUsd: 0, heldUsd: 0.3000001 })
      yield* Effect.forEach(holds, (held) => settle(held, held.usd / 2))
      expect(yield* today).toMatchObject({ spentUsd: 0.15000005, heldUsd: 0 })
    }))

  it.effect("what would pass the limit is not held, also not as the first of the day; what fits exactly is", () =>
    Effect.gen(function* () {
      const { hold, today } = yield* spender("dollar")
      expect(yield* hold(1.01)).toEqual(Option.none())
      expect(Option.isSome(yield* hold(0.75))).toBe(true)
      expect(yield* hold(0.26)).toEqual(Option.none())
      expect(Option.isSome(yield* hold(0.25))).toBe(true)
      expect(yield* hold(0.0000001)).toEqual(Option.none())
      expect(yield* today).toMatchObject({ spentUsd: 0, heldUsd: 1 })
    }))

  it.effect("a call of unknown cost is held back by a limit, and counted where there is none", () =>
    Effect.gen(function* () {
      const limited = yield* spender("dollar")
      expect(yield* limited.hold(null)).toEqual(Option.none())
      yield* limited.hold(0.5)
      expect(yield* limited.hold(null)).toEqual(Option.none())
      const { hold, settle, today } = yield* spender("fifty")
      const holds = [yield* hold(null), yield* hold(null), yield* hold(1e9)]
      yield* Effect.forEach(Array.getSomes(holds), (held) => settle(held, 0.25))
      expect(yield* today).toMatchObject({ spentUsd: 0.75, heldUsd: 0, limitUsd: null })
    }))

  it.effect("100 calls at once against a limit that fits 10 are 10", () =>
    Effect.gen(function* () {
      const { hold, today } = yield* spender("dollar")
      const held = yield* Effect.all(Array.replicate(hold(0.1), 100), { concurrency: "unbounded" })
      expect(Array.getSomes(held)).toHaveLength(10)
      expect(yield* today).toMatchObject({ spentUsd: 0, heldUsd: 1 })
    }))

  it.effect.prop(
    "any interleaving of holding and settling keeps within the limit, and loses no cent",
    { calls: FastCheck.array(FastCheck.record({ most: FastCheck.integer({ min: 0, max: 40 }), share: FastCheck.option(FastCheck.integer({ min: 0, max: 4 })) }), { maxLength: 40 }) },
    ({ calls }) =>
      Effect.gen(function* () {
        const { hold, settle, today } = yield* spender("dollar")
        const outcomes = yield* Effect.forEach(calls, ({ most, share }) =>
          Effect.gen(function* () {
            const held = yield* hold(most / 100)
            if (Option.isNone(held)) return { spent: 0, held: 0 }
            if (share === null) return { spent: 0, held: most * 4 }
            yield* settle(held.value, most * share / 400)
            return { spent: most * share, held: 0 }
          }), { concurrency: 10 })
        const sum = (key: "spent" | "held") => outcomes.reduce((whole, { [key]: part }) => whole + part, 0) / 400
        const { heldUsd, spentUsd } = yield* today
        expect(spentUsd).toBeCloseTo(sum("spent"), 9)
        expect(heldUsd).toBeCloseTo(sum("held"), 9)
        expect(spentUsd + heldUsd).toBeLessThanOrEqual(1 + 1e-9)
      }),
    { timeout: 30_000, fastCheck: { numRuns: 15 } }
  )

  it.effect("a cost above its hold counts whole, and then nothing more is held", () =>
    Effect.gen(function* () {
      const { hold, settle, today } = yield* spender("dollar")
      yield* settle(Option.getOrThrow(yield* hold(0.9)), 1.2)
      expect(yield* today).toMatchObject({ spentUsd: 1.2, heldUsd: 0 })
      expect(yield* hold(0)).toEqual(Option.none())
    }))

  it.effect("live and test keys spend the money of their account, and no other's", () =>
    Effect.gen(function* () {
      const { hold, request, test } = yield* spender("dollar")
      const sandbox = yield* accepted({ ...request, mode: "test", keyId: test.key.id })
      const spending = yield* DailySpending.DailySpending
      expect(Option.isSome(yield* spending.hold(sandbox.id, 0.6))).toBe(true)
      expect(yield* hold(0.6)).toEqual(Option.none())
      expect(Option.isSome(yield* (yield* spender("dollar")).hold(0.6))).toBe(true)
    }))

  it.effect("a day begins at midnight UTC with nothing, and a call is paid by the day on which it began", () =>
    Effect.gen(function* () {
      const evening = Moment.at(new Date("2026-03-10T23:59:59.999Z"))
      const midnight = Moment.at(new Date("2026-03-11T00:00:00.000Z"))
      const { hold, settle, today } = yield* spender("dollar").pipe(evening)
      const held = Option.getOrThrow(yield* evening(hold(0.8)))
      expect(yield* evening(hold(0.8))).toEqual(Option.none())
      expect(Option.isSome(yield* midnight(hold(0.5)))).toBe(true)
      yield* midnight(settle(held, 0.1))
      expect(yield* evening(today)).toEqual({ day: "2026-03-10", spentUsd: 0.1, heldUsd: 0, limitUsd: 1 })
      expect(yield* midnight(today)).toEqual({ day: "2026-03-11", spentUsd: 0, heldUsd: 0.5, limitUsd: 1 })
    }))

  it.scoped("a job that is not there, or whose plan this node does not know, may spend nothing", () =>
    Effect.gen(function* () {
      expect(yield* (yield* DailySpending.DailySpending).hold("job_unknown", 0)).toEqual(Option.none())
      const { id } = yield* accepted((yield* customer("fifty")).request)
      const database = Layer.succeed(SqlClient.SqlClient, yield* SqlClient.SqlClient)
      const other = yield* Layer.build(Layer.fresh(DailySpending.layer).pipe(Layer.provide([Plans.layer({}), database])))
      expect(yield* Context.get(other, DailySpending.DailySpending).hold(id, 0)).toEqual(Option.none())
    }))
}
