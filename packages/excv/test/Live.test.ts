import { describe, expect, it } from "@effect/vitest"
import { Config, Effect, Option } from "effect"
import { Excv } from "excv/effect"
import { readFileSync } from "node:fs"
import { truths } from "./fixtures.js"

const { budget, keys } = Effect.runSync(Config.all({
  budget: Config.number("EXCV_LIVE_BUDGET_USD").pipe(Config.withDefault(0)),
  keys: Config.all(["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"].map((name) => Config.option(Config.redacted(name))))
}))

/** The real vendors, with the documents that everybody may read. Costs money: only with keys and a budget. */
describe.skipIf(!keys.some(Option.isSome) || !(budget > 0))("real models", () => {
  it.live("answer with the name, the jobs and what it cost, within the budget", () =>
    Effect.gen(function*() {
      const { extract, models } = yield* Excv.Excv
      let left = budget
      for (const model of models.live.filter((name) => !name.startsWith("rules"))) {
        for (const { path, truth } of truths.filter((_, index) => index % 50 === 0)) {
          const { meta, resume } = yield* extract(new Uint8Array(readFileSync(path)), { asOf: truth.as_of, model, maxCostUsd: left })
          left -= meta.usage.cost_usd ?? left
          expect(resume.full_name).toBe(truth.resume.full_name)
          expect(resume.experience).toHaveLength(truth.resume.experience.length)
        }
      }
      expect(left).toBeGreaterThanOrEqual(0)
    }).pipe(Effect.provide(Excv.layerConfig)), 600_000)
})
