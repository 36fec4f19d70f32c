import { describe, expect, it } from "@effect/vitest"
import * as Shares from "../src/Shares.js"

const regions = [40, 300, 90, 10, 200, 60].map((height, index) => ({ left: 0, top: index * 400, width: 500, height }))

describe("the shares of a page", () => {
  it.each([1, 2, 3, 4])("hold each region once, in %s parts", (parts) => {
    const dealt = Array.from({ length: parts }, (_, part) => Shares.deal(regions, { part, parts }))
    expect(dealt.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
    for (const own of dealt) expect([...own].sort((a, b) => a - b)).toEqual(own)
  })

  it("are about as large as each other", () => {
    const loads = [0, 1].map((part) => Shares.deal(regions, { part, parts: 2 }).reduce((sum, index) => sum + (regions[index]?.height ?? 0), 0))
    expect(loads).toEqual([350, 350])
  })

  it("are dealt only where threads would be idle, and of no small picture", () => {
    const page = 4_000_000
    expect(Shares.partsFor(page, 1, 2)).toBe(2)
    expect(Shares.partsFor(page, 3, 2)).toBe(2)
    expect(Shares.partsFor(page, 4, 2)).toBe(1)
    expect(Shares.partsFor(page, 1, 1)).toBe(1)
    expect(Shares.partsFor(60_000, 1, 2)).toBe(1)
    expect(Shares.partsFor(page, 1, 64)).toBe(4)
  })
})
