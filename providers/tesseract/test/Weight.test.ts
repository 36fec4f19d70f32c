import { describe, expect, it } from "@effect/vitest"
import * as Weight from "../src/Weight.js"
import * as Drawing from "./Drawing.js"

const em = 30

/** Lines of "words" that are rows of stems, on paper and on a dark ground. */
const page = (lines: ReadonlyArray<{ readonly ground: number; readonly stems: ReadonlyArray<number>; readonly from?: number }>) => {
  const picture = Drawing.paper(700, 40 * lines.length)
  const words = lines.map(({ from = 10, ground, stems }, row) => {
    Drawing.box(picture, 0, 40 * row, 700, 40, ground)
    return stems.map((thickness, index) => {
      const left = from + index * 80
      for (let stem = 0; stem < 5; stem++) Drawing.box(picture, left + stem * 12, 40 * row + 8, thickness, 22, 255 - ground)
      return { em, ink: { text: "holds", left: left - 2, right: left + 64, top: 40 * row + 6, bottom: 40 * row + 32, confidence: 1 } }
    })
  })
  return Weight.bold(picture, words)
}

describe("Weight", () => {
  it("finds the words whose stems are thick", () => {
    const regular = [4, 4, 4, 4, 4, 4, 4, 4], mixed = [7, 7, 7, 7, 4, 4, 4, 4]
    const found = page([{ ground: 255, stems: regular }, { ground: 255, stems: regular }, { ground: 255, stems: mixed }])
    expect(found[0]).not.toContain(true)
    expect(found[2]).toEqual([true, true, true, true, false, false, false, false])
  })

  it("does not take light letters on a dark ground for bold because they look thicker", () => {
    const dark = [3, 3, 3, 3, 3, 3, 3, 3], light = [4, 4, 4, 4, 4, 4, 4, 4]
    const found = page([
      ...[0, 1, 2].map(() => ({ ground: 255, stems: dark })),
      ...[0, 1].map(() => ({ ground: 0, stems: light })),
      { ground: 0, stems: [6, 6, 6, 6, 6, 6] }
    ])
    expect(found.slice(0, 5).flat()).not.toContain(true)
    expect(found[5]).toEqual([true, true, true, true, true, true])
  })

  it("does not take specks on a dark ground for ink", () => {
    const picture = Drawing.paper(700, 40, 60)
    const words = [0, 1, 2, 3].map((index) => {
      const left = 10 + index * 80
      for (let stem = 0; stem < 5; stem++) Drawing.box(picture, left + stem * 12, 8, index < 2 ? 7 : 4, 22, 255)
      if (index > 1) Drawing.box(picture, left + 8, 12, 1, 1, 0)
      return { em, ink: { text: "holds,", left: left - 2, right: left + 64, top: 6, bottom: 32, confidence: 1 } }
    })
    const regular = page([0, 1].map(() => ({ ground: 255, stems: [4, 4, 4, 4, 4, 4, 4, 4] })))
    expect(regular.flat()).not.toContain(true)
    expect(Weight.bold(picture, [words, words.slice(2), words.slice(2), words.slice(2), words.slice(2), words.slice(2)])[0]).toEqual([true, true, false, false])
  })

  it("takes the doubtful heading of a column of bold ones for bold, but none that is clearly thinner", () => {
    const margin = (stem: number) => ({ ground: 255, stems: [stem, stem] }), text = { ground: 255, stems: [4, 4, 4, 4, 4], from: 250 }
    const found = (stem: number) => page([...[7, 7, 7, stem].map(margin), ...Array.from({ length: 8 }, () => text)])[3]
    expect(found(5)).toEqual([true, true])
    expect(found(4)).toEqual([false, false])
    expect(page([...Array.from({ length: 4 }, () => text), { ...text, stems: [5, 5] }, { ...text, stems: [7, 7] }])[4]).toEqual([false, false])
  })
})
