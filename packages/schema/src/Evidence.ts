/** Evidence: where in the visible document a value, or what it was derived from, can be seen. */
import { Schema } from "effect"
import { Box } from "./Document.js"

export const Evidence = Schema.Struct({
  /** from 1 */
  page: Schema.Int,
  /** `Line.number` */
  line: Schema.Int,
  box: Box,
  /** the text of the line, as the reader sees it */
  quote: Schema.String,
  /**
   * `loose`: a model read the value from the picture of the page, and the quote, which OCR read, only resembles it. Absent: the quote
   * says the value.
   */
  match: Schema.optionalWith(Schema.Literal("loose"), { exact: true })
}).annotations({ identifier: "Evidence" })
export type Evidence = typeof Evidence.Type
