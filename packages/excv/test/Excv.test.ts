import { describe, expect, it } from "@effect/vitest"
import { Excv as Facade } from "excv"
import { Excv, explainRules } from "excv/effect"
import { ConfigProvider, Duration, Effect, Exit, Layer, Schema } from "effect"
import { Extraction } from "@excv/schema"
import { readFileSync } from "node:fs"
import { fixtures } from "./fixtures.js"

const bytesOf = (index: number) => new Uint8Array(readFileSync(fixtures[index]?.path ?? ""))
const isExtraction = Schema.is(Extraction.Extraction)

const withService = <A, E>(use: (service: Excv.Excv.Service) => Effect.Effect<A, E>, settings: Excv.Settings = {}) =>
  Effect.provide(Effect.flatMap(Excv.Excv, use), Excv.layer(settings))

describe("an extraction", () => {
  it.live("answers every fixture in the shape of the schema, with evidence for what it says", () =>
    withService(({ extract }) =>
      Effect.forEach(fixtures.slice(0, 12), ({ path }) =>
        Effect.map(extract(new Uint8Array(readFileSync(path)), { asOf: "2026-01" }), (extraction) => {
          expect(isExtraction(extraction)).toBe(true)
          expect(extraction.meta.fields["/full_name"]?.evidence.length).toBeGreaterThan(0)
          expect(extraction.meta.attempts).toHaveLength(1)
        }))))

  it.live("gives the lines that it is read from", () =>
    withService(({ extract, read }) =>
      Effect.gen(function*() {
        const [document, { meta }] = yield* Effect.all([read(bytesOf(0)), extract(bytesOf(0))])
        const lines = document.pages.flatMap((page) => page.lines)
        for (const { line, quote } of meta.fields["/full_name"]?.evidence ?? []) expect(lines[line - 1]?.text).toBe(quote)
        expect(explainRules(document).sections.some(({ kinds }) => kinds.includes("experience"))).toBe(true)
      })))

  it.live("gives the same answer each time", () =>
    withService(({ extract }) =>
      Effect.gen(function*() {
        const [a, b] = yield* Effect.all([extract(bytesOf(0), { asOf: "2026-01" }), extract(bytesOf(0), { asOf: "2026-01" })], { concurrency: 2 })
        expect(a.resume).toEqual(b.resume)
      })))

  it.live.each([
    { reason: "empty_file", bytes: new Uint8Array() },
    { reason: "unsupported_format", bytes: new TextEncoder().encode("Dear Sir or Madam") },
    { reason: "corrupted", bytes: new TextEncoder().encode("%PDF-1.7\nnothing of a PDF follows") },
    { reason: "corrupted", bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
    { reason: "too_large", bytes: new Uint8Array(10 * 1024 * 1024 + 1) }
  ])("refuses with $reason", ({ bytes, reason }) =>
    withService(({ extract }) =>
      Effect.map(Effect.flip(extract(bytes)), (error) => expect(error).toMatchObject({ _tag: "DocumentRefused", reason }))))

  it.live("kills a decoding that takes too long, and reads the next file", () =>
    withService(({ extract }) =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(extract(bytesOf(0)))
        expect(error).toMatchObject({ reason: "decode_timeout" })
      }), { limits: { decodeTimeout: Duration.micros(1n) } }))

  it("frees its thread when the caller aborts", async () => {
    const excv = await Facade.make()
    try {
      await expect(excv.extract(bytesOf(0), { signal: AbortSignal.abort() })).rejects.toThrow()
      expect((await excv.extract(bytesOf(0), { asOf: "2026-01" })).resume.full_name).toBe(fixtures[0]?.fullName)
    } finally {
      await excv.close()
    }
  })
})

describe("configuration", () => {
  const build = (variables: Record<string, string>) =>
    Effect.exit(Effect.scoped(Layer.build(Excv.layerConfig))).pipe(
      Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(variables))))
    )

  it.live("fails at the start and names the variable when it names an unknown extractor", () =>
    Effect.map(build({ EXCV_EXTRACTORS: "rules, gpt-9" }), (exit) => {
      expect(Exit.isFailure(exit)).toBe(true)
      expect(String(exit)).toMatch(/EXCV_EXTRACTORS[^]*gpt-9[^]*is no extractor/)
    }))

  it.live("needs nothing", () => Effect.map(build({}), (exit) => expect(Exit.isSuccess(exit)).toBe(true)))
})
