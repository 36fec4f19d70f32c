/** Words of a coarse picture that the engine doubts: their line is read again enlarged, and of both readings of a word the surer one is kept. */
import type { Picture } from "@excv/provider"
import * as Addresses from "./Addresses.js"
import type { Ink } from "./Table.js"

/** pixels per inch: finer pictures are read no better when enlarged */
const coarse = 180
/** Measured: of words believed in more than this, the first reading is as often the right one. */
const sure = 0.85
const enlargement = 1.6
/** pixels around a line */
const margin = 5
/** of the wider word: so much in common, both are readings of the same letters */
const minShared = 0.75
/** letters */
const maxLonger = 2

type Line = ReadonlyArray<Ink>

const isDoubted = (word: Ink): boolean => word.confidence < sure && /[\p{L}\p{N}]{2}/u.test(word.text) && !Addresses.isAddress(word)

/** By Catmull and Rom: between the second and the third of four values. */
const between = (a: number, b: number, c: number, d: number, t: number): number =>
  b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))

/** A part of a picture, enlarged. */
const enlarged = (picture: Picture.Picture, left: number, top: number, right: number, bottom: number): Picture.Picture => {
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

const isSame = (one: Ink, other: Ink): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) >= minShared * Math.max(one.right - one.left, other.right - other.left)

const surer = (word: Ink, again: Line): Ink => {
  const other = isDoubted(word) ? again.find((one) => isSame(one, word)) : undefined
  const isBetter = other !== undefined && other.confidence > word.confidence && Math.abs(other.text.length - word.text.length) <= maxLonger
  return isBetter ? { ...word, text: other.text, confidence: other.confidence } : word
}

/** `readLine` says what stands in a picture of one line, in its pixels. */
export const again = async (picture: Picture.Picture, lines: ReadonlyArray<Line>, readLine: (picture: Picture.Picture) => Promise<Line>): Promise<ReadonlyArray<Line>> => {
  if (picture.resolution >= coarse) return lines
  const read: Array<Line> = []
  for (const line of lines) {
    if (!line.some(isDoubted)) {
      read.push(line)
      continue
    }
    const left = Math.max(0, Math.min(...line.map((word) => word.left)) - margin), top = Math.max(0, Math.min(...line.map((word) => word.top)) - margin)
    const right = Math.min(picture.width, Math.max(...line.map((word) => word.right)) + margin), bottom = Math.min(picture.height, Math.max(...line.map((word) => word.bottom)) + margin)
    const found = (await readLine(enlarged(picture, left, top, right, bottom))).map((word) => ({
      ...word, left: left + word.left / enlargement, right: left + word.right / enlargement
    }))
    read.push(line.map((word) => surer(word, found)))
  }
  return read
}
