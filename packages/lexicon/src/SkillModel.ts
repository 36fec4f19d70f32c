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
  const shares = new Float64Array(scores.length)
  const highest = Math.max(...scores)
  let total = 0
  for (let index = 0; index < shares.length; index++) total += shares[index] = Math.exp((scores[index] ?? 0) - highest)
  for (let index = 0; index < shares.length; index++) shares[index] = (shares[index] ?? 0) / total
  return shares
}

/** The sum of the table's rows that a text's features lead to, less for each the more there are. */
export const scores = (rows: ReadonlyArray<number>, table: ArrayLike<number>, step: number): Distribution => {
  const sums = new Float64Array(categories.length)
  for (const row of rows) {
    const start = row * sums.length
    for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (table[start + index] ?? 0)
  }
  const scale = step / Math.sqrt(rows.length)
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) * scale
  return sums
}

/** Headings of groups are read apart from names: "Systems" above a list is no system. */
export const labels = "label "

const read = (text: string, space: string): Distribution => {
  const { rows, step, table } = data()
  return softmax(scores(Grams.of(text, rows, space), table, step))
}

/** How likely a text speaks of each category. */
export const likelihood = (text: string): Distribution => read(text, "")

/** How likely each category is below this label of a group. */
export const likelihoodBelow = (label: string): Distribution => read(label, labels)

/** The category with the highest number. */
export const best = (distribution: Distribution): Resume.SkillCategory => categories[distribution.indexOf(Math.max(...distribution))] ?? "other"
