/** Confidence: the calibrated probability that a value, and the share of the values of a document, is right. */
import { Schema } from "effect"
import { createRequire } from "node:module"
import { names } from "./Features.js"

/** Fitted on development documents by `npm run bench:calibrate`. Weights are log-odds. */
const Calibration = Schema.Struct({
  intercept: Schema.Number,
  /** by feature */
  weights: Schema.Record({ key: Schema.String, value: Schema.Number }),
  /** how much surer or less sure a kind of field is than its document, by `experience.title` and the like */
  fields: Schema.Record({ key: Schema.String, value: Schema.Number })
})

const calibration = Schema.decodeUnknownSync(Calibration)(createRequire(import.meta.url)("@excv/pipeline/data/calibration.json"))

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

const rounded = (probability: number): number => Math.round(probability * 1000) / 1000

const logit = (features: ReadonlyArray<number>): number =>
  names.reduce((sum, name, index) => sum + (calibration.weights[name] ?? 0) * (features[index] ?? 0), calibration.intercept)

export const ofDocument = (features: ReadonlyArray<number>): number => rounded(sigmoid(logit(features)))

/** `kind` is the field without positions: `experience.title`. */
export const ofField = (kind: string, features: ReadonlyArray<number>): number =>
  rounded(sigmoid(logit(features) + (calibration.fields[kind] ?? 0)))
