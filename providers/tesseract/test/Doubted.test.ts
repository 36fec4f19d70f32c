import { describe, expect, it } from "@effect/vitest"
import { vi } from "vitest"
import * as Doubted from "../src/Doubted.js"
import type { Ink } from "../src/Table.js"
import * as Drawing from "./Drawing.js"

const word = (text: string, left: number, confidence: number): Ink => ({ text, left, right: left + 60, top: 20, bottom: 40, confidence })

/** What is read of words whose line begins at 40, enlarged 1.6 times with 5 pixels around it. */
const enlarged = (text: string, left: number, confidence: number): Ink => ({ text, left: 1.6 * (left - 35), right: 1.6 * (left + 25), top: 8, bottom: 40, confidence })

const coarse = { ...Drawing.paper(400, 100), resolution: 150 }

const texts = (lines: ReadonlyArray<ReadonlyArray<Ink>>) => lines.flat().map(({ text }) => text)

describe("Doubted", () => {
  const line = [word("jul.", 40, 0.95), word("2075", 120, 0.7), word("olıne", 200, 0.8)]

  it("keeps the surer of two readings of a doubted word, and what is not doubted", async () => {
    const read = vi.fn(() => Promise.resolve([enlarged("jnl.", 40, 0.99), enlarged("2015", 120, 0.9), enlarged("ohme", 200, 0.6)]))
    expect(texts(await Doubted.again(coarse, [line, [word("sure", 40, 0.9)]], read))).toEqual(["jul.", "2015", "olıne", "sure"])
    expect(read).toHaveBeenCalledTimes(1)
  })

  it("asks again only for words of the same place, and hardly longer ones", async () => {
    const read = () => Promise.resolve([enlarged("2015–2016", 120, 0.9), enlarged("ohne", 240, 0.9)])
    expect(texts(await Doubted.again(coarse, [line], read))).toEqual(["jul.", "2075", "olıne"])
  })

  it("leaves fine pictures and addresses alone", async () => {
    const read = vi.fn(() => Promise.resolve([]))
    await Doubted.again({ ...coarse, resolution: 200 }, [line], read)
    await Doubted.again(coarse, [[word("ana@example.org", 40, 0.5)]], read)
    expect(read).not.toHaveBeenCalled()
  })

  it("enlarges the line that is read", async () => {
    const picture = { ...Drawing.paper(400, 100), resolution: 150 }
    Drawing.box(picture, 40, 20, 60, 20)
    const seen = vi.fn((_: unknown) => Promise.resolve([]))
    await Doubted.again(picture, [[word("2075", 40, 0.5)]], (strip) => {
      seen([strip.width, strip.height, strip.pixels[24 * strip.width + 56], strip.pixels[0]])
      return Promise.resolve([])
    })
    expect(seen).toHaveBeenCalledWith([112, 48, 0, 255])
  })
})
