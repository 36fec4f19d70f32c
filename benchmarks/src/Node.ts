/** A node of the product as a user starts it: the command, with an embedded database, in a process of its own. */
import { FileSystem } from "@effect/platform"
import { Duration, Effect, Schema } from "effect"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import * as ProcessTree from "./ProcessTree.js"

export interface Node {
  readonly url: string
  /** for test keys, which cost no credits */
  readonly key: string
  readonly usage: Effect.Effect<ProcessTree.Usage>
}

/** It did not say that it is there. */
export class NotStarted extends Schema.TaggedError<NotStarted>("@excv/benchmarks/NotStarted")("NotStarted", { said: Schema.String }) {
  override get message() {
    return `The server did not start: ${this.said}`
  }
}

const rate = { per_minute: 1_000_000, burst: 1_000_000 }

/** `EXCV_PLANS` without a rate limit that a load could meet. */
export const unlimited = JSON.stringify({ starter: { rate: { live: rate, test: rate } } })

const command = fileURLToPath(new URL("../../packages/cli/bin/excv.js", import.meta.url))

const patience = Duration.seconds(60)

/** As much as it has to say of itself at its first start: the key and the address. */
const greeting = /curl -X POST (?<url>\S+)\/api\/v1\/extract -H "Authorization: Bearer (?<key>\S+)"/

const greeted = (child: ChildProcess) =>
  Effect.async<{ readonly url: string; readonly key: string }, NotStarted>((resume) => {
    let said = ""
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8")
      const { key, url } = greeting.exec(said)?.groups ?? {}
      if (key !== undefined && url !== undefined) resume(Effect.succeed({ url, key }))
    }
    child.stdout?.on("data", hear)
    child.stderr?.on("data", hear)
    child.once("exit", () => resume(new NotStarted({ said })))
  }).pipe(Effect.timeoutFail({ duration: patience, onTimeout: () => new NotStarted({ said: "nothing within a minute" }) }))

const stop = (child: ChildProcess) =>
  Effect.promise(async () => {
    if (child.exitCode !== null) return
    child.kill("SIGTERM")
    await once(child, "exit")
  })

/** Starts it on an empty directory with these variables; it ends with the scope. */
export const start = Effect.fn("Node.start")(function*(variables: Readonly<Record<string, string>>) {
  const files = yield* FileSystem.FileSystem
  const directory = yield* files.makeTempDirectoryScoped()
  const child = yield* Effect.acquireRelease(
    Effect.sync(() => spawn(process.execPath, [command, "serve", "--port", "0", "--data-dir", directory], { env: variables })),
    stop
  )
  const greeting = yield* greeted(child)
  const node: Node = { ...greeting, usage: ProcessTree.usage(child.pid) }
  return node
})
