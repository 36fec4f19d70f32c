/** Whatever went wrong, as the one error that the client sees; what it must not see is logged, without values. */
import { HttpApiError, HttpServerError } from "@effect/platform"
import { ApiError } from "@excv/api"
import { StoreError } from "@excv/store"
import { Cause, Effect, Option } from "effect"

/** For a database that is away: its drivers reconnect within seconds. */
const retryAfterSeconds = 2

export const unavailable = (seconds = retryAfterSeconds) =>
  new ApiError.ServiceUnavailable({ details: { retry_after_seconds: seconds } })

/** The database is away: which operation met it is for the log. */
export const storeAway = (error: StoreError.StoreError): Effect.Effect<never, ApiError.ServiceUnavailable> =>
  Effect.zipRight(Effect.logWarning(error.message), unavailable())

export const toApiError = (cause: Cause.Cause<unknown>): Effect.Effect<ApiError.ApiError> => {
  const failure = Option.getOrElse(Cause.failureOption(cause), () => Cause.squash(cause))
  if (ApiError.isApiError(failure)) return Effect.succeed(failure)
  if (failure instanceof HttpApiError.HttpApiDecodeError) return Effect.succeed(undecodable(failure))
  if (failure instanceof HttpServerError.RouteNotFound) return Effect.succeed(new ApiError.NotFound({}))
  if (failure instanceof HttpServerError.RequestError) return Effect.succeed(new ApiError.InvalidRequest({}))
  if (failure instanceof StoreError.StoreError) return Effect.flip(storeAway(failure))
  return Effect.as(Effect.logError("Unexpected failure", traceOf(failure)), new ApiError.InternalError({}))
}

/** Names the parameter, never its value. */
const undecodable = ({ issues }: HttpApiError.HttpApiDecodeError) => {
  const parameter = issues[0]?.path[0]
  return parameter === undefined
    ? new ApiError.InvalidRequest({})
    : new ApiError.InvalidRequest({
      message: `The parameter "${String(parameter)}" is not valid.`,
      details: { parameter: String(parameter) }
    })
}

/** Where a defect happened, without its message: that may quote the document. */
export const traceOf = (defect: unknown): string =>
  defect instanceof Error
    ? [defect.name, ...(defect.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))].join("\n")
    : typeof defect
