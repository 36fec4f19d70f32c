/** Bold words by the thickness of their strokes. */
import type { Picture } from "@excv/provider"
import type { Ink } from "./Table.js"

/** em: a longer run is a rule or a filled area, no stroke */
const maxRun = 0.4
/** of the darkness of the ink: paler is paper */
const minInk = 0.15
/** Of the runs of a word, sorted: stems are the shorter ones, bars of letters the longer ones. */
const stem = 0.4
/** Where the border between regular and bold may lie, in shares of the usual thickness: blur brings them together. */
const least = 1.14
const most = 1.42

/** Thickness of the stems, in pixels, with the grey of their edges counted in. */
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
  const range = Math.max(1, lightest - darkest)
  // Light letters on a dark ground: the ink is what there is less of.
  const isInverted = sum / Math.max(1, (bottom - top) * (right - left)) < darkest + range / 2
  const runs: Array<number> = []
  for (let y = top; y < bottom; y++) {
    let run = 0
    for (let x = left; x <= right; x++) {
      const value = pixels[y * width + x] ?? 255
      const ink = x === right ? 0 : (isInverted ? value - darkest : lightest - value) / range
      if (ink > minInk) run += ink
      else if (run > 0) {
        if (run < maxRun * em) runs.push(run)
        run = 0
      }
    }
  }
  return runs.sort((a, b) => a - b)[Math.floor(runs.length * stem)] ?? 0
}

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The border that parts the ratios best into two groups, by the variance between them. */
const borderOf = (ratios: ReadonlyArray<number>): number => {
  let border = most, best = 0
  for (let candidate = least; candidate <= most; candidate += 0.02) {
    const thick = ratios.filter((ratio) => ratio > candidate), thin = ratios.filter((ratio) => ratio <= candidate)
    const between = thick.length * thin.length * (mean(thick) - mean(thin)) ** 2
    if (thick.length > 0 && between > best) {
      best = between
      border = candidate
    }
  }
  return border
}

/** Whether each word is bold; `ems` are the sizes of their fonts in pixels. */
export const bold = (picture: Picture.Picture, words: ReadonlyArray<Ink>, ems: ReadonlyArray<number>): ReadonlyArray<boolean> => {
  const stems = words.map((word, index) => {
    const em = ems[index] ?? 1
    return /[\p{L}\p{N}]{2}/u.test(word.text) ? thickness(picture, word, em) / em : 0
  })
  const usual = median(stems.filter((stem) => stem > 0))
  if (usual === 0) return words.map(() => false)
  const ratios = stems.map((stem) => stem / usual)
  const border = borderOf(ratios.filter((ratio) => ratio > 0))
  return ratios.map((ratio) => ratio > border)
}
