/** The process that the fuzzer tries files on: the library with its real pool, told by messages. */
import { NodeRuntime } from "@effect/platform-node"
import { Cause, Effect, Exit, Queue } from "effect"
import { DocumentRefused, Excv } from "excv/effect"
import type * as Message from "./fuzz/Message.js"
import * as ProcessTree from "./ProcessTree.js"

const send = (message: Message.Answer) => Effect.sync(() => void process.send?.(message))

/** A defect by its kind and the code that threw it; what it says may hold text of the document. */
const defect = (error: unknown): string => {
  if (!(error instanceof Error)) return `defect ${typeof error}`
  const at = /\n\s+at (.*)/.exec(error.stack ?? "")?.[1] ?? ""
  return `defect ${error.name} at ${at.replace(/file:\/\/\S*\/(?=[^/]+\/[^/]+$)/, "")}`
}

const verdict = <A, E>(exit: Exit.Exit<A, E>): string => {
  if (Exit.isSuccess(exit)) return "read"
  const error = Cause.squash(exit.cause)
  return error instanceof DocumentRefused.DocumentRefused ? `refused ${error.reason}` : defect(error)
}

const residentMb = Effect.map(ProcessTree.usage(), (usage) => usage.residentMb)

const serve = Effect.gen(function*() {
  const textLayers = yield* Excv.make({ ocr: { engine: "off" } })
  const pictures = yield* Excv.make()
  const tasks = yield* Queue.unbounded<Message.Task>()
  process.on("message", (task: Message.Task) => Queue.unsafeOffer(tasks, task))
  process.on("disconnect", () => process.exit())
  yield* send({ verdict: "ready", residentMb: 0 })
  yield* Effect.forever(Effect.gen(function*() {
    const { bytes, ocr } = yield* Queue.take(tasks)
    const exit = yield* Effect.exit((ocr ? pictures : textLayers).extract(new Uint8Array(bytes), { asOf: "2026-01" }))
    yield* send({ verdict: verdict(exit), residentMb: yield* residentMb })
  }))
})

NodeRuntime.runMain(Effect.scoped(serve))
