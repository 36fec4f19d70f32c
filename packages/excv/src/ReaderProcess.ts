/**
 * Pictures are decoded, prepared, drawn and read in one process with threads: what a native library brings down is that process only, and
 * what its memory keeps goes with it.
 */
import { Effect, RcRef, type Scope } from "effect"
import { createRequire } from "node:module"
import * as Child from "./Child.js"
import * as OcrEngines from "./OcrEngines.js"
import type { ReaderSteps } from "./Reader.js"

/** It holds 100 to 400 MB, and starts in a third of a second. */
const idleTimeToLive = "60 seconds"

/** The build of what runs in it: processes cannot run sources. */
const program = createRequire(import.meta.url).resolve("excv/reader")

export type ReaderProcess = Pick<Child.Child<ReaderSteps>, "ask">

/**
 * It starts with its first task and ends with the scope, or when nothing was asked for a while; one that died is replaced. Files with a text,
 * which take a hundredth of its time, go first.
 */
export const make = Effect.fn("ReaderProcess.make")(function*(ocr: OcrEngines.Settings) {
  const start = Effect.tap(Child.start<ReaderSteps>(program, { args: [OcrEngines.toArgument(ocr)] }), (child) => child.giveWay(5))
  const started = yield* RcRef.make({ acquire: start, idleTimeToLive })
  // One after the other, so that a process that died is given up once.
  const turn = yield* Effect.makeSemaphore(1)
  const living: Effect.Effect<Child.Child<ReaderSteps>, never, Scope.Scope> = Effect.flatMap(RcRef.get(started), (child) =>
    child.isAlive() ? Effect.succeed(child) : Effect.zipRight(RcRef.invalidate(started), RcRef.get(started)))
  const reader: ReaderProcess = {
    ask: (step, task) => Effect.scoped(Effect.flatMap(turn.withPermits(1)(living), (child) => child.ask(step, task)))
  }
  return reader
})
