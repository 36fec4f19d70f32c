/** `npm run bench:speed -- --help`: how long an extraction takes, warm, one at a time, and whether memory stays flat. */
import { Command, Options } from "@effect/cli"
import { FileSystem } from "@effect/platform"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import type { Extraction } from "@excv/schema"
import { Console, Duration, Effect, Schema } from "effect"
import { Excv } from "excv/effect"
import { fileURLToPath } from "node:url"
import * as Corpus from "./Corpus.js"
import * as Environment from "./Environment.js"
import { median, percentile } from "./Percentile.js"
import * as Results from "./Results.js"
import * as ProcessTree from "./ProcessTree.js"
import { ms, percent, render } from "./Table.js"

const options = {
  dir: Options.directory("dir").pipe(
    Options.withDefault(fileURLToPath(new URL("../../fixtures", import.meta.url))),
    Options.withDescription("a directory with documents/NAME.pdf and truth/NAME.json; default: the fixtures")
  ),
  samples: Options.integer("samples").pipe(
    Options.withSchema(Schema.Int.pipe(Schema.positive())),
    Options.withDefault(200),
    Options.withDescription("extractions that are timed for each number of pages; default 200")
  ),
  extractions: Options.integer("extractions").pipe(
    Options.withDefault(2000),
    Options.withDescription("extractions over which the memory is watched; default 2000, 0 for none")
  )
}

type Timings = Extraction.Timings

interface Pile {
  readonly pages: number
  readonly files: ReadonlyArray<Uint8Array>
}

interface Sample {
  readonly wholeMs: number
  readonly timings: Timings
}

const stages: ReadonlyArray<keyof Timings> = ["decode_ms", "ocr_ms", "extract_ms", "normalize_ms", "score_ms"]

const extract = Effect.fn("speed.extract")(function*(bytes: Uint8Array) {
  const excv = yield* Excv.Excv
  const [duration, { meta }] = yield* Effect.timed(excv.extract(bytes, { asOf: "2026-01" }))
  const sample: Sample = { wholeMs: Duration.toMillis(duration), timings: meta.timings }
  return sample
})

/** The readable PDFs of the corpus by number of pages; reading each once is also the warm-up. */
const piles = Effect.fn("speed.piles")(function*(directory: string) {
  const files = yield* FileSystem.FileSystem
  const excv = yield* Excv.Excv
  const documents = (yield* Corpus.load(directory, {})).filter(({ file }) => file.endsWith(".pdf"))
  const sized = yield* Effect.forEach(documents, ({ file }) =>
    Effect.gen(function*() {
      const bytes = yield* files.readFile(file)
      const answer = yield* Effect.option(excv.extract(bytes, { asOf: "2026-01" }))
      return { bytes, pages: answer._tag === "Some" ? answer.value.meta.pages : 0 }
    }))
  const numbers = [...new Set(sized.map(({ pages }) => pages))].filter((pages) => pages > 0).sort((a, b) => a - b)
  return numbers.map((pages): Pile => ({ pages, files: sized.filter((one) => one.pages === pages).map(({ bytes }) => bytes) }))
})

/** Takes the files of a pile in turn. */
const turn = ({ files }: Pile, index: number): Uint8Array => files[index % files.length] ?? new Uint8Array()

const measure = Effect.fn("speed.measure")(function*(pile: Pile, count: number) {
  const [cpuMs, samples] = yield* ProcessTree.cpuTimed(Effect.forEach(Array.from({ length: count }), (_, index) => extract(turn(pile, index))))
  return { pile, samples, cpuMs: cpuMs / count }
})

/** `cpuMs` is what an extraction costs in all threads and processes, also on a machine that does other work meanwhile. */
const row = ({ cpuMs, pile, samples }: Effect.Effect.Success<ReturnType<typeof measure>>) => {
  const whole = samples.map(({ wholeMs }) => wholeMs)
  return { pages: pile.pages, documents: pile.files.length, medianMs: median(whole), p95Ms: percentile(whole, 0.95), cpuMs }
}

const stageRows = (samples: ReadonlyArray<Sample>): ReadonlyArray<ReadonlyArray<string>> => {
  const whole = median(samples.map(({ wholeMs }) => wholeMs))
  const medians = stages.map((stage) => [stage.replace("_ms", ""), median(samples.map(({ timings }) => timings[stage]))] as const)
  const rest = Math.max(0, whole - medians.reduce((total, [, value]) => total + value, 0))
  return [...medians, ["between the stages", rest] as const].map(([name, value]) => [name, ms(value), percent(value / whole)])
}

/** After a collection: how much garbage is waiting is the engine's choice, no growth. */
const residentMb = Effect.zipRight(Effect.sync(() => globalThis.gc?.()), Effect.map(ProcessTree.usage(), (usage) => usage.residentMb))

const memory = Effect.fn("speed.memory")(function*(pile: Pile, count: number) {
  const marks = [0.1, 0.25, 0.5, 0.75, 1].map((share) => Math.max(1, Math.round(share * count)))
  const seen: Array<{ readonly extractions: number; readonly rss_mb: number }> = []
  for (let index = 1; index <= count; index++) {
    yield* extract(turn(pile, index))
    if (marks.includes(index)) seen.push({ extractions: index, rss_mb: yield* residentMb })
  }
  return seen
})

const run = Effect.fn("speed")(function*({ dir, extractions, samples }: Command.Command.ParseConfig<typeof options>) {
  const environment = yield* Environment.current
  yield* Console.log(`${Environment.describe(environment)}\n`)
  const found = yield* piles(dir)
  const timed = yield* Effect.forEach(found, (pile) => measure(pile, samples))
  const rows = timed.map(row)
  yield* Console.log(render([
    ["pages", "documents", "median ms", "p95 ms", "CPU ms"],
    ...rows.map((one) => [String(one.pages), String(one.documents), ms(one.medianMs), ms(one.p95Ms), ms(one.cpuMs)])
  ]))
  for (const { pile, samples } of timed) {
    yield* Console.log(`\nStages, ${pile.pages} pages\n\n${render([["", "median ms", "share"], ...stageRows(samples)])}`)
  }
  const [smallest] = found
  const watched = smallest === undefined ? [] : yield* memory(smallest, extractions)
  if (watched.length > 0) {
    yield* Console.log(`\nMemory (resident, with the processes that read; garbage collected)\n\n${
      render([["extractions", "MB"], ...watched.map((one) => [String(one.extractions), String(one.rss_mb)])])
    }\n\n${verdict(watched.map((one) => one.rss_mb))}`)
  }
  const file = fileURLToPath(new URL("../results/speed.json", import.meta.url))
  yield* Results.writeText(file, `${JSON.stringify({ environment, speed: rows, memory: watched }, null, 2)}\n`)
})

/** What grows between half-way and the end, grows on. */
const verdict = (seen: ReadonlyArray<number>): string => {
  const growth = (seen.at(-1) ?? NaN) / (seen[Math.floor(seen.length / 2)] ?? NaN) - 1
  return `${growth <= 0.05 ? "flat" : "not flat"}: ${percent(growth)} over the second half`
}

const command = Command.make("speed", options, run).pipe(
  Command.withDescription("How long an extraction takes, warm, one at a time, and whether memory stays flat.")
)

Command.run(command, { name: "bench:speed", version: "0.1.0" })(process.argv).pipe(
  Effect.provide([NodeContext.layer, Excv.layerConfig]),
  NodeRuntime.runMain
)
