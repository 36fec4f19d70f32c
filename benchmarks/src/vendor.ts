/** The process of a fake vendor: every answer comes from the truth, is written once, and takes the time that it is told. */
import { NodeRuntime } from "@effect/platform-node"
import { Truth } from "@excv/evaluation"
import { Answering } from "@excv/model/testing"
import { FakeOpenAi, Play } from "@excv/provider/testing"
import { Effect, Schema } from "effect"
import { once } from "node:events"
import type { Told } from "./models/Vendor.js"

const Task = Schema.Struct({ truth: Truth.Expected, delayMs: Schema.NonNegative })

const send = (message: typeof Told.Type) => Effect.sync(() => void process.send?.(message))

const serve = Effect.gen(function*() {
  const [message]: ReadonlyArray<unknown> = yield* Effect.promise(() => once(process, "message"))
  const { delayMs, truth } = yield* Schema.decodeUnknown(Task)(message)
  const answers = new Map<string, string>()
  const { url } = yield* FakeOpenAi.make(({ text }) => {
    const answer = answers.get(text) ?? Answering.text(truth, text)
    answers.set(text, answer)
    return delayMs === 0 ? Play.answer(answer) : Play.delay(delayMs, Play.answer(answer))
  }, { key: null })
  process.on("disconnect", () => process.exit())
  yield* send({ url })
  yield* Effect.never
})

NodeRuntime.runMain(Effect.scoped(serve))
