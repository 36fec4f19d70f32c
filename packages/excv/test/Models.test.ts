import { describe, expect, it } from "@effect/vitest"
import { Answering } from "@excv/model/testing"
import { FakeOpenAi, Play } from "@excv/provider/testing"
import { ConfigProvider, Effect, Exit, Layer, Option } from "effect"
import { Excv, Spending } from "excv/effect"
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { truths } from "./fixtures.js"

const bytesOf = (path: string) => new Uint8Array(readFileSync(path))

const configured = <A, E>(variables: Record<string, string>, use: (service: Excv.Excv.Service) => Effect.Effect<A, E>) =>
  Effect.flatMap(Excv.Excv, use).pipe(
    Effect.provide(Excv.layerConfig),
    Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(variables))))
  )

describe("a model in the chain", () => {
  it.scopedLive("answers over HTTP with values that stand where it says", () =>
    Effect.gen(function*() {
      const { path, truth } = truths[0] ?? expect.fail("no fixtures")
      const server = yield* FakeOpenAi.make(({ text }) => Play.answer(Answering.text(truth.resume, text)), { key: null })
      const { meta, resume } = yield* configured({ EXCV_EXTRACTORS: `openai@${server.url}:gpt-4.1-mini, rules` }, ({ extract }) =>
        extract(bytesOf(path), { asOf: truth.as_of }))
      expect(server.problems).toEqual([])
      expect(meta).toMatchObject({ model_used: "gpt-4.1-mini", attempts: [{ provider: "openai", outcome: "accepted" }] })
      expect(meta.attempts[0]?.usage.cost_usd).toBeGreaterThan(0)
      expect(resume.full_name).toBe(truth.resume.full_name)
      expect(resume.experience.map(({ company, end_date, start_date, title }) => ({ company, title, start_date, end_date })))
        .toEqual(truth.resume.experience.map(({ company, end_date, start_date, title }) => ({ company, title, start_date, end_date })))
      expect(resume.summary).toBe(truth.resume.summary)
    }))
})

describe("a request", () => {
  it.scopedLive("may name one model of the chain, and what it may cost", () =>
    Effect.gen(function*() {
      const { path, truth } = truths[0] ?? expect.fail("no fixtures")
      const server = yield* FakeOpenAi.make(({ text }) => Play.answer(Answering.text(truth.resume, text)), { key: null })
      yield* configured({ EXCV_EXTRACTORS: `openai@${server.url}:gpt-4.1-mini, openai@${server.url}:nobody-knows-its-price, rules` }, ({ extract }) =>
        Effect.gen(function*() {
          const models = (options: Excv.Options) => Effect.map(extract(bytesOf(path), options), ({ meta }) => meta.attempts.map(({ model, reason }) => reason ?? model))
          expect(yield* models({ model: "rules-1" })).toEqual(["rules-1"])
          expect(yield* models({ model: "nobody-knows-its-price" })).toEqual(["nobody-knows-its-price"])
          expect(yield* models({ maxCostUsd: 0.5 })).toEqual(["gpt-4.1-mini"])
          expect(yield* models({ maxCostUsd: 0.000001 })).toEqual(["over_budget", "over_budget", "rules-1"])
          expect(yield* Effect.flip(extract(bytesOf(path), { model: "gpt-9" }))).toMatchObject({ reason: "providers_failed", retryable: false })
          expect(server.heard).toHaveLength(2)
        }))
    }))
})

describe("a cache of answers", () => {
  it.scopedLive("asks once for the same document, and a kept answer costs nothing and says so", () =>
    Effect.gen(function*() {
      const { path, truth } = truths[0] ?? expect.fail("no fixtures")
      const directory = mkdtempSync(join(tmpdir(), "answers-"))
      const server = yield* FakeOpenAi.make(({ text }) => Play.answer(Answering.text(truth.resume, text)), { key: null })
      const variables = { EXCV_EXTRACTORS: `openai@${server.url}:gpt-4.1-mini, rules`, EXCV_ANSWER_CACHE: directory }
      const again = () => configured(variables, ({ extract }) => extract(bytesOf(path), { asOf: truth.as_of }))
      const [first, second] = [yield* again(), yield* again()]
      expect(server.heard).toHaveLength(1)
      expect(second.resume).toEqual(first.resume)
      expect(second.meta).toMatchObject({ model_used: "gpt-4.1-mini", attempts: [{ outcome: "cached", usage: { cost_usd: 0 } }], usage: { cost_usd: 0 } })
      server.play(() => Play.refuse(401))
      const other = yield* configured({ ...variables, EXCV_EXTRACTORS: `openai@${server.url}:gpt-4.1, rules` }, ({ extract }) =>
        extract(bytesOf(path), { asOf: truth.as_of }))
      expect(other.meta).toMatchObject({ model_used: "rules-1", attempts: [{ reason: "unauthorized" }, { outcome: "accepted" }] })
      const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      expect(files).toHaveLength(1)
      for (const { name, parentPath } of files) writeFileSync(join(parentPath, name), "half an ans")
      server.play(({ text }) => Play.answer(Answering.text(truth.resume, text)))
      expect((yield* again()).meta.attempts[0]?.outcome).toBe("accepted")
    }))
})

describe("the chain from configuration", () => {
  const build = (variables: Record<string, string>) =>
    Effect.exit(Effect.scoped(Layer.build(Excv.layerConfig))).pipe(
      Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(variables))))
    )

  const models = (variables: Record<string, string>) => configured(variables, ({ models }) => Effect.succeed(models))

  it.live.each([
    { text: "openai:gpt-4.1-mini", variable: "OPENAI_API_KEY" },
    { text: "rules, anthropic:claude-haiku-4-5", variable: "ANTHROPIC_API_KEY" },
    { text: "openai@https://openrouter.ai/api/v1:qwen/qwen3", variable: "EXCV_KEY_OPENROUTER_AI" }
  ])("fails at the start and names $variable when it is missing", ({ text, variable }) =>
    Effect.map(build({ EXCV_EXTRACTORS: text }), (exit) => {
      expect(Exit.isFailure(exit)).toBe(true)
      expect(String(exit)).toContain(variable)
    }))

  it.live("asks what has its key, then the rules, and in the sandbox the rules only", () =>
    Effect.gen(function*() {
      expect(yield* models({})).toEqual({ live: ["rules-1"], sandbox: ["rules-1"] })
      expect(yield* models({ OPENAI_API_KEY: "sk" })).toEqual({ live: ["gpt-4.1-mini", "rules-1"], sandbox: ["rules-1"] })
      expect((yield* models({ OPENAI_API_KEY: "sk", ANTHROPIC_API_KEY: "sk" })).live).toEqual(["gpt-4.1-mini", "claude-haiku-4-5", "rules-1"])
    }))

  it.live("takes models with colons and slashes in their names from servers with ports", () =>
    Effect.map(models({ EXCV_EXTRACTORS: "openai@http://localhost:11434/v1:llama3:8b, openai@http://127.0.0.1:8080:meta/llama" }), ({ live }) =>
      expect(live).toEqual(["llama3:8b", "meta/llama"])))

  it.live("shows no password that stands in an address", () =>
    Effect.map(build({ EXCV_EXTRACTORS: "openai@https://user:secret@host/v1:m" }), (exit) => {
      expect(Exit.isFailure(exit)).toBe(true)
      expect(String(exit)).not.toContain("secret")
    }))
})

describe("what may be spent over many requests", () => {
  it.scopedLive("is asked with the most that the call may cost, which it then did not", () =>
    Effect.gen(function*() {
      const { path, truth } = truths[0] ?? expect.fail("no fixtures")
      const server = yield* FakeOpenAi.make(({ text }) => Play.answer(Answering.text(truth.resume, text)), { key: null })
      const asked: Array<number | null> = []
      const settled: Array<number> = []
      const spending: Spending.Spending.Service = {
        hold: (mostUsd) => Effect.sync(() => (asked.push(mostUsd()), Option.some({ settle: (usd) => Effect.sync(() => void settled.push(usd)) })))
      }
      const attempts = yield* configured({ EXCV_EXTRACTORS: `openai@${server.url}:gpt-4.1-mini, rules` }, ({ extract }) =>
        Effect.gen(function*() {
          const answered = yield* extract(bytesOf(path), { asOf: truth.as_of })
          server.play(() => Play.refuse(401))
          const refused = yield* extract(bytesOf(path), { asOf: truth.as_of })
          return [...answered.meta.attempts, ...refused.meta.attempts]
        })).pipe(Effect.provideService(Spending.Spending, spending))
      const costs = attempts.filter(({ provider }) => provider === "openai").map(({ usage }) => usage.cost_usd)
      expect(settled).toEqual(costs)
      expect(settled[0]).toBeGreaterThan(0)
      expect(settled[1]).toBe(0)
      expect(asked).toHaveLength(2)
      expect(asked[0]).toBeGreaterThan(settled[0] ?? 0)
    }))
})

describe("EXCV_HEDGE_AFTER", () => {
  it.live.each(["p95", "8 seconds", "250 millis"])("takes %s", (text) =>
    Effect.map(configured({ EXCV_HEDGE_AFTER: text }, ({ models }) => Effect.succeed(models)), ({ live }) => expect(live).toEqual(["rules-1"])))

  it.live.each(["p99", "soon", "Infinity"])("is named when it is wrong: %s", (text) =>
    Effect.map(Effect.exit(configured({ EXCV_HEDGE_AFTER: text }, () => Effect.void)), (exit) => expect(String(exit)).toContain("EXCV_HEDGE_AFTER")))

  it.scopedLive("p95 asks the second model beside the first when that is slower than all its answers", () =>
    Effect.gen(function*() {
      const { path, truth } = truths[0] ?? expect.fail("no fixtures")
      const answer = (text: string) => Play.answer(Answering.text(truth.resume, text))
      const [first, second] = [yield* FakeOpenAi.make(({ text }) => answer(text), { key: null }), yield* FakeOpenAi.make(({ text }) => answer(text), { key: null })]
      const chain = `openai@${first.url}:gpt-4.1-mini, openai@${second.url}:gpt-4.1, rules`
      yield* configured({ EXCV_EXTRACTORS: chain, EXCV_HEDGE_AFTER: "p95" }, ({ read, understand }) =>
        Effect.gen(function*() {
          const document = yield* read(bytesOf(path))
          const ask = understand(document, { asOf: truth.as_of })
          yield* Effect.replicateEffect(ask, 20)
          first.play(() => Play.hang)
          const { meta } = yield* ask
          expect(meta.model_used).toBe("gpt-4.1")
          expect(meta.attempts.find(({ model }) => model === "gpt-4.1-mini")).toMatchObject({ outcome: "failed", reason: "cancelled", usage: { cost_usd: null } })
          expect(meta.usage.cost_usd).toBeNull()
        }))
    }))
})
