import { describe, expect, it } from "@effect/vitest"
import * as Overrun from "../src/Overrun.js"

const word = { text: "linkedin.com/in/annaExperience", left: 80, right: 600, top: 360, bottom: 380, confidence: 0.3 }
const own = { left: 76, top: 300, width: 600, height: 90 }
const column = { left: 440, top: 400, width: 500, height: 700 }
const readAgain = ({ bottom, left, right, top }: typeof word) => [{ text: left === 80 ? "linkedin.com/in/anna" : "Experience", left, right, top, bottom, confidence: 0.9 }]

describe("Overrun", () => {
  it("parts a doubtful word at the column that it runs into, with the gutter between its parts", () => {
    const [before, after] = Overrun.parted([word], [own, column], readAgain)
    expect([before?.text, after?.text]).toEqual(["linkedin.com/in/anna", "Experience"])
    expect((after?.left ?? 0) - (before?.right ?? 0)).toBeGreaterThan(20)
  })

  it("leaves a word that is believed, that runs into no column, or whose parts say nothing", () => {
    expect(Overrun.parted([{ ...word, confidence: 0.9 }], [own, column], readAgain)).toHaveLength(1)
    expect(Overrun.parted([word], [own, { ...column, height: 60 }], readAgain)).toHaveLength(1)
    expect(Overrun.parted([word], [own, column], () => [])).toEqual([word])
  })
})
