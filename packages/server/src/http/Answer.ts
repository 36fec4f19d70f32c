/** An error as a response: its status, its envelope and its headers. */
import { HttpServerResponse } from "@effect/platform"
import { ApiError } from "@excv/api"

const authenticate = { "www-authenticate": "Bearer realm=\"excv\"" }

const headersOf = (error: ApiError.ApiError): Record<string, string> => {
  if (ApiError.statusOf(error) === 401) return authenticate
  const seconds = error.details?.retry_after_seconds
  return typeof seconds === "number" ? { "retry-after": String(seconds) } : {}
}

export const bodyOf = (error: ApiError.ApiError, requestId: string) => ({
  success: false,
  error: { ...ApiError.toObject(error), request_id: requestId }
})

export const make = (error: ApiError.ApiError, requestId: string): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.unsafeJson(bodyOf(error, requestId), {
    status: ApiError.statusOf(error),
    headers: headersOf(error)
  })
