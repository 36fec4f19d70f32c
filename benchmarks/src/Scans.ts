/** Pictures of the corpus: `DIR/scans/NAME.VARIANT.EXTENSION`, each with the truth of `DIR/truth/NAME.json`. */
import { FileSystem, Path } from "@effect/platform"
import { Effect } from "effect"
import * as Corpus from "./Corpus.js"

export interface Scan {
  readonly variant: string
  readonly picture: Corpus.Document
  /** the document that it is a picture of */
  readonly original: Corpus.Document
}

/** In the order of variants and names; a scan without a truth is passed over. */
export const load = Effect.fn("Scans.load")(function*(directory: string, selection: Corpus.Selection) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const folder = path.join(directory, "scans")
  const documents = yield* Corpus.load(directory, selection)
  const names = yield* files.readDirectory(folder).pipe(
    Effect.mapError(() => new Corpus.CorpusError({ file: folder, reason: "no such directory" }))
  )
  return names.flatMap((name): ReadonlyArray<Scan> => {
    const [base, variant] = name.split(".")
    const original = documents.find(({ truth }) => truth.document.replace(/\.[^.]+$/, "") === base)
    if (original === undefined || variant === undefined) return []
    return [{ variant, original, picture: { truth: { ...original.truth, document: name }, file: path.join(folder, name) } }]
  }).sort((a, b) => a.variant.localeCompare(b.variant) || a.picture.file.localeCompare(b.picture.file))
})
