/** Confidence: the calibrated probability that a value, and the share of the values of a document, is right. */
import type { Extraction } from "@excv/schema"
import { Schema } from "effect"
import { createRequire } from "node:module"
import type { Agreement } from "./Agreement.js"
import { names } from "./Features.js"

/** Fitted on development documents by `npm run bench:calibrate`. Weights are log-odds. */
const Calibration = Schema.Struct({
  intercept: Schema.Number,
  /** by feature */
  weights: Schema.Record({ key: Schema.String, value: Schema.Number }),
  /** how much surer or less sure a kind of field is than its document, by `experience.title` and the like */
  fields: Schema.Record({ key: Schema.String, value: Schema.Number }),
  /** for answers that a witness read beside: what his agreement adds to what the above says, its log-odds times `own` */
  witnessed: Schema.Struct({
    document: Schema.Struct({ intercept: Schema.Number, own: Schema.Number, agreement: Schema.Number, undisputed: Schema.Number }),
    value: Schema.Struct({ intercept: Schema.Number, own: Schema.Number, same: Schema.Number, other: Schema.Number })
  }),
  /** what a value loses that only resembles its evidence */
  loose: Schema.Number
})

const calibration = Schema.decodeUnknownSync(Calibration)(createRequire(import.meta.url)("@excv/pipeline/data/calibration.json"))

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

const rounded = (probability: number): number => Math.round(probability * 1000) / 1000

const logit = (features: ReadonlyArray<number>): number =>
  names.reduce((sum, name, index) => sum + (calibration.weights[name] ?? 0) * (features[index] ?? 0), calibration.intercept)

/** `agreement` with a witness; null without one. */
export const ofDocument = (features: ReadonlyArray<number>, agreement: Pick<Agreement, "shared" | "undisputed"> | null): number => {
  const { document } = calibration.witnessed
  const own = logit(features)
  if (agreement === null) return rounded(sigmoid(own))
  return rounded(sigmoid(document.intercept + document.own * own + document.agreement * agreement.shared + document.undisputed * agreement.undisputed))
}

export interface Value {
  /** the field without positions: `experience.title` */
  readonly kind: string
  readonly isLoose: boolean
  /** null without a witness */
  readonly opinion: Extraction.Opinion | null
}

/** Of each value of one document. */
export const ofValues = (features: ReadonlyArray<number>): ((value: Value) => number) => {
  const { fields, loose, witnessed: { value } } = calibration
  const ofAll = logit(features)
  return ({ isLoose, kind, opinion }) => {
    const own = ofAll + (fields[kind] ?? 0)
    const heard = opinion === null ? own : value.intercept + value.own * own + (opinion === "nothing" ? 0 : value[opinion])
    return rounded(sigmoid(isLoose ? heard + loose : heard))
  }
}
