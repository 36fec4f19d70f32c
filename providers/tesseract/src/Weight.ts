/** Bold words by the thickness of their strokes. */
import type { Picture } from "@excv/provider"
import type { Ink } from "./Table.js"

/** of the middle of the page's words; the bold of common fonts is 1.4 to 1.8 times as thick */
const minRatio = 1.27
/** em: a longer run is a rule or a filled area, no stroke */
const maxRun = 0.4

/** Thickness of the strokes along the rows, in pixels, with the grey of their edges counted in. */
const thickness = ({ pixels, width }: Picture.Picture, { bottom, left, right, top }: Ink, em: number): number => {
  let darkest = 255, lightest = 0, sum = 0
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const value = pixels[y * width + x] ?? 255
      darkest = Math.min(darkest, value)
      lightest = Math.max(lightest, value)
      sum += value
    }
  }
  const range = Math.max(1, lightest - darkest), middle = darkest + range / 2
  // Light letters on a dark ground: the ink is what there is less of.
  const isInverted = sum / Math.max(1, (bottom - top) * (right - left)) < middle
  const inkOf = (value: number) => (isInverted ? value - darkest : lightest - value) / range
  let area = 0, runs = 0
  for (let y = top; y < bottom; y++) {
    let run = 0, length = 0
    for (let x = left; x <= right; x++) {
      const ink = x < right ? inkOf(pixels[y * width + x] ?? 255) : 0
      if (ink > 0.25) {
        run += ink
        length++
      } else if (length > 0) {
        if (length < maxRun * em) {
          area += run
          runs++
        }
        run = length = 0
      }
    }
  }
  return runs === 0 ? 0 : area / runs
}

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Whether each word is bold; `ems` are the sizes of their fonts in pixels. */
export const bold = (picture: Picture.Picture, words: ReadonlyArray<Ink>, ems: ReadonlyArray<number>): ReadonlyArray<boolean> => {
  const ratios = words.map((word, index) => {
    const em = ems[index] ?? 1
    return /[\p{L}\p{N}]{2}/u.test(word.text) ? thickness(picture, word, em) / em : 0
  })
  const usual = median(ratios.filter((ratio) => ratio > 0))
  return ratios.map((ratio) => usual > 0 && ratio > minRatio * usual)
}
