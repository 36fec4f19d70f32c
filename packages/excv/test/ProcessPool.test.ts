import { expect, it } from "@effect/vitest"
import { Limits } from "@excv/provider"
import { Effect, Exit, Fiber } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { getPriority } from "node:os"
import { fileURLToPath } from "node:url"
import * as OcrEngines from "../src/OcrEngines.js"
import * as Workers from "../src/Workers.js"
import { watch } from "./processes.js"

const fixtures = new URL("../../../fixtures/", import.meta.url)
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)))

const cv = fixture("documents/priya-raman_classic.pdf")
const pages = 2

const { program, running: parsers } = watch("excv/parser")

const decode = ({ decoders: [pdf] }: Workers.Workers, bytes: Uint8Array) =>
  pdf === undefined ? Effect.dieMessage("no decoder") : pdf.decode(bytes, Limits.standard)

it.scopedLive("a process that is killed, idle or at work, is replaced, and its file is read", () =>
  Effect.gen(function*() {
    const pool = yield* Workers.make(OcrEngines.standard)
    expect((yield* decode(pool, cv)).length).toBe(pages)
    const [idle] = parsers()
    process.kill(idle ?? 0, "SIGKILL")
    expect((yield* decode(pool, cv)).length).toBe(pages)
    const fiber = yield* Effect.fork(decode(pool, cv))
    yield* Effect.yieldNow()
    for (const busy of parsers()) process.kill(busy, "SIGKILL")
    expect((yield* Fiber.join(fiber)).length).toBe(pages)
  }))

it.scopedLive("a process is asked as often as one likes, and leaves nothing behind", () =>
  Effect.gen(function*() {
    const warnings: Array<Error> = []
    const warn = (warning: Error) => void warnings.push(warning)
    yield* Effect.acquireRelease(Effect.sync(() => process.on("warning", warn)), () => Effect.sync(() => process.off("warning", warn)))
    const pool = yield* Workers.make(OcrEngines.standard)
    for (let file = 0; file < 12; file++) yield* decode(pool, cv)
    expect(parsers()).toHaveLength(1)
    expect(warnings).toEqual([])
  }))

it.scopedLive("a process is killed when its file is given up, and the next file is read", () =>
  Effect.gen(function*() {
    const pool = yield* Workers.make(OcrEngines.standard)
    yield* decode(pool, cv)
    const before = parsers()
    const fiber = yield* Effect.fork(decode(pool, fixture("hostile/decode_timeout.forms.pdf")))
    yield* Effect.sleep("200 millis")
    expect(Exit.isInterrupted(yield* Fiber.interrupt(fiber))).toBe(true)
    expect((yield* decode(pool, cv)).length).toBe(pages)
    expect(parsers().filter((pid) => before.includes(pid))).toEqual([])
  }))

it.scopedLive("one that takes long lets the others go first", () =>
  Effect.gen(function*() {
    const pool = yield* Workers.make(OcrEngines.standard)
    yield* decode(pool, cv)
    const [parser = 0] = parsers()
    expect(getPriority(parser)).toBe(getPriority())
    const fiber = yield* Effect.fork(decode(pool, fixture("hostile/decode_timeout.forms.pdf")))
    yield* Effect.sleep("2500 millis")
    expect(getPriority(parser)).toBeGreaterThan(getPriority())
    yield* Fiber.interrupt(fiber)
  }))

it.live("none outlives the pool", () =>
  Effect.gen(function*() {
    yield* Effect.scoped(Effect.flatMap(Workers.make(OcrEngines.standard), (pool) => decode(pool, cv)))
    yield* Effect.sleep("500 millis")
    expect(parsers()).toEqual([])
  }))

/** Starts a parser, gives it a file that it answers, then one that takes hours, and says its process id once it is busy with that. */
const starter = `
  const { fork } = require("node:child_process"), { readFileSync } = require("node:fs")
  const [program, first, endless, limits] = process.argv.slice(1)
  const task = (file) => ({ id: 1, step: "decode", task: { decoder: "pdf", bytes: new Uint8Array(readFileSync(file)), limits: JSON.parse(limits) } })
  const child = fork(program, [], { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] })
  child.once("message", () => child.send(task(endless), () => setTimeout(() => process.stdout.write(String(child.pid)), 500)))
  child.send(task(first))
  setInterval(() => undefined, 1000)`

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.live("one that is busy ends soon after who started it was killed", () =>
  Effect.gen(function*() {
    const [first = "", endless = ""] = ["documents/priya-raman_classic.pdf", "hostile/decode_timeout.forms.pdf"].map((name) => fileURLToPath(new URL(name, fixtures)))
    const limits = JSON.stringify({ ...Limits.standard, decodeTimeout: 3_600_000 })
    const parent = spawn(process.execPath, ["-e", starter, program, first, endless, limits], { stdio: ["ignore", "pipe", "ignore"] })
    const [said] = yield* Effect.promise((): Promise<ReadonlyArray<unknown>> => once(parent.stdout, "data"))
    const pid = Number(String(said))
    expect(isRunning(pid)).toBe(true)
    parent.kill("SIGKILL")
    yield* Effect.repeat(Effect.sleep("100 millis"), { until: () => !isRunning(pid), times: 100 })
    expect(isRunning(pid)).toBe(false)
  }))
