/** Jobs: each change of a job and of its credit is one statement, so that no crash and no interleaving parts the two. */
import { SqlClient } from "@effect/sql"
import type { Option } from "effect"
import { Array, Config, Context, Duration, Effect, Layer, Schedule } from "effect"
import * as Database from "./Database.js"
import * as Id from "./Id.js"
import type * as Job from "./Job.js"
import * as JobAcceptance from "./JobAcceptance.js"
import * as JobEnding from "./JobEnding.js"
import * as JobOrphans from "./JobOrphans.js"
import * as JobRow from "./JobRow.js"
import * as Moment from "./Moment.js"
import * as Plans from "./Plans.js"
import * as StoreError from "./StoreError.js"

export declare namespace Jobs {
  interface Options {
    /** how long after its last sign of life a node's jobs are left to it */
    readonly lease: Duration.Duration
  }
  interface Service {
    /** this process, in the eyes of the others; a new one every time the layer is built */
    readonly nodeId: string
    /** Reserves a credit (live) and inserts the job, both or neither. Denials are values. */
    readonly accept: (request: Job.Request) => Effect.Effect<Job.Acceptance, StoreError.StoreError>
    /** To `processing`, owned by this node; false when the job has ended or does not exist. */
    readonly start: (id: string) => Effect.Effect<boolean, StoreError.StoreError>
    /** To `done`, and settles the credit; false, and nothing changes, when the job has ended before. */
    readonly complete: (id: string, success: Job.Success) => Effect.Effect<boolean, StoreError.StoreError>
    /** To `failed`, and gives the credit back; false, and nothing changes, when the job has ended before. */
    readonly fail: (id: string, error: Job.JobError) => Effect.Effect<boolean, StoreError.StoreError>
    /** None when there is no such job or another account has it. */
    readonly get: (accountId: string, id: string) => Effect.Effect<Option.Option<Job.Job>, StoreError.StoreError>
    /** The kept document; none when the job has none or has ended. */
    readonly input: (id: string) => Effect.Effect<Option.Option<Job.Input>, StoreError.StoreError>
    /**
     * Takes unfinished jobs of nodes whose lease is over; in an embedded database, which has one owner, of all other nodes.
     * A job with input runs again, at most three times in all; one without fails. At most 500 a call: call again until empty.
     */
    readonly takeOrphans: Effect.Effect<Job.Orphans, StoreError.StoreError>
    /** Renews this node's lease; the layer does so three times in a lease. */
    readonly renewLease: Effect.Effect<void, StoreError.StoreError>
    /** Deletes jobs that ended longer ago, with their idempotency keys; how many. */
    readonly purge: (olderThan: Duration.Duration) => Effect.Effect<number, StoreError.StoreError>
  }
}

export class Jobs extends Context.Tag("@excv/store/Jobs")<Jobs, Jobs.Service>() {}

/** Registers this process as a node and keeps its lease until the scope closes. */
export const make = Effect.fn("Jobs.make")(function* (options: Jobs.Options) {
  const sql = yield* SqlClient.SqlClient
  const { kind } = yield* Database.Database
  const nodeId = yield* Id.make("node")
  const orphans = JobOrphans.make(sql, nodeId, options.lease, kind === "pglite")
  const endings = JobEnding.make(sql)

  const accept = Effect.fn("Jobs.accept")(
    JobAcceptance.make(sql, nodeId, yield* Plans.Plans), StoreError.during("Jobs.accept"))
  const complete = Effect.fn("Jobs.complete")(endings.complete, StoreError.during("Jobs.complete"))
  const fail = Effect.fn("Jobs.fail")(endings.fail, StoreError.during("Jobs.fail"))

  const start = Effect.fn("Jobs.start")(function* (id: string) {
    const started = yield* sql`
      UPDATE jobs SET status = 'processing', owner = ${nodeId}, started_at = ${yield* Moment.now(sql)}, runs = runs + 1
      WHERE id = ${id} AND status IN ('pending', 'processing') RETURNING id`
    return started.length === 1
  }, StoreError.during("Jobs.start"))

  const get = Effect.fn("Jobs.get")(function* (accountId: string, id: string) {
    return Array.head(yield* sql<Job.Job>`
      SELECT ${JobRow.columns(sql)} FROM jobs job WHERE job.id = ${id} AND job.account_id = ${accountId}`)
  }, StoreError.during("Jobs.get"))

  const input = Effect.fn("Jobs.input")(function* (id: string) {
    return Array.head(yield* sql<Job.Input>`
      SELECT input AS bytes, input_media_type AS "mediaType", input_options AS options FROM jobs
      WHERE id = ${id} AND input IS NOT NULL`)
  }, StoreError.during("Jobs.input"))

  const purge = Effect.fn("Jobs.purge")(function* (olderThan: Duration.Duration) {
    const before = sql`${yield* Moment.now(sql)} - make_interval(secs => ${Duration.toSeconds(olderThan)})`
    const removed = yield* sql`
      WITH gone AS (DELETE FROM nodes WHERE lease_until < ${before})
      DELETE FROM jobs WHERE completed_at < ${before} RETURNING id`
    return removed.length
  }, StoreError.during("Jobs.purge"))

  const takeOrphans = orphans.take.pipe(StoreError.during("Jobs.takeOrphans"), Effect.withSpan("Jobs.takeOrphans"))
  const renewLease = orphans.register.pipe(StoreError.during("Jobs.renewLease"))

  // A node that leaves in order lets the others have its jobs at once.
  yield* Effect.acquireRelease(renewLease, () => Effect.ignore(orphans.release))
  yield* renewLease.pipe(
    Effect.catchAll((error) => Effect.logWarning(error.message)),
    Effect.schedule(Schedule.spaced(Duration.times(options.lease, 1 / 3))),
    Effect.forkScoped
  )
  return Jobs.of({ nodeId, accept, start, complete, fail, get, input, takeOrphans, renewLease, purge })
})

export const layer = (options: Jobs.Options) => Layer.scoped(Jobs, make(options))

/** `EXCV_JOB_LEASE`, one minute if not set. */
export const layerConfig = Layer.scoped(
  Jobs,
  Config.duration("EXCV_JOB_LEASE").pipe(
    Config.withDefault(Duration.minutes(1)),
    Effect.flatMap((lease) => make({ lease }))
  )
)
