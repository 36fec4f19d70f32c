/** `npm run bench:calibrate -- --help`: fits the confidence on the development documents and says how it holds on validation. */
import { Command, Options } from "@effect/cli"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { FileSystem } from "@effect/platform"
import { Calibration } from "@excv/evaluation"
import { Array, Console, Effect, Option, Schema } from "effect"
import { Excv } from "excv/effect"
import { fileURLToPath } from "node:url"
import * as Corpus from "./Corpus.js"
import * as Fit from "./Fit.js"
import * as FitWitnessed from "./FitWitnessed.js"
import * as Measure from "./Measure.js"
import * as Noisy from "./Noisy.js"
import * as Reliability from "./Reliability.js"
import * as Results from "./Results.js"
import * as Stress from "./Stress.js"
import { render, share } from "./Table.js"

const options = {
  dir: Options.directory("dir").pipe(
    Options.withDefault(fileURLToPath(new URL("../../fixtures", import.meta.url))),
    Options.withDescription("a directory with documents/NAME.pdf and truth/NAME.json; default: the fixtures")
  ),
  out: Options.file("out").pipe(
    Options.withDefault(fileURLToPath(new URL("../../packages/pipeline/data/calibration.json", import.meta.url))),
    Options.withDescription("where the parameters go; default: the data of the score stage")
  ),
  penalty: Options.float("penalty").pipe(
    Options.withSchema(Schema.Number.pipe(Schema.positive())),
    Options.optional,
    Options.withDescription("strength of the L2 penalty; default: what predicts unseen people best")
  ),
  onlyWitnessed: Options.boolean("only-witnessed").pipe(
    Options.withDescription("leaves the confidence of the rules' own answers as it is in the file, and fits only what they add to that of models' answers")
  ),
  target: Options.choice("target", ["share", "right"]).pipe(
    Options.withDefault("share" as const),
    Options.withDescription(`what is predicted: the share of right values, or whether the document's F1 is ${Reliability.rightFrom} or more`)
  )
}

class NothingToFit extends Schema.TaggedError<NothingToFit>("@excv/benchmarks/NothingToFit")("NothingToFit", {}) {
  override get message() {
    return "No development document has an answer to fit on"
  }
}

type Target = "share" | "right"

/** What was measured, as the fit wants it; null without an answer. */
const answerOf = (measured: Measure.Measured, target: Target) => {
  const signals = measured.extraction?.meta.signals
  if (signals === undefined) return null
  const { f1 } = Results.ofMeasured(measured)
  return {
    person: measured.truth.person,
    split: measured.truth.split,
    signals,
    f1,
    stated: measured.extraction?.resume.confidence_score ?? 0,
    target: target === "share" ? f1 : f1 >= Reliability.rightFrom ? 1 : 0,
    values: measured.verdicts.flatMap(({ correct, field, given }) =>
      given !== null && measured.extraction?.meta.fields[given.pointer] !== undefined ? [{ field: field.name, correct }] : []
    )
  }
}

type Judged = NonNullable<ReturnType<typeof answerOf>>

const row = (name: string, answers: ReadonlyArray<Judged>, confidence: (answer: Judged) => number) => {
  const shares = answers.map((answer) => ({ confidence: confidence(answer), outcome: answer.f1 }))
  const events = shares.map((sample) => ({ ...sample, outcome: sample.outcome >= Reliability.rightFrom ? 1 : 0 }))
  return [
    name, String(answers.length), share(Calibration.expectedError(shares)), share(Calibration.expectedError(events)),
    share(Calibration.auroc(events))
  ]
}

const valueRow = (name: string, answers: ReadonlyArray<Judged>, parameters: Fit.Parameters) => {
  const samples = answers.flatMap((answer) =>
    answer.values.map(({ correct, field }) => ({
      confidence: Fit.valueProbability(parameters, answer, field),
      outcome: correct ? 1 : 0
    }))
  )
  return [name, String(samples.length), "", share(Calibration.expectedError(samples)), share(Calibration.auroc(samples))]
}

/** The answers to a document in all the ways that make it harder. */
const stressed = Effect.fn("calibrate.stressed")(function*(document: Corpus.Document) {
  const excv = yield* Excv.Excv
  const bytes = yield* (yield* FileSystem.FileSystem).readFile(document.file)
  const decoded = yield* Effect.option(excv.read(bytes))
  return Option.isNone(decoded) ? [] : yield* Effect.forEach(Object.values(Stress.ways), (way) => Measure.understand(document, way(decoded.value)))
})

/** The confidence of answers as they are, fitted on the development documents. */
const fitted = Effect.fn("calibrate.fitted")(function*(corpus: ReadonlyArray<Corpus.Document>, penalty: Option.Option<number>, target: Target) {
  const measured = yield* Effect.forEach(corpus, Measure.measure)
  const answers = measured.flatMap((one) => answerOf(one, target) ?? [])
  const harder = yield* Effect.forEach(corpus.filter(({ truth }) => truth.split === "development"), stressed)
  const development = [...answers.filter(({ split }) => split === "development"), ...harder.flat().flatMap((one) => answerOf(one, target) ?? [])]
  if (development.length === 0) return yield* new NothingToFit()
  const strength = Option.getOrElse(penalty, () => Fit.choosePenalty(development))
  const parameters = Fit.fit(development, strength)
  const rows = Object.entries(Array.groupBy(answers, ({ split }) => split)).flatMap(([split, own]) => [
    row(`${split}, before`, own, ({ stated }) => stated),
    row(`${split}, fitted`, own, (answer) => Fit.probability(parameters, answer)),
    valueRow(`${split}, single values, fitted`, own, parameters)
  ])
  return { parameters, rows: [...rows, [`penalty ${strength}`, "", "", "", ""]] }
})

/** What stands in the file. */
const kept = Effect.fn("calibrate.kept")(function*(file: string) {
  const text = yield* (yield* FileSystem.FileSystem).readFileString(file)
  return { parameters: yield* Schema.decodeUnknown(Schema.parseJson(Fit.Parameters))(text), rows: [] }
})

const run = Effect.fn("calibrate")(function*({ dir, onlyWitnessed, out, penalty, target }: Command.Command.ParseConfig<typeof options>) {
  const corpus = yield* Corpus.load(dir, {})
  const { parameters, rows } = yield* (onlyWitnessed ? kept(out) : fitted(corpus, penalty, target))
  const { development = [], validation = [] } = Array.groupBy(corpus, ({ truth }) => truth.split)
  const answers = yield* Effect.all({ development: Noisy.answers(development, true), validation: Noisy.answers(validation, false) })
  const witnessed = FitWitnessed.fit(parameters, answers.development)
  yield* Console.log(render([
    ["", "samples", "ECE against F1", `ECE against F1 ≥ ${Reliability.rightFrom}`, "AUROC"],
    ...rows,
    ...Object.entries(answers).flatMap(([split, own]) => Noisy.rows(split, own, parameters, witnessed))
  ]))
  yield* Results.writeText(out, `${JSON.stringify({ ...parameters, witnessed, loose: FitWitnessed.loose }, null, 2)}\n`)
  yield* Console.log(`\nWritten to ${out}`)
})

const command = Command.make("calibrate", options, run).pipe(
  Command.withDescription("Fits the confidence on the development documents and says how it holds on validation.")
)

Command.run(command, { name: "bench:calibrate", version: "0.1.0" })(process.argv).pipe(
  Effect.provide([NodeContext.layer, Excv.layerConfig]),
  NodeRuntime.runMain
)
