/** The server as a process of its own: what only a process can do is be killed, be signalled, and be measured. */
import { Effect } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"

export interface ServerProcess {
  readonly url: string
  readonly output: () => string
  readonly signal: (name: "SIGTERM" | "SIGINT" | "SIGKILL") => void
  /** exit code, or the name of the signal that ended it */
  readonly ended: Effect.Effect<number | string>
  /** the most memory that it ever had, in MB (Linux) */
  readonly peakMegabytes: Effect.Effect<number>
  /** the memory that it has now, in MB (Linux) */
  readonly residentMegabytes: Effect.Effect<number>
}

const main = fileURLToPath(new URL("main.mjs", import.meta.url))

const start = (settings: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text))
  const ended = new Promise<number | string>((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal ?? "")))
  return { child, ended, output: () => output }
}

/** Runs to its end; for servers that refuse to start. */
export const run = (settings: Readonly<Record<string, string>>) =>
  Effect.promise(async () => {
    const { ended, output } = start(settings)
    return { code: await ended, output: output() }
  })

const megabytes = (pid: number | undefined, line: RegExp) =>
  Effect.promise(async () => Number(line.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024)

/** Resolves when it listens; killed with the scope. */
export const launch = (settings: Readonly<Record<string, string>>) =>
  Effect.acquireRelease(
    Effect.promise(async (): Promise<ServerProcess> => {
      const { child, ended, output } = start(settings)
      const listening = () => /^excv listens on (\S+)/m.exec(output())?.[1]
      while (listening() === undefined) {
        const stopped = await Promise.race([ended, once(child.stdout, "data").then(() => null)])
        if (stopped !== null) throw new Error(`The server ended (${stopped}): ${output()}`)
      }
      return {
        url: listening() ?? "",
        output,
        signal: (name) => child.kill(name),
        ended: Effect.promise(() => ended),
        peakMegabytes: megabytes(child.pid, /VmHWM:\s+(\d+) kB/),
        residentMegabytes: megabytes(child.pid, /VmRSS:\s+(\d+) kB/)
      }
    }),
    (server) => Effect.zipRight(Effect.sync(() => server.signal("SIGKILL")), server.ended)
  )
