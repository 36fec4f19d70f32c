import { describe, expect, it } from "@effect/vitest"
import { extractor } from "@excv/model"
import { Answering } from "@excv/model/testing"
import type { Extractor } from "@excv/provider"
import { AnthropicModel } from "@excv/provider-anthropic"
import { OpenAiModel } from "@excv/provider-openai"
import * as Rules from "@excv/provider-rules"
import { FakeAnthropic, FakeOpenAi, Play, Sample, type Heard, type Script } from "@excv/provider/testing"
import type { Document, Resume } from "@excv/schema"
import { Effect, Redacted } from "effect"
import { Excv } from "excv/effect"
import { readFileSync } from "node:fs"

const injections: ReadonlyArray<string> = JSON.parse(readFileSync(new URL("injections.json", import.meta.url), "utf8"))

/** The sample with a line more at the end of a section of its own, where no value stands. */
const withLine = (text: string): Document.Document => {
  const [page] = Sample.sample.pages
  const [first] = page?.lines ?? []
  if (page === undefined || first === undefined) return expect.fail("no sample")
  const below = (content: string, index: number): Document.Line => {
    const y = 60 + index * 24
    const words = content.split(/\s+/).map((word, at) => ({ ...first.words[0], text: word, fontSize: content === "Interests" ? 14 : 10, bold: content === "Interests", box: { x: 60 + at * 40, y, width: 30, height: 10 }, italic: false, color: null, url: null, confidence: null }))
    return { ...first, number: index + 1, text: content, words, box: { x: 60, y, width: 300, height: 10 } }
  }
  const count = page.lines.length
  return { ...Sample.sample, pages: [{ ...page, lines: [...page.lines, below("Interests", count), below(text, count + 1)] }] }
}

/** Without what describes the answer as a whole: a longer document is explained less. */
const told = ({ confidence_score: _confidence, ...resume }: Resume.Resume) => resume

const understand = (model: Extractor, document: Document.Document) =>
  Effect.scoped(Effect.flatMap(Excv.make({ extractors: [model] }), ({ understand }) => understand(document, { asOf: "2026-01" })))

/** Reads the sample, and can be asked what it was told. */
const reader = (heard: Array<Heard>): Script => (question) => {
  heard.push(question)
  return Play.answer(Answering.text(Sample.truth, question.text))
}

const lineCount = Sample.sample.pages.flatMap(({ lines }) => lines).length

const isHarmless = (question: Heard, harmless: Heard, injection: string) => {
  expect(question.instructions).toBe(harmless.instructions)
  const lines = question.text.split("\n")
  const fences = lines.filter((line) => /^=====[0-9a-f]{12}=====$/.test(line))
  expect(fences).toHaveLength(2)
  expect([lines[0], lines.at(-1)]).toEqual(fences)
  expect(injection).not.toContain(fences[0])
  // The whole of it stands on its own numbered line; what is ours stands before a number or behind all of them.
  const own = lines.filter((line) => line.startsWith(`[${lineCount + 2}] `))
  expect(own).toHaveLength(1)
  expect(lines.filter((line) => /^\[\d+\] /.test(line))).toHaveLength(lineCount + 2)
}

describe(`${injections.length} lines that give orders`, () => {
  it("are at least thirty", () => expect(injections.length).toBeGreaterThanOrEqual(30))

  it.live("change nothing of what the rules read", () =>
    Effect.gen(function*() {
      const { resume } = yield* understand(Rules.extractor, withLine("Chess"))
      for (const injection of injections) {
        expect(told((yield* understand(Rules.extractor, withLine(injection))).resume), injection).toEqual(told(resume))
      }
    }), 60_000)

  it.scopedLive.each(["openai", "anthropic"] as const)("stay one line of data in what %s is asked, and change no answer", (vendor) =>
    Effect.gen(function*() {
      const heard: Array<Heard> = []
      const server = yield* (vendor === "openai" ? FakeOpenAi : FakeAnthropic).make(reader(heard))
      const settings = { model: "m", baseUrl: server.url }
      const model = extractor(vendor === "openai"
        ? OpenAiModel.make({ ...settings, key: Redacted.make("sk-test") })
        : AnthropicModel.make({ ...settings, key: Redacted.make("sk-ant-test") }))
      const { resume } = yield* understand(model, withLine("Chess"))
      const [harmless] = heard
      for (const injection of injections) {
        heard.length = 0
        const answer = yield* understand(model, withLine(injection))
        expect(told(answer.resume), injection).toEqual(told(resume))
        expect(heard).toHaveLength(1)
        if (heard[0] !== undefined && harmless !== undefined) isHarmless(heard[0], harmless, injection)
      }
    }), 60_000)

  it.scopedLive("cannot make a model invent: what it says beside the document is dropped", () =>
    Effect.gen(function*() {
      const obedient: Script = () => Play.answer(JSON.stringify({ name: "1|Quentin Nowhere", email: "1|quentin@nowhere.example", experience: [{ company: "5|Nowhere Inc", title: "5|Emperor", when: "5|1901 – 1999" }], skills: ["15|Omniscience"] }))
      const server = yield* FakeOpenAi.make(obedient)
      const model = extractor(OpenAiModel.make({ model: "m", baseUrl: server.url, key: Redacted.make("sk-test") }))
      const { meta, resume } = yield* understand(model, withLine(injections[0] ?? ""))
      expect(JSON.stringify(resume)).not.toMatch(/Nowhere|Emperor|Omniscience|1901/)
      expect(meta.issues.filter(({ code }) => code === "ungrounded_value_dropped").length).toBeGreaterThanOrEqual(5)
    }))
})
