import { describe, expect, it } from "@effect/vitest"
import { NodeContext } from "@effect/platform-node"
import { Calibration } from "@excv/evaluation"
import { Effect } from "effect"
import { fileURLToPath } from "node:url"
import * as Corpus from "../src/Corpus.js"
import * as Noisy from "../src/Noisy.js"

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url))

describe("the confidence of a model's values", () => {
  it.live("tells right ones from wrong ones, and better with the rules beside the model than without", () =>
    Effect.gen(function*() {
      const all = yield* Corpus.load(fixtures, { split: "development" })
      const some = all.filter((_, index) => index % 6 === 0)
      const auroc = (secondOpinion: boolean) =>
        Effect.map(Noisy.answers(some, false, { secondOpinion }), (answers) => {
          const samples = answers.flatMap(({ stated }) => stated)
          expect(samples.filter(({ outcome }) => outcome === 0).length).toBeGreaterThan(50)
          return Calibration.auroc(samples) ?? NaN
        })
      const [alone, witnessed] = [yield* auroc(false), yield* auroc(true)]
      console.log(`AUROC of the confidence of single values: ${alone.toFixed(3)} without, ${witnessed.toFixed(3)} with the rules beside the model (${some.length} documents)`)
      expect(witnessed).toBeGreaterThan(0.8)
      expect(witnessed).toBeGreaterThan(alone + 0.1)
    }).pipe(Effect.provide(NodeContext.layer)), 180_000)
})
