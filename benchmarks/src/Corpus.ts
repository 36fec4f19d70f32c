/** A corpus: a directory of documents with their truths, `DIR/truth/NAME.json` beside `DIR/documents/`. */
import { FileSystem, Path } from "@effect/platform"
import { Truth } from "@excv/evaluation"
import { Effect, Schema } from "effect"

/** A directory that cannot be scored; `message` says which file is wrong and how. */
export class CorpusError extends Schema.TaggedError<CorpusError>("@excv/benchmarks/CorpusError")("CorpusError", {
  file: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return `${this.file}: ${this.reason}`
  }
}

export interface Document {
  readonly truth: Truth.Truth
  /** where its bytes are */
  readonly file: string
}

/** Which documents are wanted; an absent member wants all. `only` is a part of the file's name. */
export interface Selection {
  readonly split?: Truth.Split | undefined
  readonly only?: string | undefined
  readonly layout?: string | undefined
  readonly language?: string | undefined
}

export const isSelected = (truth: Truth.Truth, { language, layout, only, split }: Selection): boolean =>
  (split === undefined || truth.split === split) &&
  (only === undefined || truth.document.includes(only)) &&
  (layout === undefined || truth.layout === layout) &&
  (language === undefined || truth.language === language)

/** The selected documents in the order of their names; fails when there are none. */
export const load = Effect.fn("Corpus.load")(function*(directory: string, selection: Selection) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const folder = path.join(directory, "truth")
  const names = yield* files.readDirectory(folder).pipe(
    Effect.mapError(() => new CorpusError({ file: folder, reason: "no such directory" }))
  )
  const documents = yield* Effect.forEach(
    names.filter((name) => name.endsWith(".json")).sort(),
    (name) => read(path.join(folder, name), path.join(directory, "documents")),
    { concurrency: 8 }
  )
  const selected = documents.filter(({ truth }) => isSelected(truth, selection))
  if (selected.length === 0) return yield* new CorpusError({ file: directory, reason: "no document is selected" })
  return selected
})

const read = Effect.fn("Corpus.read")(function*(file: string, folder: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const truth = yield* files.readFileString(file).pipe(
    Effect.flatMap(Truth.parse),
    Effect.mapError((error) => new CorpusError({ file, reason: error.message }))
  )
  const document: Document = { truth, file: path.join(folder, truth.document) }
  if (!(yield* Effect.orElseSucceed(files.exists(document.file), () => false))) {
    return yield* new CorpusError({ file, reason: `${document.file} is missing` })
  }
  return document
})
