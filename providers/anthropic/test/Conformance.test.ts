import { describe, expect, it } from "@effect/vitest"
import { extractor } from "@excv/model"
import { Answering } from "@excv/model/testing"
import { Conformance, FakeAnthropic, Faults, Play, Sample, type Script } from "@excv/provider/testing"
import { Duration, Effect, Redacted } from "effect"
import { AnthropicModel } from "../src/index.js"

const answers: Script = ({ text }) => Play.answer(Answering.text(Sample.truth, text))

const chat = (baseUrl: string) =>
  AnthropicModel.make({ model: "claude-haiku-4-5", key: Redacted.make("sk-ant-test"), baseUrl, timeout: Duration.millis(400) })

const over = (baseUrl: string) => extractor(chat(baseUrl))

describe.each([{ name: "structured output", lacks: [] }, { name: "a tool", lacks: ["output_config" as const] }])("asked by $name", ({ lacks }) => {
  const names = Conformance.cases(over("http://127.0.0.1:1")).map(({ name }) => name)

  it.scopedLive.each(names)("%s", (name) =>
    Effect.gen(function*() {
      const server = yield* FakeAnthropic.make(answers, { lacks })
      const found = Conformance.cases(over(server.url)).find((one) => one.name === name) ?? expect.fail(name)
      yield* found.check
      expect(server.problems.length).toBeLessThanOrEqual(2 * lacks.length)
    }))

  it.scopedLive.each([...Faults.common, ...Faults.anthropic])("takes $name for $reason", (fault) =>
    Effect.gen(function*() {
      const server = yield* FakeAnthropic.make(() => fault.play, { lacks })
      yield* Conformance.refuses(over(server.url), fault)
    }))
})

describe("a question", () => {
  it.scopedLive("lets the vendor keep the instructions, and counts what it kept", () =>
    Effect.gen(function*() {
      const server = yield* FakeAnthropic.make(answers)
      const { usage } = yield* over(server.url).extract(Sample.sample)
      expect(usage.cached_input_tokens).toBeGreaterThan(500)
      expect(usage.input_tokens).toBeGreaterThan(usage.cached_input_tokens ?? 0)
      expect(usage.cost_usd).toBeGreaterThan(0)
    }))

  it.scopedLive("carries pictures", () =>
    Effect.gen(function*() {
      const server = yield* FakeAnthropic.make(answers)
      yield* chat(server.url).ask({
        instructions: "JSON", text: "A CV", pictures: [Sample.picture],
        answer: { name: "cv", schema: { type: "object", properties: {}, required: [], additionalProperties: false } },
        maxOutputTokens: 100, correction: null
      })
      expect(server.problems).toEqual([])
      expect(server.heard.map(({ pictures }) => pictures)).toEqual([[Sample.picture]])
    }))

  it.scopedLive("shows the file itself where it is a PDF of pictures only, else the pictures of its pages", () =>
    Effect.gen(function*() {
      const server = yield* FakeAnthropic.make(answers)
      const sighted = extractor(chat(server.url), { pictures: { alsoReads: [] } })
      const page = { mediaType: "image/jpeg" as const, bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), width: 1109, height: 1568, page: 1 }
      const pdf = new Uint8Array(Buffer.from("%PDF-1.4"))
      const shown = yield* Effect.forEach([pdf, null], (file) => sighted.extract(Sample.sample, { pages: [page], pdf: file }))
      expect(server.problems).toEqual([])
      expect(shown.map(({ seenPages }) => seenPages)).toEqual([[1], [1]])
      expect(server.heard.map(({ pictures }) => pictures)).toEqual([
        [{ mediaType: "application/pdf", bytes: pdf }], [{ mediaType: "image/jpeg", bytes: page.bytes }]
      ])
      expect(server.heard.map(({ text }) => text.includes("The pictures show these pages, in this order: 1."))).toEqual([true, true])
    }))

  it.scopedLive("with a picture that is none is turned down, as the vendor would", () =>
    Effect.gen(function*() {
      const server = yield* FakeAnthropic.make(answers)
      const page = { mediaType: "image/jpeg" as const, bytes: new Uint8Array([1, 2, 3]), width: 10, height: 10, page: 1 }
      const failed = yield* Effect.flip(extractor(chat(server.url), { pictures: { alsoReads: [] } }).extract(Sample.sample, { pages: [page], pdf: null }))
      expect(failed.reason).toBe("invalid_request")
      expect(server.problems[0]?.message).toContain("could not be processed")
    }))
})
