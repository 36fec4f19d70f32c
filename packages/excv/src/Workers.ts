/** CPU work off the main thread, and out of its process: files end what reads them, at most. Work that is interrupted, because its time is up or its caller is gone, stops. */
import type { Reader } from "@excv/pipeline"
import { type Decoder, type DocumentRefused, type Extractor, ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { Effect, type Scope } from "effect"
import type { Died } from "./Child.js"
import { decoders, parsers, type PreparationStep, preparationSteps } from "./Decoders.js"
import type * as OcrEngines from "./OcrEngines.js"
import * as Outcome from "./Outcome.js"
import * as Plain from "./Plain.js"
import * as ProcessPool from "./ProcessPool.js"
import * as ReaderProcess from "./ReaderProcess.js"
import { witness } from "./Witness.js"

export interface Workers {
  readonly decoders: ReadonlyArray<Decoder>
  /** null when nothing reads pictures */
  readonly reader: Reader.Reader | null
  readonly witness: Extractor
}

/** The decoders, OCR and witness of this build, each at work in a process; all end with the scope. */
export const make = (ocr: OcrEngines.Settings, steps: ReadonlyArray<PreparationStep> = preparationSteps): Effect.Effect<Workers, never, Scope.Scope> =>
  Effect.map(Effect.all([ProcessPool.make, ReaderProcess.make(ocr)]), ([pool, process]) => ({
    decoders: decoders.map((decoder) => decoding(pool, process, decoder)),
    reader: ocr.engine === "off" ? null : reading(process, steps),
    witness: testifying(pool)
  }))

const decoding = (pool: ProcessPool.ProcessPool, process: ReaderProcess.ReaderProcess, decoder: Decoder): Decoder => ({
  ...decoder,
  decode: (bytes, limits) => {
    const task = { decoder: decoder.name, bytes, limits: Plain.fromLimits(limits) }
    return parsers.includes(decoder) ? settled(pool.ask("decode", task), ({ isOutOfMemory }) => isOutOfMemory) : settled(process.ask("decode", task))
  }
})

/** A file that brings down what reads its pictures has none. */
const reading = (process: ReaderProcess.ReaderProcess, steps: ReadonlyArray<PreparationStep>): Reader.Reader => ({
  read: ({ bytes, decoder, pages }, limits, wish) =>
    Effect.orElseSucceed(settled(process.ask("read", { decoder: decoder.name, bytes, pages, limits: Plain.fromLimits(limits), steps, wish })), () => [])
})

/** Waits for a process like everything else: the same document has the same confidence, however busy the machine is. */
const testifying = (pool: ProcessPool.ProcessPool): Extractor => ({
  ...witness,
  extract: (document) =>
    Effect.flatMap(
      Effect.orElseSucceed(settled(pool.ask("testify", { document })), () => null),
      (draft) => (draft === null ? ProviderError.make(witness.provider, "crashed") : Effect.succeed({ draft, usage: Attempt.localUsage }))
    )
})

/** A process in which several pictures are read at once does not say which of them was too much for it. */
const nobodyKnows = (): boolean => false

const settled = <A>(step: Effect.Effect<Outcome.Outcome<A>, Died>, isOutOfMemory: (error: Died) => boolean = nobodyKnows): Effect.Effect<A, DocumentRefused.DocumentRefused> =>
  Effect.flatMap(Outcome.settled(step, isOutOfMemory), Outcome.unwrapped)
