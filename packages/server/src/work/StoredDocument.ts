/** The document of a job that outlives its request: as it is put into the store, and as it comes out. */
import { Resume } from "@excv/schema"
import type { Job, Jobs, StoreError } from "@excv/store"
import { Effect, Schema } from "effect"
import type { Submission } from "../upload/Submission.js"
import type { Document } from "./ExtractionWorkflow.js"

const Options = Schema.Struct({ as_of: Schema.optional(Resume.Month), sandbox: Schema.Boolean })

export const of = ({ bytes, contentType, parameters }: Submission, sandbox: boolean): Job.Input => ({
  bytes,
  mediaType: contentType,
  options: { ...(parameters.as_of === undefined ? {} : { as_of: parameters.as_of }), sandbox } satisfies typeof Options.Type
})

/** Dies when the job has none: only jobs with a document are run from the store. */
export const load = (jobs: Jobs.Jobs.Service, jobId: string): Effect.Effect<Document, StoreError.StoreError> =>
  jobs.input(jobId).pipe(
    Effect.flatMap((input) => Effect.orDie(input)),
    Effect.flatMap(({ bytes, options }) =>
      Effect.map(Effect.orDie(Schema.decodeUnknown(Options)(options)), ({ as_of, sandbox }) =>
        ({ bytes, asOf: as_of, sandbox })))
  )
