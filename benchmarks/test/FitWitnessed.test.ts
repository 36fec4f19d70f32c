import { describe, expect, it } from "@effect/vitest"
import { Utils } from "effect"
import * as FitWitnessed from "../src/FitWitnessed.js"

const base = { intercept: 1, weights: { telling: 1 }, fields: { email: 1 } }

/** Values are right as often as the witness says the same, mostly wrong where he says another one. */
const draw = (count: number, seed: number): ReadonlyArray<FitWitnessed.Answer> => {
  const random = new Utils.PCGRandom(seed)
  return Array.from({ length: count }, () => {
    const agreement = random.number()
    const values = Array.from({ length: 20 }, () => {
      const opinion = random.number() < agreement ? "same" as const : random.number() < 0.5 ? "other" as const : "nothing" as const
      const chance = { same: 0.95, other: 0.2, nothing: 0.7 }[opinion]
      return { field: "email", correct: random.number() < chance, opinion }
    })
    const target = values.filter(({ correct }) => correct).length / values.length
    return { person: "anybody", signals: { telling: random.number(), agreement, undisputed: agreement }, target, values }
  })
}

describe("the fit of what a witness adds", () => {
  const parameters = FitWitnessed.fit(base, draw(400, 1))
  const unseen = draw(100, 2)
  const [answer] = unseen

  it("makes values surer that the witness agrees with, and unsure those on which he differs", () => {
    const sure = (opinion: "same" | "other" | "nothing") =>
      answer === undefined ? NaN : FitWitnessed.valueProbability(base, parameters, answer, { field: "email", opinion })
    expect(sure("same")).toBeCloseTo(0.95, 1)
    expect(sure("nothing")).toBeCloseTo(0.7, 1)
    expect(sure("other")).toBeCloseTo(0.2, 1)
  })

  it("predicts the share of right values of answers that it has not seen", () => {
    const errors = unseen.map((one) => FitWitnessed.probability(base, parameters, one) - one.target)
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.05)
    const [least, most] = [0, 1].map((agreement) => FitWitnessed.probability(base, parameters, { person: "", target: 0, values: [], signals: { telling: 0.5, agreement, undisputed: agreement } }))
    expect((most ?? 0) - (least ?? 1)).toBeGreaterThan(0.2)
  })
})
