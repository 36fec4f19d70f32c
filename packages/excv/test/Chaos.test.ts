import { describe, expect, it } from "@effect/vitest"
import { extractor } from "@excv/model"
import { Answering } from "@excv/model/testing"
import type { Extractor } from "@excv/provider"
import { AnthropicModel } from "@excv/provider-anthropic"
import { OpenAiModel } from "@excv/provider-openai"
import * as Rules from "@excv/provider-rules"
import { FakeAnthropic, FakeOpenAi, Faults, Play, Sample, type Script } from "@excv/provider/testing"
import { Extraction } from "@excv/schema"
import type { Attempt } from "@excv/schema"
import { Duration, Effect, Redacted, Schema } from "effect"
import { Excv } from "excv/effect"

const leastRequests = 500
/** The faster they are answered, the more of them meet a provider that rests: so many calls of both show most kinds of faults. */
const leastCalls = 400
const failing = 0.3

/** The same numbers in every run (mulberry32). */
const dice = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
}

const atRandom = (seed: number, faults: ReadonlyArray<Faults.Fault>): Script => {
  const roll = dice(seed)
  return ({ text }) => {
    const fault = roll() < failing ? faults[Math.floor(roll() * faults.length)] : undefined
    return fault?.play ?? Play.answer(Answering.text(Sample.truth, text))
  }
}

/** Counts the calls beneath everything that records them. */
const counted = (inner: Extractor) => {
  const calls = { begun: 0 }
  const outer: Extractor = { ...inner, extract: (document) => Effect.suspend(() => (calls.begun++, inner.extract(document))) }
  return { outer, calls }
}

const limits = { attemptTimeout: Duration.seconds(3), extractTimeout: Duration.seconds(30) }
const breaker = { window: 10, faults: 4, rest: Duration.millis(200), longestRest: Duration.seconds(1) }

const longestAnswer = 1000

/** What the vendor charged is what the attempts say; only those that do not know what they cost may have cost more. */
const isOnTheBill = (attempts: ReadonlyArray<Attempt.Attempt>, { outputTokens }: { readonly outputTokens: number }): boolean => {
  const known = attempts.reduce((whole, { usage }) => whole + (usage.output_tokens ?? 0), 0)
  const unknown = attempts.filter(({ usage }) => usage.output_tokens === null).length
  return known <= outputTokens && outputTokens <= known + unknown * longestAnswer
}

describe("a chain whose first two providers fail at random", () => {
  it.scopedLive("answers every request, loses no attempt, pays nothing twice, and rests what keeps failing", () =>
    Effect.gen(function*() {
      const first = yield* FakeOpenAi.make(atRandom(1, [...Faults.common, ...Faults.openai]))
      const second = yield* FakeAnthropic.make(atRandom(2, [...Faults.common, ...Faults.anthropic]))
      const timeout = Duration.seconds(2)
      const openai = counted(extractor(OpenAiModel.make({ model: "gpt-4.1-mini", key: Redacted.make("sk-test"), baseUrl: first.url, timeout })))
      const anthropic = counted(extractor(AnthropicModel.make({ model: "claude-haiku-4-5", key: Redacted.make("sk-ant-test"), baseUrl: second.url, timeout })))
      const excv = yield* Excv.make({ extractors: [openai.outer, anthropic.outer, Rules.extractor], limits, breaker })

      const some = Effect.forEach(
        Array.from({ length: leastRequests }),
        () => Effect.timed(excv.understand(Sample.sample, { asOf: "2026-01" })),
        { concurrency: 12 }
      )
      const rounds = [yield* some]
      while (openai.calls.begun + anthropic.calls.begun < leastCalls) rounds.push(yield* some)
      const extractions = rounds.flat()

      const isExtraction = Schema.is(Extraction.Extraction)
      expect(extractions.filter(([, extraction]) => !isExtraction(extraction))).toEqual([])
      expect(extractions.filter(([, { resume }]) => resume.full_name !== "Mira Lindqvist")).toEqual([])
      for (const [, { meta }] of extractions) {
        expect(meta.attempts.filter(({ outcome }) => outcome === "accepted")).toHaveLength(1)
        expect(meta.attempts.at(-1)?.model).toBe(meta.model_used)
      }

      const attempts = extractions.flatMap(([, { meta }]) => meta.attempts)
      const of = (provider: string) => attempts.filter((attempt) => attempt.provider === provider && attempt.reason !== "circuit_open")
      expect(of("openai")).toHaveLength(openai.calls.begun)
      expect(of("anthropic")).toHaveLength(anthropic.calls.begun)
      expect(isOnTheBill(of("openai"), first.charged())).toBe(true)
      expect(isOnTheBill(of("anthropic"), second.charged())).toBe(true)

      const skips = extractions.map(([, { meta }]) => meta.attempts.some(({ provider, reason }) => provider === "openai" && reason === "circuit_open"))
      const opened = skips.indexOf(true)
      expect(opened).toBeGreaterThan(-1)
      expect(extractions.slice(opened).some(([, { meta }]) => meta.model_used === "gpt-4.1-mini")).toBe(true)

      const reasons = new Set(attempts.map(({ reason }) => reason))
      expect(reasons.size).toBeGreaterThan(14)
      const slowest = Math.max(...extractions.map(([duration]) => Duration.toMillis(duration)))
      expect(slowest).toBeLessThan(Duration.toMillis(limits.extractTimeout))
      const models = extractions.reduce<Record<string, number>>((count, [, { meta }]) => ({ ...count, [meta.model_used]: (count[meta.model_used] ?? 0) + 1 }), {})
      console.log(`${openai.calls.begun} and ${anthropic.calls.begun} calls, ${attempts.length} attempts, answered by ${JSON.stringify(models)}, skipped ${skips.filter((skip) => skip).length} times, slowest ${Math.round(slowest)} ms, reasons ${[...reasons].join(" ")}`)
    }), 120_000)
})
