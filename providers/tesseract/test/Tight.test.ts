import { describe, expect, it } from "@effect/vitest"
import * as Tight from "../src/Tight.js"
import * as Drawing from "./Drawing.js"

/** A word whose letters reach from 40 to 60, with some ink above them. */
const topOf = (text: string): number => {
  const picture = Drawing.paper(200, 100)
  for (let stem = 0; stem < 6; stem++) Drawing.box(picture, 20 + 20 * stem, 40, 6, 20)
  Drawing.box(picture, 60, 34, 8, 4)
  return Tight.word(picture, { text, left: 18, right: 142, top: 38, bottom: 62, confidence: 1 }, true).top
}

describe("Tight", () => {
  it("takes what stands above high letters for a part of the line before, but for an accent where there is one", () => {
    expect(topOf("Technologie:")).toBe(40)
    expect(topOf("Épreuve")).toBe(34)
    expect(topOf("mini")).toBe(34)
  })
})
