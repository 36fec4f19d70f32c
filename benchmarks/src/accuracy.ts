/** `npm run bench:accuracy -- --help`: how right the library's answers are, by field, group, layout and language. */
import { Command, Options } from "@effect/cli"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Array, Console, Effect, Option } from "effect"
import { Excv } from "excv/effect"
import { fileURLToPath } from "node:url"
import * as Compare from "./Compare.js"
import * as Corpus from "./Corpus.js"
import * as Environment from "./Environment.js"
import * as Explain from "./Explain.js"
import * as Measure from "./Measure.js"
import * as Report from "./Report.js"
import * as Results from "./Results.js"
import { share } from "./Table.js"

const selection = {
  split: Options.choice("split", ["development", "validation"]).pipe(Options.optional, Options.withDescription("only this split")),
  only: Options.text("only").pipe(Options.optional, Options.withDescription("only documents whose file name contains this")),
  layout: Options.text("layout").pipe(Options.optional, Options.withDescription("only this layout")),
  language: Options.text("language").pipe(Options.optional, Options.withDescription("only this language, as ISO 639-1"))
}

const options = {
  ...selection,
  dir: Options.directory("dir").pipe(
    Options.withDefault(fileURLToPath(new URL("../../fixtures", import.meta.url))),
    Options.withDescription("a directory with documents/NAME.pdf and truth/NAME.json; default: the fixtures")
  ),
  json: Options.file("json").pipe(
    Options.withDefault(fileURLToPath(new URL("../results/latest.json", import.meta.url))),
    Options.withDescription("where the results go; default: benchmarks/results/latest.json")
  ),
  compare: Options.file("compare", { exists: "yes" }).pipe(
    Options.optional,
    Options.withDescription("print what changed since these results, with paired bootstrap intervals")
  ),
  failUnder: Options.float("fail-under").pipe(
    Options.optional,
    Options.withDescription("exit code 1 when overall (of validation, or of development when that is all there is) is under this share")
  ),
  explain: Options.text("explain").pipe(
    Options.optional,
    Options.withDescription("for the documents whose file name contains this: every wrong value, the lines it came from, and what the rules decided about them; no tables")
  )
}

const run = Effect.fn("accuracy")(function*(settings: Command.Command.ParseConfig<typeof options>) {
  const wanted = Option.getOrUndefined(Option.orElse(settings.explain, () => settings.only))
  const documents = yield* Corpus.load(settings.dir, {
    split: Option.getOrUndefined(settings.split),
    only: wanted,
    layout: Option.getOrUndefined(settings.layout),
    language: Option.getOrUndefined(settings.language)
  })
  const measured = yield* Effect.forEach(documents, Measure.measure)
  if (Option.isSome(settings.explain)) {
    return yield* Console.log((yield* Effect.forEach(measured, Explain.explain)).join("\n\n"))
  }
  const results = Results.make(yield* Environment.current, measured.map(Results.ofMeasured))
  const values = Array.groupBy(measured, ({ truth }) => truth.split)
  yield* Console.log(`${results.documents.length} documents, ${Environment.describe(results.environment)}\n`)
  yield* Console.log(Report.accuracy(results.documents, {
    development: (values["development"] ?? []).flatMap(Measure.valueSamples),
    validation: (values["validation"] ?? []).flatMap(Measure.valueSamples)
  }))
  if (Option.isSome(settings.compare)) {
    yield* Console.log(`\n${Compare.changes(yield* Results.read(settings.compare.value), results)}`)
  }
  yield* Results.write(settings.json, results)
  yield* Console.log(`\nWritten to ${settings.json}`)
  if (Option.isSome(settings.failUnder)) yield* gate(results, settings.failUnder.value)
})

const gate = (results: Results.Results, least: number) => {
  const overall = results.overall["validation"] ?? results.overall["development"] ?? 0
  if (overall >= least) return Effect.void
  return Effect.zipRight(
    Console.error(`overall ${share(overall)} is under ${share(least)}`),
    Effect.sync(() => {
      process.exitCode = 1
    })
  )
}

const command = Command.make("accuracy", options, run).pipe(
  Command.withDescription("How right the library's answers are, by field, group, layout and language.")
)

Command.run(command, { name: "bench:accuracy", version: "0.1.0" })(process.argv).pipe(
  Effect.provide([NodeContext.layer, Excv.layerConfig]),
  NodeRuntime.runMain
)
