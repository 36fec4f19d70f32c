/** A refusal of the document itself: no other provider could do better, so nothing is retried. */
import { Schema } from "effect"

export const Reason = Schema.Literal(
  /** none of the accepted formats */
  "unsupported_format",
  "empty_file",
  "too_large",
  /** does not parse */
  "corrupted",
  /** needs a password */
  "encrypted",
  "too_many_pages",
  "too_many_words",
  "too_many_pixels",
  "inflates_too_much",
  "decode_timeout",
  "decode_memory",
  /** no page has text that can be read */
  "no_text",
  /** nothing is on the pages */
  "blank"
)
export type Reason = typeof Reason.Type

export class DocumentRefused extends Schema.TaggedError<DocumentRefused>("@excv/provider/DocumentRefused")(
  "DocumentRefused",
  { reason: Reason }
) {
  override get message() {
    return `The document was refused: ${this.reason}`
  }
}
