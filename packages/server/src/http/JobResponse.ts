/** A job as the answer of the endpoint that asks: the fresh one, the repeated one, the promised one, and `GET /job/:id`. */
import { HttpServerResponse } from "@effect/platform"
import type { Envelope, Request } from "@excv/api"
import { ApiError } from "@excv/api"
import type { Extraction } from "@excv/schema"
import type { Job } from "@excv/store"
import { Effect, Schema } from "effect"

type Parameters = Pick<Request.Parameters, "include">

const success = (data: unknown, meta: unknown, { include }: Parameters) =>
  include === "meta" ? { success: true, data, meta } : { success: true, data }

const headers = (processingTimeMs: number, modelUsed: string) => ({
  "x-processing-time-ms": String(processingTimeMs),
  "x-model-used": modelUsed
})

export const processingTimeMs = ({ meta }: Extraction.Extraction): number => Math.ceil(meta.timings.total_ms)

export const extracted = (extraction: Extraction.Extraction, parameters: Parameters) =>
  HttpServerResponse.unsafeJson(success(extraction.resume, extraction.meta, parameters), {
    headers: headers(processingTimeMs(extraction), extraction.meta.model_used)
  })

export const accepted = (id: string) =>
  HttpServerResponse.unsafeJson({ success: true, data: { id, status: "pending" } }, {
    status: 202,
    headers: { location: `/api/v1/job/${id}`, "preference-applied": "respond-async" }
  })

/** An extraction is never refused because there is nothing at its address. */
type Refusal = Exclude<ApiError.ApiError, ApiError.NotFound>

/** The error of a job, raised again. */
export const refuse = (object: ApiError.ErrorObject): Effect.Effect<never, Refusal> => {
  const error = ApiError.fromObject(object)
  return error._tag === "NOT_FOUND" ? Effect.die(error) : Effect.fail(error)
}

const errorOf = ({ error }: Job.Job): Effect.Effect<ApiError.ErrorObject> =>
  Effect.orDie(Schema.decodeUnknown(ApiError.ErrorObject)(error))

/** As the first request was answered. */
export const replayed = (job: Job.Job, parameters: Parameters) =>
  job.status === "done"
    ? Effect.succeed(HttpServerResponse.unsafeJson(success(job.result, job.meta, parameters), {
      headers: headers(job.processingTimeMs ?? 0, job.modelUsed ?? "")
    }))
    : Effect.flatMap(errorOf(job), refuse)

/** Results were checked when they were made; a later form of the resume does not change them. */
export const polled = (job: Job.Job, parameters: Parameters) =>
  Effect.gen(function* () {
    const error = job.status === "failed" ? { error: yield* errorOf(job) } : {}
    const data: Omit<Envelope.Job, "result"> & { readonly result: unknown } = {
      id: job.id,
      status: job.status,
      result: job.status === "done" ? job.result : null,
      confidence_score: job.confidenceScore,
      processing_time_ms: job.processingTimeMs,
      model_used: job.modelUsed,
      created_at: job.createdAt.toISOString(),
      completed_at: job.completedAt?.toISOString() ?? null,
      ...error
    }
    return HttpServerResponse.unsafeJson(success(data, job.meta, job.status === "done" ? parameters : {}))
  })
