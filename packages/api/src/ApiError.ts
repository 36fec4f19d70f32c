/**
 * The errors that a client sees: one tagged error per code, and the envelope that it travels in. Apart from the
 * endpoints, because every response of every path may be one of them.
 */
import { HttpApiSchema } from "@effect/platform"
import { Schema } from "effect"
import type { ErrorCode } from "./ErrorCode.js"
import { table } from "./ErrorCode.js"

/** What the sentence cannot say, for programs: additive members, each documented at its error. */
const Details = Schema.Record({ key: Schema.String, value: Schema.Unknown })
type Details = typeof Details.Type | undefined

const tagged = <Self>() => <const Code extends ErrorCode>(code: Code) =>
  Schema.TaggedError<Self>(`@excv/api/${code}`)(code, {
    message: Schema.String.pipe(
      Schema.propertySignature,
      Schema.withConstructorDefault((): string => table[code].message)
    ),
    details: Schema.optional(Details),
    requestId: Schema.optional(Schema.String)
  })

export class UnsupportedFormat extends tagged<UnsupportedFormat>()("UNSUPPORTED_FORMAT") {}
export class FileTooLarge extends tagged<FileTooLarge>()("FILE_TOO_LARGE") {}
export class NoFile extends tagged<NoFile>()("NO_FILE") {}
/** `details.parameter`: the parameter, field or header that is wrong, when it is one. */
export class InvalidRequest extends tagged<InvalidRequest>()("INVALID_REQUEST") {}
export class Unauthorized extends tagged<Unauthorized>()("UNAUTHORIZED") {}
export class InvalidKey extends tagged<InvalidKey>()("INVALID_KEY") {}
/** `details.reason` is `over_daily_cap` when it is not the credits that are used up; `details.resets_at`: when a new day begins. */
export class QuotaExceeded extends tagged<QuotaExceeded>()("QUOTA_EXCEEDED") {}
export class NotFound extends tagged<NotFound>()("NOT_FOUND") {}
export class IdempotencyConflict extends tagged<IdempotencyConflict>()("IDEMPOTENCY_CONFLICT") {}
/** `details.reason`: what is wrong with the document. */
export class Unprocessable extends tagged<Unprocessable>()("UNPROCESSABLE") {}
/** `details.retry_after_seconds`: as in the header `Retry-After`. */
export class RateLimited extends tagged<RateLimited>()("RATE_LIMITED") {}
export class InternalError extends tagged<InternalError>()("INTERNAL_ERROR") {}
/** `details.retry_after_seconds`: as in the header `Retry-After`. */
export class ServiceUnavailable extends tagged<ServiceUnavailable>()("SERVICE_UNAVAILABLE") {}

const classes = {
  UNSUPPORTED_FORMAT: UnsupportedFormat,
  FILE_TOO_LARGE: FileTooLarge,
  NO_FILE: NoFile,
  INVALID_REQUEST: InvalidRequest,
  UNAUTHORIZED: Unauthorized,
  INVALID_KEY: InvalidKey,
  QUOTA_EXCEEDED: QuotaExceeded,
  NOT_FOUND: NotFound,
  IDEMPOTENCY_CONFLICT: IdempotencyConflict,
  UNPROCESSABLE: Unprocessable,
  RATE_LIMITED: RateLimited,
  INTERNAL_ERROR: InternalError,
  SERVICE_UNAVAILABLE: ServiceUnavailable
} as const

export type ApiError = InstanceType<(typeof classes)[ErrorCode]>

/** The error object: also what a failed job holds. */
export const ErrorObject = Schema.Struct({
  code: Schema.Literal(...(Object.keys(table) as [ErrorCode, ...Array<ErrorCode>])),
  message: Schema.String,
  retryable: Schema.Boolean,
  request_id: Schema.optional(Schema.String),
  details: Schema.optional(Details)
}).annotations({ identifier: "Error" })
export type ErrorObject = typeof ErrorObject.Type

export const statusOf = (error: ApiError): number => table[error._tag].status

export const isApiError = (error: unknown): error is ApiError =>
  typeof error === "object" && error !== null && "_tag" in error &&
  Object.hasOwn(classes, String(error._tag)) && error instanceof classes[error._tag as ErrorCode]

/** The error, as if it had been raised here: what a stored error object is turned back into. */
export const fromObject = ({ code, details, message }: Pick<ErrorObject, "code" | "details" | "message">): ApiError =>
  new classes[code]({ message, details })

export const toObject = (error: ApiError): ErrorObject => ({
  code: error._tag,
  message: error.message,
  retryable: table[error._tag].retryable,
  ...(error.requestId === undefined ? {} : { request_id: error.requestId }),
  ...(error.details === undefined ? {} : { details: error.details })
})

/** The envelope of one code. */
const envelope = (code: ErrorCode) =>
  Schema.Struct({
    success: Schema.Literal(false),
    error: Schema.Struct({
      ...ErrorObject.fields,
      code: Schema.Literal(code),
      retryable: Schema.Literal(table[code].retryable)
    })
  })

/** The error as it travels, with its status. `name` is what the schema is called in OpenAPI. */
const wire = <A extends ApiError, I>(
  name: string,
  self: Schema.Schema<A, I> & { new(properties: { message: string; details: Details; requestId: string | undefined }): A },
  code: A["_tag"]
) =>
  Schema.transform(envelope(code), Schema.typeSchema(self), {
    strict: true,
    decode: ({ error }) => new self({ message: error.message, details: error.details, requestId: error.request_id }),
    encode: (error) => ({ success: false as const, error: toObject(error) })
  }).annotations(
    HttpApiSchema.annotations({ status: table[code].status, identifier: name, description: `${code}: ${table[code].message}` })
  )

/** As they stand in the declaration of the endpoints. */
export const Wire = {
  UnsupportedFormat: wire("UnsupportedFormat", UnsupportedFormat, "UNSUPPORTED_FORMAT"),
  FileTooLarge: wire("FileTooLarge", FileTooLarge, "FILE_TOO_LARGE"),
  NoFile: wire("NoFile", NoFile, "NO_FILE"),
  InvalidRequest: wire("InvalidRequest", InvalidRequest, "INVALID_REQUEST"),
  Unauthorized: wire("Unauthorized", Unauthorized, "UNAUTHORIZED"),
  InvalidKey: wire("InvalidKey", InvalidKey, "INVALID_KEY"),
  QuotaExceeded: wire("QuotaExceeded", QuotaExceeded, "QUOTA_EXCEEDED"),
  NotFound: wire("NotFound", NotFound, "NOT_FOUND"),
  IdempotencyConflict: wire("IdempotencyConflict", IdempotencyConflict, "IDEMPOTENCY_CONFLICT"),
  Unprocessable: wire("Unprocessable", Unprocessable, "UNPROCESSABLE"),
  RateLimited: wire("RateLimited", RateLimited, "RATE_LIMITED"),
  InternalError: wire("InternalError", InternalError, "INTERNAL_ERROR"),
  ServiceUnavailable: wire("ServiceUnavailable", ServiceUnavailable, "SERVICE_UNAVAILABLE")
}
