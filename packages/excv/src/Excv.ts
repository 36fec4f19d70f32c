/** The library for programs that use Effect: one service, made of the decoders and extractors of this build. */
import { type DocumentRefused, type Extractor, Limits } from "@excv/provider"
import { type Breaker, Cache, type ExtractionFailed, Guard, Pipeline, Seats } from "@excv/pipeline"
import type { Document, Extraction } from "@excv/schema"
import { Config, type ConfigError, Context, Effect, Layer, Option } from "effect"
import { availableParallelism } from "node:os"
import * as AnswerCache from "./AnswerCache.js"
import type { PreparationStep } from "./Decoders.js"
import * as Extractors from "./Extractors.js"
import * as Hedging from "./Hedging.js"
import * as OcrEngines from "./OcrEngines.js"
import * as Workers from "./Workers.js"

export interface Options extends Omit<Pipeline.Options, "hedge"> {
  /** asks the sandbox chain */
  readonly sandbox?: boolean | undefined
  /** asks this model of the chain only; one that the chain does not have cannot answer */
  readonly model?: string | undefined
  /** other than the setting of all */
  readonly hedgeAfter?: Hedging.After | undefined
}

export interface Settings {
  /** asked in order; default: the offline rules */
  readonly extractors?: Extractors.Chain | undefined
  readonly sandboxExtractors?: Extractors.Chain | undefined
  /** what reads pictures; default: Tesseract, in as many threads as there are cores */
  readonly ocr?: OcrEngines.Settings | undefined
  /** how pictures are made easier to read; default: all steps. Fewer show what each is worth. */
  readonly preparation?: ReadonlyArray<PreparationStep> | undefined
  /** default: `Limits.standard` */
  readonly limits?: Partial<Limits.Limits> | undefined
  /** default: `Breaker.standard` */
  readonly breaker?: Breaker.Settings | undefined
  /** keeps the answers of extractors that cost something; default: none, since it holds text of documents */
  readonly answerCache?: Cache.Store | undefined
  /** how long a model is waited for before the next one is asked beside it; default: as long as it takes */
  readonly hedgeAfter?: Hedging.After | undefined
  /** whether the offline rules read beside a model, in a process of their own, and say how sure its values are; default: they do */
  readonly secondOpinion?: boolean | undefined
}

export declare namespace Excv {
  interface Service {
    /** Takes the bytes of a PDF, a Word document (DOCX) or a picture. The file is read in another process and never written. */
    readonly extract: (
      bytes: Uint8Array,
      options?: Options
    ) => Effect.Effect<Extraction.Extraction, DocumentRefused.DocumentRefused | ExtractionFailed>
    /** Takes the bytes of a PDF, a Word document (DOCX) or a picture; the lines that the extractors are given, in reading order. */
    readonly read: (bytes: Uint8Array) => Effect.Effect<Document.Document, DocumentRefused.DocumentRefused>
    /** The extraction from lines, as `read` or another decoder gives them. */
    readonly understand: (document: Document.Document, options?: Options) => Effect.Effect<Extraction.Extraction, ExtractionFailed>
    /** what reads pictures, and in which languages (ISO 639-1); null when nothing does */
    readonly ocr: { readonly engine: string; readonly languages: ReadonlyArray<string> } | null
    /** what is asked, in this order */
    readonly models: { readonly live: ReadonlyArray<string>; readonly sandbox: ReadonlyArray<string> }
  }
}

export class Excv extends Context.Tag("excv/Excv")<Excv, Excv.Service>() {}

const modelsOf = (chain: Extractors.Chain) => chain.map(({ model }) => model)

const chosen = (chain: ReadonlyArray<Extractor>, { model }: Options): ReadonlyArray<Extractor> =>
  model === undefined ? chain : chain.filter((extractor) => extractor.model === model)

const keeping = (store: Cache.Store | undefined) => (chain: ReadonlyArray<Extractor>): ReadonlyArray<Extractor> =>
  store === undefined ? chain : chain.map((extractor) => (extractor.mostUsd === undefined ? extractor : Cache.cached(extractor, store)))

/** The processes that read files end with the scope. */
export const make = Effect.fn("Excv.make")(function*(settings: Settings = {}) {
  const { ocr = OcrEngines.standard } = settings
  const workers = yield* Workers.make(ocr, settings.preparation)
  const engine = OcrEngines.described(ocr)
  const limits = { ...Limits.standard, ...settings.limits }
  const seats = yield* Seats.make(availableParallelism())
  const reading = { decoders: workers.decoders, reader: workers.reader, seats, limits }
  const witness = settings.secondOpinion === false ? null : workers.witness
  const live = settings.extractors ?? Extractors.offline
  const sandbox = settings.sandboxExtractors ?? Extractors.offline
  const prepared = (chain: Extractors.Chain) => Effect.map(Guard.all(chain, limits, settings.breaker), keeping(settings.answerCache))
  const [liveChain, sandboxChain] = yield* Effect.all([prepared(live), prepared(sandbox)])
  const chainFor = (options: Options) => chosen(options.sandbox ? sandboxChain : liveChain, options)
  const hedge = yield* Hedging.make
  const within = ({ asOf, hedgeAfter = settings.hedgeAfter, maxCostUsd }: Options): Pipeline.Options => ({ asOf, maxCostUsd, hedge: hedge(hedgeAfter) })
  const service: Excv.Service = {
    extract: (bytes, options = {}) => Pipeline.run(bytes, { ...reading, chain: chainFor(options), witness }, within(options)),
    read: (bytes) => Pipeline.read(bytes, reading),
    understand: (document, options = {}) => Pipeline.understand(document, { chain: chainFor(options), limits, witness }, within(options)),
    ocr: engine && { engine: engine.name, languages: engine.languages },
    models: { live: modelsOf(live), sandbox: modelsOf(sandbox) }
  }
  return service
})

export const layer = (settings: Settings = {}): Layer.Layer<Excv> => Layer.scoped(Excv, make(settings))

const answerCache = Config.nonEmptyString("EXCV_ANSWER_CACHE").pipe(
  Config.map(AnswerCache.inDirectory),
  Config.option,
  Config.map(Option.getOrUndefined)
)

/** Reads `EXCV_EXTRACTORS`, `EXCV_SANDBOX_EXTRACTORS`, the keys of what they name, what models may be shown, `EXCV_OCR`, `EXCV_OCR_THREADS`, `EXCV_HEDGE_AFTER` and `EXCV_ANSWER_CACHE`. */
export const layerConfig: Layer.Layer<Excv, ConfigError.ConfigError> = Layer.scoped(
  Excv,
  Effect.flatMap(
    Effect.all({ extractors: Extractors.live, sandboxExtractors: Extractors.sandbox, ocr: OcrEngines.config, hedgeAfter: Hedging.config, answerCache }),
    make
  )
)
