import { describe, expect, it } from "@effect/vitest"
import * as Regions from "../src/Regions.js"
import * as Drawing from "./Drawing.js"

/** Lines of stems, as text looks from afar. */
const text = (picture: ReturnType<typeof Drawing.paper>, left: number, right: number, top: number, lines: number) => {
  for (let line = 0; line < lines; line++) for (let x = left; x < right; x += 8) Drawing.box(picture, x, top + line * 32, 4, 18)
}

describe("Regions", () => {
  it("reads two columns one after the other, and a text without columns in one piece", () => {
    const columns = Drawing.paper(1200, 800)
    text(columns, 60, 500, 60, 16)
    text(columns, 640, 1140, 60, 16)
    const found = Regions.of(columns)
    expect(found).toHaveLength(2)
    expect(found[0]?.left).toBeLessThan(60)
    expect((found[0]?.left ?? 0) + (found[0]?.width ?? 0)).toBeLessThan(620)
    expect(found[1]?.left).toBeGreaterThan(600)
    const plain = Drawing.paper(1200, 800)
    text(plain, 60, 1140, 60, 16)
    expect(Regions.of(plain)).toHaveLength(1)
  })

  it("reads a dark band and the page under it apart, and no ink that is only an edge", () => {
    const picture = Drawing.paper(1200, 800)
    Drawing.box(picture, 0, 0, 1200, 150, 40)
    for (let x = 60; x < 500; x += 8) Drawing.box(picture, x, 110, 4, 18, 255)
    text(picture, 60, 500, 170, 1)
    Drawing.box(picture, 1150, 200, 6, 500)
    const found = Regions.of(picture)
    expect(found).toHaveLength(2)
    expect((found[0]?.top ?? 0) + (found[0]?.height ?? 0)).toBeLessThan(160)
    expect(found[1]?.top).toBeGreaterThan(140)
  })

  it("does not cut a line of text beside a dark column", () => {
    const picture = Drawing.paper(1200, 800)
    Drawing.box(picture, 0, 0, 560, 800, 40)
    text(picture, 620, 1180, 60, 16)
    for (let x = 620; x < 1180; x += 8) Drawing.box(picture, x, 314, 6, 20)
    expect(Regions.of(picture)).toHaveLength(1)
  })

  it("takes a dash for ink, and the grain of the paper for none", () => {
    const picture = Drawing.paper(1200, 800)
    for (let line = 0; line < 8; line++) {
      text(picture, 60, 500, 60 + line * 32, 1)
      Drawing.box(picture, 510, 68 + line * 32, 26, 3)
      text(picture, 546, 1140, 60 + line * 32, 1)
    }
    expect(Regions.of(picture)).toHaveLength(1)
    const columns = Drawing.paper(1200, 800)
    text(columns, 60, 500, 60, 16)
    text(columns, 640, 1140, 60, 16)
    for (let y = 40; y < 760; y += 9) columns.pixels[y * 1200 + 560 + (y % 37)] = 195
    expect(Regions.of(columns)).toHaveLength(2)
  })
})
