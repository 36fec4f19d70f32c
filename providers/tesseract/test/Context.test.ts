import { describe, expect, it } from "@effect/vitest"
import * as Context from "../src/Context.js"

const ink = (text: string, confidence = 0.9) => ({ text, left: 0, right: 10 * text.length, top: 0, bottom: 20, confidence })
const settled = (text: string): string => Context.settled(text.split(" ").map((word) => ink(word))).map((word) => word.text).join(" ")

describe("Context", () => {
  it.each([
    ["Młyny Sp. z 0.0., Kraków", "Młyny Sp. z o.o., Kraków"],
    ["Imballaggi S.r.1.", "Imballaggi S.r.l."],
    ["Elektronika 5.A.", "Elektronika S.A."],
    ["Version 1.0. of 0.0.", "Version 1.0. of 0.0."],
    ["N.* de certificado", "N.º de certificado"],
    ["Figma (expert); Lean (advanced): Research (basic)", "Figma (expert); Lean (advanced); Research (basic)"],
    ["Figma (expert): Lean", "Figma (expert): Lean"]
  ])("reads %s as %s", (seen, meant) => {
    expect(settled(seen)).toBe(meant)
  })

  it.each([
    ["(oct. \"17 - déc. ‘20)", "(oct. ’17 - déc. ’20)"],
    ["sept. ‘15 · juin ‘16", "sept. ’15 – juin ’16"],
    ["2015 · 2017", "2015 – 2017"],
    ["2015 · Paris", "2015 · Paris"],
    ["(07/2021 - Today)", "(07/2021 - Today)"],
    ["Lycée Mistral, Avignon. 2004 – 2007", "Lycée Mistral, Avignon, 2004 – 2007"],
    ["sept. 2004", "sept. 2004"],
    ["Annecy,04/2015", "Annecy, 04/2015"],
    ["licznik.05/2020", "licznik, 05/2020"],
    ["2013 2015", "2013 – 2015"],
    ["May 2011 December 2017", "May 2011 – December 2017"],
    ["Ausgabe 2013 Seite", "Ausgabe 2013 Seite"],
    ["feb. 2013 — jul. 2015", "feb. 2013 – jul. 2015"],
    ["\"1984\" by Orwell", "\"1984\" by Orwell"]
  ])("reads the dates of %s as %s", (seen, meant) => {
    expect(settled(seen)).toBe(meant)
  })

  it("leaves out what is hardly believed where there is much of it, and a single doubtful line not", () => {
    const text = [[ink("Permiso"), ink("de"), ink("conducir")]], grain = Array.from({ length: 20 }, () => [ink("Eo", 0.3), ink("A", 0.5)])
    expect(Context.withoutGrain([...text, ...grain])).toEqual(text)
    expect(Context.withoutGrain([...text, ...grain.slice(0, 1)])).toHaveLength(2)
  })

  it("believes in a dash between dates however faint it is", () => {
    const words = Context.settled([ink("2013"), ink("—", 0.1), ink("2015")])
    expect(words[1]?.confidence).toBeGreaterThan(0.5)
    expect(Context.settled([ink("2024"), ink("—", 0.1), ink("Present")])[1]?.confidence).toBeGreaterThan(0.5)
    expect(Context.settled([ink("mail"), ink("—", 0.1), ink("web")])[1]?.confidence).toBe(0.1)
  })

  it("has a word once that two regions read, one of them in part", () => {
    const at = (text: string, left: number, confidence = 0.9) => ({ ...ink(text, confidence), left, right: left + 10 * text.length })
    const whole = [at("Laboral", 0), at("Bética,", 80)], part = [at("tica,", 100), at("feb.", 200)]
    expect(Context.once([whole, part]).map((line) => line.map(({ text }) => text))).toEqual([["Laboral", "Bética,"], ["feb."]])
    expect(Context.once([[at("Anna", 0, 0.2)], [at("Anna", 1)]])).toEqual([[at("Anna", 1)]])
    expect(Context.once([[at("Anna", 0)], [at("Anna", 60)]])).toHaveLength(2)
  })
})
