/** The fit of the score stage's parameters: from the signals of answers to the probability that they are right. */
import { Logistic } from "@excv/evaluation"
import { Schema } from "effect"

/** One answer: its signals by name, the share of its values that are right, and its single values. */
export interface Answer {
  readonly person: string
  readonly signals: { readonly [name: string]: number }
  readonly target: number
  readonly values: ReadonlyArray<{ readonly field: string; readonly correct: boolean }>
}

/** The file that the score stage reads: log-odds, by signal, and how much surer or less sure a field is than its document. */
export const Parameters = Schema.Struct({
  intercept: Schema.Number,
  weights: Schema.Record({ key: Schema.String, value: Schema.Number }),
  fields: Schema.Record({ key: Schema.String, value: Schema.Number })
})
export type Parameters = typeof Parameters.Type

/** The penalties that are tried. */
const penalties: ReadonlyArray<number> = [0.03, 0.1, 0.3, 1, 3, 10, 30, 100]

/** Groups of people, each of which is left out once. */
const folds = 7

/** The penalty that predicts best the answers of people whom the fit has not seen; 1 when there is one person only. */
export const choosePenalty = (answers: ReadonlyArray<Answer>): number => {
  const people = [...new Set(answers.map(({ person }) => person))]
  if (people.length < 2) return 1
  const groups = Array.from({ length: Math.min(folds, people.length) }, (_, fold) => new Set(people.filter((_, index) => index % folds === fold)))
  const losses = penalties.map((penalty) =>
    groups.reduce((total, left) => {
      const parameters = fit(answers.filter(({ person }) => !left.has(person)), penalty)
      return total + answers.filter(({ person }) => left.has(person)).reduce((sum, answer) => sum + loss(parameters, answer), 0)
    }, 0)
  )
  return penalties[losses.indexOf(Math.min(...losses))] ?? 1
}

/**
 * A signal says how well an answer explains its document, so a higher one cannot make the answer less likely to be right: where the
 * documents seem to say so, there are too few of them, and the signal gets the weight 0.
 */
export const fit = (answers: ReadonlyArray<Answer>, penalty: number): Parameters => {
  const names = namesOf(answers)
  const { intercept, weights } = rising(answers, names, penalty)
  const document = { intercept, weights: Object.fromEntries(names.map((name) => [name, weights[name] ?? 0])), fields: {} }
  return { ...document, fields: shifts(document, answers) }
}

/** Leaves out the signal that falls most, until none falls. */
const rising = (answers: ReadonlyArray<Answer>, names: ReadonlyArray<string>, penalty: number): Omit<Parameters, "fields"> => {
  const model = Logistic.fit(
    answers.map(({ signals, target }) => ({ features: names.map((name) => signals[name] ?? 0), target })),
    { penalty }
  )
  const lowest = Math.min(...model.weights)
  const worst = lowest < 0 ? names[model.weights.indexOf(lowest)] : undefined
  if (worst !== undefined) return rising(answers, names.filter((name) => name !== worst), penalty)
  return {
    intercept: rounded(model.intercept),
    weights: Object.fromEntries(names.map((name, index) => [name, rounded(model.weights[index] ?? 0)]))
  }
}

/** The probability that the parameters give an answer. */
export const probability = (parameters: Parameters, { signals }: Pick<Answer, "signals">): number =>
  1 / (1 + Math.exp(-logit(parameters, signals)))

/** The probability that they give a value of a field. */
export const valueProbability = (parameters: Parameters, { signals }: Pick<Answer, "signals">, field: string): number =>
  1 / (1 + Math.exp(-valueLogit(parameters, { signals }, field)))

export const valueLogit = (parameters: Parameters, { signals }: Pick<Answer, "signals">, field: string): number =>
  logit(parameters, signals) + (parameters.fields[field] ?? 0)

const shifts = (document: Parameters, answers: ReadonlyArray<Answer>): Parameters["fields"] => {
  const tendencies = new Map<string, Array<Logistic.Tendency>>()
  for (const { signals, values } of answers) {
    for (const { correct, field } of values) {
      const own = tendencies.get(field) ?? []
      own.push({ logit: logit(document, signals), target: correct ? 1 : 0 })
      tendencies.set(field, own)
    }
  }
  return Object.fromEntries([...tendencies].sort(([a], [b]) => a < b ? -1 : 1).map(([field, own]) => [field, rounded(Logistic.shift(own))]))
}

export const logit = ({ intercept, weights }: Parameters, signals: Answer["signals"]): number =>
  Object.entries(weights).reduce((total, [name, weight]) => total + weight * (signals[name] ?? 0), intercept)

const namesOf = (answers: ReadonlyArray<Answer>): ReadonlyArray<string> =>
  [...new Set(answers.flatMap(({ signals }) => Object.keys(signals)))]

// Cross entropy; the bounds keep one certain mistake from deciding alone.
const loss = (parameters: Parameters, answer: Answer): number => {
  const p = Math.min(0.999, Math.max(0.001, probability(parameters, answer)))
  return -answer.target * Math.log(p) - (1 - answer.target) * Math.log(1 - p)
}

export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
