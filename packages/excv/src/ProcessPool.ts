/**
 * Parsers of hostile files in processes of their own. The heap of a worker thread has a limit too, but where one array outgrows it in one step
 * V8 gives up the whole process, and a PDF of 90 KB can make that happen; here it is only the parser's process that ends.
 */
import { Data, Effect, Exit, Pool, type Scope } from "effect"
import { type ChildProcess, fork } from "node:child_process"
import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import type { Outcome, Steps } from "./Worker.js"

/** Of the heap of one process; a page takes a few MB. */
const maxHeapMegabytes = 384
/** A process holds 90 to 150 MB, and starts in a third of a second. */
const idleTimeout = "60 seconds"

/** A parser is one core's work: V8 would collect the garbage of a hostile file on all of them. */
const oneCore = "--single-threaded-gc"

/** For ordinary files there is one more, while each core has one that takes long. */
const max = availableParallelism() + 1

/** What Node and V8 end with where memory is at its end: they abort, or trap where an array is too long for any heap. */
const memorySignals: ReadonlySet<unknown> = new Set(["SIGABRT", "SIGTRAP", "SIGILL"])

/** The process ended before it answered, or had ended before it was asked. */
export class Died extends Data.TaggedError("Died")<{ readonly isOutOfMemory: boolean; readonly wasIdle: boolean }> {}

/** The build of what runs in it: processes cannot run sources. */
const program = createRequire(import.meta.url).resolve("excv/parser")

/** V8 prints what it dies of, and parsers what they wonder about: nobody reads it. */
const start = Effect.acquireRelease(
  Effect.sync(() => fork(program, [], { serialization: "advanced", execArgv: [`--max-old-space-size=${maxHeapMegabytes}`, oneCore], stdio: ["ignore", "ignore", "ignore", "ipc"] })),
  (child) => Effect.sync(() => void child.kill("SIGKILL"))
)

/** The task and its answer cross by structured clone. */
const ask = (child: ChildProcess, task: Steps["decode"][0]) =>
  Effect.async<Outcome<Steps["decode"][1]>, Died>((resume) => {
    const answered = (outcome: unknown) => settle(Effect.succeed(outcome as Outcome<Steps["decode"][1]>))
    const ended = () => settle(new Died({ isOutOfMemory: memorySignals.has(child.signalCode), wasIdle: false }))
    const leave = () => void child.off("message", answered).off("exit", ended).off("error", ended)
    const settle = (answer: Effect.Effect<Outcome<Steps["decode"][1]>, Died>) => {
      leave()
      resume(answer)
    }
    child.on("message", answered).on("exit", ended).on("error", ended)
    if (child.connected) child.send(task, (error) => { if (error !== null) ended() })
    else settle(new Died({ isOutOfMemory: false, wasIdle: true }))
    return Effect.sync(leave)
  })

export interface ProcessPool {
  /** Interruption ends the process, and so does a parser that dies; the next task gets another one. */
  readonly decode: (task: Steps["decode"][0]) => Effect.Effect<Outcome<Steps["decode"][1]>, Died>
}

/** As many processes as there are cores and one more, each from its first task on; they end with the scope, and when nothing was asked for a while. */
export const make: Effect.Effect<ProcessPool, never, Scope.Scope> = Effect.map(
  Pool.makeWithTTL({ acquire: start, min: 0, max, timeToLive: idleTimeout }),
  (pool) => ({
    decode: (task) =>
      Effect.scoped(Effect.flatMap(Pool.get(pool), (child) =>
        Effect.onExit(ask(child, task), (exit) => Exit.isSuccess(exit) ? Effect.void : Pool.invalidate(pool, child))
      )).pipe(Effect.retry({ times: max, while: ({ wasIdle }) => wasIdle }))
  })
)
