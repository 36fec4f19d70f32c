/** How much the stated confidences are worth, as text. */
import { Calibration } from "@excv/evaluation"
import type { DocumentResult } from "./Results.js"
import { render, share } from "./Table.js"

/** The confidences of single values, by split. */
export interface Values {
  readonly [split: string]: ReadonlyArray<Calibration.Sample>
}

/** From this F1 on a document counts as right: what its confidence has to tell. */
export const rightFrom = 0.9

/** `confidence_score` against the share of right values (the document's F1). */
export const shares = (documents: ReadonlyArray<DocumentResult>): ReadonlyArray<Calibration.Sample> =>
  documents.flatMap(({ confidence, f1 }) => confidence === null ? [] : [{ confidence, outcome: f1 }])

/** `confidence_score` against the event that the document is right. */
export const events = (documents: ReadonlyArray<DocumentResult>): ReadonlyArray<Calibration.Sample> =>
  shares(documents).map(({ confidence, outcome }) => ({ confidence, outcome: outcome >= rightFrom ? 1 : 0 }))

/** The reliability table of a split, and its errors in one number each. */
export const table = (split: string, documents: ReadonlyArray<DocumentResult>, values: ReadonlyArray<Calibration.Sample>): string => {
  const shared = shares(documents)
  const bins = Calibration.reliability(shared)
  const rights = Calibration.reliability(events(documents))
  const rows = bins.map((bin, index) => [
    `${share(bin.lowest)}–${share(bin.highest)}`,
    String(bin.count),
    share(bin.confidence),
    share(bin.outcome),
    share(rights[index]?.outcome)
  ])
  return [
    `Reliability of confidence_score, ${split} (bins of equal mass)`,
    render([["confidence", "documents", "mean", "mean F1", `F1 ≥ ${rightFrom}`], ...rows]),
    render([
      ["", "samples", "ECE", "AUROC"],
      ["documents, against their F1", String(shared.length), share(Calibration.expectedError(shared)), ""],
      [
        `documents, against F1 ≥ ${rightFrom}`,
        String(shared.length),
        share(Calibration.expectedError(events(documents))),
        share(Calibration.auroc(events(documents)))
      ],
      ["single values, against being right", String(values.length), share(Calibration.expectedError(values)), share(Calibration.auroc(values))]
    ])
  ].join("\n\n")
}
