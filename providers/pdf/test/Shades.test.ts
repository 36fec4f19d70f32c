import { expect, it } from "vitest"
import type { Glyph } from "../src/content/Glyph.js"
import type { Placed } from "../src/text/Runs.js"
import * as Shades from "../src/text/Shades.js"

const run = (...parts: ReadonlyArray<readonly [string, string]>): ReadonlyArray<Placed> =>
  parts.flatMap(([text, color]) => [...text].map((sign) => ({ glyph: { text: sign, color } as Glyph, gap: 0, afterSpace: false })))
const told = (...parts: ReadonlyArray<readonly [string, string]>) => Shades.told(run(...parts)).map(({ glyph }) => glyph.text).join("")

it("signs of a second colour behind those of a first are empty", () => {
  expect(told(["●●●", "#aa0000"], ["●●", "#dddddd"])).toBe("●●●○○")
  expect(told(["Excel ", "#000000"], ["★★★★", "#aa0000"], ["★", "#dddddd"])).toBe("Excel ★★★★☆")
})

it("signs of one colour, of two in turn, and single ones stay as they are", () => {
  expect(told(["●●●●●", "#aa0000"])).toBe("●●●●●")
  expect(told(["●", "#aa0000"], ["●", "#dddddd"], ["●", "#aa0000"])).toBe("●●●")
  expect(told(["●", "#aa0000"], ["●", "#dddddd"])).toBe("●●")
  expect(told(["Work", "#aa0000"], ["shop", "#dddddd"])).toBe("Workshop")
})
