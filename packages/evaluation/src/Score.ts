/** Scores: the verdicts on one document as precision, recall and F1 of each field, and the mean over many documents. */
import { all, groups } from "./Field.js"
import type { Field, Group } from "./Field.js"
import { compare } from "./Verdict.js"
import type { Verdict } from "./Verdict.js"
import type { Expected } from "./Truth.js"

/** How many values of one field the truth expects, the answer gives, and how many of them agree. */
export interface Counts {
  readonly field: string
  readonly group: Group
  readonly expected: number
  readonly given: number
  readonly correct: number
}

/** One document: `fields` has only those that the document has or the answer gives; `f1` is the mean of the groups' means. */
export interface DocumentScore {
  readonly fields: ReadonlyArray<Counts>
  readonly f1: number
}

/**
 * One field over many documents; `documents` counts those that have it or whose answer invents it. Shares in 0..1; `precision` is null
 * where none gives it and `recall` where none has it.
 */
export interface FieldMean {
  readonly field: string
  readonly group: Group
  readonly documents: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number
}

/** Over many documents: each field's mean over its documents, each group's over its fields, `overall` over the groups; NaN for no document. */
export interface Means {
  readonly documents: number
  readonly fields: ReadonlyArray<FieldMean>
  readonly groups: ReadonlyArray<{ readonly group: Group; readonly documents: number; readonly f1: number }>
  readonly overall: number
}

/** A resume against its truth; of the given one, only what `Expected` has is looked at. */
export const score = (expected: Expected, given: Expected): DocumentScore => ofVerdicts(compare(expected, given))

export const ofVerdicts = (verdicts: ReadonlyArray<Verdict>): DocumentScore => {
  const fields = all.flatMap((field) => {
    const own = verdicts.filter((verdict) => verdict.field.name === field.name)
    return own.length === 0 ? [] : [count(field, own)]
  })
  return { fields, f1: f1(fields) }
}

/** The share of values that are right, by fields and groups: the mean of the groups' means; NaN for no field. */
export const f1 = (fields: ReadonlyArray<Counts>): number =>
  mean(byGroup(fields.map((counts) => ({ group: counts.group, f1: fieldF1(counts) }))).map((group) => group.f1))

export const means = (documents: ReadonlyArray<Pick<DocumentScore, "fields">>): Means => {
  const scores = new Map<string, Array<Counts>>()
  for (const document of documents) {
    for (const score of document.fields) {
      const own = scores.get(score.field)
      if (own === undefined) scores.set(score.field, [score])
      else own.push(score)
    }
  }
  const fields = all.flatMap((field) => {
    const own = scores.get(field.name)
    return own === undefined ? [] : [fieldMean(field.name, field.group, own)]
  })
  const counts = (group: Group) => documents.filter((document) => document.fields.some((field) => field.group === group)).length
  const found = byGroup(fields).map((group) => ({ ...group, documents: counts(group.group) }))
  return { documents: documents.length, fields, groups: found, overall: mean(found.map((group) => group.f1)) }
}

const count = ({ group, name }: Field, verdicts: ReadonlyArray<Verdict>): Counts => ({
  field: name,
  group,
  expected: verdicts.filter((verdict) => verdict.expected !== null).length,
  given: verdicts.filter((verdict) => verdict.given !== null).length,
  correct: verdicts.filter((verdict) => verdict.correct).length
})

const fieldF1 = ({ correct, expected, given }: Counts): number => (2 * correct) / (expected + given)

const fieldMean = (field: string, group: Group, scores: ReadonlyArray<Counts>): FieldMean => ({
  field,
  group,
  documents: scores.length,
  precision: share(scores.filter((counts) => counts.given > 0), (counts) => counts.correct / counts.given),
  recall: share(scores.filter((counts) => counts.expected > 0), (counts) => counts.correct / counts.expected),
  f1: mean(scores.map(fieldF1))
})

const share = (scores: ReadonlyArray<Counts>, of: (counts: Counts) => number): number | null =>
  scores.length === 0 ? null : mean(scores.map(of))

const byGroup = (fields: ReadonlyArray<Pick<FieldMean, "group" | "f1">>) =>
  groups.flatMap((group) => {
    const own = fields.filter((field) => field.group === group)
    return own.length === 0 ? [] : [{ group, f1: mean(own.map((field) => field.f1)) }]
  })

const mean = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, number) => total + number, 0) / numbers.length
