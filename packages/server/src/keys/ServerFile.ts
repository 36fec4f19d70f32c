/**
 * `server.json` in the data directory: where the server that owns the embedded database can be reached, and the token that
 * opens its admin route. Only the user who started the server can read it.
 */
import type { Option} from "effect";
import { Effect, Schema } from "effect"
import { randomUUID } from "node:crypto"
import { readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"

export const ServerFile = Schema.Struct({
  /** such as `http://127.0.0.1:3000` */
  url: Schema.String,
  pid: Schema.Int,
  token: Schema.Redacted(Schema.String)
})
export type ServerFile = typeof ServerFile.Type

const Text = Schema.parseJson(ServerFile)

const pathIn = (directory: string) => join(directory, "server.json")

/** Written at once or not at all, and removed with the scope. */
export const publish = (directory: string, file: ServerFile) =>
  Effect.acquireRelease(
    Effect.flatMap(Schema.encode(Text)(file), (text) =>
      Effect.tryPromise(async () => {
        const draft = `${pathIn(directory)}.${randomUUID()}`
        await writeFile(draft, text, { flag: "wx", mode: 0o600 })
        await rename(draft, pathIn(directory))
      })),
    () => Effect.promise(() => rm(pathIn(directory), { force: true }))
  )

/** None when no server is there, or none that ended in order. */
export const read = (directory: string): Effect.Effect<Option.Option<ServerFile>> =>
  Effect.tryPromise(() => readFile(pathIn(directory), "utf8")).pipe(
    Effect.flatMap(Schema.decode(Text)),
    Effect.option
  )
