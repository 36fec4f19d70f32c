import { describe, expect, it } from "@effect/vitest"
import * as Shares from "../src/Shares.js"

const regions = [40, 300, 90, 10, 200, 60].map((height, index) => ({ left: 0, top: index * 400, width: 500, height }))

describe("the shares of a page", () => {
  it.each([1, 2, 3, 4])("hold each region once, the largest first, in %s parts", (parts) => {
    const taken = Shares.none(), threads = Array.from({ length: parts }, () => Shares.take(regions, taken))
    const turns = regions.map((_, turn) => threads[turn % parts]?.next().value?.index)
    expect(turns).toEqual([1, 4, 2, 5, 0, 3])
    for (const thread of threads) expect(thread.next().done).toBe(true)
  })

  it("fill up with what is left when one of them is late", () => {
    const taken = Shares.none(), early = Shares.take(regions, taken), late = Shares.take(regions, taken)
    const first = Array.from({ length: 4 }, () => early.next().value?.index)
    expect([...first, ...Array.from(late, ({ index }) => index)]).toEqual([1, 4, 2, 5, 0, 3])
  })

  it("are only where threads would be idle, and of no small picture", () => {
    const page = 4_000_000
    expect(Shares.partsFor(page, 1, 2)).toBe(2)
    expect(Shares.partsFor(page, 3, 2)).toBe(2)
    expect(Shares.partsFor(page, 4, 2)).toBe(1)
    expect(Shares.partsFor(page, 1, 1)).toBe(1)
    expect(Shares.partsFor(60_000, 1, 2)).toBe(1)
    expect(Shares.partsFor(page, 1, 64)).toBe(4)
  })
})
