import { describe, expect, it } from "@effect/vitest"
import * as Fonts from "../src/Fonts.js"
import type { Ink } from "../src/Table.js"

/** A word of letters that rise and fall by these shares of the em above and below a baseline at 100. */
const word = (text: string, em: number, rise: number, fall = 0): Ink =>
  ({ text, left: 0, right: 10 * text.length, top: 100 - rise * em, bottom: 100 + fall * em, confidence: 1 })

const sizesOf = (line: ReadonlyArray<Ink>): ReadonlyArray<number> => Fonts.sizes(line, new Map(), Fonts.certainSizes(line, new Map()))

describe("Fonts", () => {
  it("finds one size for words of high, low and falling letters", () => {
    const line = [word("moon", 40, 0.525), word("Hall", 40, 0.75), word("gaping", 40, 0.71, 0.215)]
    for (const size of sizesOf(line)) expect(size).toBeCloseTo(40, 0)
  })

  it("takes small capitals for as large as the words that begin with a large letter", () => {
    const sizes = sizesOf([word("FORMATION", 40, 0.715), word("ET", 30, 0.715), word("AUTRES", 30, 0.715), word("CHOSES", 30, 0.715)])
    expect(new Set(sizes).size).toBe(1)
    expect(sizes[0]).toBeCloseTo(40, 0)
  })

  it("takes a short word, or one that says little, for as large as the name that it is a part of", () => {
    const title = [word("Product", 20, 0.715), word("Designer", 20, 0.715, 0.215), word("Engineering", 20, 0.715, 0.215)]
    const [short, name, next] = sizesOf([word("Su", 32, 0.715), word("ryani", 32, 0.71, 0.215), ...title])
    expect(short).toBeCloseTo(name ?? 0)
    expect(next).toBeCloseTo(20, 0)
    expect(sizesOf([word("Jens", 32, 0.715), word("Weber", 32, 0.75), ...title])[0]).toBeCloseTo(32, 0)
  })

  it("brings measurements of one size together and keeps two sizes apart", () => {
    const body = [29.5, 30, 30, 30.4].map((em) => [{ em, letters: 30 }])
    const [first, ...others] = Fonts.snapped([...body, [{ em: 42, letters: 8 }]]).flat()
    expect(others.slice(0, 3)).toEqual([first, first, first])
    expect(others[3]).toBeCloseTo(42, 0)
  })

  it("takes a short line that measures between two sizes for as large as the lines around it", () => {
    const lines = (em: number, count: number, letters: number) => Array.from({ length: count }, () => [{ em, letters }])
    const sizes = Fonts.snapped([...lines(17.5, 6, 20), ...lines(18.7, 1, 6), ...lines(17.5, 6, 20), ...lines(19.8, 30, 60)]).flat()
    expect(sizes[6]).toBe(sizes[5])
    expect(sizes.at(-1)).not.toBe(sizes[5])
    const other = Fonts.snapped([...lines(17.5, 6, 20), ...lines(19.8, 15, 60), ...lines(18.7, 1, 6), ...lines(19.8, 15, 60)]).flat()
    expect(other[21]).toBe(other[20])
  })
})
