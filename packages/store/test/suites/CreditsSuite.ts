/** Credits: what no interleaving may do to them. */
import { expect } from "@effect/vitest"
import { Array, Effect, FastCheck } from "effect"
import { Jobs, Moment } from "../../src/index.js"
import type { Tests } from "../Databases.js"
import { accepted, counts, customer, failure, success } from "../Databases.js"

const tally = (tags: ReadonlyArray<{ readonly _tag: string }>) =>
  Object.fromEntries(Object.entries(Array.groupBy(tags, ({ _tag }) => _tag)).map(([tag, all]) => [tag, all.length]))

export const creditsSuite = (it: Tests) => {
  it.effect("200 parallel requests against 50 credits are 50 jobs and 150 refusals", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const { accept } = yield* Jobs.Jobs
      const answers = yield* Effect.all(Array.replicate(accept(request), 200), { concurrency: "unbounded" })
      expect(tally(answers)).toEqual({ Accepted: 50, QuotaExceeded: 150 })
      expect(yield* counts(account.id)).toEqual({ used: 0, reserved: 50, remaining: 0 })
    }))

  it.effect("parallel endings of one job move its credit once", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const { complete, fail } = yield* Jobs.Jobs
      const job = yield* accepted(request)
      const endings = [...Array.replicate(complete(job.id, success), 10), ...Array.replicate(fail(job.id, failure), 10)]
      const ended = yield* Effect.all(endings, { concurrency: "unbounded" })
      expect(ended.filter((first) => first)).toHaveLength(1)
      const used = ended.indexOf(true) < 10 ? 1 : 0
      expect(yield* counts(account.id)).toEqual({ used, reserved: 0, remaining: 50 - used })
    }))

  it.effect("completing twice charges once, and a late failure gives nothing back", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const { complete, fail } = yield* Jobs.Jobs
      const job = yield* accepted(request)
      expect(yield* complete(job.id, success)).toBe(true)
      expect(yield* complete(job.id, success)).toBe(false)
      expect(yield* fail(job.id, failure)).toBe(false)
      expect(yield* counts(account.id)).toEqual({ used: 1, reserved: 0, remaining: 49 })
    }))

  it.effect.prop(
    "any interleaving of reserving, settling and giving back conserves credits",
    { steps: FastCheck.array(FastCheck.array(FastCheck.constantFrom("complete", "fail"), { maxLength: 3 }), { maxLength: 60 }) },
    ({ steps }) =>
      Effect.gen(function* () {
        const { account, request } = yield* customer("fifty")
        const { accept, complete, fail } = yield* Jobs.Jobs
        const run = Effect.fn(function* (endings: ReadonlyArray<string>) {
          const acceptance = yield* accept(request)
          if (acceptance._tag !== "Accepted") return "refused"
          const { id } = acceptance.job
          const firsts = yield* Effect.forEach(endings, (ending) =>
            Effect.map(ending === "complete" ? complete(id, success) : fail(id, failure), (first) => first ? ending : null),
            { concurrency: "unbounded" })
          return firsts.find((ending) => ending !== null) ?? "open"
        })
        const outcomes = yield* Effect.forEach(steps, run, { concurrency: 10 })
        const number = (outcome: string) => outcomes.filter((one) => one === outcome).length
        const { remaining, reserved, used } = yield* counts(account.id)
        expect({ used, reserved }).toEqual({ used: number("complete"), reserved: number("open") })
        expect(used + reserved + remaining).toBe(50)
        // a credit that was given back may be reserved again, so only as many as there are at one time are refused
        if (number("refused") > 0) expect(steps.length).toBeGreaterThan(50)
      }),
    { timeout: 30_000, fastCheck: { numRuns: 15 } }
  )

  it.effect("overage goes to its cap, and without a cap it has no end", () =>
    Effect.gen(function* () {
      const { accept } = yield* Jobs.Jobs
      const outcomes = Effect.fn(function* (plan: string, times: number) {
        const { account, request } = yield* customer(plan)
        const answers = yield* Effect.all(Array.replicate(accept(request), times))
        return { ...tally(answers), remaining: (yield* counts(account.id)).remaining }
      })
      expect(yield* outcomes("capped", 7)).toEqual({ Accepted: 5, QuotaExceeded: 2, remaining: 0 })
      expect(yield* outcomes("endless", 7)).toEqual({ Accepted: 7, remaining: 0 })
      expect(yield* outcomes("none", 2)).toEqual({ QuotaExceeded: 2, remaining: 0 })
    }))

  it.effect("a test key's jobs use no credit", () =>
    Effect.gen(function* () {
      const { account, request, test } = yield* customer("none")
      const { complete } = yield* Jobs.Jobs
      const job = yield* accepted({ ...request, mode: "test", keyId: test.key.id })
      expect(yield* complete(job.id, success)).toBe(true)
      expect(yield* counts(account.id)).toEqual({ used: 0, reserved: 0, remaining: 0 })
    }))

  it.effect("a job that ends in a later period settles the credit of the period in which it began", () =>
    Effect.gen(function* () {
      const first = new Date("2026-01-31T10:00:00Z")
      const later = new Date("2026-02-28T00:00:00Z")
      const { account, request } = yield* customer("fifty").pipe(Moment.at(first))
      const { complete } = yield* Jobs.Jobs
      const job = yield* accepted(request).pipe(Moment.at(new Date("2026-02-27T23:59:59.999Z")))
      yield* accepted(request).pipe(Moment.at(later))
      yield* complete(job.id, success).pipe(Moment.at(later))
      expect(yield* counts(account.id).pipe(Moment.at(first))).toEqual({ used: 1, reserved: 0, remaining: 49 })
      expect(yield* counts(account.id).pipe(Moment.at(later))).toEqual({ used: 0, reserved: 1, remaining: 49 })
    }))
}
