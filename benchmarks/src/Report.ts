/** The accuracy tables of a run, as text: development and validation side by side, with the gap between them. */
import { Bootstrap, Field } from "@excv/evaluation"
import type { Score } from "@excv/evaluation"
import * as Reliability from "./Reliability.js"
import * as Results from "./Results.js"
import type { DocumentResult } from "./Results.js"
import { percent, render, share, signed } from "./Table.js"

interface Part {
  readonly split: string
  readonly documents: ReadonlyArray<DocumentResult>
  readonly means: Score.Means
}

export const accuracy = (documents: ReadonlyArray<DocumentResult>, values: Reliability.Values): string => {
  const parts = Results.bySplit(documents).map((part) => ({ ...part, means: Results.meansOf(part.documents) }))
  return [
    failureList(documents),
    titled("Groups: mean F1 of their fields; overall: mean of the groups", groupTable(parts)),
    titled("Fields: mean over the documents that have them or whose answer invents them", fieldTable(parts)),
    ...parts.map((part) => titled(`Layouts, ${part.split}`, breakdown(part, "layout"))),
    ...parts.map((part) => titled(`Languages, ${part.split}`, breakdown(part, "language"))),
    titled("Hallucination: given values that are wrong and occur nowhere in the document", hallucinationTable(parts)),
    ...parts.map(({ documents, split }) => Reliability.table(split, documents, values[split] ?? []))
  ].filter((text) => text !== "").join("\n\n")
}

export const titled = (title: string, table: string): string => `${title}\n\n${table}`

const groupTable = (parts: ReadonlyArray<Part>): string =>
  render([
    ["", ...parts.flatMap(({ split }) => [split, "documents"]), ...gapHeading(parts)],
    ...Field.groups.map((group) => {
      const found = parts.map(({ means }) => means.groups.find((mean) => mean.group === group))
      return [
        group,
        ...found.flatMap((mean) => [share(mean?.f1), String(mean?.documents ?? 0)]),
        ...gap(found.map((mean) => mean?.f1))
      ]
    }),
    ["overall", ...parts.flatMap(({ means }) => [share(means.overall), String(means.documents)]), ...gap(parts.map(({ means }) => means.overall))],
    ["  95 % of", ...parts.flatMap(({ documents }) => [interval(documents), ""])]
  ])

const fieldTable = (parts: ReadonlyArray<Part>): string =>
  render([
    ["", ...parts.flatMap(({ split }) => [split, "precision", "recall", "F1"]), ...gapHeading(parts)],
    ...Field.all.flatMap(({ name }) => {
      const found = parts.map(({ means }) => means.fields.find(({ field }) => field === name))
      if (found.every((mean) => mean === undefined)) return []
      const cells = found.flatMap((mean) => [String(mean?.documents ?? 0), share(mean?.precision), share(mean?.recall), share(mean?.f1)])
      return [[name, ...cells, ...gap(found.map((mean) => mean?.f1))]]
    })
  ])

/** A row for each layout or language, a column for each group. */
const breakdown = ({ documents }: Part, key: "layout" | "language"): string => {
  const names = [...new Set(documents.map((document) => document[key]))].sort()
  return render([
    ["", "documents", ...Field.groups, "overall"],
    ...names.map((name) => {
      const own = documents.filter((document) => document[key] === name)
      const means = Results.meansOf(own)
      const cells = Field.groups.map((group) => share(means.groups.find((mean) => mean.group === group)?.f1))
      return [name, String(own.length), ...cells, share(means.overall)]
    })
  ])
}

const hallucinationTable = (parts: ReadonlyArray<Part>): string =>
  render([
    ["", "rate", "invented", "given", "documents with text"],
    ...parts.map(({ documents, split }) => {
      const known = documents.flatMap(({ grounding }) => grounding ?? [])
      const total = (key: "given" | "invented") => String(known.reduce((sum, tally) => sum + tally[key], 0))
      return [split, percent(Results.hallucination(documents)), total("invented"), total("given"), String(known.length)]
    })
  ])

const failureList = (documents: ReadonlyArray<DocumentResult>): string => {
  const failed = documents.filter(({ failure }) => failure !== null)
  if (failed.length === 0) return ""
  return titled("No answer", render([["document", "why"], ...failed.map(({ document, failure }) => [document, failure ?? ""])]))
}

const interval = (documents: ReadonlyArray<DocumentResult>): string => {
  const { high, low } = Bootstrap.interval(documents, (sample) => Results.meansOf(sample).overall, { resamples: 500 })
  return `${share(low)}–${share(high)}`
}

const gapHeading = (parts: ReadonlyArray<Part>): ReadonlyArray<string> => parts.length === 2 ? ["gap"] : []

/** Development less validation: what was learnt by heart. */
const gap = ([development, validation, ...rest]: ReadonlyArray<number | undefined>): ReadonlyArray<string> =>
  development === undefined || validation === undefined || rest.length > 0 ? [] : [signed(development - validation)]
