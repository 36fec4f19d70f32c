/** The other side of `Child`: a program that answers who started it, and ends with it. */
import { Effect, Exit, Fiber } from "effect"
import { Worker } from "node:worker_threads"
import type { Answer, Request, Steps } from "./Child.js"

type Handlers<All extends Steps> = { readonly [Name in keyof All]: (task: All[Name][0]) => Effect.Effect<All[Name][1]> }

/** A file may keep the process busy for hours: whether its parent is still there has to be seen from beside. */
const watch = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, "SIGKILL") }, 1000)`

const answer = (reply: Answer): void => void process.send?.(reply)

/** Each step by itself, as many at a time as are asked for. */
export const serve = <All extends Steps>(handlers: Handlers<All>): void => {
  const running = new Map<number, Fiber.RuntimeFiber<void>>()
  const begin = (id: number, step: string, task: unknown) => {
    // What comes in by this way was sent by a `Child` of the same steps.
    const fiber = Effect.runFork(Effect.map((handlers[step] as Handlers<Steps>[string])(task), (value) => answer({ id, value })))
    running.set(id, fiber)
    fiber.addObserver((exit) => {
      running.delete(id)
      // Who waits for an answer that cannot come is told by the end of the process.
      if (Exit.isFailure(exit) && !Exit.isInterrupted(exit)) process.exit(1)
    })
  }
  new Worker(watch, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 8 } }).unref()
  // Ctrl-C is for who started it, and may let what runs come to its end.
  process.on("SIGINT", () => undefined)
  // A thread in native work would keep an exit waiting.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"))
  process.on("message", (request: Request) => {
    if (request.step !== null) return begin(request.id, request.step, request.task)
    const fiber = running.get(request.id)
    if (fiber !== undefined) Effect.runFork(Fiber.interrupt(fiber))
  })
}
