/** What changed since an older run, on the documents that both have: differences with paired bootstrap intervals, as text. */
import { Bootstrap, Field } from "@excv/evaluation"
import { describe } from "./Environment.js"
import * as Results from "./Results.js"
import type { DocumentResult } from "./Results.js"
import { render, share, signed } from "./Table.js"

interface Pair {
  readonly before: DocumentResult
  readonly after: DocumentResult
}

/** A change smaller than this is a rounding error of the file. */
const smallest = 0.0005

export const changes = (before: Results.Results, after: Results.Results): string => {
  const pairs = after.documents.flatMap((document) => {
    const old = before.documents.find((candidate) => candidate.document === document.document)
    return old === undefined ? [] : [{ before: old, after: document }]
  })
  return [
    `Changes since ${describe(before.environment)}, on ${pairs.length} documents that both runs have; with 95 % intervals, * where 0 is outside`,
    ...Results.bySplit(pairs.map(({ after }) => after)).map(({ split }) =>
      `${split}\n${scoreTable(pairs.filter(({ after }) => after.split === split))}`
    ),
    documentTable(pairs)
  ].filter((text) => text !== "").join("\n\n")
}

const scoreTable = (pairs: ReadonlyArray<Pair>): string =>
  render([
    ["", "before", "after", "change", "interval", ""],
    row("overall", pairs, (documents) => Results.meansOf(documents).overall),
    ...Field.groups.map((group) =>
      row(group, pairs, (documents) => Results.meansOf(documents).groups.find((mean) => mean.group === group)?.f1 ?? NaN)
    ),
    ...Field.all
      .map(({ name }) => row(name, pairs, (documents) => Results.meansOf(documents).fields.find(({ field }) => field === name)?.f1 ?? NaN))
      .filter(([, before, after]) => before !== after),
    row("hallucination", pairs, (documents) => Results.hallucination(documents) ?? NaN)
  ])

const row = (name: string, pairs: ReadonlyArray<Pair>, score: (documents: ReadonlyArray<DocumentResult>) => number): ReadonlyArray<string> => {
  const before = score(pairs.map((pair) => pair.before))
  const after = score(pairs.map((pair) => pair.after))
  if (Number.isNaN(after - before) || Math.abs(after - before) < smallest) return [name, share(before), share(after)]
  const { high, low } = Bootstrap.interval(
    pairs,
    (sample) => score(sample.map((pair) => pair.after)) - score(sample.map((pair) => pair.before)),
    { resamples: 300 }
  )
  return [name, share(before), share(after), signed(after - before), `${signed(low)} to ${signed(high)}`, low > 0 || high < 0 ? "*" : ""]
}

const documentTable = (pairs: ReadonlyArray<Pair>): string => {
  const moved = pairs
    .filter(({ after, before }) => Math.abs(after.f1 - before.f1) >= smallest)
    .sort((a, b) => (a.after.f1 - a.before.f1) - (b.after.f1 - b.before.f1))
  if (moved.length === 0) return "No document's F1 changed."
  return render([
    ["document", "before", "after", "change"],
    ...moved.map(({ after, before }) => [after.document, share(before.f1), share(after.f1), signed(after.f1 - before.f1)])
  ])
}
