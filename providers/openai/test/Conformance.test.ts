import { describe, expect, it } from "@effect/vitest"
import { extractor } from "@excv/model"
import { Answering } from "@excv/model/testing"
import { Conformance, FakeOpenAi, Faults, Play, Sample, type Script } from "@excv/provider/testing"
import { Duration, Effect, Redacted } from "effect"
import { OpenAiModel } from "../src/index.js"

const answers: Script = ({ text }) => Play.answer(Answering.text(Sample.truth, text))

const shapes = ["responses", "json_schema", "tools", "json_object"] as const

const over = (baseUrl: string, settings: Partial<OpenAiModel.Settings> = {}) =>
  extractor(OpenAiModel.make({ model: "gpt-4.1-mini", key: Redacted.make("sk-test"), baseUrl, timeout: Duration.millis(400), ...settings }))

describe.each(shapes)("asked by %s", (shape) => {
  const names = Conformance.cases(over("http://127.0.0.1:1")).map(({ name }) => name)

  it.scopedLive.each(names)("%s", (name) =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(answers)
      const found = Conformance.cases(over(server.url, { shape })).find((one) => one.name === name) ?? expect.fail(name)
      yield* found.check
      expect(server.problems).toEqual([])
    }))

  it.scopedLive.each([...Faults.common, ...Faults.openai])("takes $name for $reason", (fault) =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(() => fault.play)
      yield* Conformance.refuses(over(server.url, { shape }), fault)
      expect(server.problems).toEqual([])
    }))
})

describe("a server that lacks something", () => {
  it.scopedLive.each([
    { lacks: ["responses"] as const, shape: "responses" as const, calls: 1 },
    { lacks: ["responses", "json_schema"] as const, shape: "responses" as const, calls: 2 },
    { lacks: ["json_schema", "tools"] as const, shape: "json_schema" as const, calls: 2 }
  ])("($lacks) is asked in the next way, and from then on in that way only", ({ calls, lacks, shape }) =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(answers, { lacks })
      const model = over(server.url, { shape })
      yield* model.extract(Sample.sample)
      expect(server.problems).toHaveLength(calls)
      const { draft } = yield* model.extract(Sample.sample)
      expect(server.problems).toHaveLength(calls)
      expect(draft.full_name?.value).toBe("Mira Lindqvist")
    }))
})

describe("a connection", () => {
  it.live("that nobody takes is a connection fault", () =>
    Conformance.refuses(over("http://127.0.0.1:1/v1"), { name: "", play: Play.hang, reason: "connection", disposition: "retry", retryAfterMs: null }))

  it.live("to a name that does not exist is one too", () =>
    Conformance.refuses(over("http://nobody.invalid/v1", { timeout: Duration.seconds(5) }), { name: "", play: Play.hang, reason: "connection", disposition: "retry", retryAfterMs: null }))

  it.scopedLive("without TLS where TLS is expected is one too", () =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(answers)
      yield* Conformance.refuses(over(server.url.replace("http:", "https:")), { name: "", play: Play.hang, reason: "connection", disposition: "retry", retryAfterMs: null })
    }))

  it.scopedLive("is closed when the extraction is interrupted", () =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(() => Play.delay(150, answers({ model: "", instructions: "", text: "", earlier: [], pictures: [], schema: null }, 0)))
      yield* Effect.timeoutOption(over(server.url).extract(Sample.sample), Duration.millis(50))
      yield* Effect.sleep(Duration.millis(200))
      expect(server.charged().answers).toBe(0)
    }))
})

describe("a question", () => {
  it.scopedLive("carries pictures", () =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(answers)
      for (const shape of shapes) {
        const chat = OpenAiModel.make({ model: "gpt-4.1-mini", key: Redacted.make("sk-test"), baseUrl: server.url, shape })
        yield* chat.ask({
          instructions: "JSON", text: "A CV", pictures: [Sample.picture],
          answer: { name: "cv", schema: { type: "object", properties: {}, required: [], additionalProperties: false } },
          maxOutputTokens: 100, correction: null
        })
      }
      expect(server.problems).toEqual([])
      expect(server.heard.map(({ pictures }) => pictures)).toEqual(shapes.map(() => [Sample.picture]))
    }))

  it.scopedLive("that was answered badly is asked once more with what was wrong, and both are charged", () =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make((heard, index) => (index === 0 ? Play.answer("Here you are!") : answers(heard, index)))
      const { usage } = yield* over(server.url).extract(Sample.sample)
      expect(server.heard[1]?.earlier).toEqual(["Here you are!"])
      expect(server.charged().answers).toBe(2)
      expect(usage.output_tokens).toBe(server.charged().outputTokens)
      expect(usage.cost_usd).toBeGreaterThan(0)
    }))

  it.scopedLive("whose answer was cut off is asked in two", () =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make((heard, index) => (index === 0 ? Play.stopped("length", "{\"name\":") : answers(heard, index)))
      const long = { ...Sample.sample, pages: Sample.sample.pages.map((page) => ({ ...page, lines: [...page.lines, ...page.lines.slice(3, 10)].map((line, index) => ({ ...line, number: index + 1 })) })) }
      const { draft } = yield* over(server.url).extract(long)
      expect(server.heard.length).toBeGreaterThanOrEqual(3)
      expect(draft.full_name?.value).toBe("Mira Lindqvist")
    }))
})
