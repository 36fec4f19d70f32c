/** `POST /extract`: from an authenticated request to its answer. */
import { HttpApp, HttpServerResponse } from "@effect/platform"
import { ApiError, Authentication } from "@excv/api"
import type { Request } from "@excv/api"
import type { Job } from "@excv/store"
import { Jobs } from "@excv/store"
import { Cause, Duration, Effect, Fiber } from "effect"
import { createHash } from "node:crypto"
import * as Submission from "../upload/Submission.js"
import type { Place } from "../work/Admission.js"
import { Admission } from "../work/Admission.js"
import type { Running } from "../work/Extractions.js"
import { Extractions } from "../work/Extractions.js"
import * as StoredDocument from "../work/StoredDocument.js"
import * as Failure from "./Failure.js"
import * as JobResponse from "./JobResponse.js"

interface Wanted {
  readonly query: Request.Parameters
  readonly prefer: string | undefined
  readonly idempotencyKey: string | undefined
}

/** A client that leaves does not stop its job: the work is finished and charged, and its Idempotency-Key answers with it. */
export const handle = Effect.fn("Extract.handle")(function* (wanted: Wanted) {
  const admission = yield* Admission
  const isAsync = /(^|,)\s*respond-async\s*(;|,|$)/i.test(wanted.prefer ?? "")
  return yield* Effect.uninterruptibleMask((restore) =>
    Effect.gen(function* () {
      const place = yield* admission.enter
      const submission = yield* Effect.onError(restore(Submission.read(wanted.query)), () => place.leave)
      const answer = yield* submit(submission, wanted, isAsync, place)
      return yield* restore(answer)
    }))
}, Effect.catchTag("StoreError", Failure.storeAway))

/** The job, accepted and started or found; what remains is to wait for it. */
const submit = (submission: Submission.Submission, { idempotencyKey }: Wanted, isAsync: boolean, place: Place) =>
  Effect.gen(function* () {
    const { accountId, keyId, sandbox } = yield* Authentication.Caller
    yield* Effect.onError(mustBeConfigured(submission.parameters.model, sandbox), () => place.leave)
    const acceptance = yield* (yield* Jobs.Jobs).accept({
      accountId,
      keyId,
      mode: sandbox ? "test" : "live",
      idempotencyKey,
      requestHash: idempotencyKey === undefined ? "" : hashOf(submission),
      input: isAsync ? StoredDocument.of(submission, sandbox) : undefined
    }).pipe(Effect.onError(() => place.leave))
    if (acceptance._tag === "Accepted") return yield* begin(acceptance.job, submission, sandbox, isAsync, place)
    yield* place.leave
    switch (acceptance._tag) {
      case "Replayed":
        return yield* repeat(acceptance.job, submission, isAsync)
      case "Conflict":
        return yield* new ApiError.IdempotencyConflict({})
      case "QuotaExceeded":
        return yield* new ApiError.QuotaExceeded({})
    }
  })

/** A model that the chain of this key does not have is a wrong parameter, not a provider that failed. */
const mustBeConfigured = (model: string | undefined, sandbox: boolean) =>
  Effect.flatMap(Extractions, ({ models }) =>
    model === undefined || models[sandbox ? "sandbox" : "live"].includes(model)
      ? Effect.void
      : new ApiError.InvalidRequest({ message: "The parameter \"model\" names no configured model.", details: { parameter: "model" } }))

/** Of what decides the answer: the file and the parameters, not the form that they came in. */
const hashOf = ({ bytes, parameters: { as_of, include, max_cost_usd, model } }: Submission.Submission): string =>
  createHash("sha256")
    .update(`${as_of ?? ""}\n${include ?? ""}\n`)
    .update(model === undefined && max_cost_usd === undefined ? "" : `${model ?? ""}\n${max_cost_usd ?? ""}\n`)
    .update(bytes).digest("hex")

const begin = (job: Job.Job, { bytes, parameters }: Submission.Submission, sandbox: boolean, isAsync: boolean, place: Place) =>
  Effect.gen(function* () {
    const extractions = yield* Extractions
    yield* withJobId(job.id)
    if (isAsync) {
      yield* extractions.startStored(job.id, place)
      return Effect.succeed(JobResponse.accepted(job.id))
    }
    const running = yield* extractions.start(job.id, { bytes, ...StoredDocument.optionsOf(parameters), sandbox }, place)
    return Effect.map(patience(extracted(running)), (extraction) => JobResponse.extracted(extraction, parameters))
  })

const extracted = (running: Running) =>
  Effect.matchCauseEffect(Fiber.join(running), {
    onSuccess: Effect.succeed,
    onFailure: (cause) => {
      if (Cause.isInterruptedOnly(cause)) return Failure.unavailable()
      const failure = Cause.failureOption(cause)
      if (failure._tag === "None") return Effect.die(Cause.squash(cause))
      return "code" in failure.value ? JobResponse.refuse(failure.value) : Failure.unavailable()
    }
  })

/** The first request may still run: its answer is this one's too. */
const repeat = (job: Job.Job, { parameters }: Submission.Submission, isAsync: boolean) =>
  Effect.gen(function* () {
    const extractions = yield* Extractions
    yield* withJobId(job.id)
    if (isAsync) return Effect.succeed(JobResponse.accepted(job.id))
    return Effect.flatMap(patience(extractions.ended(job)), (ended) => JobResponse.replayed(ended, parameters))
  })

/** No document takes so long; a database that is away may. */
const patience = Effect.timeoutFail({ duration: Duration.minutes(5), onTimeout: () => Failure.unavailable() })

/** On every answer from now on, an error too. */
const withJobId = (id: string) =>
  HttpApp.appendPreResponseHandler((_request, response) =>
    Effect.succeed(HttpServerResponse.setHeader(response, "x-job-id", id)))
