/** Steps for pictures, each in a thread of a pool with a cap on its heap: one that is interrupted takes its thread down with it. */
import { Effect, type Scope } from "effect"
import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import { Piscina } from "piscina"
import * as Outcome from "./Outcome.js"
import type { PictureSteps } from "./Worker.js"

/** Of the heap of one thread; a page takes a few MB. */
const maxYoungMegabytes = 4
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
    resourceLimits: { maxYoungGenerationSizeMb: maxYoungMegabytes, maxOldGenerationSizeMb: maxHeapMegabytes }
  })
  // A thread may die of what a file left behind in it when its task has ended already: the pool replaces it, and without a
  // listener the event would take the process down.
  return pool.on("error", () => undefined)
})

export interface Threads {
  readonly run: <Name extends keyof PictureSteps & string>(name: Name, task: PictureSteps[Name][0]) => Effect.Effect<Outcome.Outcome<PictureSteps[Name][1]>>
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"

/** They end with the scope. */
export const make: Effect.Effect<Threads, never, Scope.Scope> = Effect.map(
  Effect.acquireRelease(start, (pool) => Effect.promise(() => pool.destroy())),
  (pool) => ({
    run: <Name extends keyof PictureSteps & string>(name: Name, task: PictureSteps[Name][0]) =>
      Outcome.settled(Effect.tryPromise({ try: (signal): Promise<Outcome.Outcome<PictureSteps[Name][1]>> => pool.run(task, { name, signal }), catch: (error) => error }), isOutOfMemory)
  })
)
