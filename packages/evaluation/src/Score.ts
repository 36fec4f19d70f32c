/** Scores: the verdicts on one document as precision, recall and F1 of each field, and the mean over many documents. */
import { all, groups } from "./Field.js"
import type { Group } from "./Field.js"
import { compare } from "./Verdict.js"
import type { Verdict } from "./Verdict.js"
import type { Expected } from "./Truth.js"

/** Shares in 0..1. `precision` is null where nothing was given, `recall` where nothing was expected. */
export interface FieldScore {
  readonly field: string
  readonly group: Group
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number
}

/** One document: `fields` has only those that the document has or the answer gives; `f1` is the mean of the groups' means. */
export interface DocumentScore {
  readonly fields: ReadonlyArray<FieldScore>
  readonly f1: number
}

/** Of one group or field over many documents; `documents` counts those that have it or whose answer invents it. */
export interface FieldMean extends FieldScore {
  readonly documents: number
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
    return own.length === 0 ? [] : [fieldScore(field.name, field.group, own)]
  })
  return { fields, f1: mean(byGroup(fields).map((group) => group.f1)) }
}

export const means = (documents: ReadonlyArray<Pick<DocumentScore, "fields">>): Means => {
  const scores = new Map<string, Array<FieldScore>>()
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
  const means = byGroup(fields).map((group) => ({ ...group, documents: counts(group.group) }))
  return { documents: documents.length, fields, groups: means, overall: mean(means.map((group) => group.f1)) }
}

const fieldScore = (field: string, group: Group, verdicts: ReadonlyArray<Verdict>): FieldScore => {
  const expected = verdicts.filter((verdict) => verdict.expected !== null).length
  const given = verdicts.filter((verdict) => verdict.given !== null).length
  const correct = verdicts.filter((verdict) => verdict.correct).length
  return {
    field,
    group,
    precision: given === 0 ? null : correct / given,
    recall: expected === 0 ? null : correct / expected,
    f1: (2 * correct) / (expected + given)
  }
}

const fieldMean = (field: string, group: Group, scores: ReadonlyArray<FieldScore>): FieldMean => {
  const some = (numbers: ReadonlyArray<number | null>) => {
    const present = numbers.filter((number) => number !== null)
    return present.length === 0 ? null : mean(present)
  }
  return {
    field,
    group,
    documents: scores.length,
    precision: some(scores.map((score) => score.precision)),
    recall: some(scores.map((score) => score.recall)),
    f1: mean(scores.map((score) => score.f1))
  }
}

const byGroup = (fields: ReadonlyArray<FieldScore>) =>
  groups.flatMap((group) => {
    const own = fields.filter((field) => field.group === group)
    return own.length === 0 ? [] : [{ group, f1: mean(own.map((field) => field.f1)) }]
  })

const mean = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, number) => total + number, 0) / numbers.length
