/** Three pages side by side against one after the other, and the memory that it takes. */
import { FileSystem } from "@effect/platform"
import { Duration, Effect } from "effect"
import { Excv } from "excv/effect"
import type * as Corpus from "./Corpus.js"
import * as ProcessTree from "./ProcessTree.js"
import * as Rendering from "./Rendering.js"

const residentMb = Effect.map(ProcessTree.usage(), (usage) => usage.residentMb)

const rounds = 3

interface Timing {
  readonly ms: number
  readonly mb: number
}

/** The time of one TIFF, and the most memory seen meanwhile. */
const timed = (excv: Excv.Excv.Service, tiff: Uint8Array) =>
  Effect.gen(function*() {
    let most = 0
    const watch = residentMb.pipe(
      Effect.tap((now) => Effect.sync(() => { most = Math.max(most, now) })), Effect.delay(Duration.millis(100)), Effect.forever
    )
    const [duration] = yield* Effect.raceFirst(Effect.timed(excv.read(tiff)), watch)
    const timing: Timing = { ms: Duration.toMillis(duration), mb: most }
    return timing
  }).pipe(Effect.orDie)

const bestOf = (timings: ReadonlyArray<Timing>): number => Math.min(...timings.map(({ ms }) => ms))

/** With this many threads, which have read before: the best of some times, since a machine is seldom idle. */
const withThreads = (tiff: Uint8Array, threads: number) =>
  Effect.gen(function*() {
    const excv = yield* Excv.make({ ocr: { engine: "tesseract", threads } })
    yield* excv.read(tiff)
    const timings = yield* Effect.replicateEffect(timed(excv, tiff), rounds)
    return { ms: bestOf(timings), mb: Math.max(...timings.map(({ mb }) => mb)) }
  }).pipe(Effect.scoped, Effect.orDie)

export const report = Effect.fn("OcrLoad.report")(function*({ file }: Corpus.Document) {
  const files = yield* FileSystem.FileSystem
  const tiff = yield* Rendering.threePages(yield* Rendering.firstPage(yield* files.readFile(file)))
  const before = yield* residentMb
  const one = yield* withThreads(tiff, 1)
  const two = yield* withThreads(tiff, 2)
  return [
    `three-page TIFF: ${one.ms.toFixed(0)} ms with one thread, ${two.ms.toFixed(0)} ms with two: ${(one.ms / two.ms).toFixed(2)} × as fast`,
    `memory (resident, with the processes that read): ${two.mb} MB at most while two threads read; ${before} MB before the first`
  ].join("\n")
})
