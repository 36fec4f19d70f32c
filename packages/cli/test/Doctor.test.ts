import { NodeContext } from "@effect/platform-node"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll } from "vitest"
import * as Configuration from "../src/Configuration.js"
import * as Database from "../src/doctor/Database.js"
import * as Binary from "./Binary.js"

const room = Binary.temporary()
afterAll(room.remove)

const checkWith = (settings: Record<string, string>) =>
  Database.check.pipe(
    Configuration.override(Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, Option.some(value)]))),
    Effect.provide(NodeContext.layer)
  )

describe("the check of the database", () => {
  it.effect("does not make an embedded one that the first start will make", () =>
    Effect.gen(function*() {
      const directory = join(room.path, "not", "yet")
      expect(yield* checkWith({ EXCV_DATA_DIR: directory })).toEqual({
        name: "database", ok: true, found: `embedded, in ${directory}, made by the first start`, advice: null
      })
      expect(existsSync(directory)).toBe(false)
    }))

  it.effect("finds that a directory cannot be one", () =>
    Effect.gen(function*() {
      writeFileSync(join(room.path, "file"), "")
      const { advice, found, ok } = yield* checkWith({ EXCV_DATA_DIR: join(room.path, "file", "below") })
      expect(ok).toBe(false)
      expect(found).toContain("file/below cannot be used as the data directory (ENOTDIR)")
      expect(advice).toContain("must be a directory")
    }))

  it.effect("says which Postgres does not answer, without its password", () =>
    Effect.gen(function*() {
      const check = yield* checkWith({ DATABASE_URL: "postgres://user:secret@127.0.0.1:1/excv" })
      expect(check).toMatchObject({ ok: false, found: expect.stringContaining("Postgres at 127.0.0.1:1/excv does not answer") })
      expect(JSON.stringify(check)).not.toContain("secret")
    }))
})
