/**
 * Decoding off the main thread: a pool of worker threads with a memory cap. A task that is interrupted, because its
 * time is up or its caller is gone, takes its thread down with it: a hostile file cannot go on computing.
 */
import { type Decoder, DocumentRefused, type Limits } from "@excv/provider"
import { Duration, Effect, type Scope } from "effect"
import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import { Piscina } from "piscina"
import type { Outcome, Task } from "./DecodeWorker.js"

/** Of the heap of one thread; a page takes a few MB. */
const maxHeapMegabytes = 384

/** The build of the worker: threads cannot run sources. */
const workerFile = createRequire(import.meta.url).resolve("excv/decode-worker")

const start = Effect.sync(() =>
  new Piscina<Task, Outcome>({
    filename: workerFile,
    minThreads: 1,
    maxThreads: availableParallelism(),
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes }
  })
)

const stop = (pool: Piscina<Task, Outcome>) => Effect.promise(() => pool.destroy())

/** The same decoders, each run in a thread of the pool; the pool ends with the scope. */
export const pooled = (decoders: ReadonlyArray<Decoder>): Effect.Effect<ReadonlyArray<Decoder>, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(start, stop),
    (pool) => decoders.map((decoder) => ({ ...decoder, decode: runIn(pool, decoder.name) }))
  )

const runIn = (pool: Piscina<Task, Outcome>, decoder: string): Decoder["decode"] => (bytes, limits) =>
  Effect.flatMap(
    Effect.tryPromise({
      try: (signal) => pool.run({ decoder, bytes, limits: inMilliseconds(limits) }, { signal }),
      catch: (error) => refusal(error)
    }),
    (outcome) =>
      outcome._tag === "Decoded"
        ? Effect.succeed(outcome.pages)
        : new DocumentRefused.DocumentRefused({ reason: outcome.reason })
  )

/** A file that brings a decoder down is the fault of the file. */
const refusal = (error: unknown) => {
  const isOutOfMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
  return new DocumentRefused.DocumentRefused({ reason: isOutOfMemory ? "decode_memory" : "corrupted" })
}

const inMilliseconds = (limits: Limits.Limits): Task["limits"] => ({
  ...limits,
  decodeTimeout: Duration.toMillis(limits.decodeTimeout),
  ocrTimeout: Duration.toMillis(limits.ocrTimeout),
  attemptTimeout: Duration.toMillis(limits.attemptTimeout),
  extractTimeout: Duration.toMillis(limits.extractTimeout)
})
