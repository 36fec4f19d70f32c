import { describe, expect, it } from "@effect/vitest"
import * as Slant from "../src/Slant.js"
import * as Drawing from "./Drawing.js"

/** A "word" of stems and of bars between them, each row pushed to the right by its height over the baseline. */
const word = (picture: ReturnType<typeof Drawing.paper>, left: number, lean: number) => {
  for (let row = 0; row < 22; row++) {
    const shift = Math.round(lean * (21 - row))
    for (let stem = 0; stem < 6; stem++) Drawing.box(picture, left + stem * 11 + shift, 10 + row, 3, 1)
  }
  return { text: "holds", left: left - 2, right: left + 70, top: 9, bottom: 33, confidence: 1 }
}

describe("Slant", () => {
  it("tells slanted words from upright ones in one line", () => {
    const picture = Drawing.paper(800, 50)
    const line = [0, 0, 0, 0.2, 0.2, 0.2].map((lean, index) => word(picture, 20 + index * 90, lean))
    expect(Slant.italic(picture, [line])).toEqual([[false, false, false, true, true, true]])
  })

  it("says nothing of words whose letters have no stems", () => {
    const picture = Drawing.paper(200, 50)
    expect(Slant.italic(picture, [[{ ...word(picture, 20, 0.2), text: "AVWY" }]])).toEqual([[false]])
  })
})
