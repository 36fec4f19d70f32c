/** What a short text is about, by a linear model over its letters; `scripts/train-skills.mjs` makes its table. */
import type { Resume } from "@excv/schema"
import { Resume as ResumeSchema } from "@excv/schema"
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import * as Grams from "./Grams.js"

export const categories: ReadonlyArray<Resume.SkillCategory> = ResumeSchema.SkillCategory.literals

/** A number for each category, in the order of `categories`. */
export type Distribution = Float64Array

const ModelData = Schema.Struct({
  /** of the table, a power of two */
  rows: Schema.Int,
  /** what a weight of one in the table stands for */
  step: Schema.Number,
  /** the table: one signed byte for each row and category, in base64 */
  table: Schema.String,
  /** weight of each kind of evidence for a category */
  evidence: Schema.Record({ key: Schema.String, value: Schema.Number }),
  /** what speaks for a category when nothing else does */
  prior: Schema.Record({ key: ResumeSchema.SkillCategory, value: Schema.Number })
})

export const data = lazy(() => {
  const { table, ...rest } = json("skill-model", ModelData)
  const bytes = Buffer.from(table, "base64")
  return { ...rest, table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) }
})

/** Scores as probabilities. */
export const softmax = (scores: Distribution): Distribution => {
  const highest = scores.reduce((one, other) => Math.max(one, other), -Infinity)
  const powers = scores.map((score) => Math.exp(score - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** The mean of the table's rows that a text's features lead to, less for each the more there are. */
export const scores = (rows: ReadonlyArray<number>, table: ArrayLike<number>, step: number): Distribution => {
  const sums = new Float64Array(categories.length)
  for (const row of rows) {
    const start = row * sums.length
    for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (table[start + index] ?? 0)
  }
  return sums.map((sum) => (sum * step) / Math.sqrt(rows.length))
}

/** How likely a text speaks of each category. */
export const likelihood = (text: string): Distribution => {
  const { rows, step, table } = data()
  return softmax(scores(Grams.of(text, rows), table, step))
}

/** The category with the highest number. */
export const best = (distribution: Distribution): Resume.SkillCategory =>
  categories[distribution.indexOf(distribution.reduce((one, other) => Math.max(one, other), -Infinity))] ?? "other"
