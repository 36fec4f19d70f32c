import { Effect } from "effect"
import { describe, expect, it } from "@effect/vitest"
import { WriteStream } from "node:tty"
import * as Progress from "../src/extract/Progress.js"

/** What a person would see at the end, and everything that was drawn. */
const watch = (total: number, isTTY: boolean) => {
  const stream = Object.assign(Object.create(WriteStream.prototype), { isTTY, written: "" })
  stream.write = (text: string) => {
    stream.written += text
    return true
  }
  return { stream, run: Progress.make(total, stream) }
}

describe("Progress", () => {
  it.scoped("counts what is done and what failed", () =>
    Effect.gen(function*() {
      const { run, stream } = watch(3, true)
      const progress = yield* run
      yield* progress.advance(true)
      yield* progress.advance(false)
      expect(stream.written.split("\r\u001b[2K")).toEqual(["", "0 of 3 files", "1 of 3 files", "2 of 3 files, 1 failed"])
    }))

  it.effect("leaves nothing on the screen, and makes room for what is printed", () =>
    Effect.gen(function*() {
      const { run, stream } = watch(2, true)
      yield* Effect.scoped(Effect.flatMap(run, ({ aside }) => aside(Effect.sync(() => stream.write("printed\n")))))
      expect(stream.written).toMatch(/files\r\u001b\[2Kprinted\n\r\u001b\[2K0 of 2 files\r\u001b\[2K$/)
    }))

  it.scoped.each([[2, false], [1, true]] as const)("is silent for %d files on a terminal: %s", ([total, isTTY]) =>
    Effect.gen(function*() {
      const { run, stream } = watch(total, isTTY)
      yield* (yield* run).advance(true)
      expect(stream.written).toBe("")
    }))
})
