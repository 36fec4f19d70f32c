/** Effect: the service from its layer, failures as typed errors, several CVs at once. */
import { Excv } from "excv/effect"
import { Effect } from "effect"
import { readFile } from "node:fs/promises"

const nameOf = (file: string) =>
  Effect.gen(function*() {
    const { extract } = yield* Excv.Excv
    const bytes = yield* Effect.promise(() => readFile(file))
    const { resume } = yield* extract(bytes, { asOf: "2026-01" })
    return resume.full_name
  }).pipe(
    Effect.catchTags({
      DocumentRefused: ({ reason }) => Effect.succeed(`refused: ${reason}`),
      ExtractionFailed: ({ reason }) => Effect.succeed(`failed: ${reason}`)
    })
  )

export const names = (files: ReadonlyArray<string>): Promise<ReadonlyArray<string | null>> =>
  Effect.forEach(files, nameOf, { concurrency: 2 }).pipe(Effect.provide(Excv.layerConfig), Effect.runPromise)
