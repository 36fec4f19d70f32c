/** The cache of answers as files in a directory: one for each question, named by its hash. It holds text of documents. */
import type { Cache } from "@excv/pipeline"
import { Attempt, Draft, Issue } from "@excv/schema"
import { Effect, Schema } from "effect"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"

const Kept = Schema.parseJson(Schema.Struct({
  draft: Draft.Draft,
  usage: Attempt.Usage,
  issues: Schema.optionalWith(Schema.Array(Issue.Issue), { default: () => [] }),
  seenPages: Schema.optionalWith(Schema.Array(Schema.Int), { default: () => [] })
}))

const fileOf = (directory: string, key: string): string => join(directory, key.slice(0, 2), `${key}.json`)

/** Written beside and moved into place, so that nobody reads half an answer. */
const write = async (file: string, text: string): Promise<void> => {
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  await writeFile(unfinished, text, { mode: 0o600 })
  await rename(unfinished, file)
}

export const inDirectory = (directory: string): Cache.Store => ({
  get: (key) =>
    Effect.tryPromise(() => readFile(fileOf(directory, key), "utf8")).pipe(
      Effect.flatMap(Schema.decodeUnknown(Kept)),
      Effect.orElseSucceed(() => null)
    ),
  set: (key, { draft, issues = [], seenPages = [], usage }) =>
    Schema.encode(Kept)({ draft, usage, issues, seenPages }).pipe(
      Effect.flatMap((text) => Effect.tryPromise(() => write(fileOf(directory, key), text))),
      Effect.catchAll(() => Effect.logWarning("An answer could not be kept in the cache"))
    )
})
