/**
 * The data directory has one owner. Lock files are numbered: whoever creates the next number first owns the directory, and the
 * highest number is never deleted, so a lock left by a killed process can be taken over without two takers both winning.
 */
import { Effect, Layer, Option, Schema } from "effect"
import { randomUUID } from "node:crypto"
import { chmod, link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import * as ProcessIdentity from "./ProcessIdentity.js"

/** Another process owns the directory, or a part of this one does. */
export class DirectoryInUse extends Schema.TaggedError<DirectoryInUse>("@excv/store/DirectoryInUse")("DirectoryInUse", {
  /** absolute */
  directory: Schema.String,
  pid: Schema.Int
}) {
  override get message() {
    return `${this.directory} is in use by process ${this.pid}. Stop that process, or choose another directory with EXCV_DATA_DIR, or a Postgres server with DATABASE_URL.`
  }
}

/** The directory cannot be made, read or written. `code` is the system's, such as `EACCES`. */
export class DirectoryUnusable extends Schema.TaggedError<DirectoryUnusable>("@excv/store/DirectoryUnusable")(
  "DirectoryUnusable",
  { directory: Schema.String, code: Schema.String }
) {
  override get message() {
    return `${this.directory} cannot be used as the data directory (${this.code}). Choose another one with EXCV_DATA_DIR.`
  }
}

const Lock = Schema.parseJson(Schema.Struct({ owner: Schema.NullOr(ProcessIdentity.ProcessIdentity) }))

/** Makes the directory (mode 0700) and owns it until the scope closes, or the process ends in whatever way. */
export const own = Effect.fn("DataDirectory.own")(function* (path: string) {
  const directory = resolve(path)
  const attempt = <A>(work: () => Promise<A>) =>
    Effect.tryPromise({ try: work, catch: (error) => new DirectoryUnusable({ directory, code: codeOf(error) }) })

  yield* attempt(async () => {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await chmod(directory, 0o700)
  })
  const claimed = yield* Effect.acquireRelease(attempt(() => claim(directory)), (claim) =>
    claim._tag === "Held" ? Effect.void : Effect.ignore(attempt(() => writeLock(claim.file, null))))
  if (claimed._tag === "Held") return yield* new DirectoryInUse({ directory, pid: claimed.pid })
})

export const layer = (path: string) => Layer.scopedDiscard(own(path))

type Claim = { readonly _tag: "Owned"; readonly file: string } | { readonly _tag: "Held"; readonly pid: number }

const claim = async (directory: string): Promise<Claim> => {
  const before = Math.max(0, ...(await numbers(directory)))
  const owner = await ownerOf(fileOf(directory, before))
  if (owner !== null && (await ProcessIdentity.isAlive(owner))) return { _tag: "Held", pid: owner.pid }
  const mine = before + 1
  if (!(await create(directory, mine))) return claim(directory)
  const all = await numbers(directory)
  // While this one looked, others may have come and gone: then its number is an old one that had been deleted.
  if (all.some((number) => number > mine)) {
    await rm(fileOf(directory, mine), { force: true })
    return claim(directory)
  }
  await Promise.all(all.filter((number) => number < mine).map((number) => rm(fileOf(directory, number), { force: true })))
  return { _tag: "Owned", file: fileOf(directory, mine) }
}

/** False when the number is taken. A link appears with its content: nobody reads a lock that is half written. */
const create = async (directory: string, number: number): Promise<boolean> => {
  const draft = join(directory, `.lock-${randomUUID()}`)
  await writeLock(draft, await ProcessIdentity.own())
  return link(draft, fileOf(directory, number))
    .then(() => true, (error) => codeOf(error) === "EEXIST" ? false : Promise.reject(error))
    .finally(() => rm(draft, { force: true }))
}

/** Null when the lock was released or deleted, or its owner ended while releasing it. */
const ownerOf = async (file: string): Promise<ProcessIdentity.ProcessIdentity | null> => {
  const text = await readFile(file, "utf8").catch((error) =>
    codeOf(error) === "ENOENT" ? "" : Promise.reject(error))
  return Option.match(Schema.decodeOption(Lock)(text), { onNone: () => null, onSome: (lock) => lock.owner })
}

const writeLock = (file: string, owner: ProcessIdentity.ProcessIdentity | null) =>
  writeFile(file, Schema.encodeSync(Lock)({ owner }), { mode: 0o600 })

const numbers = async (directory: string): Promise<ReadonlyArray<number>> =>
  (await readdir(directory)).flatMap((name) => {
    const number = /^owner-(\d+)\.lock$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })

const fileOf = (directory: string, number: number) => join(directory, `owner-${number}.lock`)

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown"
