import { describe, expect, it } from "@effect/vitest"
import { extractor } from "@excv/model"
import { Answering } from "@excv/model/testing"
import { OpenAiModel } from "@excv/provider-openai"
import { FakeOpenAi, Play } from "@excv/provider/testing"
import { Duration, Effect, Redacted } from "effect"
import { Excv } from "excv/effect"
import { readFileSync } from "node:fs"
import { truths } from "./fixtures.js"

const sample = truths.find(({ name }) => name.includes("_classic")) ?? truths[0] ?? expect.fail("no fixtures")
const bytes = () => new Uint8Array(readFileSync(sample.path))

/** The answer is written once: what is measured is not the fake. */
const instant = (delayMs: number) =>
  Effect.gen(function*() {
    const answers = new Map<string, string>()
    const server = yield* FakeOpenAi.make(({ text }) => {
      const answer = answers.get(text) ?? Answering.text(sample.truth.resume, text)
      answers.set(text, answer)
      return Play.delay(delayMs, Play.answer(answer))
    })
    const model = extractor(OpenAiModel.make({ model: "gpt-4.1-mini", key: Redacted.make("sk-test"), baseUrl: server.url }))
    const excv = yield* Excv.make({ extractors: [model] })
    yield* excv.extract(bytes(), { asOf: sample.truth.as_of })
    return { excv, server }
  })

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

describe("the pipeline around a model", () => {
  it.scopedLive("adds little to an answer that comes at once", () =>
    Effect.gen(function*() {
      const { excv } = yield* instant(0)
      yield* Effect.replicateEffect(excv.extract(bytes(), { asOf: sample.truth.as_of }), 20)
      const times = yield* Effect.replicateEffect(Effect.timed(excv.extract(bytes(), { asOf: sample.truth.as_of })), 60)
      const whole = median(times.map(([duration]) => Duration.toMillis(duration)))
      console.log(`median ${whole.toFixed(1)} ms, from the file to the resume, over HTTP (one page)`)
      // Ten times what an idle machine needs: other tests run beside this one.
      expect(whole).toBeLessThan(400)
    }), 60_000)

  it.scopedLive("waits for 64 slow answers at once", () =>
    Effect.gen(function*() {
      const { excv, server } = yield* instant(1000)
      const [duration] = yield* Effect.timed(
        Effect.all(Array.from({ length: 96 }, () => excv.extract(bytes(), { asOf: sample.truth.as_of })), { concurrency: 64 })
      )
      const seconds = Duration.toMillis(duration) / 1000
      console.log(`96 extractions, 64 at once, a model that takes 1 s: ${seconds.toFixed(1)} s, ${(96 / seconds).toFixed(0)} a second`)
      expect(server.charged().answers).toBe(97)
      // One after the other they would take 96 s.
      expect(seconds).toBeLessThan(40)
    }), 90_000)
})
