/** The directory of `--out`: one JSON file for each input, whole or not there at all. */
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import type { PlatformError } from "@effect/platform/Error"
import { ApiError } from "@excv/api"
import { Array, Effect } from "effect"
import { randomUUID } from "node:crypto"
import * as Exit from "../Exit.js"
import type { Input } from "./Inputs.js"
import * as Unreadable from "./Unreadable.js"

interface OutputDirectory {
  /** The path of the file. Not interruptible. */
  readonly write: (input: Input, text: string) => Effect.Effect<string, ApiError.InternalError>
}

/** Makes the directory. Two inputs that would be written to one file are refused before anything is read. */
export const make = Effect.fn("OutputDirectory.make")(function*(directory: string, inputs: ReadonlyArray<Input>) {
  const fs = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const fileOf = ({ name }: Input) =>
    path.join(directory, `${name === "-" ? "stdin" : path.basename(name, path.extname(name))}.json`)

  yield* distinct(inputs, fileOf)
  yield* fs.makeDirectory(directory, { recursive: true }).pipe(
    Effect.mapError((error) => Exit.failed(`${directory} cannot be made or used (${Unreadable.reasonOf(error)}).`))
  )

  const write = (input: Input, text: string) => {
    const file = fileOf(input)
    const draft = path.join(directory, `.${randomUUID()}.tmp`)
    return fs.writeFileString(draft, text, { flag: "wx" }).pipe(
      Effect.zipRight(fs.rename(draft, file)),
      Effect.tapError(() => Effect.ignore(fs.remove(draft, { force: true }))),
      Effect.mapBoth({ onFailure: unwritable, onSuccess: () => file }),
      Effect.uninterruptible
    )
  }
  return { write } satisfies OutputDirectory
})

/** Without regard to case: some file systems have none. */
const distinct = (inputs: ReadonlyArray<Input>, fileOf: (input: Input) => string) => {
  const groups = Array.groupBy(inputs, (input) => fileOf(input).toLowerCase())
  const clash = Object.values(groups).find((group) => group.length > 1)
  return clash === undefined ? Effect.void : Exit.usage(
    `${clash.map(({ name }) => name).join(" and ")} would all be written to ${fileOf(clash[0])}.\n` +
      "Extract them in separate runs with different --out directories, or without --out, as JSON lines."
  )
}

const unwritable = (error: PlatformError) =>
  new ApiError.InternalError({ message: `The result cannot be written (${Unreadable.reasonOf(error)}).`, details: { reason: "not_written" } })
