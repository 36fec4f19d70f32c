/** The fit of what a witness adds to the confidence of a model's answer: from agreement to the probability that it is right. */
import { Logistic } from "@excv/evaluation"
import type { Extraction } from "@excv/schema"
import * as Fit from "./Fit.js"

export interface Answer extends Fit.Answer {
  readonly values: ReadonlyArray<{ readonly field: string; readonly correct: boolean; readonly opinion: Extraction.Opinion }>
}

/** Log-odds; `own` is what the log-odds without a witness are taken times. */
export interface Parameters {
  readonly document: { readonly intercept: number; readonly own: number; readonly agreement: number; readonly undisputed: number }
  readonly value: { readonly intercept: number; readonly own: number; readonly same: number; readonly other: number }
}

/** What a value loses that a model read from a picture and OCR did not: chosen, since no answers of real models are there to fit it on. */
export const loose = -1

const given = (condition: boolean): number => (condition ? 1 : 0)

const features = (base: Fit.Parameters, { signals }: Answer, { field, opinion }: Omit<Answer["values"][number], "correct">): ReadonlyArray<number> =>
  [Fit.valueLogit(base, { signals }, field), given(opinion === "same"), given(opinion === "other")]

const ofDocument = (base: Fit.Parameters, { signals }: Answer): ReadonlyArray<number> =>
  [Fit.logit(base, signals), signals["agreement"] ?? 0, signals["undisputed"] ?? 0]

export const fit = (base: Fit.Parameters, answers: ReadonlyArray<Answer>): Parameters => {
  const document = Logistic.fit(answers.map((answer) => ({ features: ofDocument(base, answer), target: answer.target })))
  const value = Logistic.fit(answers.flatMap((answer) =>
    answer.values.map((one) => ({ features: features(base, answer, one), target: given(one.correct) }))))
  const [own, agreement, undisputed] = document.weights.map(Fit.rounded)
  const [ownOfValue, same, other] = value.weights.map(Fit.rounded)
  return {
    document: { intercept: Fit.rounded(document.intercept), own: own ?? 1, agreement: agreement ?? 0, undisputed: undisputed ?? 0 },
    value: { intercept: Fit.rounded(value.intercept), own: ownOfValue ?? 1, same: same ?? 0, other: other ?? 0 }
  }
}

export const valueProbability = (base: Fit.Parameters, { value }: Parameters, answer: Answer, one: Omit<Answer["values"][number], "correct">): number =>
  Logistic.predict({ intercept: value.intercept, weights: [value.own, value.same, value.other] }, features(base, answer, one))

export const probability = (base: Fit.Parameters, { document }: Parameters, answer: Answer): number =>
  Logistic.predict({ intercept: document.intercept, weights: [document.own, document.agreement, document.undisputed] }, ofDocument(base, answer))
