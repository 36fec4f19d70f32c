import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { firstPage, firstText } from "./decode.js"
import * as PdfBuilder from "./PdfBuilder.js"

const { show } = PdfBuilder

const red = "0.8 0 0 rg\n", grey = "0.9 0.9 0.9 rg\n", black = "0 0 0 rg\n"

const bar = (x: number, y: number, width: number, track = 100) => `${grey}${x} ${y} ${track} 4 re f\n${red}${x} ${y} ${width} 4 re f\n${black}`

const square = (x: number, y: number) => `${x} ${y} 6 6 re f\n`

const row = (y: number, full: number) =>
  [0, 1, 2, 3, 4].map((index) => (index < full ? red : grey) + square(200 + 10 * index, y)).join("") + black

const signs = (full: number, of: number) => "●".repeat(full) + "○".repeat(of - full)

const frame = (x: number, y: number, width: number) => `${grey}${x} ${y} ${width} 18 re f\n${black}`

const textOf = (content: string) => firstText(PdfBuilder.build([{ content }]))

describe("drawn ratings become signs", () => {
  it.effect("where bars stand beside their labels on a track", () =>
    Effect.gen(function*() {
      const content = show("Welding", 72, 700) + bar(200, 702, 80) + show("Turning", 72, 680) + bar(200, 682, 40)
      expect(yield* textOf(content)).toBe(`Welding Turning ${signs(16, 20)} ${signs(8, 20)}`)
    }))

  it.effect("on the line of the label that a bar stands under", () =>
    Effect.gen(function*() {
      const page = yield* firstPage(PdfBuilder.build([{ content: show("Welding", 72, 700) + bar(72, 690, 80) + show("Turning", 72, 670) + bar(72, 660, 40) }]))
      const [welding, turning, ...ratings] = page.words
      expect(ratings.map(({ text }) => text)).toEqual([signs(16, 20), signs(8, 20)])
      expect(ratings.map(({ box }) => box.y)).toEqual([welding?.box.y, turning?.box.y])
    }))

  it.effect("behind the whole label, where it is longer than what stands under it", () =>
    Effect.gen(function*() {
      const under = (y: number, full: number) => [0, 1, 2, 3, 4].map((index) => (index < full ? red : grey) + square(72 + 10 * index, y)).join("") + black
      const page = yield* firstPage(PdfBuilder.build([{ content: show("Reading drawings", 72, 700) + under(688, 4) + show("Turning", 72, 670) + under(658, 2) }]))
      const [, drawings, turning, first, second] = page.words
      expect([first?.text, second?.text]).toEqual([signs(4, 5), signs(2, 5)])
      expect([first?.box.y, second?.box.y]).toEqual([drawings?.box.y, turning?.box.y])
      expect(first?.box.x).toBeGreaterThan((drawings?.box.x ?? 0) + (drawings?.box.width ?? 0))
    }))

  it.effect("where rows of squares are full in one colour and empty in another, full rows too", () =>
    Effect.gen(function*() {
      const content = show("Welding", 72, 700) + row(702, 5) + show("Turning", 72, 680) + row(682, 2)
      expect(yield* textOf(content)).toBe(`Welding Turning ${signs(5, 5)} ${signs(2, 5)}`)
    }))

  it.effect("but accents under headings, patterns and bars beside a figure do not", () =>
    Effect.gen(function*() {
      const titles = show("WORK", 72, 700) + show("STUDIES", 72, 600)
      const [work, studies] = (yield* firstPage(PdfBuilder.build([{ content: titles }]))).words.map(({ box }) => box.width)
      expect(yield* textOf(titles + bar(72, 690, work ?? 0) + bar(72, 590, studies ?? 0))).toBe("WORK STUDIES")
      const pattern = row(702, 2) + [0, 1, 2].map((index) => (index < 1 ? grey : red) + square(200 + 10 * index, 650)).join("") + black
      expect(yield* textOf(show("Pattern", 72, 700) + show("Pattern", 72, 648) + pattern)).toBe("Pattern Pattern")
      const figures = show("Welding", 72, 700) + show("80%", 160, 700) + bar(200, 702, 80) + show("Turning", 72, 680) + show("40%", 160, 680) + bar(200, 682, 40)
      expect(yield* textOf(figures)).not.toMatch(/[●○]/u)
    }))
})

describe("framed items", () => {
  it.effect("are parted by bars, in one row and from row to row", () =>
    Effect.gen(function*() {
      const content = frame(66, 694, 60) + show("Welding", 72, 700) + frame(132, 694, 60) + show("Turning", 138, 700) + frame(66, 672, 60) + show("Milling", 72, 678)
      expect(yield* textOf(content)).toBe("Welding | Turning | Milling")
    }))

  it.effect("are left as they are where a single frame stands alone", () =>
    Effect.gen(function*() {
      expect(yield* textOf(frame(66, 694, 60) + show("Welding", 72, 700) + show("and more", 200, 600))).toBe("Welding and more")
    }))
})
