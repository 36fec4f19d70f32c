import { expect, it } from "@effect/vitest"
import * as Decisions from "../src/Decisions.js"

const decided = Decisions.at({
  headings: [{ line: 4, kinds: ["experience"], score: 1.234 }],
  sections: [{
    kinds: ["experience"],
    heading: 4,
    lines: [5, 6],
    entries: [{ head: [5], body: [6], slots: { title: { text: "Baker", score: 1.5 } }, dateStrength: 0.8 }]
  }]
})

it("a heading says its score, a line of an entry its section, its entry and the scores of the slots", () => {
  expect(decided(4)).toEqual(["line 4 scores 1.23 as a heading of experience (from 1: one)"])
  expect(decided(6)).toEqual([
    "line 6 is in experience, under the heading in line 4, scored 1.23",
    "entry of head 5 and body 6; date 0.80; title \"Baker\" 1.50"
  ])
  expect(decided(9)).toEqual([])
})
