/** Lines of a picture, enlarged: what is coarse is read better so. */
import type { Picture } from "@excv/provider"
import type { Ink } from "./Table.js"

/** pixels per inch: finer pictures are read no better when enlarged */
export const coarse = 180
const enlargement = 1.6
/** pixels around a line */
const margin = 5

/** By Catmull and Rom: between the second and the third of four values. */
const between = (a: number, b: number, c: number, d: number, t: number): number =>
  b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))

/** A part of a picture, enlarged. */
const partOf = (picture: Picture.Picture, left: number, top: number, right: number, bottom: number): Picture.Picture => {
  const width = Math.floor((right - left) * enlargement), height = Math.floor((bottom - top) * enlargement), pixels = new Uint8Array(width * height)
  const row = (x: number, y: number): number => {
    const start = Math.min(picture.height - 1, Math.max(0, y)) * picture.width, at = Math.floor(x)
    const value = (column: number) => picture.pixels[start + Math.min(picture.width - 1, Math.max(0, column))] ?? 255
    return between(value(at - 1), value(at), value(at + 1), value(at + 2), x - at)
  }
  for (let y = 0; y < height; y++) {
    const from = top + (y + 0.5) / enlargement - 0.5, at = Math.floor(from)
    for (let x = 0; x < width; x++) {
      const place = left + (x + 0.5) / enlargement - 0.5
      const value = between(row(place, at - 1), row(place, at), row(place, at + 1), row(place, at + 2), from - at)
      pixels[y * width + x] = Math.max(0, Math.min(255, Math.round(value)))
    }
  }
  return { pixels, width, height, resolution: picture.resolution * enlargement }
}

/** A line, and where its words stand from left to right in the whole picture. */
export interface Line {
  readonly picture: Picture.Picture
  readonly placed: (word: Ink) => Ink
}

export const line = (picture: Picture.Picture, words: ReadonlyArray<Ink>): Line => {
  const left = Math.max(0, Math.min(...words.map((word) => word.left)) - margin), top = Math.max(0, Math.min(...words.map((word) => word.top)) - margin)
  const right = Math.min(picture.width, Math.max(...words.map((word) => word.right)) + margin), bottom = Math.min(picture.height, Math.max(...words.map((word) => word.bottom)) + margin)
  return {
    picture: partOf(picture, left, top, right, bottom),
    placed: (word) => ({ ...word, left: left + word.left / enlargement, right: left + word.right / enlargement })
  }
}
