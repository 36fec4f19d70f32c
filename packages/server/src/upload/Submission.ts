/** What a client submitted: one file and how it wants it extracted, from whichever form the body has. */
import { HttpServerRequest } from "@effect/platform"
import { ApiError, Request } from "@excv/api"
import { Effect, Schema } from "effect"
import * as Base64 from "./Base64.js"
import * as Body from "./Body.js"
import type { Fields } from "./Form.js"
import * as Form from "./Form.js"

/** Of the file, after base64 decoding. */
const maxFileBytes = 10 * 1024 * 1024

export interface Submission {
  readonly bytes: Uint8Array
  /** what the client declared; the content decides */
  readonly contentType: string
  readonly parameters: Request.Parameters
}

type Refusal = ApiError.NoFile | ApiError.FileTooLarge | ApiError.InvalidRequest

/** Parameters of the query win over fields of the body. */
export const read = Effect.fn("Submission.read")(function* (query: Request.Parameters) {
  const request = yield* HttpServerRequest.HttpServerRequest
  const fields = yield* Form.parse(request.headers["content-type"], yield* Body.receive)
  const parameters = { ...(yield* parametersOf(fields)), ...query }
  return { ...(yield* fileOf(fields)), parameters } satisfies Submission
})

const fileOf = (fields: Fields): Effect.Effect<Omit<Submission, "parameters">, Refusal> => {
  const file = fields.get("file")
  if (!Buffer.isBuffer(file)) return decodedOf(fields)
  if (file.length === 0) return new ApiError.NoFile({})
  if (file.length > maxFileBytes) return new ApiError.FileTooLarge({})
  // A copy of its own size: the view would keep the whole body alive, and threads would receive all of it.
  return Effect.succeed({ bytes: new Uint8Array(file), contentType: "application/octet-stream" })
}

const decodedOf = (fields: Fields) =>
  Effect.gen(function* () {
    const base64 = (yield* text(fields, "base64")) ?? ""
    if (base64.trim() === "") return yield* new ApiError.NoFile({})
    const contentType = ((yield* text(fields, "content_type")) ?? "").trim()
    if (contentType === "") return yield* invalid("content_type", "The field \"content_type\" is required with \"base64\".")
    const bytes = yield* Base64.decode(base64, maxFileBytes)
    if (bytes.length === 0) return yield* new ApiError.NoFile({})
    return { bytes: new Uint8Array(bytes), contentType }
  })

const parametersOf = (fields: Fields) =>
  Effect.gen(function* () {
    const include = yield* field(fields, "include", Request.Include)
    const asOf = yield* field(fields, "as_of", Request.AsOf)
    const model = yield* field(fields, "model", Request.Model)
    const maxCostUsd = yield* field(fields, "max_cost_usd", Request.MaxCostUsd)
    return {
      ...(include === undefined ? {} : { include }),
      ...(asOf === undefined ? {} : { as_of: asOf }),
      ...(model === undefined ? {} : { model }),
      ...(maxCostUsd === undefined ? {} : { max_cost_usd: maxCostUsd })
    }
  })

const field = <A extends string>(fields: Fields, name: string, schema: Schema.Schema<A>) =>
  Effect.flatMap(text(fields, name), (value) =>
    value === undefined
      ? Effect.succeed(undefined)
      : Effect.mapError(Schema.decodeUnknown(schema)(value.trim()), () => invalid(name)))

const text = (fields: Fields, name: string): Effect.Effect<string | undefined, ApiError.InvalidRequest> => {
  const given = fields.get(name) ?? undefined
  const value = typeof given === "number" ? String(given) : given
  return value === undefined || typeof value === "string" ? Effect.succeed(value) : invalid(name)
}

/** Names the parameter, never its value. */
const invalid = (parameter: string, message = `The parameter "${parameter}" is not valid.`) =>
  new ApiError.InvalidRequest({ message, details: { parameter } })
