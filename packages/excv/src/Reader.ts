/** What runs in the process for pictures: threads that decode, prepare and draw them, and the OCR engine with its own. */
import { Reader } from "@excv/pipeline"
import type { Decoder, View } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import { decoderOf, type PreparationStep } from "./Decoders.js"
import * as OcrEngines from "./OcrEngines.js"
import * as Outcome from "./Outcome.js"
import * as Plain from "./Plain.js"
import * as Served from "./Served.js"
import * as Threads from "./Threads.js"
import type { PictureSteps } from "./Worker.js"

export interface ReadTask extends Plain.File {
  readonly pages: ReadonlyArray<Document.RawPage>
  readonly steps: ReadonlyArray<PreparationStep>
  readonly wish: View.Wish | null
}

export type ReaderSteps = Outcome.OfAll<Pick<PictureSteps, "decode"> & { readonly read: readonly [ReadTask, ReadonlyArray<Reader.ReadPage>] }>

/** A decoder whose pictures are drawn by threads. */
const drawing = ({ run }: Threads.Threads, decoder: Decoder): Decoder => ({
  ...decoder,
  picture: decoder.picture && ((bytes, page, limits) =>
    Effect.flatMap(run("picture", { decoder: decoder.name, bytes, page, limits: Plain.fromLimits(limits) }), Outcome.unwrapped))
})

const toolsOf = ({ run }: Threads.Threads, steps: ReadonlyArray<PreparationStep>): Omit<Reader.Tools, "engine"> => ({
  // A picture that is too much for its thread is read as it is.
  preparer: {
    prepare: (picture) => run("prepare", { picture, steps }).pipe(
      Effect.flatMap(Outcome.unwrapped), Effect.orElseSucceed(() => ({ picture, samples: [picture], shapes: [] })))
  },
  drawer: { draw: (picture, longSide) => Effect.orElseSucceed(Effect.flatMap(run("draw", { picture, longSide }), Outcome.unwrapped), () => null) }
})

const program = Effect.gen(function*() {
  const threads = yield* Threads.make
  const engine = yield* OcrEngines.make(OcrEngines.fromArgument(process.argv[2]))
  const read = ({ bytes, decoder, limits, pages, steps, wish }: ReadTask) =>
    Effect.flatMap(decoderOf(decoder), (found) => engine === null ? Effect.succeed([]) :
      Reader.using({ engine, ...toolsOf(threads, steps) }).read({ bytes, decoder: drawing(threads, found), pages }, Plain.toLimits(limits), wish))
  Served.serve<ReaderSteps>({
    decode: (task) => threads.run("decode", task),
    read: (task) => Outcome.of(read(task))
  })
  yield* Effect.never
})

Effect.runFork(Effect.scoped(program))
