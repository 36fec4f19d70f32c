import { describe, expect, it } from "@effect/vitest"
import type { Picture } from "@excv/provider"
import { Effect } from "effect"
import { Preparer } from "../src/index.js"
import * as Drawn from "../src/prepare/Drawn.js"
import * as Light from "../src/prepare/Light.js"
import * as Page from "../src/prepare/Page.js"
import * as Rules from "../src/prepare/Rules.js"
import * as Skew from "../src/prepare/Skew.js"
import * as Warp from "../src/prepare/Warp.js"

const resolution = 100

const blank = (width: number, height: number, value: number): Picture.Picture =>
  ({ pixels: new Uint8Array(width * height).fill(value), width, height, resolution })

const fill = ({ pixels, width }: Picture.Picture, x: number, y: number, columns: number, rows: number, value: number): void => {
  for (let row = y; row < y + rows; row++) pixels.fill(value, row * width + x, row * width + x + columns)
}

/** Lines of letters, which are two stems and a bar each, in words of several lengths. */
const written = (paper = 255, ink = 0): Picture.Picture => {
  const page = blank(827, 1169, paper)
  for (let line = 0; line < 45; line++) {
    for (let letter = 0; letter < 60; letter++) {
      if ((letter + line * 3) % 7 === 0) continue
      const x = 80 + letter * 11, y = 90 + line * 22
      fill(page, x, y, 2, 11, ink)
      fill(page, x + 5, y, 2, 11, ink)
      fill(page, x + 2, y + 5, 3, 1, ink)
    }
  }
  return page
}

const degrees = (angle: number): number => (angle * 180) / Math.PI

describe("the direction of lines", () => {
  it.each([-6, -2, -0.5, 0, 1, 4, 8])("is found where they fall by %s degrees", (angle) => {
    const leaning = Warp.level(written(), (-angle * Math.PI) / 180)
    const { isSideways, lean } = Skew.directionOf(leaning)
    expect(isSideways).toBe(false)
    expect(Math.abs(degrees(lean) - angle)).toBeLessThan(0.2)
  })

  it("is found on its side, and undone with its lean", () => {
    const turned = Warp.quarter(Warp.level(written(), (-3 * Math.PI) / 180))
    expect(Skew.directionOf(turned).isSideways).toBe(true)
    const { picture } = Effect.runSync(Preparer.make(["upright"]).prepare(turned))
    expect(picture.width).toBeLessThan(picture.height)
    expect(Math.abs(degrees(Skew.directionOf(picture).lean))).toBeLessThan(0.2)
  })
})

describe("light", () => {
  it("that falls off and ink that is faint become white and black, and a dark column stays dark", () => {
    const page = written(215, 150)
    fill(page, 0, 0, 60, page.height, 120)
    page.pixels.forEach((value, index) => { page.pixels[index] = value * (1 - 0.3 * ((index % page.width) / page.width)) })
    const { pixels, width } = Light.even(page)
    const at = (x: number, y: number) => pixels[y * width + x] ?? -1
    expect(Math.min(at(400, 30), at(800, 1100))).toBeGreaterThan(235)
    expect(Math.max(at(91, 95), at(91 + 11 * 40, 95))).toBeLessThan(100)
    expect(at(20, 600)).toBeLessThan(60)
  })

  it("of a page with hardly any ink leaves the grain of its paper pale", () => {
    const page = blank(827, 1169, 200)
    let state = 7
    page.pixels.forEach((value, index) => {
      state = (state * 1103515245 + 12345) % 2147483648
      page.pixels[index] = value + ((state >> 16) % 13) - 6
    })
    fill(page, 100, 100, 60, 2, 120)
    const { pixels, width } = Light.even(page)
    expect(pixels[101 * width + 120]).toBeLessThan(60)
    expect(pixels.filter((value) => value < 200).length).toBeLessThan(500)
  })

  it("that is good is left alone", () => {
    const page = written()
    expect(Light.even(page)).toBe(page)
  })
})

describe("the sheet in a photo", () => {
  it("is cut out of the table and seen from above", () => {
    const photo = blank(1200, 1500, 60)
    // Each row of the sheet begins a little further to the left: it was seen from below.
    for (let y = 150; y < 1350; y++) fill(photo, Math.round(200 - 0.05 * (y - 150)), y, Math.round(780 + 0.1 * (y - 150)), 1, 230)
    fill(photo, 560, 700, 60, 60, 20)
    const { height, pixels, width } = Page.find(photo)
    const corners = [[3, 3], [width - 4, 3], [3, height - 4], [width - 4, height - 4]].map(([x = 0, y = 0]) => pixels[y * width + x] ?? 0)
    expect(Math.min(...corners)).toBeGreaterThan(200)
    expect(Math.abs(height / width - 1200 / 840)).toBeLessThan(0.05)
    expect(pixels.filter((value) => value < 40).length).toBeGreaterThan(1000)
  })

  it("that fills the picture, or has a dark band of its own, is left alone", () => {
    const banded = written()
    fill(banded, 0, 0, banded.width, 120, 40)
    expect(Page.find(banded)).toBe(banded)
    const page = written()
    expect(Page.find(page)).toBe(page)
  })
})

describe("rules", () => {
  it("are found in both directions, in points, and text is none", () => {
    const page = written()
    fill(page, 80, 60, 600, 2, 90)
    fill(page, 40, 100, 2, 500, 90)
    const found = Rules.find(page).map(({ box }) => [box.x, box.y, box.width, box.height].map((value) => Math.round((value * resolution) / 72)))
    expect(found).toEqual([[80, 60, 600, 2], [40, 100, 2, 500]])
  })
})

describe("what was drawn", () => {
  const inkIn = ({ pixels, width }: Picture.Picture, left: number, right: number, top: number, bottom: number): number => {
    let count = 0
    for (let y = top; y < bottom; y++) count += pixels.subarray(y * width + left, y * width + right).filter((value) => value < 128).length
    return count
  }

  it("is taken out: an underline, a broken line, the line of a table; letters stay as they are", () => {
    const plain = written(), page = written()
    fill(page, 80, 105, 640, 1, 60)
    for (let x = 80; x < 720; x += 12) fill(page, x, 60, 8, 1, 60)
    fill(page, 40, 100, 2, 500, 90)
    const erased = Drawn.erase(page)
    expect(inkIn(erased, 0, 827, 0, 1169)).toBe(inkIn(plain, 0, 827, 0, 1169))
    expect(Buffer.compare(Drawn.erase(plain).pixels, plain.pixels)).toBe(0)
  })

  it("around words side by side is taken out, and a bar parts them", () => {
    const page = blank(827, 1169, 255)
    for (const left of [100, 200]) {
      fill(page, left, 100, 80, 1, 100)
      fill(page, left, 122, 80, 1, 100)
      fill(page, left, 100, 1, 23, 100)
      fill(page, left + 79, 100, 1, 23, 100)
      for (let x = left + 10; x < left + 70; x += 6) fill(page, x, 106, 2, 11, 0)
    }
    const erased = Drawn.erase(page)
    expect(inkIn(erased, 100, 180, 99, 104) + inkIn(erased, 100, 105, 100, 123) + inkIn(erased, 200, 205, 100, 123)).toBe(0)
    expect(inkIn(erased, 105, 175, 104, 120)).toBe(inkIn(page, 105, 175, 104, 120))
    expect(inkIn(erased, 181, 199, 100, 123)).toBeGreaterThan(10)
  })
})

describe("preparing", () => {
  it("enlarges small letters, and takes its samples from lines of text, each of them small", () => {
    const page = written()
    fill(page, 0, 0, page.width, 500, 255)
    const { picture, samples } = Effect.runSync(Preparer.preparer.prepare(page))
    expect(picture.resolution).toBeGreaterThanOrEqual(150)
    expect(samples.length).toBeGreaterThan(1)
    for (const sample of samples) {
      expect(sample.pixels.some((value) => value < 100)).toBe(true)
      expect(sample.pixels.length).toBeLessThan(0.03 * picture.pixels.length)
    }
  })
})
