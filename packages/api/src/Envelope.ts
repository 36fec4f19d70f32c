/** The answers of the endpoints: what stands beside `"success": true`. */
import { Attempt, Extraction, Issue, Resume } from "@excv/schema"
import { Schema } from "effect"
import { ErrorObject } from "./ApiError.js"

/** ISO 8601 UTC with milliseconds. */
const Timestamp = Schema.String.annotations({
  jsonSchema: { type: "string", format: "date-time", examples: ["2026-03-12T10:30:00.000Z"] }
})

const success = <Data extends Schema.Schema.Any>(data: Data) => Schema.Struct({ success: Schema.Literal(true), data })

/** 200 of `POST /extract`; `meta` only when it was asked for. */
export const Extracted = Schema.Struct({
  success: Schema.Literal(true),
  data: Resume.Resume,
  meta: Schema.optional(Extraction.Meta)
}).annotations({ identifier: "Extracted", description: "The resume" })

/** 202 of `POST /extract` with `Prefer: respond-async`. */
export const Accepted = success(Schema.Struct({ id: Schema.String, status: Schema.Literal("pending") })).annotations({
  identifier: "Accepted",
  description: "The job was accepted; poll it at Location"
})

export const CreditUsage = Schema.Struct({
  plan: Schema.String,
  credits_used: Schema.Int,
  credits_limit: Schema.Int,
  credits_remaining: Schema.Int,
  current_period_start: Timestamp,
  current_period_end: Timestamp,
  /** USD a credit beyond the limit; null when the plan stops at it */
  overage_rate: Schema.NullOr(Schema.Number)
}).annotations({ identifier: "CreditUsage" })
export type CreditUsage = typeof CreditUsage.Type

/** What an account spends on models in one day, in US dollars. */
export const DailySpending = Schema.Struct({
  /** UTC */
  day: Schema.String.annotations({ jsonSchema: { type: "string", format: "date" } }),
  spent_usd: Schema.Number,
  /** for calls that run, and for calls of which nobody knows what they cost: as much as they may cost */
  held_usd: Schema.Number,
  /** for both together; null is none */
  limit_usd: Schema.NullOr(Schema.Number)
}).annotations({ identifier: "DailySpending" })
export type DailySpending = typeof DailySpending.Type

/** `spending` only when it was asked for. */
export const Usage = Schema.Struct({
  success: Schema.Literal(true),
  data: CreditUsage,
  spending: Schema.optional(DailySpending)
}).annotations({
  identifier: "UsageAnswer",
  description: "The credits of the key's account in the current period"
})

export const JobStatus = Schema.Literal("pending", "processing", "done", "failed")
export type JobStatus = typeof JobStatus.Type

export const Job = Schema.Struct({
  id: Schema.String,
  status: JobStatus,
  /** null unless done */
  result: Schema.NullOr(Resume.Resume),
  confidence_score: Schema.NullOr(Schema.Number),
  processing_time_ms: Schema.NullOr(Schema.Int),
  model_used: Schema.NullOr(Schema.String),
  created_at: Timestamp,
  completed_at: Schema.NullOr(Timestamp),
  /** only of a failed job */
  error: Schema.optional(ErrorObject)
}).annotations({ identifier: "Job" })
export type Job = typeof Job.Type

/** `meta` only of a job that is done, when it was asked for. */
export const JobAnswer = Schema.Struct({
  success: Schema.Literal(true),
  data: Job,
  meta: Schema.optional(Extraction.Meta)
}).annotations({ identifier: "JobAnswer", description: "The job" })

const Verdict = Schema.Literal("ok", "error")

/** Of `GET /health`: 200 when healthy, 503 when not. */
export const Health = Schema.Struct({
  status: Schema.Literal("healthy", "unhealthy"),
  checks: Schema.Struct({ api: Verdict, database: Verdict, timestamp: Timestamp })
}).annotations({ identifier: "Health", description: "Whether the service and its database work" })
export type Health = typeof Health.Type

/** Named in OpenAPI before anything of the platform can take their names. */
export const named = [Resume.Resume, Extraction.Meta, Issue.Issue, Attempt.Usage]
