/** Orphans: what becomes of the jobs of a node that is gone. */
import type { SqlClient } from "@effect/sql"
import { expect } from "@effect/vitest"
import { Array, Context, Effect, Layer } from "effect"
import { Database, Jobs, Moment } from "../../src/index.js"
import type { Tests } from "../Databases.js"
import { accepted, counts, customer, input, job, node, success } from "../Databases.js"

const noon = new Date("2026-03-10T12:00:00Z")
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

/** The jobs service of another node over the same database, gone without a word when this returns it. */
const otherNode = Effect.gen(function* () {
  const context = yield* Effect.context<Database.Database | SqlClient.SqlClient>()
  const built = yield* Layer.build(Layer.provide(node(), Layer.succeedContext(context)))
  return Context.get(built, Jobs.Jobs)
})

export const orphansSuite = (it: Tests) => {
  it.scoped("jobs of a node that left are run again with their document, or failed with their credit given back, once", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const mine = yield* accepted(request)
      const ids = yield* Effect.scoped(Effect.gen(function* () {
        const other = yield* otherNode
        const taken = Effect.fn(function* (one: typeof request & { readonly input?: typeof input }) {
          const answer = yield* other.accept(one)
          return "job" in answer ? answer.job.id : ""
        })
        const withInput = yield* taken({ ...request, input })
        const without = yield* taken(request)
        const done = yield* taken(request)
        yield* other.start(withInput)
        yield* other.start(without)
        yield* other.complete(done, success)
        return { withInput, without }
      }))
      const { takeOrphans } = yield* Jobs.Jobs
      const taken = yield* Effect.all(Array.replicate(takeOrphans, 5), { concurrency: "unbounded" })
      expect(taken.flatMap(({ again }) => again)).toEqual([ids.withInput])
      expect(taken.flatMap(({ failed }) => failed)).toEqual([ids.without])
      expect(yield* job(account.id, ids.withInput)).toMatchObject({ status: "pending", startedAt: null })
      expect(yield* job(account.id, ids.without)).toMatchObject({ status: "failed", error: { retryable: true } })
      expect((yield* job(account.id, mine.id)).status).toBe("pending")
      expect(yield* counts(account.id)).toEqual({ used: 1, reserved: 2, remaining: 47 })
    }))

  it.scoped("a lease that is renewed keeps a server's jobs from other nodes; in an embedded database there are no others", () =>
    Effect.gen(function* () {
      const { kind } = yield* Database.Database
      const { request } = yield* customer("fifty")
      const other = yield* otherNode
      yield* other.renewLease.pipe(Moment.at(noon))
      yield* other.accept(request)
      const { takeOrphans } = yield* Jobs.Jobs
      const within = yield* takeOrphans.pipe(Moment.at(after(59)))
      expect(within.failed).toHaveLength(kind === "pglite" ? 1 : 0)
      const expired = yield* takeOrphans.pipe(Moment.at(after(61)))
      expect(expired.failed).toHaveLength(kind === "pglite" ? 0 : 1)
    }))

  it.effect("a document whose run ends the node three times is failed, not run for ever", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const run = Effect.scoped(Effect.gen(function* () {
        const { start, takeOrphans } = yield* otherNode
        const { again } = yield* takeOrphans
        yield* Effect.forEach(again, start)
        return again
      }))
      const { id } = yield* Effect.scoped(Effect.flatMap(otherNode, (other) => other.accept({ ...request, input }))).pipe(
        Effect.map((answer) => "job" in answer ? answer.job : { id: "" }))
      const runs = [yield* run, yield* run, yield* run, yield* run]
      expect(runs.map((again) => again.includes(id))).toEqual([true, true, true, false])
      expect((yield* job(account.id, id)).status).toBe("failed")
      expect(yield* counts(account.id)).toEqual({ used: 0, reserved: 0, remaining: 50 })
    }))
}
