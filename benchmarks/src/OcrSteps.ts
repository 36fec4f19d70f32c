/** What each step of preparing a picture is worth: F1 with all of them, and without each in turn. */
import { Array } from "effect"
import type { PreparationStep } from "excv/effect"
import type * as OcrAccuracy from "./OcrAccuracy.js"
import * as Results from "./Results.js"
import { render, share, signed } from "./Table.js"

export interface Run {
  /** that was left out; null for none */
  readonly step: PreparationStep | null
  readonly pairs: ReadonlyArray<OcrAccuracy.Pair>
}

const overall = (pairs: ReadonlyArray<OcrAccuracy.Pair>): number => Results.meansOf(pairs.map(({ picture }) => picture)).overall

/** One row a kind of picture, one column a step: how much is lost without it. */
export const table = (runs: ReadonlyArray<Run>): string => {
  const all = runs.find(({ step }) => step === null)?.pairs ?? []
  const kinds = [...Object.keys(Array.groupBy(all, ({ variant }) => variant))]
  const row = (name: string, isOwn: (pair: OcrAccuracy.Pair) => boolean): ReadonlyArray<string> => {
    const base = overall(all.filter(isOwn))
    return [name, share(base), ...runs.flatMap(({ pairs, step }) => (step === null ? [] : [signed(overall(pairs.filter(isOwn)) - base)]))]
  }
  return render([
    ["F1 as picture", "all steps", ...runs.flatMap(({ step }) => (step === null ? [] : [`without ${step}`]))],
    ...kinds.map((kind) => row(kind, ({ variant }) => variant === kind)),
    row("all", () => true)
  ])
}
