/** `npm run bench:ocr -- --help`: what a picture costs against the text it shows: accuracy, characters, time, memory. */
import { Command, Options } from "@effect/cli"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Array, Console, Effect, Option } from "effect"
import { Excv } from "excv/effect"
import { fileURLToPath } from "node:url"
import * as Corpus from "./Corpus.js"
import * as Environment from "./Environment.js"
import * as Measure from "./Measure.js"
import * as OcrCost from "./OcrCost.js"
import * as OcrLoad from "./OcrLoad.js"
import * as Results from "./Results.js"
import * as Scans from "./Scans.js"
import { render, share, signed } from "./Table.js"

const options = {
  dir: Options.directory("dir").pipe(
    Options.withDefault(fileURLToPath(new URL("../../fixtures", import.meta.url))),
    Options.withDescription("a directory with documents/, truth/ and scans/; default: the fixtures")
  ),
  split: Options.choice("split", ["development", "validation"]).pipe(Options.optional, Options.withDescription("only this split")),
  only: Options.text("only").pipe(Options.optional, Options.withDescription("only documents whose file name contains this")),
  pages: Options.integer("pages").pipe(Options.withDefault(12), Options.withDescription("pages on which characters and time are compared with tesseract.js; default 12, 0 for none")),
  part: Options.choice("part", ["all", "accuracy", "cost"]).pipe(Options.withDefault("all" as const), Options.withDescription("accuracy of the scans, or characters, time and memory; default: all")),
  variant: Options.text("variant").pipe(Options.optional, Options.withDescription("only this kind of picture, such as photo"))
}

interface Pair {
  readonly variant: string
  readonly text: Results.DocumentResult
  readonly picture: Results.DocumentResult
}

const measurePair = Effect.fn("ocr.measurePair")(function*({ original, picture, variant }: Scans.Scan) {
  const [text, read] = yield* Effect.all([Measure.measure(original), Measure.measure(picture)])
  const pair: Pair = { variant, text: Results.ofMeasured(text), picture: Results.ofMeasured(read) }
  yield* Console.error(`${read.truth.document}: ${share(pair.picture.f1)} (text ${share(pair.text.f1)})${read.failure === null ? "" : ` ${read.failure}`}`)
  return pair
})

const accuracyRow = (name: string, pairs: ReadonlyArray<Pair>): ReadonlyArray<string> => {
  const text = Results.meansOf(pairs.map((pair) => pair.text)).overall
  const picture = Results.meansOf(pairs.map((pair) => pair.picture)).overall
  return [name, String(pairs.length), share(text), share(picture), signed(picture - text)]
}

const accuracyTable = (pairs: ReadonlyArray<Pair>): string => {
  const splits = Array.groupBy(pairs, ({ picture }) => picture.split)
  const rows = Object.entries(splits).flatMap(([split, own]) => [
    ...Object.entries(Array.groupBy(own, ({ variant }) => variant)).map(([variant, some]) => accuracyRow(`${split} ${variant}`, some)),
    accuracyRow(`${split}, clean`, own.filter(({ variant }) => variant.startsWith("scan"))),
    accuracyRow(`${split}, degraded`, own.filter(({ variant }) => !variant.startsWith("scan")))
  ])
  return render([["", "documents", "as text", "as picture", "difference"], ...rows])
}

type Settings = Command.Command.ParseConfig<typeof options>

const accuracy = Effect.fn("ocr.accuracy")(function*({ dir, only, split, variant }: Settings) {
  const scans = (yield* Scans.load(dir, { split: Option.getOrUndefined(split), only: Option.getOrUndefined(only) }))
    .filter((scan) => Option.getOrElse(variant, () => scan.variant) === scan.variant)
  yield* Console.log(accuracyTable(yield* Effect.forEach(scans, measurePair, { concurrency: 2 })))
})

const cost = Effect.fn("ocr.cost")(function*({ dir, pages, split }: Settings) {
  const documents = (yield* Corpus.load(dir, { split: Option.getOrUndefined(split) })).filter(({ file }) => file.endsWith(".pdf"))
  const [first] = documents
  if (first !== undefined) yield* Console.log(yield* OcrLoad.report(first))
  if (pages > 0) yield* Console.log(`\n${yield* OcrCost.table(documents, pages)}`)
})

const run = Effect.fn("ocr")(function*(settings: Settings) {
  yield* Console.log(`${Environment.describe(yield* Environment.current)}\n`)
  if (settings.part !== "accuracy") yield* cost(settings)
  if (settings.part !== "cost") yield* accuracy(settings)
})

const command = Command.make("ocr", options, run).pipe(
  Command.withDescription("What a picture of a CV costs against its text: accuracy, characters, time, memory.")
)

Command.run(command, { name: "bench:ocr", version: "0.1.0" })(process.argv).pipe(
  Effect.provide([NodeContext.layer, Excv.layerConfig]),
  NodeRuntime.runMain
)
