/**
 * CPU work off the main thread: a pool of worker threads with a memory cap, and one of processes for what parses files in JavaScript. A task
 * that is interrupted, because its time is up or its caller is gone, takes its thread or process down with it: a hostile file cannot go on
 * computing.
 */
import { type Decoder, DocumentRefused, type Extractor, type Limits, type Picture, ProviderError, type View } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { Duration, Effect, type Scope } from "effect"
import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import { Piscina } from "piscina"
import { type PreparationStep, preparationSteps } from "./Decoders.js"
import * as ProcessPool from "./ProcessPool.js"
import { witness } from "./Witness.js"
import type { Outcome, PlainLimits, Steps } from "./Worker.js"

/** Of the heap of one thread; a page takes a few MB. */
const maxHeapMegabytes = 384
/** A thread holds 40 to 100 MB, and the first file that it reads takes half a second longer. */
const idleTimeoutMs = 60_000

/** For ordinary files, while each core has one that takes long. */
const spareThreads = 1

/** The build of the worker: threads cannot run sources. */
const workerFile = createRequire(import.meta.url).resolve("excv/worker")

const start = Effect.sync(() => {
  const pool = new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: availableParallelism() + spareThreads,
    idleTimeout: idleTimeoutMs,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes }
  })
  // A thread may die of what a file left behind in it when its task has ended already: the pool replaces it, and without a
  // listener the event would take the process down.
  return pool.on("error", () => undefined)
})

const stop = (pool: Piscina) => Effect.promise(() => pool.destroy())

export interface Pooled {
  readonly decoders: ReadonlyArray<Decoder>
  readonly preparer: Picture.Preparer
  readonly drawer: View.Drawer
  readonly witness: Extractor
}

/** Pictures are decoded outside of JavaScript, by a library that is told how many pixels it may take. */
const isNative = ({ name }: Decoder): boolean => name === "image"

/** The same decoders, preparer, drawer and witness, each run in a thread of the pool or in a process; both end with the scope. */
export const make = (decoders: ReadonlyArray<Decoder>, steps: ReadonlyArray<PreparationStep> = preparationSteps): Effect.Effect<Pooled, never, Scope.Scope> =>
  Effect.map(Effect.all([Effect.acquireRelease(start, stop), ProcessPool.make]), ([pool, processes]) => ({
    decoders: decoders.map((decoder) => pooledDecoder(pool, processes, decoder)),
    // A picture that is too much for its thread is read as it is.
    preparer: { prepare: (picture) => Effect.orElseSucceed(run(pool, "prepare", { picture, steps }), () => ({ picture, samples: [picture], shapes: [] })) },
    drawer: { draw: (picture, longSide) => Effect.orElseSucceed(run(pool, "draw", { picture, longSide }), () => null) },
    witness: pooledWitness(pool)
  }))

const pooledDecoder = (pool: Piscina, processes: ProcessPool.ProcessPool, decoder: Decoder): Decoder => ({
  ...decoder,
  decode: (bytes, limits) => {
    const task = { decoder: decoder.name, bytes, limits: inMilliseconds(limits) }
    return isNative(decoder) ? run(pool, "decode", task) : settled(processes.decode(task), (error) => error.isOutOfMemory)
  },
  picture: decoder.picture && ((bytes, page, limits) => run(pool, "picture", { decoder: decoder.name, bytes, page, limits: inMilliseconds(limits) }))
})

/** Waits for a thread like everything else: the same document has the same confidence, however busy the machine is. */
const pooledWitness = (pool: Piscina): Extractor => ({
  ...witness,
  extract: (document) =>
    Effect.flatMap(
      Effect.orElseSucceed(run(pool, "testify", { document }), () => null),
      (draft) => (draft === null ? ProviderError.make(witness.provider, "crashed") : Effect.succeed({ draft, usage: Attempt.localUsage }))
    )
})

/**
 * Fails as the step does, and with `decode_memory` when its thread or process ran out of memory. One that dies otherwise may die of what an
 * earlier file left behind in it: the step is tried once more, and a file that brings two down is at fault itself.
 */
const settled = <A, E>(step: Effect.Effect<Outcome<A>, E>, isOutOfMemory: (error: E) => boolean): Effect.Effect<A, DocumentRefused.DocumentRefused> =>
  step.pipe(
    Effect.retry({ times: 1, while: (error) => !isOutOfMemory(error) }),
    Effect.catchAll((error) => refuse(isOutOfMemory(error) ? "decode_memory" : "corrupted")),
    Effect.flatMap((outcome) => outcome._tag === "Done" ? Effect.succeed(outcome.value) : refuse(outcome.reason))
  )

const run = <Name extends keyof Steps>(pool: Piscina, name: Name, task: Steps[Name][0]): Effect.Effect<Steps[Name][1], DocumentRefused.DocumentRefused> =>
  settled(
    Effect.tryPromise({ try: (signal): Promise<Outcome<Steps[Name][1]>> => pool.run(task, { name, signal }), catch: (error) => error }),
    (error) => error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
  )

const refuse = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

const inMilliseconds = (limits: Limits.Limits): PlainLimits => ({
  ...limits,
  decodeTimeout: Duration.toMillis(limits.decodeTimeout),
  ocrTimeout: Duration.toMillis(limits.ocrTimeout),
  attemptTimeout: Duration.toMillis(limits.attemptTimeout),
  extractTimeout: Duration.toMillis(limits.extractTimeout)
})
