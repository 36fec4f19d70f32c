/** One document through the library, and the verdicts on its answer. */
import { FileSystem } from "@effect/platform"
import { Grounding, Verdict } from "@excv/evaluation"
import type { Calibration, Truth } from "@excv/evaluation"
import type { Document as Decoded, Extraction } from "@excv/schema"
import { Duration, Effect, Option } from "effect"
import { Excv } from "excv/effect"
import type { Document } from "./Corpus.js"
import * as DocumentText from "./DocumentText.js"

export interface Measured {
  readonly file: string
  readonly truth: Truth.Truth
  /** null when there was no answer; then every value of the truth is missed */
  readonly extraction: Extraction.Extraction | null
  /** why there was no answer */
  readonly failure: string | null
  readonly durationMs: number
  readonly verdicts: ReadonlyArray<Verdict.Verdict>
  /** null when the document's text cannot be read apart from the product */
  readonly source: Grounding.Source | null
}

export const measure = Effect.fn("Measure.measure")(function*(document: Document) {
  const files = yield* FileSystem.FileSystem
  const excv = yield* Excv.Excv
  const bytes = yield* files.readFile(document.file)
  const { truth } = document
  const [duration, answer] = yield* Effect.timed(Effect.either(excv.extract(bytes, { asOf: truth.as_of })))
  const text = yield* DocumentText.read(bytes)
  const extraction = answer._tag === "Right" ? answer.right : null
  const measured: Measured = {
    file: document.file,
    truth,
    extraction,
    failure: answer._tag === "Left" ? answer.left.message : null,
    durationMs: Duration.toMillis(duration),
    verdicts: extraction === null ? missed(truth.resume) : Verdict.compare(truth.resume, extraction.resume),
    source: text === null ? null : Grounding.source(text, truth.language)
  }
  return measured
})

/** A document of another shape with the same truth. */
export const understand = Effect.fn("Measure.understand")(function*({ file, truth }: Document, document: Decoded.Document) {
  const excv = yield* Excv.Excv
  const answer = yield* Effect.option(excv.understand(document, { asOf: truth.as_of }))
  const extraction = Option.getOrNull(answer)
  const measured: Measured = {
    file, truth, extraction, failure: null, durationMs: 0, source: null,
    verdicts: extraction === null ? missed(truth.resume) : Verdict.compare(truth.resume, extraction.resume)
  }
  return measured
})

/** What no answer is worth. */
export const missed = (expected: Truth.Expected): ReadonlyArray<Verdict.Verdict> =>
  Verdict.compare(expected, expected).map((verdict) => ({ ...verdict, given: null, correct: false }))

/** The stated confidence of each given value, and whether it is right. */
export const valueSamples = ({ extraction, verdicts }: Measured): ReadonlyArray<Calibration.Sample> =>
  verdicts.flatMap(({ correct, given }) => {
    const meta = given === null ? undefined : extraction?.meta.fields[given.pointer]
    return meta === undefined ? [] : [{ confidence: meta.confidence, outcome: correct ? 1 : 0 }]
  })
