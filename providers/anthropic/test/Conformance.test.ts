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
        instructions: "JSON", text: "A CV", pictures: [{ mediaType: "image/png", bytes: new Uint8Array([1, 2, 3]) }],
        answer: { name: "cv", schema: { type: "object", properties: {}, required: [], additionalProperties: false } },
        maxOutputTokens: 100, correction: null
      })
      expect(server.problems).toEqual([])
      expect(server.heard.map(({ pictures }) => pictures)).toEqual([1])
    }))
})
