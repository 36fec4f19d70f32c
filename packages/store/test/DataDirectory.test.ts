import { expect, it } from "@effect/vitest"
import { Array, Effect, Either, Exit, Scope } from "effect"
import { chmod, mkdir, readdir, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { DataDirectory } from "../src/index.js"
import { start, temporaryDirectory } from "./Child.js"

const attempt = (directory: string) => Effect.either(Effect.scoped(DataDirectory.own(directory)))

it.scopedLive("a second owner in the same process is refused until the first one lets go", () =>
  Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    const scope = yield* Scope.make()
    yield* Scope.extend(DataDirectory.own(directory), scope)
    const refused = Either.getLeft(yield* attempt(directory))
    expect(refused).toMatchObject({ _tag: "Some", value: { _tag: "DirectoryInUse", directory, pid: process.pid } })
    yield* Scope.close(scope, Exit.void)
    expect(Either.isRight(yield* attempt(directory))).toBe(true)
    expect(Either.isRight(yield* attempt(directory))).toBe(true)
  }))

it.scopedLive("another process's directory is refused by its pid and with what to do; after its SIGKILL it is taken over", () =>
  Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    yield* Effect.scoped(Effect.gen(function* () {
      const owner = yield* start("owner", [directory])
      expect(owner.line).toBe("owned")
      const refused = yield* Effect.flip(Effect.scoped(DataDirectory.own(directory)))
      expect(refused).toMatchObject({ _tag: "DirectoryInUse", pid: owner.pid })
      expect(refused.message).toContain(`process ${owner.pid}`)
      expect(refused.message).toContain("EXCV_DATA_DIR")
    }))
    expect(Either.isRight(yield* attempt(directory))).toBe(true)
  }), 60_000)

it.scopedLive("of many that find a dead owner's lock at once, one wins", () =>
  Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    yield* Effect.scoped(start("owner", [directory]))
    for (let round = 0; round < 8; round++) {
      const scope = yield* Scope.make()
      const racers = yield* Effect.all(Array.replicate(Effect.either(Scope.extend(DataDirectory.own(directory), scope)), 20), { concurrency: "unbounded" })
      expect(racers.filter(Either.isRight)).toHaveLength(1)
      yield* Scope.close(scope, Exit.void)
    }
    expect(yield* Effect.promise(() => readdir(directory))).toHaveLength(1)
  }), 60_000)

it.scopedLive("of processes that find a dead owner's lock at once, one wins", () =>
  Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    yield* Effect.scoped(start("owner", [directory]))
    const racers = yield* Effect.all(Array.replicate(start("owner", [directory]), 3), { concurrency: "unbounded" })
    expect(racers.map(({ line }) => line).sort()).toEqual([...Array.replicate("DirectoryInUse", 2), "owned"])
  }), 60_000)

it.scopedLive.skipIf(process.platform !== "linux")("a lock whose number now belongs to a later process is stale", () =>
  Effect.gen(function* () {
    const directory = yield* temporaryDirectory
    const lock = { owner: { pid: process.pid, started: "1" } }
    yield* Effect.promise(() => writeFile(join(directory, "owner-7.lock"), JSON.stringify(lock)))
    expect(Either.isRight(yield* attempt(directory))).toBe(true)
  }))

it.scopedLive("the directory is made, and is the user's alone", () =>
  Effect.gen(function* () {
    const directory = join(yield* temporaryDirectory, "made", "here")
    yield* DataDirectory.own(directory)
    expect((yield* Effect.promise(() => stat(directory))).mode & 0o777).toBe(0o700)
    const open = join(yield* temporaryDirectory, "open")
    yield* Effect.promise(() => mkdir(open).then(() => chmod(open, 0o755)))
    yield* DataDirectory.own(open)
    expect((yield* Effect.promise(() => stat(open))).mode & 0o777).toBe(0o700)
  }))

it.scopedLive("what cannot be a directory is refused with the system's reason", () =>
  Effect.gen(function* () {
    const file = join(yield* temporaryDirectory, "file")
    yield* Effect.promise(() => writeFile(file, ""))
    const refused = yield* Effect.flip(DataDirectory.own(join(file, "below")))
    expect(refused).toMatchObject({ _tag: "DirectoryUnusable", code: "ENOTDIR" })
  }))
