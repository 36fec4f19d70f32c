import { NodeContext } from "@effect/platform-node"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll } from "vitest"
import type { Input } from "../src/extract/Inputs.js"
import * as OutputDirectory from "../src/extract/OutputDirectory.js"
import * as Binary from "./Binary.js"

const room = Binary.temporary()
afterAll(room.remove)

const cv: Input = { _tag: "File", name: "some/where/a.b.pdf" }

describe("the directory of --out", () => {
  it.effect("names a result after its file, and leaves nothing behind when it cannot be written", () =>
    Effect.gen(function*() {
      const directory = join(room.path, "out")
      const { write } = yield* OutputDirectory.make(directory, [cv])
      expect(yield* write(cv, "{}")).toBe(join(directory, "a.b.json"))
      mkdirSync(join(directory, "stdin.json"))
      const error = yield* Effect.flip(write({ _tag: "Stdin", name: "-" }, "{}"))
      expect(error).toMatchObject({ _tag: "INTERNAL_ERROR", details: { reason: "not_written" } })
      expect(readdirSync(directory).sort()).toEqual(["a.b.json", "stdin.json"])
    }).pipe(Effect.provide(NodeContext.layer)))

  it.effect("fails before the work when it cannot be made", () =>
    Effect.gen(function*() {
      writeFileSync(join(room.path, "file"), "")
      const error = yield* Effect.flip(OutputDirectory.make(join(room.path, "file", "below"), [cv]))
      expect(error).toMatchObject({ code: 1, message: expect.stringContaining("file/below cannot be made or used") })
    }).pipe(Effect.provide(NodeContext.layer)))
})
