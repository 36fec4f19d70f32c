/** What a process of the fake vendor is told, and what it tells. */
import { Effect, Schema } from "effect"
import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"

export const Told = Schema.Struct({
  /** of its API */
  url: Schema.String
})

/** The truth of the document that is sent, and how long each answer takes. */
export interface Task {
  readonly truth: unknown
  readonly delayMs: number
}

const processFile = fileURLToPath(new URL("../vendor.js", import.meta.url))

/** A fake OpenAI in a process of its own, so that its work is not counted as ours; it ends with the scope. */
export const start = (task: Task) =>
  Effect.acquireRelease(Effect.sync(() => fork(processFile)), (child) => Effect.sync(() => void child.kill())).pipe(
    Effect.flatMap((child) =>
      Effect.async<unknown>((resume) => {
        child.once("message", (message) => resume(Effect.succeed(message)))
        child.send(task)
      })),
    Effect.flatMap(Schema.decodeUnknown(Told)),
    Effect.map(({ url }) => url)
  )
