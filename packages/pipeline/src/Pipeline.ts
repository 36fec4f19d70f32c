/** The pipeline: decode → OCR → extract → normalize → score. Adding a stage is one file and one line here. */
import type { Decoder, DocumentRefused, Extractor, Limits } from "@excv/provider"
import type { Document, Extraction, Issue, Resume } from "@excv/schema"
import { Attempt } from "@excv/schema"
import { DateTime, Effect } from "effect"
import * as Decode from "./Decode.js"
import * as Extract from "./Extract.js"
import type { ExtractionFailed } from "./ExtractionFailed.js"
import * as Language from "./Language.js"
import * as Normalize from "./Normalize.js"
import * as Ocr from "./Ocr.js"
import * as Score from "./Score.js"
import * as Stage from "./Stage.js"

export interface Parts {
  readonly decoders: ReadonlyArray<Decoder>
  /** in the order in which they are asked; never empty */
  readonly chain: ReadonlyArray<Extractor>
  readonly limits: Limits.Limits
}

export interface Options extends Extract.Options {
  /** where "present" ends; the current month (UTC) when absent */
  readonly asOf?: Resume.Month | undefined
}

/** The lines that extractors are given: decode and OCR alone. */
export const read = Effect.fn("Pipeline.read")(function*(bytes: Uint8Array, { decoders, limits }: Pick<Parts, "decoders" | "limits">) {
  return (yield* Ocr.read(yield* Decode.decode(bytes, decoders, limits))).document
})

const currentMonth = Effect.map(DateTime.now, (now) => DateTime.formatIso(now).slice(0, 7))

/** What stood before the stages that read a document: how long it took, and what it noticed. */
interface Before {
  readonly decode_ms: number
  readonly ocr_ms: number
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** Extract, normalize and score: for lines that another decoder gave. Fails when no extractor answers. */
export const understand = (
  document: Document.Document,
  { chain, limits }: Omit<Parts, "decoders">,
  options: Options = {},
  before: Before = { decode_ms: 0, ocr_ms: 0, issues: [] }
): Effect.Effect<Extraction.Extraction, ExtractionFailed> =>
  Effect.gen(function*() {
    const asOf = options.asOf ?? (yield* currentMonth)
    const extracted = yield* Stage.timed(Extract.extract(document, chain, limits, options))
    const { attempts, draft, issues, model } = extracted.value
    const normalized = yield* Stage.timed(Effect.sync(() => Normalize.normalize(draft, Language.of(draft, document))))
    const scored = yield* Stage.timed(Effect.sync(() => Score.score(normalized.value, document, asOf)))
    const stages = {
      decode_ms: before.decode_ms,
      ocr_ms: before.ocr_ms,
      extract_ms: extracted.durationMs,
      normalize_ms: normalized.durationMs,
      score_ms: scored.durationMs
    }
    return {
      resume: scored.value.resume,
      meta: {
        model_used: model,
        pages: document.pages.length,
        fields: scored.value.fields,
        signals: scored.value.signals,
        issues: [...before.issues, ...issues, ...scored.value.issues],
        attempts,
        timings: { ...stages, total_ms: Stage.round(Object.values(stages).reduce((sum, ms) => sum + ms, 0)) },
        usage: Attempt.total(attempts.map(({ usage }) => usage))
      }
    }
  })

/** Fails when the document is refused or no extractor answers; everything less is an issue in the answer. */
export const run = (
  bytes: Uint8Array,
  { decoders, ...parts }: Parts,
  options: Options = {}
): Effect.Effect<Extraction.Extraction, DocumentRefused.DocumentRefused | ExtractionFailed> =>
  Effect.gen(function*() {
    const decoded = yield* Stage.timed(Decode.decode(bytes, decoders, parts.limits))
    const ocr = yield* Stage.timed(Ocr.read(decoded.value))
    const { document, issues } = ocr.value
    return yield* understand(document, parts, options, { decode_ms: decoded.durationMs, ocr_ms: ocr.durationMs, issues })
  }).pipe(Effect.withSpan("Pipeline.run"))
