import { expect, it } from "@effect/vitest"
import { DocumentRefused } from "@excv/provider"
import { Effect, Exit, FastCheck, Fiber } from "effect"
import { decode, file } from "./decode.js"
import * as PdfBuilder from "./PdfBuilder.js"

const reasonOf = (bytes: Uint8Array) => Effect.flip(decode(bytes)).pipe(Effect.map((refusal) => refusal.reason))

it.effect("refuses what is no PDF", () =>
  Effect.gen(function*() {
    for (const bytes of [new Uint8Array(), new Uint8Array(5_000), Buffer.from("hello"), Buffer.from("%PDF-1.7\n%%EOF")]) {
      expect(yield* reasonOf(bytes)).toBe("corrupted")
    }
  }))

it.effect("refuses a document without pages, and a page tree that bites its tail", () =>
  Effect.gen(function*() {
    expect(yield* reasonOf(PdfBuilder.build([]))).toBe("corrupted")
    expect(yield* reasonOf(PdfBuilder.build([{ content: "" }], "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"))).toBe("corrupted")
  }))

it.effect("gives a page that cannot be read as one without usable text", () =>
  Effect.gen(function*() {
    const pages = yield* decode(PdfBuilder.build([{ content: PdfBuilder.show("fine", 72, 700) }, { content: "BT /Nothing 12 Tf [(a) (b TJ ((( q q q Q" }]))
    expect(pages.map((page) => page.hasUsableText)).toEqual([true, false])
  }))

it.effect("outlives a stack of graphics states without end", () =>
  Effect.gen(function*() {
    const pages = yield* decode(PdfBuilder.build([{ content: "q ".repeat(2_000) + PdfBuilder.show("deep", 72, 700) }]))
    expect(pages[0]?.words.map((word) => word.text)).toEqual(["deep"])
  }))

it.effect("can be interrupted at any moment, and reads on afterwards", () =>
  Effect.gen(function*() {
    const bytes = PdfBuilder.build(Array.from({ length: 30 }, () => ({ content: PdfBuilder.show("page", 72, 700).repeat(500) })))
    for (const steps of [0, 1, 3]) {
      const fiber = yield* Effect.fork(decode(bytes))
      for (let step = 0; step < steps; step++) yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
      expect(Exit.isInterrupted(yield* Fiber.interrupt(fiber))).toBe(true)
    }
    expect(yield* decode(bytes)).toHaveLength(30)
  }))

const sources = [file("writer.pdf"), file("owner-password.pdf"), PdfBuilder.build([{ content: PdfBuilder.show("small", 72, 700) }])]

const damaged = FastCheck.record({
  source: FastCheck.constantFrom(...sources),
  cut: FastCheck.option(FastCheck.double({ min: 0, max: 1, noNaN: true })),
  changes: FastCheck.array(FastCheck.tuple(FastCheck.double({ min: 0, max: 0.999, noNaN: true }), FastCheck.nat(255)), { maxLength: 60 })
}).map(({ changes, cut, source }) => {
  const bytes = Uint8Array.from(cut === null ? source : source.slice(0, Math.floor(cut * source.length)))
  for (const [place, value] of changes) bytes[Math.floor(place * bytes.length)] = value
  return bytes
})

it.effect.prop("answers any damage with pages or a refusal, never with a defect", { bytes: damaged }, ({ bytes }) =>
  Effect.gen(function*() {
    const exit = yield* Effect.exit(decode(bytes))
    const isAnswer = Exit.match(exit, {
      onSuccess: (pages) => pages.length > 0,
      onFailure: (cause) => cause._tag === "Fail" && cause.error instanceof DocumentRefused.DocumentRefused
    })
    expect(isAnswer).toBe(true)
  }), { fastCheck: { numRuns: 60 } })
