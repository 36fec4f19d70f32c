/** OCR by Tesseract, in as many threads as there are cores; the threads end with the scope, and when nothing was read for a while. */
import { type OcrEngine, type Picture, ProviderError } from "@excv/provider"
import { type Duration, Effect } from "effect"
import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import { Piscina } from "piscina"
import * as Languages from "./Languages.js"
import * as Shares from "./Shares.js"
import type * as Worker from "./Worker.js"

export interface Options {
  /** what reads, together a page or each its own; default: the number of cores */
  readonly threads?: number | undefined
}

/** A thread holds 100 to 200 MB. */
const idleTimeoutMs = 30_000

/** Of the heap of one thread: the words of a page take a few MB, its picture and the engine lie outside. */
const maxYoungMegabytes = 4
const maxHeapMegabytes = 128

/** The build of the worker: threads cannot run sources. */
const workerFile = createRequire(import.meta.url).resolve("@excv/provider-tesseract/worker")

const open = (threads: number) =>
  Effect.sync(() => new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleTimeoutMs,
    resourceLimits: { maxYoungGenerationSizeMb: maxYoungMegabytes, maxOldGenerationSizeMb: maxHeapMegabytes }
  }))

/** What a thread can be asked for. */
type Steps = Pick<typeof Worker, "readPage" | "findRegions" | "readShare" | "finish">

export const description: Pick<OcrEngine, "name" | "languages"> = { name: "tesseract", languages: Languages.installed }

/** A page of text takes 2 to 5 s; the first page of a thread half a second more. Interrupted work ends with its thread. */
export const make = Effect.fn("TesseractEngine.make")(function*({ threads = availableParallelism() }: Options = {}) {
  const pool = yield* Effect.acquireRelease(open(threads), (started) => Effect.promise(() => started.destroy()))
  // The pool has a queue of its own, but what waits there would already be measured: only pieces do, which so come before pages.
  const turns = yield* Effect.makeSemaphore(threads)
  const start = <Name extends keyof Steps>(name: Name, task: Parameters<Steps[Name]>[0], timeout: Duration.Duration) =>
    Effect.tryPromise({
      try: (signal): Promise<Awaited<ReturnType<Steps[Name]>>> => pool.run(task, { name, signal }),
      catch: () => ProviderError.make("tesseract", "crashed")
    }).pipe(
      Effect.timeoutFail({ duration: timeout, onTimeout: () => ProviderError.make("tesseract", "timeout") })
    )
  const run = <Name extends keyof Steps>(name: Name, task: Parameters<Steps[Name]>[0], timeout: Duration.Duration) =>
    turns.withPermits(1)(start(name, task, timeout))
  let reading = 0
  const counted = <A, E>(effect: Effect.Effect<A, E>) =>
    Effect.acquireUseRelease(Effect.sync(() => { reading++ }), () => effect, () => Effect.sync(() => { reading-- }))
  const read = (picture: Picture.Picture, language: string, timeout: Duration.Duration) =>
    Effect.gen(function*() {
      if (Shares.isPiece(picture.pixels.length)) return yield* start("readPage", { picture, language }, timeout)
      const parts = Shares.partsFor(picture.pixels.length, reading, threads)
      if (parts === 1) return yield* run("readPage", { picture, language }, timeout)
      const regions = yield* run("findRegions", { picture }, timeout)
      const share = run("readShare", { picture, language, regions, taken: Shares.none() }, timeout)
      const lines = yield* Effect.all(Array.from({ length: parts }, () => share), { concurrency: "unbounded" })
      return yield* run("finish", { picture, regions: lines.flat() }, timeout)
    })
  const engine: OcrEngine = {
    ...description,
    read: (picture, language, timeout) => counted(read(picture, language, timeout)).pipe(Effect.withSpan("TesseractEngine.read"))
  }
  return engine
})
