/** Jobs: their states, idempotency, and what is kept of a document and for how long. */
import { expect } from "@effect/vitest"
import { Array, Duration, Effect, Option } from "effect"
import { Jobs, Moment } from "../../src/index.js"
import type { Tests } from "../Databases.js"
import { accepted, counts, customer, failure, input, job, success } from "../Databases.js"

const noon = new Date("2026-03-10T12:00:00Z")
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

export const jobsSuite = (it: Tests) => {
  it.effect("a job goes from pending through processing to done, and keeps the result's members in order", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const { complete, start } = yield* Jobs.Jobs
      const { id, ...pending } = yield* accepted(request).pipe(Moment.at(noon))
      expect(id).toMatch(/^job_[0-9A-Za-z]{24}$/)
      expect(pending).toMatchObject({ status: "pending", createdAt: noon, startedAt: null, completedAt: null, result: null, error: null })
      expect(yield* start(id).pipe(Moment.at(after(1)))).toBe(true)
      expect(yield* job(account.id, id)).toMatchObject({ status: "processing", startedAt: after(1) })
      yield* complete(id, success).pipe(Moment.at(after(2)))
      const done = yield* job(account.id, id)
      expect(done).toMatchObject({ ...success, status: "done", completedAt: after(2), error: null })
      expect(JSON.stringify(done.result)).toBe(JSON.stringify(success.result))
      expect(yield* start(id)).toBe(false)
    }))

  it.effect("a failed job has its error and no result", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const { id } = yield* accepted(request)
      const error = { ...failure, details: { reason: "no_text" } }
      expect(yield* (yield* Jobs.Jobs).fail(id, error)).toBe(true)
      expect(yield* job(account.id, id)).toMatchObject({ status: "failed", error, result: null, modelUsed: null })
    }))

  it.effect("an account sees only its own jobs", () =>
    Effect.gen(function* () {
      const { request } = yield* customer("fifty")
      const stranger = yield* customer("fifty")
      const { id } = yield* accepted(request)
      const { get } = yield* Jobs.Jobs
      expect(yield* get(stranger.account.id, id)).toEqual(Option.none())
      expect(yield* get(request.accountId, "job_of_nobody")).toEqual(Option.none())
    }))

  it.effect("100 parallel requests with one idempotency key are one job and one credit", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const { accept } = yield* Jobs.Jobs
      const answers = yield* Effect.all(Array.replicate(accept({ ...request, idempotencyKey: "one" }), 100), { concurrency: "unbounded" })
      const ids = new Set(answers.map((answer) => "job" in answer ? answer.job.id : answer._tag))
      expect(ids.size).toBe(1)
      expect(answers.filter(({ _tag }) => _tag === "Accepted")).toHaveLength(1)
      expect(yield* counts(account.id)).toEqual({ used: 0, reserved: 1, remaining: 49 })
    }))

  it.effect("an idempotency key repeats the job's end, also without credits, and refuses another body", () =>
    Effect.gen(function* () {
      const { account, request, test } = yield* customer("fifty")
      const { accept, complete } = yield* Jobs.Jobs
      const keyed = { ...request, idempotencyKey: "one" }
      const { id } = yield* accepted(keyed)
      yield* complete(id, success)
      yield* Effect.all(Array.replicate(accept(request), 49))
      expect((yield* counts(account.id)).remaining).toBe(0)
      expect(yield* accept(keyed)).toMatchObject({ _tag: "Replayed", job: { id, status: "done", result: success.result } })
      expect((yield* accept({ ...keyed, requestHash: "other" }))._tag).toBe("Conflict")
      expect((yield* accept({ ...keyed, idempotencyKey: "two" }))._tag).toBe("QuotaExceeded")
      expect((yield* accept({ ...keyed, mode: "test", keyId: test.key.id, requestHash: "other" }))._tag).toBe("Accepted")
      const stranger = yield* customer("fifty")
      expect((yield* accept({ ...stranger.request, idempotencyKey: "one", requestHash: "other" }))._tag).toBe("Accepted")
    }))

  it.effect("a failure is repeated too, unless the client was asked to try again", () =>
    Effect.gen(function* () {
      const { request } = yield* customer("fifty")
      const { accept, fail } = yield* Jobs.Jobs
      const failedWith = Effect.fn(function* (idempotencyKey: string, retryable: boolean) {
        const { id } = yield* accepted({ ...request, idempotencyKey })
        yield* fail(id, { ...failure, retryable })
        return (yield* accept({ ...request, idempotencyKey }))._tag
      })
      expect(yield* failedWith("bad document", false)).toBe("Replayed")
      expect(yield* failedWith("overloaded", true)).toBe("Accepted")
    }))

  it.effect("a document is kept only while its job is unfinished", () =>
    Effect.gen(function* () {
      const { request } = yield* customer("fifty")
      const jobs = yield* Jobs.Jobs
      for (const end of [(id: string) => jobs.complete(id, success), (id: string) => jobs.fail(id, failure)]) {
        const { id } = yield* accepted({ ...request, input })
        const kept = Option.getOrThrow(yield* jobs.input(id))
        expect({ ...kept, bytes: new Uint8Array(kept.bytes) }).toEqual(input)
        yield* end(id)
        expect(yield* jobs.input(id)).toEqual(Option.none())
      }
      expect(yield* jobs.input((yield* accepted(request)).id)).toEqual(Option.none())
    }))

  it.effect("ten megabytes go in and come out", () =>
    Effect.gen(function* () {
      const { request } = yield* customer("fifty")
      const bytes = Buffer.alloc(10 * 1024 * 1024, "\u0000'\\\u00ff")
      const { id } = yield* accepted({ ...request, input: { ...input, bytes } })
      const kept = Option.getOrThrow(yield* (yield* Jobs.Jobs).input(id))
      expect(Buffer.compare(Buffer.from(kept.bytes), bytes)).toBe(0)
    }))

  it.effect("purging removes what ended before the retention, and its idempotency key, and nothing unfinished", () =>
    Effect.gen(function* () {
      const { account, request } = yield* customer("fifty")
      const { complete, get, purge } = yield* Jobs.Jobs
      // long before all other tests, so that only this test's jobs are old enough
      const begin = new Date("2001-01-01T00:00:00Z")
      const later = (seconds: number) => Moment.at(new Date(begin.getTime() + seconds * 1000))
      const old = yield* accepted({ ...request, idempotencyKey: "old" }).pipe(later(0))
      const running = yield* accepted(request).pipe(later(0))
      const fresh = yield* accepted(request).pipe(later(0))
      yield* complete(old.id, success).pipe(later(0))
      yield* complete(fresh.id, success).pipe(later(2))
      expect(yield* purge(Duration.hours(1)).pipe(later(3601))).toBe(1)
      expect(yield* get(account.id, old.id)).toEqual(Option.none())
      expect((yield* job(account.id, running.id)).status).toBe("pending")
      expect((yield* job(account.id, fresh.id)).status).toBe("done")
      expect((yield* accepted({ ...request, idempotencyKey: "old", requestHash: "other" })).status).toBe("pending")
      expect((yield* counts(account.id).pipe(later(0))).used).toBe(2)
    }))

  it.effect("no error of the store holds a statement or a value", () =>
    Effect.gen(function* () {
      const { request } = yield* customer("fifty")
      const { accept } = yield* Jobs.Jobs
      const error = yield* Effect.flip(accept({ ...request, keyId: "secret-value" }))
      expect(error).toMatchObject({ _tag: "StoreError", operation: "Jobs.accept", code: "23503" })
      expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toMatch(/secret-value|INSERT|SELECT/)
    }))
}
