import { describe, expect, it } from "@effect/vitest"
import type { Picture } from "@excv/provider"
import { Duration, Effect } from "effect"
import * as Core from "../src/Core.js"
import * as TesseractEngine from "../src/TesseractEngine.js"
import * as Drawing from "./Drawing.js"

/** Letters that are made of bars only: left, top, width and height of each, in tenths of their height. */
const letters: Readonly<Record<string, ReadonlyArray<readonly [number, number, number, number]>>> = {
  E: [[0, 0, 1.5, 10], [0, 0, 6, 1.5], [0, 4.2, 5.5, 1.5], [0, 8.5, 6, 1.5]],
  F: [[0, 0, 1.5, 10], [0, 0, 6, 1.5], [0, 4.2, 5.5, 1.5]],
  H: [[0, 0, 1.5, 10], [5.5, 0, 1.5, 10], [0, 4.2, 7, 1.5]],
  I: [[2.5, 0, 1.5, 10]],
  L: [[0, 0, 1.5, 10], [0, 8.5, 6, 1.5]],
  T: [[0, 0, 7, 1.5], [2.75, 0, 1.5, 10]]
}

const write = (picture: Picture.Picture, text: string, left: number, top: number, height: number): void => {
  const unit = height / 10;
  [...text].forEach((letter, index) => {
    for (const [x, y, wide, high] of letters[letter] ?? []) {
      Drawing.box(picture, Math.round(left + index * 9 * unit + x * unit), Math.round(top + y * unit), Math.round(wide * unit), Math.round(high * unit))
    }
  })
}

const words = ["TITLE", "FIFTH", "HILL", "FILE", "TEETH", "LEFT", "HEEL", "FELT"]

/** Two columns of two words a line. */
const page = (lines: number): Picture.Picture => {
  const picture = Drawing.paper(1400, 60 + lines * 44)
  for (let line = 0; line < lines; line++) {
    const text = (first: number) => [0, 5].map((word) => words[(line * 3 + word + first) % words.length]).join(" ")
    write(picture, text(0), 80, 30 + line * 44, 24)
    write(picture, text(3), 760, 30 + line * 44, 24)
  }
  return picture
}

const read = (picture: Picture.Picture, threads: number) =>
  TesseractEngine.make({ threads }).pipe(Effect.flatMap((engine) => engine.read(picture, "en", Duration.minutes(1))), Effect.scoped)

describe("Tesseract", () => {
  it("reads a region as wide as its picture as well as any other", async () => {
    const picture = page(3)
    const looks = [0, 20].map((left) => ({ left, top: 0, width: picture.width - 2 * left, height: 110, language: "en", mode: "4" as const }))
    const [whole, inner] = await Core.look(picture, (recognize) => looks.map(recognize))
    const textOf = (table = "") => table.split("\n").map((row) => row.split("\t")[11]?.trim()).filter(Boolean).join(" ")
    expect(textOf(whole)).toContain("TITLE LEFT")
    expect(textOf(whole)).toBe(textOf(inner))
  })

  it.live("reads a page with two threads as with one", () =>
    Effect.gen(function*() {
      const picture = page(36)
      const [one, two] = yield* Effect.all([read(picture, 1), read(picture, 2)])
      expect(one.length).toBeGreaterThan(120)
      expect(two).toEqual(one)
    }), 60_000)
})
