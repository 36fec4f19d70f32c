import { describe, expect, it } from "@effect/vitest"
import type { View } from "@excv/provider"
import { Sample } from "@excv/provider/testing"
import { Attempt, Document } from "@excv/schema"
import { ConfigProvider, Effect } from "effect"
import type { ChatModel, Question } from "../src/ChatModel.js"
import { extractor } from "../src/Extractor.js"
import { Answering } from "../src/testing/index.js"
import * as Sight from "../src/Sight.js"
import * as Vision from "../src/Vision.js"

const known = { alsoReads: [] }
const vision = (provider: string, model: string, choice: Vision.Choice = known) => Vision.of(provider, model, choice)

const page = (number: number, bytes = 1000): View.PageView => ({ mediaType: "image/jpeg", bytes: new Uint8Array(bytes), width: 1109, height: 1568, page: number })
const views = (...pages: ReadonlyArray<View.PageView>): View.Views => ({ pages, pdf: null })

describe("which models read pictures", () => {
  it.each([
    { provider: "openai", model: "gpt-4.1-mini-2025-04-14" }, { provider: "openai", model: "openai/gpt-4o" },
    { provider: "anthropic", model: "claude-haiku-4-5" }, { provider: "gemini", model: "gemini-2.5-flash" }
  ])("$model does", ({ model, provider }) => {
    expect(vision(provider, model)?.wish.maxPages).toBeGreaterThan(0)
  })

  it.each([{ model: "gpt-3.5-turbo" }, { model: "llama3:8b" }, { model: "o3-mini" }, { model: "gpt-4" }])("$model is not known to", ({ model }) => {
    expect(vision("openai", model)).toBeNull()
  })

  it("says configuration, and whether any do", () => {
    expect(vision("openai", "qwen2.5-vl:7b", { alsoReads: ["qwen2.5-vl"] })).not.toBeNull()
    expect(vision("openai", "llama3:8b", { alsoReads: ["llama"] })).toBeNull()
    expect(vision("openai", "gpt-4o", "off")).toBeNull()
  })

  it.effect.each([
    { variables: {}, choice: "off" },
    { variables: { EXCV_MODEL_PICTURES: "off", EXCV_PICTURE_MODELS: "llava" }, choice: "off" },
    { variables: { EXCV_MODEL_PICTURES: "auto" }, choice: { alsoReads: [] } },
    { variables: { EXCV_MODEL_PICTURES: "auto", EXCV_PICTURE_MODELS: "llava, qwen2.5-vl" }, choice: { alsoReads: ["llava", "qwen2.5-vl"] } }
  ])("is read from $variables", ({ choice, variables }) =>
    Effect.map(
      Effect.withConfigProvider(Vision.config, ConfigProvider.fromMap(new Map(Object.entries(variables)))),
      (read) => expect(read).toEqual(choice)
    ))
})

/** Examples of the vendors' own documentation. */
describe("the tokens of a picture", () => {
  it.each([
    { provider: "openai", model: "gpt-4o", width: 1024, height: 1024, tokens: 765 },
    { provider: "openai", model: "gpt-4.1-mini", width: 1024, height: 1024, tokens: Math.ceil(1024 * 1.62) },
    { provider: "openai", model: "gpt-4.1-mini", width: 4000, height: 4000, tokens: Math.ceil(1536 * 1.62) },
    { provider: "anthropic", model: "claude-sonnet-4-5", width: 1000, height: 1000, tokens: 1334 },
    { provider: "gemini", model: "gemini-2.5-flash", width: 960, height: 540, tokens: 6 * 258 }
  ])("of $width × $height for $model are $tokens", ({ height, model, provider, tokens, width }) => {
    expect(vision(provider, model)?.tokens(width, height)).toBe(tokens)
  })
})

describe("what a model is shown", () => {
  const lines = Document.lines(Sample.sample)

  it("are the pictures of the pages that its lines are of, as far as the vendor takes them", () => {
    const gpt = vision("openai", "gpt-4o")
    expect(Sight.of(gpt, views(page(1), page(2)), lines, true).pages).toEqual([1])
    expect(Sight.of(gpt, views(page(1, 16_000_000)), lines, true)).toEqual(Sight.nothing)
    expect(Sight.of(null, views(page(1)), lines, true)).toEqual(Sight.nothing)
  })

  it("is the PDF only where the vendor takes it, the whole document is asked about and it is small", () => {
    const pdf = new Uint8Array(10)
    const typesOf = (model: string, file: Uint8Array, isWhole: boolean) =>
      Sight.of(vision(model.startsWith("claude") ? "anthropic" : "openai", model), { pages: [page(1)], pdf: file }, lines, isWhole).pictures.map(({ mediaType }) => mediaType)
    expect(typesOf("claude-haiku-4-5", pdf, true)).toEqual(["application/pdf"])
    expect(typesOf("claude-haiku-4-5", pdf, false)).toEqual(["image/jpeg"])
    expect(typesOf("claude-haiku-4-5", new Uint8Array(17_000_000), true)).toEqual(["image/jpeg"])
    expect(typesOf("gpt-4o", pdf, true)).toEqual(["image/jpeg"])
  })
})

describe("an extractor that reads pictures", () => {
  const asked: Array<Question> = []
  const chat: ChatModel = {
    provider: "openai", model: "gpt-4o", maxOutputTokens: 16_384,
    ask: (question) => Effect.sync(() => {
      asked.push(question)
      // The number of the line is right, the address is not what code found there.
      return { text: Answering.text(Sample.truth, question.text, (value, field) => (field === "email" ? "mira@1indqvist.example" : value)), isCutOff: false, usage: Attempt.noUsage }
    })
  }

  it.effect("sends them beside the lines, says which pages it saw, and counts them before the call", () =>
    Effect.gen(function*() {
      const sighted = extractor(chat, { pictures: known })
      const answer = yield* sighted.extract(Sample.sample, views(page(1)))
      expect(asked.at(-1)?.pictures).toHaveLength(1)
      expect(asked.at(-1)?.text).toContain("The pictures show these pages, in this order: 1.")
      expect(asked.at(-1)?.text).toContain("[1] ")
      expect(answer.seenPages).toEqual([1])
      const [shown, bare] = [sighted.mostUsd?.(Sample.sample, views(page(1))) ?? 0, sighted.mostUsd?.(Sample.sample) ?? 0]
      // Two calls, of 85 tokens and six tiles of 170.
      expect(shown - bare).toBeGreaterThan(2 * 1105 * 2.5e-6)
    }))

  it.effect("is corrected from a line only where it saw nothing else", () =>
    Effect.gen(function*() {
      const sighted = extractor(chat, { pictures: known })
      expect((yield* sighted.extract(Sample.sample)).draft.email?.value).toBe("mira@lindqvist.example")
      expect((yield* sighted.extract(Sample.sample, views(page(1)))).draft.email?.value).toBe("mira@1indqvist.example")
    }))

  it.effect("is not shown any when it is not to be", () =>
    Effect.gen(function*() {
      const blind = extractor(chat)
      const answer = yield* blind.extract(Sample.sample, views(page(1)))
      expect(blind.wish).toBeUndefined()
      expect(asked.at(-1)?.pictures).toEqual([])
      expect(answer.seenPages).toEqual([])
    }))
})
