/** The pipeline: decode → OCR → extract → normalize → score. Adding a stage is one file and one line here. */
import { type Decoder, type DocumentRefused, type Extractor, type Limits, View } from "@excv/provider"
import type { Document, Extraction, Issue, Resume } from "@excv/schema"
import { Attempt } from "@excv/schema"
import { DateTime, Effect } from "effect"
import * as Decode from "./Decode.js"
import * as Extract from "./Extract.js"
import * as Shown from "./extract/Shown.js"
import * as Witness from "./extract/Witness.js"
import type { ExtractionFailed } from "./ExtractionFailed.js"
import * as Language from "./Language.js"
import * as Layout from "./Layout.js"
import * as Normalize from "./Normalize.js"
import * as Ocr from "./Ocr.js"
import * as Score from "./Score.js"
import type * as Reader from "./ocr/Reader.js"
import type * as Seats from "./Seats.js"
import * as Stage from "./Stage.js"

export interface Parts {
  readonly decoders: ReadonlyArray<Decoder>
  /** in the order in which they are asked; never empty */
  readonly chain: ReadonlyArray<Extractor>
  /** null: only text layers are read */
  readonly reader: Reader.Reader | null
  /** of the documents that are read at the same time: reading takes a core, waiting for a model takes none */
  readonly seats: Seats.Seats
  readonly limits: Limits.Limits
  /** reads beside a model what it reads; absent: nobody does */
  readonly witness?: Extractor | null
}

export interface Options extends Extract.Options {
  /** where "present" ends; the current month (UTC) when absent */
  readonly asOf?: Resume.Month | undefined
}

type Reading = Pick<Parts, "decoders" | "reader" | "seats" | "limits">
type Understanding = Pick<Parts, "chain" | "limits" | "witness">

/** Decode, OCR and the layout of what both gave; the time of the layout counts as decoding, that of the queue as nothing. */
const readTimed = (bytes: Uint8Array, reading: Reading, wish: View.Wish | null = null) =>
  reading.seats.seated(readSeated(bytes, reading, wish))

const readSeated = Effect.fn("Pipeline.read")(function*(bytes: Uint8Array, { decoders, limits, reader }: Reading, wish: View.Wish | null) {
  const decoded = yield* Stage.timed(Decode.decode(bytes, decoders, limits))
  const ocr = yield* Stage.timed(Ocr.read(decoded.value, reader, limits, wish))
  const pages = yield* Stage.timed(Effect.sync(() => Layout.layout(ocr.value.pages)))
  const document: Document.Document = { mediaType: decoded.value.mediaType, pages: pages.value }
  const { issues, views } = ocr.value
  const before: Before = { decode_ms: Stage.round(decoded.durationMs + pages.durationMs), ocr_ms: ocr.durationMs, issues, views }
  return { document, before }
})

/** The lines that extractors are given: decode and OCR alone. */
export const read = (bytes: Uint8Array, parts: Reading) => Effect.map(readTimed(bytes, parts), ({ document }) => document)

const currentMonth = Effect.map(DateTime.now, (now) => DateTime.formatIso(now).slice(0, 7))

/** What stood before the stages that read a document: how long it took, what it noticed, and pages that it could hardly read. */
interface Before {
  readonly decode_ms: number
  readonly ocr_ms: number
  readonly issues: ReadonlyArray<Issue.Issue>
  readonly views: View.Views
}

/** Extract, normalize and score: for lines that another decoder gave. Fails when no extractor answers. */
export const understand = (
  document: Document.Document,
  { chain, limits, witness = null }: Understanding,
  options: Options = {},
  before: Before = { decode_ms: 0, ocr_ms: 0, issues: [], views: View.none }
): Effect.Effect<Extraction.Extraction, ExtractionFailed> =>
  Effect.gen(function*() {
    const asOf = options.asOf ?? (yield* currentMonth)
    const asked = Extract.extract(document, chain.map((extractor) => Shown.to(extractor, before.views)), limits, options)
    const extracted = yield* Stage.timed(Witness.beside(witness, { chain, document }, asked))
    const { answered: { attempts, draft, issues, model, seenPages = [] }, testimony } = extracted.value
    const language = Language.of(draft, document)
    const normalized = yield* Stage.timed(Effect.sync(() => ({
      answer: Normalize.normalize(draft, language),
      testimony: testimony && Normalize.normalize(testimony, language)
    })))
    const { answer, testimony: witnessed } = normalized.value
    const scored = yield* Stage.timed(Effect.sync(() => Score.score(answer, { document, seenPages, witnessed }, asOf)))
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
  parts: Parts,
  options: Options = {}
): Effect.Effect<Extraction.Extraction, DocumentRefused.DocumentRefused | ExtractionFailed> =>
  Effect.gen(function*() {
    const { before, document } = yield* readTimed(bytes, parts, Shown.wishOf(parts.chain))
    return yield* understand(document, parts, options, before)
  }).pipe(Effect.withSpan("Pipeline.run"))
