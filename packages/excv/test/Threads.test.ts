import { expect, it } from "@effect/vitest"
import { Limits } from "@excv/provider"
import { Effect, Exit, Fiber } from "effect"
import { readFileSync } from "node:fs"
import type { Worker } from "node:worker_threads"
import * as Outcome from "../src/Outcome.js"
import * as Threads from "../src/Threads.js"

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url)))

const cv = fixture("scans/chiara-dell-acqua_design-tool.scan-300.png")
const pages = 1

const milliseconds = { decodeTimeout: 10_000, ocrTimeout: 10_000, attemptTimeout: 10_000, extractTimeout: 10_000 }

const decode = ({ run }: Threads.Threads, bytes: Uint8Array) =>
  Effect.flatMap(run("decode", { decoder: "image", bytes, limits: { ...Limits.standard, ...milliseconds } }), Outcome.unwrapped)

/** Threads that are started from now on. */
const watch = Effect.acquireRelease(
  Effect.sync(() => {
    const started: Array<Worker> = []
    const note = (worker: Worker) => void started.push(worker)
    process.on("worker", note)
    return { started, note }
  }),
  ({ note }) => Effect.sync(() => process.off("worker", note))
)

it.scopedLive("a thread that dies while it has nothing to do is replaced, and takes nobody with it", () =>
  Effect.gen(function*() {
    const { started } = yield* watch
    const pool = yield* Threads.make
    expect((yield* decode(pool, cv)).length).toBe(pages)
    const before = started.length
    for (const worker of [...started]) {
      // What Node says of a thread whose heap is full.
      worker.emit("error", Object.assign(new Error("Worker terminated"), { code: "ERR_WORKER_OUT_OF_MEMORY" }))
      yield* Effect.promise(() => worker.terminate())
    }
    expect((yield* decode(pool, cv)).length).toBe(pages)
    expect(started.length).toBeGreaterThan(before)
  }))

it.scopedLive("a file whose thread dies of what another one left behind is read by the next thread", () =>
  Effect.gen(function*() {
    const { started } = yield* watch
    const pool = yield* Threads.make
    yield* decode(pool, cv)
    const busy = [...started]
    const fiber = yield* Effect.fork(decode(pool, cv))
    yield* Effect.yieldNow()
    for (const worker of busy) {
      worker.emit("error", new Error("a promise that nobody awaits any more"))
      yield* Effect.promise(() => worker.terminate())
    }
    expect((yield* Fiber.join(fiber)).length).toBe(pages)
    expect(started.length).toBeGreaterThan(busy.length)
  }))

it.scopedLive("a thread is killed when its file is given up in the midst of native work, and the next file is read", () =>
  Effect.gen(function*() {
    const pool = yield* Threads.make
    // The first file waits until the thread has started: what is given up then is work.
    yield* decode(pool, cv)
    const fiber = yield* Effect.fork(decode(pool, fixture("hostile/blank.largest.png")))
    yield* Effect.yieldNow()
    expect(Exit.isInterrupted(yield* Fiber.interrupt(fiber))).toBe(true)
    expect((yield* decode(pool, cv)).length).toBe(pages)
  }))
