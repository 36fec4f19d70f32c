/** The library for programs that use Effect: one service, made of the decoders and extractors of this build. */
import { type DocumentRefused, Limits } from "@excv/provider"
import { type ExtractionFailed, Pipeline } from "@excv/pipeline"
import type { Document, Extraction } from "@excv/schema"
import { type ConfigError, Context, Effect, Layer, type Scope } from "effect"
import * as DecodePool from "./DecodePool.js"
import { decoders } from "./Decoders.js"
import * as Extractors from "./Extractors.js"

export interface Options extends Pipeline.Options {
  /** asks the sandbox chain */
  readonly sandbox?: boolean | undefined
}

export interface Settings {
  /** asked in order; default: the offline rules */
  readonly extractors?: Extractors.Chain | undefined
  readonly sandboxExtractors?: Extractors.Chain | undefined
  /** default: `Limits.standard` */
  readonly limits?: Partial<Limits.Limits> | undefined
}

export declare namespace Excv {
  interface Service {
    /** Takes the bytes of a PDF. The file is read in a worker thread and never written. */
    readonly extract: (
      bytes: Uint8Array,
      options?: Options
    ) => Effect.Effect<Extraction.Extraction, DocumentRefused.DocumentRefused | ExtractionFailed>
    /** Takes the bytes of a PDF; the lines that the extractors are given, in reading order. */
    readonly read: (bytes: Uint8Array) => Effect.Effect<Document.Document, DocumentRefused.DocumentRefused>
    /** The extraction from lines, as `read` or another decoder gives them. */
    readonly understand: (document: Document.Document, options?: Options) => Effect.Effect<Extraction.Extraction, ExtractionFailed>
    /** what is asked, in this order */
    readonly models: { readonly live: ReadonlyArray<string>; readonly sandbox: ReadonlyArray<string> }
  }
}

export class Excv extends Context.Tag("excv/Excv")<Excv, Excv.Service>() {}

const modelsOf = (chain: Extractors.Chain) => chain.map(({ model }) => model)

/** The worker threads end with the scope. */
export const make = (settings: Settings = {}): Effect.Effect<Excv.Service, never, Scope.Scope> =>
  Effect.map(DecodePool.pooled(decoders), (pooled) => {
    const limits = { ...Limits.standard, ...settings.limits }
    const live = settings.extractors ?? Extractors.offline
    const sandbox = settings.sandboxExtractors ?? Extractors.offline
    return {
      extract: (bytes, options = {}) =>
        Pipeline.run(bytes, { decoders: pooled, chain: options.sandbox ? sandbox : live, limits }, options),
      read: (bytes) => Pipeline.read(bytes, { decoders: pooled, limits }),
      understand: (document, options = {}) => Pipeline.understand(document, { chain: options.sandbox ? sandbox : live, limits }, options),
      models: { live: modelsOf(live), sandbox: modelsOf(sandbox) }
    }
  })

export const layer = (settings: Settings = {}): Layer.Layer<Excv> => Layer.scoped(Excv, make(settings))

/** Reads `EXCV_EXTRACTORS`, `EXCV_SANDBOX_EXTRACTORS`, and the keys of what they name. */
export const layerConfig: Layer.Layer<Excv, ConfigError.ConfigError> = Layer.scoped(
  Excv,
  Effect.flatMap(
    Effect.all({ extractors: Extractors.live, sandboxExtractors: Extractors.sandbox }),
    make
  )
)
