/** Child processes of tests, which run the build. */
import { Effect } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const scripts = {
  creator: new URL("./children/Creator.mjs", import.meta.url),
  node: new URL("./children/Node.mjs", import.meta.url),
  owner: new URL("./children/Owner.mjs", import.meta.url)
}

/** Starts a script and waits for its first line; it is killed with SIGKILL when the scope closes. */
export const start = Effect.fn(function* (name: keyof typeof scripts, args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) {
  const script = fileURLToPath(scripts[name])
  const child = yield* Effect.acquireRelease(
    Effect.sync(() => spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] })),
    (child) => Effect.promise(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, "exit")
      child.kill("SIGKILL")
      await exit
    })
  )
  const line = yield* Effect.promise(async () => {
    for await (const line of createInterface(child.stdout)) return line
    return ""
  })
  return { line, pid: child.pid ?? 0 }
})

/** A new directory below the system's temporary one, removed with its content when the scope closes. */
export const temporaryDirectory = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "excv-test-"))),
  (directory) => Effect.promise(() => rm(directory, { recursive: true, force: true }))
)
