/** The document of a job that outlives its request: as it is put into the store, and as it comes out. */
import { Request } from "@excv/api"
import { Resume } from "@excv/schema"
import type { Job, Jobs, StoreError } from "@excv/store"
import { Effect, Schema } from "effect"
import type { Submission } from "../upload/Submission.js"
import type { Document } from "./ExtractionWorkflow.js"

const Options = Schema.Struct({
  as_of: Schema.optional(Resume.Month),
  model: Schema.optional(Request.Model),
  max_cost_usd: Schema.optional(Request.MaxCostUsd),
  sandbox: Schema.Boolean
})

type Parameters = Pick<Request.Parameters, "as_of" | "model" | "max_cost_usd">

/** What the client asked for, as the library takes it. */
export const optionsOf = ({ as_of, max_cost_usd, model }: Parameters): Omit<Document, "bytes" | "sandbox"> => ({
  asOf: as_of,
  model,
  maxCostUsd: max_cost_usd === undefined ? undefined : Number(max_cost_usd)
})

const stored = ({ as_of, max_cost_usd, model }: Parameters): Parameters => ({
  ...(as_of === undefined ? {} : { as_of }),
  ...(model === undefined ? {} : { model }),
  ...(max_cost_usd === undefined ? {} : { max_cost_usd })
})

export const of = ({ bytes, contentType, parameters }: Submission, sandbox: boolean): Job.Input => ({
  bytes,
  mediaType: contentType,
  options: { ...stored(parameters), sandbox } satisfies typeof Options.Type
})

/** Dies when the job has none: only jobs with a document are run from the store. */
export const load = (jobs: Jobs.Jobs.Service, jobId: string): Effect.Effect<Document, StoreError.StoreError> =>
  jobs.input(jobId).pipe(
    Effect.flatMap((input) => Effect.orDie(input)),
    Effect.flatMap(({ bytes, options }) =>
      Effect.map(Effect.orDie(Schema.decodeUnknown(Options)(options)), ({ sandbox, ...parameters }) =>
        ({ bytes, ...optionsOf(parameters), sandbox })))
  )
