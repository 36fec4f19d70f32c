import { Calibration, Logistic } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"
import { Utils } from "effect"

const truth: Logistic.Model = { intercept: -1, weights: [2, -0.03, 0] }

/** Draws from a known model; the second feature has other units, the third says nothing. */
const draw = (count: number, seed: number): ReadonlyArray<Logistic.Example> => {
  const random = new Utils.PCGRandom(seed)
  return Array.from({ length: count }, () => {
    const features = [random.number() * 4 - 1, random.number() * 100, random.number()]
    return { features, target: random.number() < Logistic.predict(truth, features) ? 1 : 0 }
  })
}

describe("fit", () => {
  it("finds the model that made the data, in the features' own units", () => {
    const model = Logistic.fit(draw(20_000, 1))
    expect(model.intercept).toBeCloseTo(-1, 0)
    expect(model.weights[0]).toBeCloseTo(2, 0)
    expect(model.weights[1]).toBeCloseTo(-0.03, 2)
    expect(Math.abs(model.weights[2] ?? NaN)).toBeLessThan(0.3)
  })

  it("is calibrated and discriminates on data that it has not seen", () => {
    const model = Logistic.fit(draw(4000, 2))
    const unseen = draw(4000, 3).map(({ features, target }) => ({ confidence: Logistic.predict(model, features), outcome: target }))
    expect(Calibration.expectedError(unseen)).toBeLessThan(0.03)
    expect(Calibration.auroc(unseen)).toBeGreaterThan(0.8)
  })

  it("agrees with the closed form where there is one", () => {
    // Without features the probability is the share of the targets, also of soft ones.
    const model = Logistic.fit([{ features: [], target: 1 }, { features: [], target: 0.5 }, { features: [], target: 0 }, { features: [], target: 0 }])
    expect(Logistic.predict(model, [])).toBeCloseTo(1.5 / 4, 9)
    // One binary feature, hardly penalised: each side gets its own share.
    const examples = [1, 1, 1, 0].map((target) => ({ features: [1], target })).concat([1, 0, 0, 0].map((target) => ({ features: [0], target })))
    const sides = Logistic.fit(examples, { penalty: 1e-9 })
    expect(Logistic.predict(sides, [1])).toBeCloseTo(0.75, 6)
    expect(Logistic.predict(sides, [0])).toBeCloseTo(0.25, 6)
  })

  it("stays finite where the data are separable, constant or all of one kind", () => {
    const separable = Logistic.fit([{ features: [0, 7], target: 0 }, { features: [1, 7], target: 1 }])
    expect(separable.weights[1]).toBe(0)
    expect(Number.isFinite(separable.weights[0])).toBe(true)
    expect(Logistic.predict(separable, [1, 7])).toBeGreaterThan(0.5)
    const certain = Logistic.predict(Logistic.fit([{ features: [1], target: 1 }, { features: [2], target: 1 }]), [1])
    expect(certain).toBeGreaterThan(0.99)
    expect(Logistic.predict(Logistic.fit([]), [])).toBe(0.5)
  })

  it("shrinks towards the base rate as the penalty grows", () => {
    const examples = draw(500, 4)
    const weight = (penalty: number) => Math.abs(Logistic.fit(examples, { penalty }).weights[0] ?? NaN)
    expect(weight(1000)).toBeLessThan(weight(10))
    expect(weight(10)).toBeLessThan(weight(0.1))
  })
})

describe("shift", () => {
  it("moves the log-odds until the mean probability is what happened", () => {
    const examples = [1, 1, 1, 0].map((target) => ({ logit: 0, target }))
    expect(Logistic.shift(examples, { penalty: 1e-9 })).toBeCloseTo(Math.log(3), 6)
    expect(Logistic.shift(examples.map(({ target }) => ({ logit: 2, target })), { penalty: 1e-9 })).toBeCloseTo(Math.log(3) - 2, 6)
  })

  it("moves little for few examples and not at all for none", () => {
    const one = [{ logit: 0, target: 1 }]
    const many = Array.from({ length: 100 }, () => ({ logit: 0, target: 1 }))
    expect(Logistic.shift(one)).toBeGreaterThan(0)
    expect(Logistic.shift(one)).toBeLessThan(Logistic.shift(many))
    expect(Logistic.shift([])).toBeCloseTo(0, 6)
  })
})
