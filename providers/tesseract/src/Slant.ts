/** Slanted words, as italics are: their stems stand upright once the word is pushed back. */
import type { Picture } from "@excv/provider"
import * as Ground from "./Ground.js"
import * as Smooth from "./Smooth.js"
import type { Ink } from "./Table.js"

/** Of the height, to the right: how upright and how slanted letters lean. */
const uprights = [-0.05, 0]
const slants = [0.1, 0.15, 0.2, 0.26]
/** of the darkness of the ink: paler is noise */
const minInk = 0.25
/** Measured: italics 0.95 to 1.25, upright words 0.8 to 0.96; and how far from the border a word is clear. */
const border = 0.97
const clear = 0.04

/** Of the pixels with ink: where they are in the word, and how dark. */
interface Dots {
  readonly count: number
  readonly x: Uint16Array
  /** from the top of the word */
  readonly y: Uint16Array
  readonly ink: Float64Array
}

const dotsOf = ({ pixels, width, ...picture }: Picture.Picture, { bottom, left, right, top, ...word }: Ink): Dots => {
  const { inks } = Ground.of({ pixels, width, ...picture }, { bottom, left, right, top, ...word })
  const size = Math.max(0, right - left) * Math.max(0, bottom - top)
  const dots = { x: new Uint16Array(size), y: new Uint16Array(size), ink: new Float64Array(size) }
  let count = 0
  for (let y = top; y < bottom; y++) {
    for (let x = left, at = y * width + left; x < right; x++, at++) {
      const ink = inks[pixels[at] ?? 255] ?? 0
      if (ink < minInk) continue
      dots.x[count] = x - left
      dots.y[count] = y - top
      dots.ink[count++] = ink
    }
  }
  return { ...dots, count }
}

/** How sharply columns part when each row is pushed to the right by so much of its depth: the ink of stems adds up. */
const sharpness = ({ count, ink, x, y }: Dots, { bottom, left, right, top }: Ink, slant: number): number => {
  const first = Math.ceil(Math.max(0, -slant) * (bottom - top))
  const columns = new Float64Array(right - left + first + Math.ceil(Math.max(0, slant) * (bottom - top)) + 2)
  for (let index = 0; index < count; index++) {
    const place = first + (x[index] ?? 0) + slant * (y[index] ?? 0), whole = Math.floor(place), amount = ink[index] ?? 0
    columns[whole] = (columns[whole] ?? 0) + amount * (1 - place + whole)
    columns[whole + 1] = (columns[whole + 1] ?? 0) + amount * (place - whole)
  }
  let sum = 0
  for (const amount of columns) sum += amount * amount
  return sum
}

const slantOf = (picture: Picture.Picture, word: Ink): number => {
  const dots = dotsOf(picture, word)
  const best = (leans: ReadonlyArray<number>) => Math.max(...leans.map((lean) => sharpness(dots, word, lean)))
  return best(slants) / Math.max(1, best(uprights))
}

/** Letters that have strokes like neither. */
const oblique = /[AVWXYZvwxyz]/gu
const minLetters = 3

const saysIt = (text: string): boolean => (text.replace(oblique, "").match(/\p{L}/gu)?.length ?? 0) >= minLetters

/** Whether each word of each line is slanted; a few letters do not say it. */
export const italic = (picture: Picture.Picture, lines: ReadonlyArray<ReadonlyArray<Ink>>): ReadonlyArray<ReadonlyArray<boolean>> =>
  lines.map((line) => Smooth.line(line.map((word) => ({
    text: word.text,
    value: saysIt(word.text) ? (slantOf(picture, word) - border) / clear : 0
  }))))
