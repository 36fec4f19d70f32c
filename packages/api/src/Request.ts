/** What `POST /extract` takes: the three forms of the body, the parameters and the headers. */
import { HttpApiSchema } from "@effect/platform"
import { Resume } from "@excv/schema"
import { Schema } from "effect"

export const Include = Schema.Literal("meta").annotations({
  description: "`meta` adds evidence and confidence per field, issues, attempts, timings, tokens and cost"
})

export const AsOf = Resume.Month.annotations({
  description: "The reference month (YYYY-MM) at which \"present\" ends; default: now"
})

export const Model = Schema.String.pipe(Schema.pattern(/^[\x21-\x7e]{1,200}$/)).annotations({
  description: "One of the configured models, which then is the only one that is asked",
  examples: ["rules-1"]
})

/** In the query and in forms numbers are text. */
export const MaxCostUsd = Schema.String.pipe(Schema.pattern(/^\d{1,6}(\.\d{1,9})?$/)).annotations({
  description: "The most that this extraction may cost in US dollars: no model is asked that might cost more",
  examples: ["0.01"]
})

/** The parameters: in the query, or as fields of the body; the query wins. */
export const Parameters = Schema.Struct({
  include: Schema.optional(Include),
  as_of: Schema.optional(AsOf),
  model: Schema.optional(Model),
  max_cost_usd: Schema.optional(MaxCostUsd)
})
export type Parameters = typeof Parameters.Type

/** Of `GET /job/:id`. */
export const JobParameters = Schema.Struct({ include: Schema.optional(Include) })

/** Of `GET /usage`. */
export const UsageParameters = Schema.Struct({
  include: Schema.optional(Schema.Literal("spending").annotations({
    description: "`spending` adds what the account's models cost today, and may cost"
  }))
})
export type UsageParameters = typeof UsageParameters.Type

const IdempotencyKey = Schema.String.pipe(Schema.pattern(/^[\x20-\x7e]{1,255}$/)).annotations({
  description: "1 to 255 printable ASCII characters. A repeat answers as the first did and is charged once"
})

export const Headers = Schema.Struct({
  prefer: Schema.optional(Schema.String.annotations({
    description: "`respond-async` answers 202 at once; the job is polled at Location",
    examples: ["respond-async"]
  })),
  "idempotency-key": Schema.optional(IdempotencyKey)
})

const base64 = {
  base64: Schema.String.annotations({
    description: "The file in base64 (RFC 4648 section 4); a data: URI and white space are tolerated"
  }),
  content_type: Schema.String.annotations({
    description: "The media type of the file; the content decides",
    examples: ["application/pdf"]
  })
}

const File = Schema.String.annotations({
  description: "The CV: PDF, DOCX, JPG, PNG, WEBP or TIFF, at most 10 MB",
  jsonSchema: { type: "string", format: "binary", contentMediaType: "application/octet-stream" }
})

const MultipartForm = HttpApiSchema.Multipart(
  Schema.Struct({
    file: Schema.optional(File),
    base64: Schema.optional(base64.base64),
    content_type: Schema.optional(base64.content_type),
    ...Parameters.fields
  }).annotations({ description: "`file`, or `base64` with `content_type`" })
)

const UrlEncodedForm = Schema.Struct({ ...base64, ...Parameters.fields }).pipe(
  HttpApiSchema.withEncoding({ kind: "UrlParams" })
)

const JsonBody = Schema.Struct({ ...base64, ...Parameters.fields })

/** Declared for OpenAPI and clients: the server reads the body itself, because it counts bytes while they stream. */
export const Payload = Schema.Union(MultipartForm, UrlEncodedForm, JsonBody)
