/** The one failure of a provider: what went wrong (`reason`) and what the pipeline should do about it (`disposition`). */
import { Attempt } from "@excv/schema"
import type { Duration } from "effect"
import { Schema } from "effect"

export const Reason = Schema.Literal(
  "rate_limited", "credit_exhausted", "overloaded", "unavailable", "connection", "timeout",
  "unauthorized", "forbidden", "unknown_model", "invalid_request", "request_too_large", "context_too_long",
  "refused", "content_filtered", "cut_off", "empty_answer", "malformed_answer", "crashed",
  /** not asked: it failed too often of late */
  "circuit_open",
  /** not asked: it might cost more than the request may */
  "over_budget",
  /** not asked: the account might spend more than it may in a day */
  "over_daily_cap",
  /** stopped from outside, because the time was up or another one answered first */
  "cancelled"
)
export type Reason = typeof Reason.Type

/** `retry` the same provider, `fall_back` to the next, or `fatal`: stop. */
export const Disposition = Schema.Literal("retry", "fall_back", "fatal")
export type Disposition = typeof Disposition.Type

const retried: ReadonlySet<Reason> = new Set(["rate_limited", "overloaded", "unavailable", "connection", "timeout"])

export class ProviderError extends Schema.TaggedError<ProviderError>("@excv/provider/ProviderError")("ProviderError", {
  /** name of the provider, such as `openai` */
  provider: Schema.String,
  reason: Reason,
  disposition: Disposition,
  /** what the vendor asked for, if it did */
  retryAfter: Schema.NullOr(Schema.DurationFromSelf),
  /** what it cost all the same */
  usage: Attempt.Usage.pipe(Schema.propertySignature, Schema.withConstructorDefault(() => Attempt.unknownUsage))
}) {
  override get message() {
    return `${this.provider}: ${this.reason}`
  }
}

/** A failure with the disposition that its reason usually has. */
export const make = (
  provider: string,
  reason: Reason,
  retryAfter: Duration.Duration | null = null,
  usage: Attempt.Usage = Attempt.unknownUsage
): ProviderError =>
  new ProviderError({ provider, reason, disposition: retried.has(reason) ? "retry" : "fall_back", retryAfter, usage })
