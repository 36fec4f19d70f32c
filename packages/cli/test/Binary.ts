/** The real command, in a process of its own: the build, not the sources. */
import { spawn } from "node:child_process"
import type { ChildProcessWithoutNullStreams } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const binary = fileURLToPath(new URL("../bin/excv.js", import.meta.url))

export const documents = fileURLToPath(new URL("../../../fixtures/documents/", import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Options {
  readonly env?: Record<string, string>
  readonly input?: Uint8Array
  readonly cwd?: string
}

/** The settings of whoever runs the tests do not reach the command. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(EXCV_|DATABASE_URL$|PORT$|HOST$)/.test(name))
)

export const start = (args: ReadonlyArray<string>, options: Options = {}): ChildProcessWithoutNullStreams => {
  const child = spawn(process.execPath, [binary, ...args], {
    env: { ...environment, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd })
  })
  child.stdin.on("error", () => {})
  child.stdin.end(options.input)
  return child
}

/** What a started command printed, and how it ended. */
export const ended = (child: ChildProcessWithoutNullStreams): Promise<Ended> =>
  new Promise((resolve) => {
    const text = { stdout: "", stderr: "" }
    child.stdout.on("data", (chunk) => text.stdout += chunk)
    child.stderr.on("data", (chunk) => text.stderr += chunk)
    child.on("close", (code) => resolve({ code, ...text }))
  })

export const run = (args: ReadonlyArray<string>, options: Options = {}): Promise<Ended> => ended(start(args, options))

/** Resolves when the stream says it; rejects when it ends before. */
export const says = (stream: NodeJS.ReadableStream, words: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ""
    stream.on("data", (chunk) => {
      text += chunk
      if (words.test(text)) resolve(text)
    })
    stream.on("close", () => reject(new Error(`It ended without ${words}: ${text}`)))
  })

export const lines = (text: string): ReadonlyArray<Record<string, unknown>> =>
  text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line))

/** A directory that is removed with `remove`. */
export const temporary = () => {
  const path = mkdtempSync(join(tmpdir(), "excv-cli-"))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })
