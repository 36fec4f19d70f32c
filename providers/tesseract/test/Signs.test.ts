import { describe, expect, it } from "@effect/vitest"
import * as Signs from "../src/Signs.js"
import * as Drawing from "./Drawing.js"

const baseline = 50

const word = (text: string, left: number, right: number, confidence = 0.95): Signs.Placed =>
  ({ ink: { text, left, right, top: 28, bottom: baseline, confidence }, text, em: 30, baseline })

/** The words as solid boxes. */
const sheet = (words: ReadonlyArray<Signs.Placed>) => {
  const picture = Drawing.paper(600, 80)
  for (const { ink } of words) Drawing.box(picture, ink.left, ink.top, ink.right - ink.left, ink.bottom - ink.top)
  return picture
}

const texts = (line: ReadonlyArray<Signs.Placed>): ReadonlyArray<string> => line.map(({ text }) => text)

describe("Signs", () => {
  it("puts in the dash that the engine lost between two dates", () => {
    const line = [word("09/2015", 40, 140), word("07/2016", 180, 280)]
    const picture = sheet(line)
    Drawing.box(picture, 154, 39, 12, 2)
    expect(texts(Signs.add(picture, [line]).flat())).toEqual(["09/2015", "–", "07/2016"])
    const [first, second] = line
    const torn = [first, second].flatMap((one) => (one === undefined ? [] : [[one]]))
    expect(texts(Signs.add(picture, torn).flat())).toEqual(["09/2015", "–", "07/2016"])
  })

  it("leaves a dash after a year that shows as a dot, but nowhere else", () => {
    const lineAfter = (text: string) => [word(text, 40, 140), word("–", 158, 163), word("Today", 180, 280)]
    const read = (text: string) => {
      const picture = sheet([word(text, 40, 140), word("Today", 180, 280)])
      Drawing.disc(picture, 160, 40, 3)
      return texts(Signs.add(picture, [lineAfter(text)]).flat())[1]
    }
    expect(read("07/2021")).toBe("–")
    expect(read("Yesterday")).toBe("•")
  })

  it("puts in a bullet before a line, but nothing that another word is", () => {
    const line = [word("Sommelier", 80, 200)]
    const picture = sheet(line)
    Drawing.disc(picture, 50, 40, 4)
    expect(texts(Signs.add(picture, [line]).flat())).toEqual(["•", "Sommelier"])
    expect(texts(Signs.add(picture, [line, [word("o", 45, 56)]])[0] ?? [])).toEqual(["Sommelier"])
  })

  it("reads the dots that the engine took for letters, but leaves words that it is sure of", () => {
    const language = word("Italiano", 40, 140)
    const picture = sheet([language])
    ;[0, 1, 2, 3, 4].forEach((index) => Drawing.disc(picture, 200 + index * 20, 40, 6, 0, index < 4 ? 0 : 5))
    const read = (misread: Signs.Placed) => [texts(Signs.add(picture, [[language, misread]]).flat()), texts(Signs.add(picture, [[language], [misread]]).flat())]
    expect(read(word("we.", 194, 286, 0.3))).toEqual([["Italiano", "●●●●○"], ["Italiano", "●●●●○"]])
    expect(read(word("Milan", 194, 286))).toEqual([["Italiano", "Milan"], ["Italiano", "Milan"]])
  })

  it("leaves lines without letters alone", () => {
    const line = [word("|", 40, 43)]
    expect(Signs.add(sheet(line), [line])).toEqual([line])
  })
})
