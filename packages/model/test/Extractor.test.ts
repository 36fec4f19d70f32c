import { describe, expect, it } from "@effect/vitest"
import { Sample } from "@excv/provider/testing"
import { Attempt } from "@excv/schema"
import { Effect } from "effect"
import type { ChatModel, Question } from "../src/ChatModel.js"
import { extractor } from "../src/Extractor.js"
import { Answering } from "../src/testing/index.js"
import { document } from "./documents.js"

const usage = { ...Attempt.noUsage, input_tokens: 1000, output_tokens: 100 }

/** A model that plays its answers one after the other, and the last one for ever. */
const playing = (...script: ReadonlyArray<(question: Question) => string | null>) => {
  const asked: Array<Question> = []
  const chat: ChatModel = {
    provider: "test", model: "gpt-4.1-mini", maxOutputTokens: 16_384,
    ask: (question) => Effect.sync(() => {
      const text = (script[Math.min(asked.length, script.length - 1)] ?? (() => ""))(question)
      asked.push(question)
      return { text: text ?? "", isCutOff: text === null, usage }
    })
  }
  return { asked, chat, model: extractor(chat) }
}

const truthful = ({ text }: Question) => Answering.text(Sample.truth, text)

/** Forgets the second job. */
const forgetful = ({ text }: Question) => {
  const answer = Answering.object(Sample.truth, text)
  return JSON.stringify({ ...answer, experience: answer.experience.slice(0, 1) })
}

describe("an extractor made of a model", () => {
  it.effect("asks once for a CV of usual length, and says what it cost", () =>
    Effect.gen(function*() {
      const { asked, model } = playing(truthful)
      const { draft, issues, usage } = yield* model.extract(Sample.sample)
      expect(asked).toHaveLength(1)
      expect(draft.experience).toHaveLength(2)
      expect(draft.experience[0]?.highlights.map(({ value }) => value)).toEqual(Sample.truth.experience[0]?.highlights)
      expect(issues).toEqual([])
      expect(usage.cost_usd).toBeCloseTo(1000 * 0.4e-6 + 100 * 1.6e-6, 9)
      expect(model.mostUsd?.(Sample.sample)).toBeGreaterThan(usage.cost_usd ?? 0)
    }))

  it.effect.each([
    { what: "nothing", lines: [] },
    { what: "a few words", lines: ["Page 1 of 1"] },
    { what: "prose", lines: Array.from({ length: 20 }, () => "It was the best of times, it was the worst of times, and nobody had a job.") }
  ])("asks nothing about $what", ({ lines }) =>
    Effect.gen(function*() {
      const { asked, model } = playing(truthful)
      const { draft, usage } = yield* model.extract(document(...lines))
      expect(asked).toHaveLength(0)
      expect(draft.experience).toEqual([])
      expect(usage.cost_usd).toBe(0)
    }))

  it.effect("asks once more for periods that belong to no entry, and takes the fuller answer", () =>
    Effect.gen(function*() {
      const { asked, model } = playing(forgetful, truthful)
      const { draft, issues } = yield* model.extract(Sample.sample)
      expect(asked).toHaveLength(2)
      expect(asked[1]?.correction?.problem).toMatch(/lines 9 /)
      expect(draft.experience).toHaveLength(2)
      expect(issues).toEqual([])
    }))

  it.effect("reports what stays missing, and asks no third time", () =>
    Effect.gen(function*() {
      const { asked, model } = playing(forgetful)
      const { draft, issues } = yield* model.extract(Sample.sample)
      expect(asked).toHaveLength(2)
      expect(draft.experience).toHaveLength(1)
      expect(issues?.map(({ code }) => code)).toEqual(["entries_missing"])
    }))

  it.effect("says what was wrong with an answer, once", () =>
    Effect.gen(function*() {
      const { asked, model } = playing(() => "certainly!")
      const error = yield* Effect.flip(model.extract(Sample.sample))
      expect(asked).toHaveLength(2)
      expect(error).toMatchObject({ reason: "malformed_answer", disposition: "fall_back", usage: { input_tokens: 2000, output_tokens: 200 } })
    }))

  it.effect("never takes an answer that was cut off: it asks in halves", () =>
    Effect.gen(function*() {
      const texts = Array.from({ length: 12 }, (_, index) => ["Experience", `${2000 + index} – ${2001 + index}`, `Baker, Bakery number ${index}`]).flat()
      const half = ({ text }: Question) => JSON.stringify({
        experience: [...text.matchAll(/^\[(\d+)\] (?:# )?\d{4}/gm)].map(([, line]) => ({ company: String(Number(line) + 1), when: line }))
      })
      const { asked, model } = playing(() => null, half)
      const { draft, issues } = yield* model.extract(document(...texts))
      expect(asked.length).toBeGreaterThanOrEqual(3)
      expect(draft.experience).toHaveLength(12)
      expect(issues).toEqual([])
    }))

  it.effect("splits a CV that is too long for one answer where sections begin, and joins the parts in order", () =>
    Effect.gen(function*() {
      const texts = Array.from({ length: 40 }, (_, index) => ["Experience", `${1980 + index} – ${1981 + index}`, `Baker, Bakery number ${index} with a very long name indeed, far from everything`]).flat()
      const part = ({ text }: Question) => JSON.stringify({
        experience: [...text.matchAll(/^\[(\d+)\] (?:# )?\d{4}/gm)].map(([, line]) => ({ company: `${Number(line) + 1}.2`, when: line }))
      })
      const { asked, chat } = playing(part)
      const { draft } = yield* extractor({ ...chat, maxOutputTokens: 400 }).extract(document(...texts))
      expect(asked.length).toBeGreaterThan(2)
      for (const { text } of asked) expect(text.split("\n")[4]).toMatch(/\[\d+\] # Experience/)
      expect(draft.experience.map(({ company }) => company?.value)).toEqual(Array.from({ length: 40 }, (_, index) => `Bakery number ${index} with a very long name indeed`))
    }))
})
