/** OCR by Tesseract, in as many threads as there are cores; the threads end with the scope, and when nothing was read for a while. */
import { type OcrEngine, ProviderError } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import { Piscina } from "piscina"
import * as Languages from "./Languages.js"
import type { Task } from "./Worker.js"

export interface Options {
  /** pages read at the same time; default: the number of cores */
  readonly threads?: number | undefined
}

/** A thread holds 100 to 200 MB. */
const idleTimeoutMs = 30_000

/** The build of the worker: threads cannot run sources. */
const workerFile = createRequire(import.meta.url).resolve("@excv/provider-tesseract/worker")

const start = (threads: number) =>
  Effect.sync(() => new Piscina<Task, ReadonlyArray<Document.Word>>({
    filename: workerFile,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleTimeoutMs
  }))

/** A page of text takes 2 to 5 s; the first page of a thread half a second more. Interrupted work ends with its thread. */
export const make = Effect.fn("TesseractEngine.make")(function*({ threads = availableParallelism() }: Options = {}) {
  const pool = yield* Effect.acquireRelease(start(threads), (started) => Effect.promise(() => started.destroy()))
  // The pool has a queue of its own, but what waits there would already be measured.
  const turns = yield* Effect.makeSemaphore(threads)
  const engine: OcrEngine = {
    name: "tesseract",
    languages: Languages.installed,
    read: (picture, language, timeout) =>
      Effect.tryPromise({
        try: (signal) => pool.run({ picture, language }, { signal }),
        catch: () => ProviderError.make("tesseract", "crashed")
      }).pipe(
        Effect.timeoutFail({ duration: timeout, onTimeout: () => ProviderError.make("tesseract", "timeout") }),
        turns.withPermits(1),
        Effect.withSpan("TesseractEngine.read")
      )
  }
  return engine
})
