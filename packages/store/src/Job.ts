/** A job: one extraction of one account, from its acceptance to its end, and what became of the wish to start one. */
import { Data, Schema } from "effect"
import * as KeyToken from "./KeyToken.js"

export const Status = Schema.Literal("pending", "processing", "done", "failed")
export type Status = typeof Status.Type

/** The error object of a failed job, as clients see it. A retryable one frees the job's idempotency key. */
export const JobError = Schema.Struct({
  code: Schema.String,
  message: Schema.String,
  retryable: Schema.Boolean,
  details: Schema.optional(Schema.Unknown)
})
export type JobError = typeof JobError.Type

export const Job = Schema.Struct({
  /** unguessable and safe in URLs */
  id: Schema.String,
  accountId: Schema.String,
  keyId: Schema.String,
  mode: KeyToken.Mode,
  status: Status,
  /** the JSON given to `complete`, members in the same order; null until done */
  result: Schema.Unknown,
  meta: Schema.Unknown,
  /** null unless failed */
  error: Schema.NullOr(JobError),
  confidenceScore: Schema.NullOr(Schema.Number),
  processingTimeMs: Schema.NullOr(Schema.Int),
  modelUsed: Schema.NullOr(Schema.String),
  createdAt: Schema.DateFromSelf,
  startedAt: Schema.NullOr(Schema.DateFromSelf),
  /** of the end, success or failure */
  completedAt: Schema.NullOr(Schema.DateFromSelf)
})
export type Job = typeof Job.Type

/** A document kept for a job that outlives its request. */
export interface Input {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** JSON, such as `{"as_of":"2026-03"}` */
  readonly options: unknown
}

export interface Request {
  readonly accountId: string
  readonly keyId: string
  /** a `live` job reserves one credit, a `test` job none */
  readonly mode: KeyToken.Mode
  /** from the client; counts per account and mode, until the job is purged */
  readonly idempotencyKey?: string | undefined
  /** of the body and the options that shape the answer; compared, never interpreted */
  readonly requestHash: string
  /** only for an asynchronous job; removed when it ends */
  readonly input?: Input | undefined
}

/** What a successful extraction leaves. */
export interface Success {
  /** JSON */
  readonly result: unknown
  /** JSON */
  readonly meta: unknown
  readonly confidenceScore: number
  readonly processingTimeMs: number
  readonly modelUsed: string
}

export type Acceptance = Data.TaggedEnum<{
  /** a new job, pending; its credit is reserved */
  Accepted: { readonly job: Job }
  /** an earlier request had this idempotency key and the same hash: this is its job, in whatever state */
  Replayed: { readonly job: Job }
  /** an earlier request had this idempotency key and another hash */
  Conflict: object
  /** no credit left in this period */
  QuotaExceeded: object
}>
export const Acceptance = Data.taggedEnum<Acceptance>()

/** Jobs of nodes that are gone, now owned by this node. */
export interface Orphans {
  /** pending again, with their input: run them */
  readonly again: ReadonlyArray<string>
  /** ended as failed, their credits given back */
  readonly failed: ReadonlyArray<string>
}
