/** What goes wrong between us and a vendor, each with what an extractor must make of it. */
import type { Disposition, Reason } from "../ProviderError.js"
import * as Play from "./Play.js"

export interface Fault {
  readonly name: string
  readonly play: Play.Play
  readonly reason: Reason
  readonly disposition: Disposition
  /** milliseconds; null: the vendor names none */
  readonly retryAfterMs: number | null
}

const fault = (name: string, play: Play.Play, reason: Reason, disposition: Disposition, retryAfterMs: number | null = null): Fault =>
  ({ name, play, reason, disposition, retryAfterMs })

/** Both vendors answer these in the same way. */
export const common: ReadonlyArray<Fault> = [
  fault("401", Play.refuse(401, "authentication_error"), "unauthorized", "fall_back"),
  fault("402", Play.refuse(402, "billing_error"), "credit_exhausted", "fall_back"),
  fault("403", Play.refuse(403, "permission_error"), "forbidden", "fall_back"),
  fault("404 of the model", Play.refuse(404, "not_found_error", "The model `nope` does not exist"), "unknown_model", "fall_back"),
  fault("408", Play.refuse(408, "timeout"), "timeout", "retry"),
  fault("409", Play.refuse(409, "conflict"), "unavailable", "retry"),
  fault("413", Play.refuse(413, "request_too_large"), "request_too_large", "fall_back"),
  fault("429", Play.refuse(429, "rate_limit_error"), "rate_limited", "retry"),
  fault("429 with retry-after", Play.refuse(429, "rate_limit_error", "Slow down.", { "retry-after": "7" }), "rate_limited", "retry", 7000),
  fault("429 with retry-after-ms", Play.refuse(429, "rate_limit_error", "Slow down.", { "retry-after-ms": "120", "retry-after": "1" }), "rate_limited", "retry", 120),
  fault("500", Play.refuse(500, "api_error"), "unavailable", "retry"),
  fault("502 of a proxy", Play.refuse(502), "unavailable", "retry"),
  fault("503", Play.refuse(503, "unavailable"), "unavailable", "retry"),
  fault("503 overloaded", Play.refuse(503, "overloaded", "The engine is currently overloaded"), "overloaded", "retry"),
  fault("529", Play.refuse(529, "overloaded_error", "Overloaded"), "overloaded", "retry"),
  fault("a reset", Play.reset, "connection", "retry"),
  fault("a reset within the body", Play.resetMidBody("{}"), "connection", "retry"),
  fault("no headers in time", Play.hang, "timeout", "retry"),
  fault("a body that drips too slowly", Play.drip("x".repeat(5000), 50, 1), "timeout", "retry"),
  fault("a page instead of an answer", Play.body("<html>busy</html>", "text/html"), "malformed_answer", "fall_back"),
  fault("a body that is no JSON", Play.body("{\"id\": \"half"), "malformed_answer", "fall_back"),
  fault("an object of another API", Play.body("{\"hello\":\"world\"}"), "malformed_answer", "fall_back"),
  fault("a refusal", Play.stopped("refusal"), "refused", "fall_back"),
  fault("an empty answer", Play.answer(""), "empty_answer", "fall_back"),
  fault("an answer that is no JSON", Play.answer("I am sorry, there is no CV here."), "malformed_answer", "fall_back"),
  fault("an answer that ends early", Play.answer("{\"name\":\"1\",\"experience\":[{\"comp"), "malformed_answer", "fall_back"),
  fault("JSON of another shape", Play.answer("{\"weather\":\"fine\"}"), "malformed_answer", "fall_back"),
  fault("a list", Play.answer("[1,2,3]"), "malformed_answer", "fall_back"),
  fault("values of wrong types", Play.answer("{\"name\":{\"first\":\"A\"},\"experience\":\"none\"}"), "malformed_answer", "fall_back"),
  fault("an answer cut off at the limit of tokens", Play.stopped("length", "{\"name\":\"1\""), "cut_off", "fall_back")
]

export const openai: ReadonlyArray<Fault> = [
  fault("429 for exhausted credit", Play.refuse(429, "insufficient_quota", "You exceeded your current quota"), "credit_exhausted", "fall_back"),
  fault("400 for a context that is too long", Play.refuse(400, "context_length_exceeded", "This model's maximum context length is 8192 tokens"), "context_too_long", "fall_back"),
  fault("400 of a content filter", Play.refuse(400, "content_filter", "The response was filtered"), "content_filtered", "fall_back"),
  fault("an answer stopped by the content filter", Play.stopped("content_filter", "{\"na"), "content_filtered", "fall_back"),
  fault("400", Play.refuse(400, "invalid_request_error", "Something is not right"), "invalid_request", "fall_back")
]

export const anthropic: ReadonlyArray<Fault> = [
  fault("400 for exhausted credit", Play.refuse(400, "invalid_request_error", "Your credit balance is too low to access the API"), "credit_exhausted", "fall_back"),
  fault("400 for a context that is too long", Play.refuse(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"), "context_too_long", "fall_back"),
  fault("400", Play.refuse(400, "invalid_request_error", "Something is not right"), "invalid_request", "fall_back")
]

export const gemini: ReadonlyArray<Fault> = [
  fault("429 for exhausted credit", Play.refuse(429, "RESOURCE_EXHAUSTED", "Your prepayment credit balance is depleted, check your billing"), "credit_exhausted", "fall_back"),
  fault("400 for a context that is too long", Play.refuse(400, "INVALID_ARGUMENT", "The input token count (2000000) exceeds the maximum number of tokens allowed"), "context_too_long", "fall_back"),
  fault("an answer stopped by the content filter", Play.stopped("content_filter", "{\"na"), "content_filtered", "fall_back"),
  fault("a prompt that is blocked", Play.body("{\"promptFeedback\":{\"blockReason\":\"OTHER\"}}"), "content_filtered", "fall_back"),
  fault("400", Play.refuse(400, "INVALID_ARGUMENT", "Something is not right"), "invalid_request", "fall_back")
]
