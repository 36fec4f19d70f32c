/** The results of one run as a file: small, one line a document, with all that a later run is compared by. */
import { FileSystem, Path } from "@effect/platform"
import { Field, Grounding, Score } from "@excv/evaluation"
import { Effect, Schema } from "effect"
import * as Environment from "./Environment.js"
import type { Measured } from "./Measure.js"

/** By field: how many values were expected, given, correct. */
const Counts = Schema.Record({ key: Schema.String, value: Schema.Tuple(Schema.Int, Schema.Int, Schema.Int) })

export const DocumentResult = Schema.Struct({
  document: Schema.String,
  person: Schema.String,
  layout: Schema.String,
  language: Schema.String,
  split: Schema.Literal("development", "validation"),
  f1: Schema.Number,
  /** the answer's own `confidence_score`; null when there was no answer */
  confidence: Schema.NullOr(Schema.Number),
  failure: Schema.NullOr(Schema.String),
  model: Schema.NullOr(Schema.String),
  duration_ms: Schema.Number,
  /** values that could be looked up in the document's text, and how many of them are wrong and nowhere in it; null without a text */
  grounding: Schema.NullOr(Schema.Struct({ given: Schema.Int, invented: Schema.Int })),
  fields: Counts
})
export type DocumentResult = typeof DocumentResult.Type

export const Results = Schema.Struct({
  environment: Environment.Environment,
  /** overall by split, for who reads the file */
  overall: Schema.Record({ key: Schema.String, value: Schema.Number }),
  documents: Schema.Array(DocumentResult)
})
export type Results = typeof Results.Type

export const ofMeasured = ({ durationMs, extraction, failure, source, truth, verdicts }: Measured): DocumentResult => {
  const { f1, fields } = Score.ofVerdicts(verdicts)
  const tally = source === null ? null : Grounding.tally(verdicts, source)
  return {
    document: truth.document,
    person: truth.person,
    layout: truth.layout,
    language: truth.language,
    split: truth.split,
    f1: rounded(f1),
    confidence: extraction?.resume.confidence_score ?? null,
    failure,
    model: extraction?.meta.model_used ?? null,
    duration_ms: rounded(durationMs),
    grounding: tally === null ? null : { given: tally.given, invented: tally.invented.length },
    fields: Object.fromEntries(fields.map(({ correct, expected, field, given }) => [field, [expected, given, correct] as const]))
  }
}

/** The counts as the scorer makes them; fields of another version of the measure are left out. */
export const countsOf = ({ fields }: DocumentResult): ReadonlyArray<Score.Counts> =>
  Field.all.flatMap(({ group, name }) => {
    const counts = fields[name]
    return counts === undefined ? [] : [{ field: name, group, expected: counts[0], given: counts[1], correct: counts[2] }]
  })

export const meansOf = (documents: ReadonlyArray<DocumentResult>): Score.Means =>
  Score.means(documents.map((document) => ({ fields: countsOf(document) })))

/** The share of invented values among those given, over all documents whose text is known; null when none was given. */
export const hallucination = (documents: ReadonlyArray<DocumentResult>): number | null => {
  const sum = (of: "given" | "invented") => documents.reduce((total, { grounding }) => total + (grounding?.[of] ?? 0), 0)
  return sum("given") === 0 ? null : sum("invented") / sum("given")
}

/** The splits that have documents, with their documents. */
export const bySplit = (documents: ReadonlyArray<DocumentResult>) =>
  (["development", "validation"] as const).flatMap((split) => {
    const own = documents.filter((document) => document.split === split)
    return own.length === 0 ? [] : [{ split, documents: own }]
  })

export const make = (environment: Environment.Environment, documents: ReadonlyArray<DocumentResult>): Results => ({
  environment,
  overall: Object.fromEntries(bySplit(documents).map(({ documents, split }) => [split, rounded(meansOf(documents).overall)])),
  documents
})

export const write = Effect.fn("Results.write")(function*(file: string, { documents, ...head }: Results) {
  const lines = documents.map((document) => `    ${JSON.stringify(document)}`)
  const text = JSON.stringify({ ...head, documents: [] }, null, 2).replace(/\[\]\n\}$/, `[\n${lines.join(",\n")}\n  ]\n}\n`)
  yield* writeText(file, text)
})

export const read = Effect.fn("Results.read")(function*(file: string) {
  const files = yield* FileSystem.FileSystem
  return yield* Effect.flatMap(files.readFileString(file), Schema.decode(Schema.parseJson(Results)))
})

/** Makes the folder when it is not there. */
export const writeText = Effect.fn("Results.writeText")(function*(file: string, text: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  yield* files.makeDirectory(path.dirname(file), { recursive: true })
  yield* files.writeFileString(file, text)
})

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
