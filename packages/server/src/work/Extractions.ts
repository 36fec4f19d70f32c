/** The extractions that run in this process: each in the background, so that a client who leaves does not waste the work. */
import * as WorkflowEngine from "@effect/workflow/WorkflowEngine"
import type { ApiError } from "@excv/api"
import type { Extraction } from "@excv/schema"
import { Jobs } from "@excv/store"
import type { DailySpending, Job, StoreError } from "@excv/store"
import type { Fiber } from "effect"
import { Context, Data, Duration, Effect, FiberMap, Layer, Option } from "effect"
import { Excv } from "excv/effect"
import type { Place } from "./Admission.js"
import { Admission } from "./Admission.js"
import type { Document } from "./ExtractionWorkflow.js"
import * as ExtractionWorkflow from "./ExtractionWorkflow.js"
import { patiently } from "./Patience.js"
import * as StoredDocument from "./StoredDocument.js"

/** It did not run: it ended elsewhere, or nobody waits for it and the server stops. */
export class NotRun extends Data.TaggedError("NotRun") {}

type Failure = ApiError.ErrorObject | NotRun
export type Running = Fiber.Fiber<Extraction.Extraction, Failure>

type Source = Effect.Effect<Document, StoreError.StoreError>

export declare namespace Extractions {
  interface Service {
    /** what each mode's keys can ask */
    readonly models: Excv.Excv.Service["models"]
    /** Runs a job whose client waits and whose document is here. The place is left at the end. */
    readonly start: (jobId: string, document: Document, place: Place) => Effect.Effect<Running>
    /** Runs a job whose document is in the store. */
    readonly startStored: (jobId: string, place: Place) => Effect.Effect<Running>
    /** The job once it has ended, wherever it runs. */
    readonly ended: (job: Job.Job) => Effect.Effect<Job.Job, StoreError.StoreError>
  }
}

export class Extractions extends Context.Tag("@excv/server/Extractions")<Extractions, Extractions.Service>() {}

/** How often a job of another node is looked at. */
const glance = Duration.millis(250)

const make = Effect.gen(function* () {
  const admission = yield* Admission
  const jobs = yield* Jobs.Jobs
  const { models } = yield* Excv.Excv
  const running = yield* FiberMap.make<string, Extraction.Extraction, Failure>()
  const services = yield* Effect.context<Jobs.Jobs | DailySpending.DailySpending | Excv.Excv>()

  // An engine of its own for each execution: the engine in memory never forgets one.
  const execute = (jobId: string, source: Source) =>
    Effect.provide(
      ExtractionWorkflow.ExtractionWorkflow.execute({ jobId }),
      ExtractionWorkflow.layer.pipe(
        Layer.provideMerge(WorkflowEngine.layerMemory),
        Layer.provide(Layer.succeedContext(Context.add(services, ExtractionWorkflow.Source, source)))
      )
    )

  const run = (jobId: string, source: Source, place: Place, mayWait: boolean) =>
    Effect.gen(function* () {
      if (mayWait && admission.isClosed()) return yield* new NotRun()
      const begun = yield* Effect.orDie(patiently(jobs.start(jobId)))
      return begun ? yield* execute(jobId, source) : yield* new NotRun()
    }).pipe(
      admission.seated,
      Effect.interruptible,
      Effect.ensuring(place.leave),
      (work) => FiberMap.run(running, jobId, work)
    )

  const ended = (job: Job.Job): Effect.Effect<Job.Job, StoreError.StoreError> => {
    if (job.status === "done" || job.status === "failed") return Effect.succeed(job)
    return FiberMap.get(running, job.id).pipe(
      Effect.matchEffect({ onFailure: () => Effect.sleep(glance), onSuccess: (fiber) => Effect.asVoid(fiber.await) }),
      Effect.zipRight(jobs.get(job.accountId, job.id)),
      Effect.flatMap(Option.match({ onNone: () => Effect.dieMessage("A job was purged before it ended"), onSome: ended }))
    )
  }

  return Extractions.of({
    models,
    start: (jobId, document, place) => run(jobId, Effect.succeed(document), place, false),
    startStored: (jobId, place) => run(jobId, StoredDocument.load(jobs, jobId), place, true),
    ended
  })
})

/** At the end of the scope, what still runs is interrupted; the next start, or another node, finds its jobs. */
export const layer = Layer.scoped(Extractions, make)
