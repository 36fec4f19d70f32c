import { describe, expect, it } from "@effect/vitest"
import { Duration, Effect, Utils } from "effect"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as Growth from "../src/fuzz/Growth.js"
import * as Message from "../src/fuzz/Message.js"
import * as Mutation from "../src/fuzz/Mutation.js"
import * as Subject from "../src/fuzz/Subject.js"

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/hidden/${name}`, import.meta.url)))
const files = [fixture("none.seen.pdf"), fixture("none.seen.docx")]

const mutated = (file: Uint8Array, seed: number) => Mutation.mutate(file, files[0] ?? file, new Utils.PCGRandom(1, seed))

describe("a mutation", () => {
  it("is the same for the same dice, and leaves the file that it was given alone", () => {
    for (const file of files) {
      const before = Uint8Array.from(file)
      for (let seed = 0; seed < 60; seed++) expect(Buffer.compare(mutated(file, seed).bytes, mutated(file, seed).bytes)).toBe(0)
      expect(Buffer.compare(file, before)).toBe(0)
    }
  })

  it("makes other files with other dice", () => {
    for (const file of files) {
      const made = Array.from({ length: 60 }, (_, seed) => Buffer.from(mutated(file, seed).bytes).toString("base64"))
      expect(new Set(made).size).toBeGreaterThan(45)
    }
  })
})

describe("the process that files are tried on", () => {
  const program = fileURLToPath(new URL("fuzzed.mjs", import.meta.url))
  const limit = Duration.seconds(10)
  const task = (text: string): Message.Task => ({ bytes: new Uint8Array(Buffer.from(text)), ocr: false })

  it.scopedLive("is replaced when a file brings it down, and that is a finding", () =>
    Effect.gen(function*() {
      const subject = yield* Subject.make(program)
      expect(yield* subject.attempt(task("die"), limit)).toEqual({ verdict: "crash 3", residentMb: null })
      const next = yield* subject.attempt(task("read"), limit)
      expect([next.verdict, Message.isRight(next.verdict), Message.isRight("crash 3")]).toEqual(["read", true, false])
    }))

  it.scopedLive("is replaced when a file never ends", () =>
    Effect.gen(function*() {
      const subject = yield* Subject.make(program)
      expect((yield* subject.attempt(task("loop"), Duration.millis(200))).verdict).toBe("hang")
      expect((yield* subject.attempt(task("read"), limit)).verdict).toBe("read")
    }))
})

it("memory that comes and goes does not grow, memory that only comes does", () => {
  const steady = Array.from({ length: 1_000 }, (_, index) => 400 + (index % 50) * 4)
  expect(Growth.isGrowing(steady)).toBe(false)
  expect(Growth.isGrowing(steady.map((value, index) => value + index / 2))).toBe(true)
})
