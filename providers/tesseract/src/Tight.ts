/** The ink of a word alone: the engine's boxes reach into the lines above and below where these stand close. */
import type { Picture } from "@excv/provider"
import * as Ground from "./Ground.js"
import { median } from "./Median.js"
import type { Ink } from "./Table.js"

/** of the range from paper to ink */
const minInk = 0.4
/** Of the height of the letters: dots and accents stand so close to them, and are so small; other lines are neither. */
const maxGap = 0.2
const maxAccent = 0.5
/** Of the height of the box: an accent may have been left out above it. */
const lookedAbove = 0.3

/** Of the pixels of ink in the usual row of capitals: rows with less hold only accents and hooks that touch them. */
const minRow = 0.4

interface Band {
  readonly top: number
  readonly bottom: number
  readonly ink: number
  /** pixels of ink in each row */
  readonly rows: ReadonlyArray<number>
}

/** Rows with ink that follow each other. */
const bandsOf = (picture: Picture.Picture, word: Ink): ReadonlyArray<Band> => {
  const { pixels, width } = picture, { bottom, left, right, top } = word
  const { inks } = Ground.of(picture, word)
  const bands: Array<Band> = []
  let rows: Array<number> = []
  for (let y = top, start = -1, ink = 0; y <= bottom; y++) {
    let count = 0
    for (let at = y * width + left, end = y < bottom ? y * width + right : 0; at < end; at++) {
      if ((inks[pixels[at] ?? 255] ?? 0) > minInk) count++
    }
    if (count > 0) {
      if (start < 0) start = y
      ink += count
      rows.push(count)
    } else if (start >= 0) {
      bands.push({ top: start, bottom: y, ink, rows })
      rows = []
      start = -1
      ink = 0
    }
  }
  return bands
}

const hooked = /[ĄĘÇŞ]/u
const accented = /\p{M}/u

/** The rows of capitals alone, without the accents and hooks that the text has. */
const lettersOf = ({ bottom, rows, top }: Band, text: string): { readonly top: number; readonly bottom: number } => {
  const least = minRow * median(rows)
  const isAccented = accented.test(text.replaceAll(/[ĄĘÇŞ]/gu, "C").normalize("NFD"))
  return {
    top: isAccented ? top + rows.findIndex((row) => row >= least) : top,
    bottom: hooked.test(text) ? top + rows.findLastIndex((row) => row >= least) + 1 : bottom
  }
}

/** Letters as high as accents are: the dots of others reach no higher, so that what stands above belongs to the line before. */
const high = /[\p{Lu}\p{N}bdfhklß]/u

const mayRise = (text: string): boolean => accented.test(text.normalize("NFD")) || !high.test(text)

/** The word with the top and the bottom of its letters, with or without their dots and accents. */
export const word = (picture: Picture.Picture, seen: Ink, withAccents: boolean): Ink => {
  const bands = bandsOf(picture, { ...seen, top: Math.max(0, Math.round(seen.top - lookedAbove * (seen.bottom - seen.top))) })
  const main = bands.reduce<Band | undefined>((best, band) => (best === undefined || band.ink > best.ink ? band : best), undefined)
  if (main === undefined) return seen
  if (!withAccents) return { ...seen, ...lettersOf(main, seen.text) }
  const height = main.bottom - main.top
  const isAccent = (band: Band) => (band.top > main.top || mayRise(seen.text)) && band.bottom - band.top <= maxAccent * height &&
    (band.bottom <= main.top ? main.top - band.bottom : band.top - main.bottom) <= Math.max(1, maxGap * height)
  const own = [main, ...bands.filter((band) => band !== main && isAccent(band))]
  return { ...seen, top: Math.min(...own.map(({ top }) => top)), bottom: Math.max(...own.map(({ bottom }) => bottom)) }
}
