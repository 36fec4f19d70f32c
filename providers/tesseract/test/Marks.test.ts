import { describe, expect, it } from "@effect/vitest"
import * as Marks from "../src/Marks.js"
import * as Drawing from "./Drawing.js"

const line = { em: 30, baseline: 50 }
const contrast = 255

describe("Marks", () => {
  it("tells a dot, a bullet, a dash and a bar between words by their shape", () => {
    const sign = (draw: (picture: ReturnType<typeof Drawing.paper>) => void) => {
      const picture = Drawing.paper(100, 80)
      draw(picture)
      return Marks.between(picture, line, 20, 80, contrast, false)?.text ?? null
    }
    expect(sign((picture) => Drawing.box(picture, 48, 38, 4, 4))).toBe("·")
    expect(sign((picture) => Drawing.disc(picture, 50, 40, 5))).toBe("•")
    expect(sign((picture) => Drawing.box(picture, 42, 39, 15, 2))).toBe("–")
    expect(sign((picture) => Drawing.box(picture, 49, 28, 2, 28))).toBe("|")
    expect(sign(() => undefined)).toBeNull()
  })

  it("sees the sides of the frames around two words as a bar between them, though their corners hang together", () => {
    const picture = Drawing.paper(120, 80)
    for (const left of [0, 70]) {
      Drawing.box(picture, left, 22, 48, 2)
      Drawing.box(picture, left, 56, 48, 2)
    }
    Drawing.box(picture, 46, 22, 2, 36)
    Drawing.box(picture, 70, 22, 2, 36)
    expect(Marks.between(picture, line, 40, 80, contrast, false)?.text).toBe("|")
  })

  it("sees no sign in a period, nor in what may be a letter", () => {
    const period = Drawing.paper(100, 80)
    Drawing.box(period, 30, 46, 4, 4)
    expect(Marks.between(period, line, 20, 80, contrast, false)).toBeNull()
    const letter = Drawing.paper(60, 80)
    Drawing.box(letter, 22, 30, 12, 20)
    expect(Marks.between(letter, line, 20, 40, contrast, false)).toBeNull()
  })

  it("counts full and empty dots, on paper and on a dark ground", () => {
    for (const [ground, ink] of [[255, 0], [60, 255]] as const) {
      const picture = Drawing.paper(300, 80, ground)
      ;[0, 1, 2, 3, 4].forEach((index) => Drawing.disc(picture, 100 + index * 20, 40, 6, ink, index < 3 ? 0 : 5))
      expect(Marks.rating(picture, line, 60, 280, Math.abs(ink - ground))?.text).toBe("●●●○○")
    }
  })

  it("sees no rating in signs that are not alike, nor in empty before full ones", () => {
    const unlike = Drawing.paper(300, 80)
    ;[5, 8, 4].forEach((radius, index) => Drawing.disc(unlike, 100 + index * 22, 40, radius))
    expect(Marks.rating(unlike, line, 60, 280, contrast)).toBeNull()
    const mixed = Drawing.paper(300, 80)
    ;[5, 0, 0].forEach((hole, index) => Drawing.disc(mixed, 100 + index * 20, 40, 6, 0, hole))
    expect(Marks.rating(mixed, line, 60, 280, contrast)).toBeNull()
  })

  it("takes a bar that stands on the baseline for a letter", () => {
    expect(Marks.isLetterI({ left: 0, right: 3, top: 28, bottom: 50 }, line)).toBe(true)
    expect(Marks.isLetterI({ left: 0, right: 3, top: 27, bottom: 57 }, line)).toBe(false)
  })
})
