/**
 * The truth about one document: the resume that a careful reader would write down, and what is needed to score an answer
 * against it. One file a document, `truth/NAME.json` beside `documents/NAME.pdf`; the same format for fixtures and for any
 * directory that a user wants scored.
 */
import { Resume } from "@excv/schema"
import { Schema } from "effect"

/** `development` may be looked at as much as one likes; of `validation` only the scores are looked at. */
export const Split = Schema.Literal("development", "validation")
export type Split = typeof Split.Type

/** A resume without the score of its own confidence: a truth is certain. */
export const Expected = Resume.Resume.omit("confidence_score").annotations({ identifier: "Expected" })
export type Expected = typeof Expected.Type

const labelled = Schema.optionalWith(Schema.NonEmptyString, { default: () => "unknown" })

/** The labels group the scores in tables; who scores his own files may leave them out. Further members are ignored. */
export const Truth = Schema.Struct({
  /** the document's file name in `documents/`, such as `jane-sidebar.pdf` */
  document: Schema.NonEmptyString,
  person: labelled,
  layout: labelled,
  /** ISO 639-1 of the document's text */
  language: labelled,
  profession: labelled,
  /** the kind of program that made the file, such as `chromium`, `latex`, `libreoffice` */
  producer: labelled,
  split: Schema.optionalWith(Split, { default: () => "validation" as const }),
  /** the month at which "present" ends in `resume.total_experience_years` */
  as_of: Resume.Month,
  /** exactly what the document shows: null and [] where it says nothing */
  resume: Expected
}).annotations({ identifier: "Truth" })
export type Truth = typeof Truth.Type

/** From the text of a truth file; fails with the path of the first wrong member. */
export const parse = Schema.decodeUnknown(Schema.parseJson(Truth))
