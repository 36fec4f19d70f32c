import { describe, expect, it } from "@effect/vitest"
import { extractor } from "@excv/model"
import { Answering } from "@excv/model/testing"
import { Conformance, FakeGemini, Faults, Play, Sample, type Script } from "@excv/provider/testing"
import { Duration, Effect, Redacted } from "effect"
import { GeminiModel } from "../src/index.js"

const answers: Script = ({ text }) => Play.answer(Answering.text(Sample.truth, text))

const chat = (baseUrl: string) =>
  GeminiModel.make({ model: "gemini-2.5-flash", key: Redacted.make("gemini-test"), baseUrl, timeout: Duration.millis(400) })

const over = (baseUrl: string) => extractor(chat(baseUrl))

describe("a model of Gemini", () => {
  const names = Conformance.cases(over("http://127.0.0.1:1")).map(({ name }) => name)

  it.scopedLive.each(names)("%s", (name) =>
    Effect.gen(function*() {
      const server = yield* FakeGemini.make(answers)
      const found = Conformance.cases(over(server.url)).find((one) => one.name === name) ?? expect.fail(name)
      yield* found.check
      expect(server.problems).toEqual([])
    }))

  it.scopedLive.each([...Faults.common, ...Faults.gemini])("takes $name for $reason", (fault) =>
    Effect.gen(function*() {
      const server = yield* FakeGemini.make(() => fault.play)
      yield* Conformance.refuses(over(server.url), fault)
      expect(server.problems).toEqual([])
    }))

  it.scopedLive("is shown pictures", () =>
    Effect.gen(function*() {
      const server = yield* FakeGemini.make(answers)
      yield* chat(server.url).ask({
        instructions: "JSON", text: "A CV", pictures: [Sample.picture],
        answer: { name: "cv", schema: { type: "object" } }, maxOutputTokens: 100, correction: null
      })
      expect(server.problems).toEqual([])
      expect(server.heard.map(({ pictures }) => pictures)).toEqual([[Sample.picture]])
    }))
})
