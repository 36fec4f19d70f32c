/**
 * What a vendor's refusal means. The statuses of HTTP mean the same everywhere; where one status has two meanings, the vendor's
 * code, or a phrase of its message, decides. The message itself goes no further: it may quote the document.
 */
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { Duration } from "effect"

export interface Refusal {
  readonly status: number
  /** the vendor's own code or type of the error, and its message */
  readonly says: ReadonlyArray<string | null | undefined>
  readonly headers: Headers | undefined
}

const tooLong = /context_length|context length|context window|maximum context|prompt is too long|too many tokens|string_above_max_length|exceeds? the (maximum|limit)|input length/i
const noCredit = /insufficient_quota|billing|credit balance|exceeded your current quota|payment|spend limit/i
const filtered = /content_filter|content_policy|content management policy|responsibleai|safety|flagged/i
const noModel = /model_not_found|model .*(does not exist|not found)|unknown model|no such model/i
const overloaded = /overloaded|capacity|busy/i

const ofBadRequest = (says: string): ProviderError.Reason =>
  tooLong.test(says) ? "context_too_long"
    : noCredit.test(says) ? "credit_exhausted"
    : filtered.test(says) ? "content_filtered"
    : noModel.test(says) ? "unknown_model"
    : "invalid_request"

export const reasonOf = (status: number, says: string): ProviderError.Reason => {
  switch (status) {
    case 401: return "unauthorized"
    case 402: return "credit_exhausted"
    case 403: return noCredit.test(says) ? "credit_exhausted" : "forbidden"
    case 404: return "unknown_model"
    case 408: return "timeout"
    case 409: return "unavailable"
    case 413: return "request_too_large"
    case 429: return noCredit.test(says) ? "credit_exhausted" : "rate_limited"
    case 503: return overloaded.test(says) ? "overloaded" : "unavailable"
    case 529: return "overloaded"
    default: return status >= 500 ? (overloaded.test(says) ? "overloaded" : "unavailable") : ofBadRequest(says)
  }
}

const positive = (text: string | null | undefined): number | null => {
  const number = text == null || text.trim() === "" ? NaN : Number(text)
  return Number.isFinite(number) && number >= 0 ? number : null
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date. */
export const retryAfter = (headers: Headers | undefined, now: number): Duration.Duration | null => {
  const ms = positive(headers?.get("retry-after-ms"))
  if (ms !== null) return Duration.millis(ms)
  const after = headers?.get("retry-after")
  const seconds = positive(after)
  if (seconds !== null) return Duration.seconds(seconds)
  const date = Date.parse(after ?? "")
  return Number.isNaN(date) ? null : Duration.millis(Math.max(0, date - now))
}

/** A question that is turned down is not charged. */
export const ofRefusal = (provider: string, { headers, says, status }: Refusal): ProviderError.ProviderError =>
  ProviderError.make(
    provider,
    reasonOf(status, says.filter((text) => text != null).join(" ")),
    retryAfter(headers, Date.now()),
    Attempt.noUsage
  )

/** What was thrown while an answer was fetched or read, when it was no refusal. */
export const ofThrown = (provider: string, thrown: unknown): ProviderError.ProviderError => {
  if (thrown instanceof SyntaxError) return ProviderError.make(provider, "malformed_answer")
  const causes = causesOf(thrown)
  const isTimeout = causes.some(({ name, code }) => /timeout/i.test(`${name} ${code}`))
  // Codes in capitals are those of the system, of TLS and of Node's client.
  const isConnection = causes.some(({ code, name }) =>
    /^(APIConnectionError|SocketError)$/.test(name) || /^[A-Z][A-Z0-9_]+$/.test(code))
  // A type error without a cause is an SDK that stumbled over what the server sent.
  const isStumble = thrown instanceof TypeError && thrown.cause === undefined
  return ProviderError.make(provider, isTimeout ? "timeout" : isConnection ? "connection" : isStumble ? "malformed_answer" : "crashed")
}

/** The names of SDK errors are those of their classes, whatever their `name` says. */
const causesOf = (thrown: unknown): ReadonlyArray<{ readonly name: string; readonly code: string }> => {
  if (!(thrown instanceof Error)) return []
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : ""
  return [{ name: thrown.constructor.name, code }, { name: thrown.name, code: "" }, ...causesOf(thrown.cause)]
}
