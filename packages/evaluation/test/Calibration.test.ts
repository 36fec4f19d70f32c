import { Calibration } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"
import { FastCheck } from "effect"

const samples = (...pairs: ReadonlyArray<readonly [number, number]>) => pairs.map(([confidence, outcome]) => ({ confidence, outcome }))

const sample = FastCheck.record({
  confidence: FastCheck.integer({ min: 0, max: 20 }).map((n) => n / 20),
  outcome: FastCheck.constantFrom(0, 1)
})

describe("reliability", () => {
  it("makes bins of equal mass", () => {
    const table = Calibration.reliability(samples([0.9, 1], [0.1, 0], [0.2, 1], [0.8, 1]), 2)
    expect(table).toEqual([
      { count: 2, lowest: 0.1, highest: 0.2, confidence: 0.15000000000000002, outcome: 0.5 },
      { count: 2, lowest: 0.8, highest: 0.9, confidence: 0.8500000000000001, outcome: 1 }
    ])
  })

  it("keeps equal confidences together, whatever their order", () => {
    expect(Calibration.reliability(samples([0.5, 1], [0.5, 0], [0.5, 1], [0.5, 0]), 4)).toEqual([
      { count: 4, lowest: 0.5, highest: 0.5, confidence: 0.5, outcome: 0.5 }
    ])
  })

  it.prop("loses no sample and makes no more bins than asked for", [FastCheck.array(sample), FastCheck.integer({ min: 1, max: 12 })], ([list, bins]) => {
    const table = Calibration.reliability(list, bins)
    expect(table.reduce((total, bin) => total + bin.count, 0)).toBe(list.length)
    expect(table.length).toBeLessThanOrEqual(bins)
  })
})

describe("expectedError", () => {
  it("weighs each bin's distance by its count", () => {
    // Two bins of two: |0.15 - 0.5| / 2 + |0.85 - 1| / 2
    expect(Calibration.expectedError(samples([0.1, 0], [0.2, 1], [0.8, 1], [0.9, 1]), 2)).toBeCloseTo(0.25, 12)
  })

  it("is 0 when confidence is what happens, also with shares, and 1 at worst", () => {
    expect(Calibration.expectedError(samples([1, 1], [1, 1], [0, 0]))).toBe(0)
    expect(Calibration.expectedError(samples([0.7, 0.7], [0.4, 0.4]))).toBe(0)
    expect(Calibration.expectedError(samples([1, 0], [0, 1]))).toBe(1)
    expect(Calibration.expectedError([])).toBeNaN()
  })
})

describe("auroc", () => {
  it("is the share of pairs in the right order", () => {
    // Pairs: 0.9 > 0.8, 0.9 > 0.1, 0.3 < 0.8, 0.3 > 0.1
    expect(Calibration.auroc(samples([0.9, 1], [0.3, 1], [0.8, 0], [0.1, 0]))).toBe(0.75)
    expect(Calibration.auroc(samples([0.5, 1], [0.5, 0]))).toBe(0.5)
    expect(Calibration.auroc(samples([0.1, 1], [0.9, 0]))).toBe(0)
  })

  it("has no answer when there is only one class", () => {
    expect(Calibration.auroc(samples([0.9, 1], [0.3, 1]))).toBeNull()
    expect(Calibration.auroc([])).toBeNull()
  })
})
