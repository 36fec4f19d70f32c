/** A node of the product as a user starts it: the command, with an embedded database, in a process of its own. */
import { FileSystem } from "@effect/platform"
import { Duration, Effect, Schema } from "effect"
import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

export interface Node {
  readonly url: string
  /** for test keys, which cost no credits */
  readonly key: string
  readonly usage: Effect.Effect<Usage>
}

export interface Usage {
  readonly residentMb: number
  /** of all its threads since it started, in whole seconds */
  readonly cpuSeconds: number
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

/** The process and those that parse for it, as `ps` lists them all: process, parent, memory in KB, seconds of processor time. */
const usage = (pid: number) =>
  Effect.promise(async (): Promise<Usage> => {
    const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,ppid=,rss=,cputimes="])
    const own = stdout.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number)).filter(([process, parent]) => process === pid || parent === pid)
    const sum = (column: number) => own.reduce((all, values) => all + (values[column] ?? NaN), 0)
    return { residentMb: Math.round(sum(2) / 1024), cpuSeconds: sum(3) }
  })

/** What the command gives itself where it can: from Node 22.15 on. */
const arenas = { MALLOC_ARENA_MAX: "2" }

/** Starts it on an empty directory with these variables; it ends with the scope. */
export const start = Effect.fn("Node.start")(function*(variables: Readonly<Record<string, string>>) {
  const files = yield* FileSystem.FileSystem
  const directory = yield* files.makeTempDirectoryScoped()
  const child = yield* Effect.acquireRelease(
    Effect.sync(() => spawn(process.execPath, [command, "serve", "--port", "0", "--data-dir", directory], { env: { ...arenas, ...variables } })),
    stop
  )
  const greeting = yield* greeted(child)
  const node: Node = { ...greeting, usage: usage(child.pid ?? 0) }
  return node
})
