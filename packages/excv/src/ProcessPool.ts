/**
 * Parsers of hostile files in processes of their own. The heap of a worker thread has a limit too, but where one array outgrows it in one step
 * V8 gives up the whole process, and a PDF of 90 KB can make that happen; here it is only the parser's process that ends.
 */
import { Effect, Exit, Pool, type Scope } from "effect"
import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import * as Child from "./Child.js"
import type * as Outcome from "./Outcome.js"
import type { ParserSteps } from "./Worker.js"

/** Of the heap of one process; a page takes a few MB. */
const maxHeapMegabytes = 384
/** A process holds 90 to 150 MB, and starts in a third of a second. */
const idleTimeout = "60 seconds"

/** A parser is one core's work: V8 would collect the garbage of a hostile file on all of them. */
const oneCore = "--single-threaded-gc"

/** A file that takes longer, as hostile ones do, lets the others go first. An ordinary one takes a hundredth. */
const patience = "2 seconds"

/** For ordinary files there is one more, while each core has one that takes long. */
const max = availableParallelism() + 1

type Steps = Outcome.OfAll<ParserSteps>

/** The build of what runs in it: processes cannot run sources. */
const program = createRequire(import.meta.url).resolve("excv/parser")

const start = Child.start<Steps>(program, { execArgv: [`--max-old-space-size=${maxHeapMegabytes}`, oneCore] })

/** Interruption ends the process, and so does a parser that dies; the next task gets another one. */
export type ProcessPool = Pick<Child.Child<Steps>, "ask">

/** As many processes as there are cores and one more, each from its first task on; they end with the scope, and when nothing was asked for a while. */
export const make: Effect.Effect<ProcessPool, never, Scope.Scope> = Effect.map(
  Pool.makeWithTTL({ acquire: start, min: 0, max, timeToLive: idleTimeout }),
  (pool): ProcessPool => ({
    ask: (step, task) =>
      Effect.gen(function*() {
        const child = yield* Pool.get(pool)
        if (step === "decode") yield* Effect.forkScoped(Effect.delay(child.giveWay(10), patience))
        return yield* Effect.onExit(child.ask(step, task), (exit) => Exit.isSuccess(exit) ? Effect.void : Pool.invalidate(pool, child))
      }).pipe(Effect.scoped, Effect.retry({ times: max, while: ({ wasIdle }) => wasIdle }))
  })
)
