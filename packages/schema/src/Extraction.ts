/** An extraction: the resume with everything that explains it. What the pipeline returns. */
import { Schema } from "effect"
import { Attempt, Usage } from "./Attempt.js"
import { Evidence } from "./Evidence.js"
import { Issue } from "./Issue.js"
import { Resume } from "./Resume.js"

/** Whole request and each stage, in milliseconds. */
export const Timings = Schema.Struct({
  decode_ms: Schema.Number,
  ocr_ms: Schema.Number,
  extract_ms: Schema.Number,
  normalize_ms: Schema.Number,
  score_ms: Schema.Number,
  total_ms: Schema.Number
}).annotations({ identifier: "Timings" })
export type Timings = typeof Timings.Type

/** What the offline rules, which read the document beside a model, say of the model's value: the `same`, an `other` one, or `nothing`. */
export const Opinion = Schema.Literal("same", "other", "nothing")
export type Opinion = typeof Opinion.Type

export const FieldMeta = Schema.Struct({
  /** calibrated probability that the value is right, 0..1 */
  confidence: Schema.Number,
  evidence: Schema.Array(Evidence),
  /** absent where nobody read beside who answered */
  second_opinion: Schema.optionalWith(Opinion, { exact: true })
}).annotations({ identifier: "FieldMeta" })
export type FieldMeta = typeof FieldMeta.Type

export const Meta = Schema.Struct({
  /** the model that produced the accepted answer */
  model_used: Schema.String,
  pages: Schema.Int,
  /** by JSON pointer into the resume (RFC 6901), such as `/experience/0/company`; only fields that are not null */
  fields: Schema.Record({ key: Schema.String, value: FieldMeta }),
  /** what `confidence_score` was computed from, by name, 0..1: how well the answer explains its document */
  signals: Schema.Record({ key: Schema.String, value: Schema.Number }),
  issues: Schema.Array(Issue),
  attempts: Schema.Array(Attempt),
  timings: Timings,
  /** the sum over the attempts; null where one of them is unknown */
  usage: Usage
}).annotations({ identifier: "Meta" })
export type Meta = typeof Meta.Type

export const Extraction = Schema.Struct({ resume: Resume, meta: Meta }).annotations({ identifier: "Extraction" })
export type Extraction = typeof Extraction.Type
