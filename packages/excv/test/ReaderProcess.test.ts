import { expect, it, vi } from "@effect/vitest"
import { Limits } from "@excv/provider"
import { Effect, Exit, Fiber } from "effect"
import { readFileSync } from "node:fs"
import { getPriority } from "node:os"
import * as Workers from "../src/Workers.js"
import { watch } from "./processes.js"

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url)))

const scan = fixture("scans/chiara-dell-acqua_design-tool.scan-300.png")

const { running: readers } = watch("excv/reader")

/** What the process has used, as Linux counts it: the 14th and 15th field, in hundredths. */
const cpuSeconds = (pid: number): number => {
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, "utf8").split(" ").slice(13, 15).map(Number)
  return (user + system) / 100
}

const workers = Workers.make({ engine: "tesseract", threads: 1 })

const decode = ({ decoders }: Workers.Workers) =>
  decoders.find(({ name }) => name === "image")?.decode(scan, Limits.standard) ?? Effect.dieMessage("no decoder")

/** How many words it finds. */
const read = Effect.fn("read")(function*(all: Workers.Workers, limits: Limits.Limits = Limits.standard) {
  const decoder = all.decoders.find(({ name }) => name === "image")
  if (decoder === undefined) return yield* Effect.dieMessage("no decoder")
  const pages = yield* decoder.decode(scan, limits)
  const found = yield* all.reader?.read({ bytes: scan, decoder, pages }, limits, null) ?? Effect.succeed([])
  return found.flatMap(({ page }) => page.words).length
})

it.scopedLive("pictures of several files are decoded and read in one process", () =>
  Effect.gen(function*() {
    const all = yield* workers
    const [words] = yield* Effect.all([read(all), decode(all), decode(all)], { concurrency: "unbounded" })
    expect(words).toBeGreaterThan(100)
    expect(readers()).toHaveLength(1)
    // Files with a text go first.
    expect(getPriority(readers()[0] ?? 0)).toBeGreaterThan(getPriority())
  }))

it.scopedLive("one that is killed, idle or at work, is replaced, and each picture in it is read", () =>
  Effect.gen(function*() {
    const all = yield* workers
    yield* decode(all)
    const [idle = 0] = readers()
    process.kill(idle, "SIGKILL")
    yield* Effect.sleep("200 millis")
    const fiber = yield* Effect.fork(Effect.all([read(all), decode(all), decode(all)], { concurrency: "unbounded" }))
    yield* Effect.sleep("1500 millis")
    const [busy = 0] = readers()
    expect(busy).not.toBe(idle)
    process.kill(busy, "SIGKILL")
    const [words] = yield* Fiber.join(fiber)
    expect(words).toBeGreaterThan(100)
    expect(readers()).toHaveLength(1)
  }))

it.scopedLive("a picture that is given up does not go on, and leaves the process to the others", () =>
  Effect.gen(function*() {
    const all = yield* workers
    yield* read(all)
    const [before = 0] = readers()
    const first = yield* Effect.fork(read(all))
    yield* Effect.sleep("1 second")
    expect(Exit.isInterrupted(yield* Fiber.interrupt(first))).toBe(true)
    yield* Effect.sleep("500 millis")
    const used = cpuSeconds(before)
    yield* Effect.sleep("1 second")
    expect(cpuSeconds(before) - used).toBeLessThan(0.3)
    yield* decode(all)
    expect(readers()).toEqual([before])
  }))

it.scopedLive("it is told how to give memory back, and no secret of who starts it", () =>
  Effect.gen(function*() {
    vi.stubEnv("OPENAI_API_KEY", "sk-not-for-you")
    yield* decode(yield* workers)
    const variables = readFileSync(`/proc/${readers()[0]}/environ`, "utf8").split("\0")
    expect(variables).toContain("MALLOC_TRIM_THRESHOLD_=4194304")
    expect(variables.find((one) => one.startsWith("PATH="))?.length).toBeGreaterThan("PATH=".length)
    expect(variables.join()).not.toContain("sk-not-for-you")
  }).pipe(Effect.ensuring(Effect.sync(() => vi.unstubAllEnvs()))))

it.live("none outlives its scope", () =>
  Effect.gen(function*() {
    yield* Effect.scoped(Effect.flatMap(workers, decode))
    yield* Effect.sleep("500 millis")
    expect(readers()).toEqual([])
  }))
