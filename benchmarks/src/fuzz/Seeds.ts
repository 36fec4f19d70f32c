/** The files that are made wrong: of every format, good ones and bad ones. */
import { FileSystem, Path } from "@effect/platform"
import { Effect } from "effect"

export interface Seed {
  readonly name: string
  readonly format: string
  readonly bytes: Uint8Array
}

const folders = ["documents", "scans", "hidden", "hostile"]

/** bytes: larger ones tell nothing that smaller ones do not, and cost time */
const maxBytes = 2_000_000

/** Of a directory as `fixtures/`, in the order of their names. */
export const load = Effect.fn("Seeds.load")(function*(directory: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const inFolder = Effect.fnUntraced(function*(folder: string) {
    const names = yield* Effect.orElseSucceed(files.readDirectory(path.join(directory, folder)), () => [])
    return yield* Effect.forEach([...names].sort(), (name) =>
      Effect.map(files.readFile(path.join(directory, folder, name)), (bytes): Seed => ({ name, format: path.extname(name).slice(1), bytes })))
  })
  const found = (yield* Effect.forEach(folders, inFolder)).flat()
  return found.filter(({ bytes, format }) => format !== "json" && format !== "md" && bytes.length > 0 && bytes.length <= maxBytes)
})
