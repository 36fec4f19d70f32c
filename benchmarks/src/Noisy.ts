/** Answers of models that are wrong here and there, with what a witness says of them, and their confidence. */
import { FileSystem } from "@effect/platform"
import { Calibration } from "@excv/evaluation"
import { extractor } from "@excv/model"
import { Effect, Option } from "effect"
import { Excv } from "excv/effect"
import type * as Corpus from "./Corpus.js"
import * as Fit from "./Fit.js"
import * as FitWitnessed from "./FitWitnessed.js"
import * as Measure from "./Measure.js"
import * as NoisyModel from "./NoisyModel.js"
import * as Reliability from "./Reliability.js"
import * as Results from "./Results.js"
import * as Stress from "./Stress.js"
import { share } from "./Table.js"

/** Shares of wrong values: from a model that hardly errs to one that nobody should use. */
const noises: ReadonlyArray<number> = [0.02, 0.1, 0.3]

export interface Judged extends FitWitnessed.Answer {
  /** the confidence that each value was given with */
  readonly stated: ReadonlyArray<Calibration.Sample>
}

const answerOf = (measured: Measure.Measured): Judged | null => {
  const { extraction, truth, verdicts } = measured
  if (extraction === null) return null
  const { fields, signals } = extraction.meta
  return {
    person: truth.person, signals, target: Results.ofMeasured(measured).f1,
    stated: Measure.valueSamples(measured),
    values: verdicts.flatMap(({ correct, field, given }) => {
      const meta = given === null ? undefined : fields[given.pointer]
      return meta === undefined ? [] : [{ field: field.name, correct, opinion: meta.second_opinion ?? "nothing" as const }]
    })
  }
}

/** Each document at each noise, and, where it is made harder, half of the ways at one of them. */
export const answers = Effect.fn("Noisy.answers")(function*(corpus: ReadonlyArray<Corpus.Document>, isHarder: boolean, settings: Excv.Settings = {}) {
  const noisy = NoisyModel.make()
  const excv = yield* Excv.make({ ...settings, extractors: [extractor(noisy.chat)] })
  const ways = isHarder ? Object.values(Stress.ways) : []
  const files = yield* FileSystem.FileSystem
  const of = Effect.fnUntraced(function*(document: Corpus.Document, index: number) {
    const decoded = Option.getOrNull(yield* Effect.option(excv.read(yield* files.readFile(document.file))))
    if (decoded === null) return []
    const tasks = [
      ...noises.map((noise) => ({ noise, shown: decoded })),
      ...ways.filter((_, at) => (at + index) % 2 === 0).map((way, at) => ({ noise: noises[(at + index) % noises.length] ?? 0, shown: way(decoded) }))
    ]
    return yield* Effect.forEach(tasks, ({ noise, shown }, at) => {
      noisy.set({ truth: document.truth.resume, noise, seed: 100 * index + at })
      return Measure.understand(document, shown)
    })
  })
  const measured = yield* Effect.provideService(Effect.forEach(corpus, of), Excv.Excv, excv)
  return measured.flat().flatMap((one) => answerOf(one) ?? [])
}, Effect.scoped)

/** Single values: right ones against wrong ones, without and with the witness. */
export const rows = (name: string, some: ReadonlyArray<FitWitnessed.Answer>, base: Fit.Parameters, witnessed: FitWitnessed.Parameters) => {
  const samples = (confidence: (answer: FitWitnessed.Answer, one: FitWitnessed.Answer["values"][number]) => number) =>
    some.flatMap((answer) => answer.values.map((one) => ({ confidence: confidence(answer, one), outcome: one.correct ? 1 : 0 })))
  const row = (what: string, all: ReadonlyArray<Calibration.Sample>) =>
    [`${name}, ${what}`, String(all.length), "", share(Calibration.expectedError(all)), share(Calibration.auroc(all))]
  const shares = (confidence: (answer: FitWitnessed.Answer) => number) => some.map((answer) => ({ confidence: confidence(answer), outcome: answer.target }))
  const whole = (what: string, all: ReadonlyArray<Calibration.Sample>) => {
    const events = all.map((sample) => ({ ...sample, outcome: sample.outcome >= Reliability.rightFrom ? 1 : 0 }))
    return [`${name}, ${what}`, String(all.length), share(Calibration.expectedError(all)), share(Calibration.expectedError(events)), share(Calibration.auroc(events))]
  }
  return [
    whole("answers of a noisy model, no witness", shares((answer) => Fit.probability(base, answer))),
    whole("answers of a noisy model, witnessed", shares((answer) => FitWitnessed.probability(base, witnessed, answer))),
    row("values of a noisy model, no witness", samples((answer, { field }) => Fit.valueProbability(base, answer, field))),
    row("values of a noisy model, witnessed", samples((answer, one) => FitWitnessed.valueProbability(base, witnessed, answer, one)))
  ]
}
