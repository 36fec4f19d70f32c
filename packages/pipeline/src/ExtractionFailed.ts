/** No extractor gave an answer. Says nothing about the document: trying again later may succeed when `retryable`. */
import { Attempt } from "@excv/schema"
import { Schema } from "effect"

export class ExtractionFailed extends Schema.TaggedError<ExtractionFailed>("@excv/pipeline/ExtractionFailed")(
  "ExtractionFailed",
  {
    reason: Schema.Literal("providers_failed", "deadline", "over_budget", "over_daily_cap"),
    retryable: Schema.Boolean,
    attempts: Schema.Array(Attempt.Attempt)
  }
) {
  override get message() {
    return `No extractor answered (${this.reason}) in ${this.attempts.length} attempts`
  }
}
