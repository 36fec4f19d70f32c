/** Periods: monthly, in UTC, from an account's first day. */
import { expect } from "@effect/vitest"
import { Effect, FastCheck } from "effect"
import { Credits, Moment } from "../../src/index.js"
import type { Tests } from "../Databases.js"
import { customer } from "../Databases.js"

const periodAt = Effect.fn(function* (created: Date, at: Date) {
  const { account } = yield* customer("fifty").pipe(Moment.at(created))
  const usage = yield* (yield* Credits.Credits).usage(account.id).pipe(Moment.at(at))
  return [usage.currentPeriodStart, usage.currentPeriodEnd] as const
})

const dates = { min: new Date("1999-12-01T00:00:00Z"), max: new Date("2030-01-01T00:00:00Z"), noInvalidDate: true }

export const periodsSuite = (it: Tests) => {
  it.effect.prop(
    "a period is the month that a walk from the first day finds",
    { created: FastCheck.date(dates), laterMs: FastCheck.nat(2_000_000_000).map((number) => number * 60) },
    ({ created, laterMs }) =>
      Effect.gen(function* () {
        const at = new Date(created.getTime() + laterMs)
        expect(yield* periodAt(created, at)).toEqual(walk(created, at))
      }),
    { timeout: 30_000, fastCheck: { numRuns: 30 } }
  )

  it.effect.prop(
    "a period ends where the next one begins, wherever the first day is",
    { created: FastCheck.date(dates), month: FastCheck.nat(60) },
    ({ created, month }) =>
      Effect.gen(function* () {
        const [, end] = yield* periodAt(created, walk(created, new Date(created.getTime() + month * 2_592_000_000))[0])
        expect((yield* periodAt(created, end))[0]).toEqual(end)
        expect((yield* periodAt(created, new Date(end.getTime() - 1)))[1]).toEqual(end)
      }),
    { timeout: 30_000, fastCheck: { numRuns: 10 } }
  )

  it.effect.each([
    ["2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z", "2026-03-01", "2026-04-01"],
    ["2028-01-31T23:59:59Z", "2028-02-28T23:59:59Z", "2028-01-31", "2028-02-29"],
    ["2028-01-31T00:00:00Z", "2028-02-29T00:00:00Z", "2028-02-29", "2028-03-31"],
    ["2027-01-31T00:00:00Z", "2027-03-30T23:59:59Z", "2027-02-28", "2027-03-31"],
    ["2028-02-29T12:00:00Z", "2029-02-28T00:00:00Z", "2029-02-28", "2029-03-29"],
    ["2026-12-15T12:00:00Z", "2027-01-14T23:59:59Z", "2026-12-15", "2027-01-15"]
  ])("an account of %s is, at %s, in the period from %s to %s", ([created, at, start, end]) =>
    Effect.gen(function* () {
      const period = yield* periodAt(new Date(created ?? ""), new Date(at ?? ""))
      expect(period.map((date) => date.toISOString())).toEqual([`${start}T00:00:00.000Z`, `${end}T00:00:00.000Z`])
    }))
}

/** The same rule by walking: every month's begin, from the first, until the next one is later than the moment. */
const walk = (created: Date, at: Date): [Date, Date] => {
  const begin = (month: number) => {
    const lastDay = new Date(Date.UTC(created.getUTCFullYear(), created.getUTCMonth() + month + 1, 0))
    const day = Math.min(created.getUTCDate(), lastDay.getUTCDate())
    return new Date(Date.UTC(lastDay.getUTCFullYear(), lastDay.getUTCMonth(), day))
  }
  let month = 0
  while (begin(month + 1) <= at) month++
  return [begin(month), begin(month + 1)]
}
