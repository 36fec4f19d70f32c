import { Bootstrap } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"

const mean = (numbers: ReadonlyArray<number>) => numbers.reduce((total, number) => total + number, 0) / numbers.length

describe("interval", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index % 2)

  it("holds the measured value and is as wide as the standard error says", () => {
    // The mean of 100 fair coins has the standard error 0.05, so 95 % lie within 0.098 on either side.
    const { high, low, value } = Bootstrap.interval(hundred, mean, { resamples: 4000 })
    expect(value).toBe(0.5)
    expect(low).toBeGreaterThan(0.38)
    expect(low).toBeLessThan(0.42)
    expect(high).toBeGreaterThan(0.58)
    expect(high).toBeLessThan(0.62)
  })

  it("is a point where nothing differs: pairing cancels what is hard for both", () => {
    const pairs = hundred.map((score) => ({ before: score, after: score + 0.1 }))
    const { high, low, value } = Bootstrap.interval(pairs, (list) => mean(list.map(({ after, before }) => after - before)))
    expect(value).toBeCloseTo(0.1, 12)
    expect(high - low).toBeLessThan(1e-9)
  })

  it("is the same for the same seed, and another for another", () => {
    const numbers = hundred.map((_, index) => Math.sqrt(index))
    expect(Bootstrap.interval(numbers, mean)).toEqual(Bootstrap.interval(numbers, mean))
    expect(Bootstrap.interval(numbers, mean, { seed: 2 })).not.toEqual(Bootstrap.interval(numbers, mean))
  })

  it("says NaN where there is nothing to measure", () => {
    expect(Bootstrap.interval([], mean)).toEqual({ value: NaN, low: NaN, high: NaN })
  })
})
