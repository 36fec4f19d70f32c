/** `npm run bench:ocr -- --help`: what a picture costs against the text it shows: accuracy, characters, time, memory. */
import { Command, Options } from "@effect/cli"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Console, Effect, Option } from "effect"
import { Excv, type PreparationStep, preparationSteps } from "excv/effect"
import { fileURLToPath } from "node:url"
import * as Corpus from "./Corpus.js"
import * as Environment from "./Environment.js"
import * as OcrAccuracy from "./OcrAccuracy.js"
import * as OcrCost from "./OcrCost.js"
import * as OcrLoad from "./OcrLoad.js"
import * as OcrSteps from "./OcrSteps.js"
import * as Scans from "./Scans.js"

const options = {
  dir: Options.directory("dir").pipe(
    Options.withDefault(fileURLToPath(new URL("../../fixtures", import.meta.url))),
    Options.withDescription("a directory with documents/, truth/ and scans/; default: the fixtures")
  ),
  split: Options.choice("split", ["development", "validation"]).pipe(Options.optional, Options.withDescription("only this split")),
  only: Options.text("only").pipe(Options.optional, Options.withDescription("only documents whose file name contains this")),
  pages: Options.integer("pages").pipe(Options.withDefault(12), Options.withDescription("pages on which characters and time are compared with tesseract.js; default 12, 0 for none")),
  part: Options.choice("part", ["all", "accuracy", "cost", "steps"]).pipe(
    Options.withDefault("all" as const),
    Options.withDescription("accuracy of the scans; characters, time and memory; or, not among all, accuracy without each step of the preparation in turn")
  ),
  without: Options.choice("without", preparationSteps).pipe(Options.repeated, Options.withDescription("accuracy without this step of the preparation; may be repeated")),
  variant: Options.text("variant").pipe(Options.optional, Options.withDescription("only this kind of picture, such as photo"))
}

type Settings = Command.Command.ParseConfig<typeof options>

const selected = ({ dir, only, split, variant }: Settings) =>
  Effect.map(Scans.load(dir, { split: Option.getOrUndefined(split), only: Option.getOrUndefined(only) }), (scans) =>
    scans.filter((scan) => Option.getOrElse(variant, () => scan.variant) === scan.variant))

const without = <A, E, R>(steps: ReadonlyArray<PreparationStep>, measured: Effect.Effect<A, E, R>) =>
  Effect.provide(measured, Excv.layer({ preparation: preparationSteps.filter((step) => !steps.includes(step)) }))

const accuracy = Effect.fn("ocr.accuracy")(function*(settings: Settings) {
  const measured = OcrAccuracy.measure(yield* selected(settings))
  const pairs = yield* settings.without.length === 0 ? measured : without(settings.without, measured)
  yield* Console.log(OcrAccuracy.table(pairs))
})

const steps = Effect.fn("ocr.steps")(function*(settings: Settings) {
  const scans = yield* selected(settings)
  const runs = yield* Effect.forEach([null, ...preparationSteps], (step) =>
    Effect.map(without(step === null ? [] : [step], OcrAccuracy.measure(scans)), (pairs) => ({ step, pairs })))
  yield* Console.log(OcrSteps.table(runs))
})

const cost = Effect.fn("ocr.cost")(function*({ dir, pages, split }: Settings) {
  const documents = (yield* Corpus.load(dir, { split: Option.getOrUndefined(split) })).filter(({ file }) => file.endsWith(".pdf"))
  const [first] = documents
  if (first !== undefined) yield* Console.log(yield* OcrLoad.report(first))
  if (pages > 0) yield* Console.log(`\n${yield* OcrCost.table(documents, pages)}`)
})

const run = Effect.fn("ocr")(function*(settings: Settings) {
  yield* Console.log(`${Environment.describe(yield* Environment.current)}\n`)
  if (settings.part === "steps") return yield* steps(settings)
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
