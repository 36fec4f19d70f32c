/** Files made to harm, sent while others do their work: those are hardly kept waiting, and the memory comes back. */
import { it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, vi } from "vitest"
import * as Client from "./Client.js"
import * as ServerProcess from "./ServerProcess.js"

vi.setConfig({ testTimeout: 120_000 })

/** Each harms in a way of its own: none is killed at a limit of time, so that the test is short. */
const hostile = [
  "inflates_too_much.content.pdf", "inflates_too_much.main-part.docx", "corrupted.deep-objects.pdf", "corrupted.entities.docx",
  "too_many_pixels.declared.png", "too_many_pages.ten-thousand.tiff", "too_many_pages.three-thousand.pdf", "encrypted.user-password.pdf"
]

const directory = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "excv-hostile-"))),
  (path) => Effect.promise(() => rm(path, { recursive: true, force: true }))
)

const fixture = (name: string) =>
  Effect.promise(async () => new Uint8Array(await readFile(new URL(`../../../fixtures/hostile/${name}`, import.meta.url))))

const median = (values: ReadonlyArray<number>): number => [...values].sort((one, other) => one - other)[values.length >> 1] ?? NaN

/** of the work that is measured, beside what the machine does meanwhile */
const slackMs = 250
const ordinaryRequests = 9

it.scoped("while hostile files are sent, ordinary ones are answered, about as fast as else, and the memory comes back", () =>
  Effect.gen(function*() {
    const server = yield* ServerProcess.launch({
      EXCV_DATA_DIR: yield* directory,
      EXCV_OCR: "off",
      EXCV_CONCURRENCY: "2",
      EXCV_PLANS: JSON.stringify({ starter: { rate: { live: { per_minute: 60_000, burst: 1000 } } } })
    })
    const key = /live {2}(excv_live_\w+)/.exec(server.output())?.[1] ?? ""
    const extract = (body: ReturnType<typeof Client.file>) => Client.sendTo(server.url, "/api/v1/extract", { method: "POST", key, ...body })
    const ordinary = Effect.gen(function*() {
      const start = performance.now()
      const { status } = yield* extract(Client.file())
      return { status, ms: performance.now() - start }
    })
    const several = Effect.all(Array.from({ length: ordinaryRequests }, () => ordinary))
    const files = yield* Effect.forEach(hostile, fixture)
    const attack = Effect.forEach(files, (bytes) => extract(Client.file(bytes)))

    // Threads start and code gets hot: in all of them, by both kinds of files.
    yield* Effect.all([several, attack, attack], { concurrency: "unbounded" })
    const alone = yield* several
    const memory = yield* server.residentMegabytes
    const attacking = yield* Effect.fork(Effect.forever(attack))
    const beside = yield* several
    yield* Fiber.interrupt(attacking)
    const refused = yield* attack
    yield* several

    expect(refused.map(({ status }) => status)).toEqual(hostile.map(() => 422))
    expect([...alone, ...beside].map(({ status }) => status)).toEqual(Array.from({ length: 2 * ordinaryRequests }, () => 200))
    expect(median(beside.map(({ ms }) => ms))).toBeLessThan(2 * median(alone.map(({ ms }) => ms)) + slackMs)
    expect(yield* server.residentMegabytes).toBeLessThan(1.1 * memory + 30)
  }))
