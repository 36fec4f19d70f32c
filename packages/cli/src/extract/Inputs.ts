/** What the arguments of `excv extract` name: files, standard input, and the files in directories, in a fixed order. */
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import type { PlatformError } from "@effect/platform/Error"
import type { ApiError } from "@excv/api"
import { Effect } from "effect"
import * as Unreadable from "./Unreadable.js"

/** `name` is what the results call it: the argument, or the argument and the path below it. */
export type Input =
  | { readonly _tag: "File"; readonly name: string }
  | { readonly _tag: "Stdin"; readonly name: "-" }
  | { readonly _tag: "Missing"; readonly name: string; readonly error: ApiError.ApiError }

interface Inputs {
  readonly all: ReadonlyArray<Input>
  /** one file was asked for, by its name */
  readonly isSingle: boolean
}

/** Of the accepted formats; only in directories: a file that is named is read whatever it is called. */
const extensions = new Set([".pdf", ".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".docx"])

type Found = Effect.Effect<ReadonlyArray<Input>, never, FileSystem.FileSystem | Path.Path>

const file = (name: string): Input => ({ _tag: "File", name })

/** Nothing is read yet: a file that is missing fails when its turn comes. */
export const find = Effect.fn("Inputs.find")(function*(names: ReadonlyArray<string>) {
  const fs = yield* FileSystem.FileSystem
  const isDirectory = (name: string) =>
    fs.stat(name).pipe(Effect.map(({ type }) => type === "Directory"), Effect.orElseSucceed(() => false))

  const one = (name: string) =>
    Effect.gen(function*() {
      if (name === "-") return { directory: false, inputs: [{ _tag: "Stdin", name }] satisfies ReadonlyArray<Input> }
      const directory = yield* isDirectory(name)
      return { directory, inputs: directory ? yield* inDirectory(name) : [file(name)] }
    })

  const found = yield* Effect.forEach(names, one)
  return {
    all: found.flatMap(({ inputs }) => inputs),
    isSingle: found.length === 1 && found[0]?.directory === false
  } satisfies Inputs
})

const inDirectory = (name: string): Found =>
  Effect.map(walk(name, new Set()), (inputs) =>
    inputs.length > 0 ? inputs : [{ _tag: "Missing", name, error: Unreadable.emptyDirectory }])

/** `seen` holds the real paths of the directories that were walked: links cannot lead around in circles. */
const walk = (directory: string, seen: Set<string>): Found =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const real = yield* fs.realPath(directory)
    if (seen.has(real)) return []
    seen.add(real)
    const names = (yield* fs.readDirectory(directory)).filter((name) => !name.startsWith(".")).sort()
    const inputs = yield* Effect.forEach(names, (name) => entry(path.join(directory, name), seen))
    return inputs.flat()
  }).pipe(Effect.catchAll((error) => Effect.succeed([missing(directory, error)])))

const entry = (name: string, seen: Set<string>): Found =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const isAccepted = extensions.has(path.extname(name).toLowerCase())
    return yield* Effect.matchEffect(fs.stat(name), {
      onFailure: (error) => Effect.succeed(isAccepted ? [missing(name, error)] : []),
      onSuccess: ({ type }) =>
        type === "Directory" ? walk(name, seen) : Effect.succeed(type === "File" && isAccepted ? [file(name)] : [])
    })
  })

const missing = (name: string, error: PlatformError): Input => ({
  _tag: "Missing",
  name,
  error: Unreadable.fromPlatform(error)
})
