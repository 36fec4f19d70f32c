/** Issues: what a reader of the result should know about a partial or doubtful answer. Values, never failures. */
import { Schema } from "effect"

export const IssueCode = Schema.Literal(
  /** a page has no usable text layer and was not read */
  "page_without_text",
  /** a value was not found in the visible text and was dropped */
  "ungrounded_value_dropped",
  /** a value could not be normalised and was dropped */
  "value_not_understood",
  /** the document does not look like a CV */
  "not_a_cv",
  /** an extractor failed and another one answered */
  "provider_fell_back",
  /** an extractor was not asked, because of what the account may spend in a day */
  "daily_cap_reached",
  /** fewer entries were answered than the document shows dates for */
  "entries_missing",
  /** text that a reader cannot see was ignored */
  "hidden_text_ignored"
)
export type IssueCode = typeof IssueCode.Type

/** `message` is a fixed sentence: it never holds document text. */
export const Issue = Schema.Struct({
  code: IssueCode,
  message: Schema.String,
  /** from 1; null when the issue is not about one page */
  page: Schema.NullOr(Schema.Int),
  /** JSON pointer into the resume; null when the issue is not about one field */
  path: Schema.NullOr(Schema.String)
}).annotations({ identifier: "Issue" })
export type Issue = typeof Issue.Type
