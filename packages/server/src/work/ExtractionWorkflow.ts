/**
 * One extraction, from the accepted job to its settled end. Its costly steps are activities, so that an engine that keeps
 * their results repeats none of them after a crash; the engine in memory forgets them with the process, and the job
 * itself tells the next start what is unfinished.
 */
import * as Activity from "@effect/workflow/Activity"
import * as Workflow from "@effect/workflow/Workflow"
import { ApiError } from "@excv/api"
import { Extraction } from "@excv/schema"
import type { StoreError } from "@excv/store"
import { DailySpending, Jobs } from "@excv/store"
import { Cause, Context, DateTime, Effect, Option, Schema } from "effect"
import type { ExtractionFailed , DocumentRefused} from "excv/effect"
import { Excv, Spending } from "excv/effect"
import * as Failure from "../http/Failure.js"
import * as JobSpending from "./JobSpending.js"
import { patiently } from "./Patience.js"

export interface Document extends Pick<Excv.Options, "asOf" | "sandbox" | "model" | "maxCostUsd"> {
  readonly bytes: Uint8Array
}

/** Where the document of the job comes from: the request that waits for it, or the store. */
export class Source extends Context.Tag("@excv/server/Source")<
  Source,
  Effect.Effect<Document, StoreError.StoreError>
>() {}

export const ExtractionWorkflow = Workflow.make({
  name: "Extraction",
  payload: { jobId: Schema.String },
  idempotencyKey: ({ jobId }) => jobId,
  success: Extraction.Extraction,
  error: ApiError.ErrorObject
})

const extract = (jobId: string) =>
  Activity.make({
    name: "extract",
    success: Extraction.Extraction,
    error: ApiError.ErrorObject,
    execute: Effect.gen(function* () {
      const { bytes, ...options } = yield* Effect.flatten(Source)
      const excv = yield* Excv.Excv
      const spending = JobSpending.of(yield* DailySpending.DailySpending, jobId)
      return yield* Effect.provideService(excv.extract(bytes, options), Spending.Spending, spending)
    }).pipe(
      Effect.catchAllCause((cause) => Cause.isInterruptedOnly(cause) ? Effect.interrupt : Effect.flatMap(refusal(cause), Effect.fail))
    )
  })

/** A defect outside the step, such as an answer that is not what its schema says, ends the job too. */
const extracted = (jobId: string) => Effect.catchAllDefect(extract(jobId), (defect) => Effect.flatMap(refusal(Cause.die(defect)), Effect.fail))

const complete = (jobId: string, { meta, resume }: Extraction.Extraction) =>
  Activity.make({
    name: "complete",
    execute: Effect.flatMap(Jobs.Jobs, (jobs) =>
      jobs.complete(jobId, {
        result: resume,
        meta,
        confidenceScore: resume.confidence_score,
        processingTimeMs: Math.ceil(meta.timings.total_ms),
        modelUsed: meta.model_used
      })).pipe(patiently, Effect.orDie, Effect.asVoid)
  })

const giveBack = (jobId: string, error: ApiError.ErrorObject) =>
  Activity.make({
    name: "give back",
    execute: Effect.flatMap(Jobs.Jobs, (jobs) => jobs.fail(jobId, error)).pipe(patiently, Effect.orDie, Effect.asVoid)
  })

export const layer = ExtractionWorkflow.toLayer(({ jobId }) =>
  Effect.flatMap(Effect.either(extracted(jobId)), (outcome) =>
    outcome._tag === "Right"
      ? Effect.as(complete(jobId, outcome.right), outcome.right)
      : Effect.zipRight(giveBack(jobId, outcome.left), Effect.fail(outcome.left))))

/** What the client is told about a document that was not extracted. */
const refusal = (
  cause: Cause.Cause<DocumentRefused.DocumentRefused | ExtractionFailed | StoreError.StoreError>
): Effect.Effect<ApiError.ErrorObject> =>
  Effect.map(
    Option.match(Cause.failureOption(cause), {
      onNone: () => Failure.toApiError(cause),
      onSome: (failure) => {
        switch (failure._tag) {
          case "DocumentRefused":
            return Effect.succeed(refused(failure.reason))
          case "ExtractionFailed":
            return unanswered(failure.reason)
          case "StoreError":
            return Failure.toApiError(cause)
        }
      }
    }),
    ApiError.toObject
  )

const unanswered = (reason: ExtractionFailed["reason"]): Effect.Effect<ApiError.ApiError> => {
  switch (reason) {
    case "over_daily_cap":
      return Effect.map(DateTime.now, (now) => overDailyCap(DateTime.startOf(DateTime.add(now, { days: 1 }), "day")))
    case "over_budget":
      return Effect.succeed(new ApiError.InvalidRequest({
        message: "The parameter \"max_cost_usd\" is less than any model that could answer may cost.",
        details: { parameter: "max_cost_usd", reason }
      }))
    default:
      return Effect.succeed(new ApiError.ServiceUnavailable({ details: { reason } }))
  }
}

const overDailyCap = (tomorrow: DateTime.Utc) =>
  new ApiError.QuotaExceeded({
    message: "What the account may spend on models today does not reach for this extraction.",
    details: { reason: "over_daily_cap", resets_at: DateTime.formatIso(tomorrow) }
  })

const refused = (reason: typeof DocumentRefused.Reason.Type): ApiError.ApiError => {
  switch (reason) {
    case "unsupported_format":
      return new ApiError.UnsupportedFormat({})
    case "empty_file":
      return new ApiError.NoFile({})
    case "too_large":
      return new ApiError.FileTooLarge({})
    default:
      return new ApiError.Unprocessable({ details: { reason } })
  }
}
