import { describe, expect, it } from "@effect/vitest"
import * as Context from "../src/Context.js"

const ink = (text: string, confidence = 0.9) => ({ text, left: 0, right: 10 * text.length, top: 0, bottom: 20, confidence })
const settled = (text: string): string => Context.settled(text.split(" ").map((word) => ink(word))).map((word) => word.text).join(" ")

describe("Context", () => {
  it.each([
    ["Młyny Sp. z 0.0., Kraków", "Młyny Sp. z o.o., Kraków"],
    ["Imballaggi S.r.1.", "Imballaggi S.r.l."],
    ["Elektronika 5.A.", "Elektronika S.A."],
    ["Version 1.0. of 0.0.", "Version 1.0. of 0.0."]
  ])("reads %s as %s", (seen, meant) => {
    expect(settled(seen)).toBe(meant)
  })

  it.each([
    ["(oct. \"17 - déc. ‘20)", "(oct. ’17 - déc. ’20)"],
    ["sept. ‘15 · juin ‘16", "sept. ’15 – juin ’16"],
    ["2015 · 2017", "2015 – 2017"],
    ["2015 · Paris", "2015 · Paris"],
    ["\"1984\" by Orwell", "\"1984\" by Orwell"]
  ])("reads the dates of %s as %s", (seen, meant) => {
    expect(settled(seen)).toBe(meant)
  })

  it("leaves out what is hardly believed where there is much of it, and a single doubtful line not", () => {
    const text = [[ink("Permiso"), ink("de"), ink("conducir")]], grain = Array.from({ length: 20 }, () => [ink("Eo", 0.3), ink("A", 0.5)])
    expect(Context.withoutGrain([...text, ...grain])).toEqual(text)
    expect(Context.withoutGrain([...text, ...grain.slice(0, 1)])).toHaveLength(2)
  })
})
