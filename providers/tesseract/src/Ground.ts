/** What a word stands on: the level of its paper, and which of the darkest and lightest pixels is the ink. */
import type { Picture } from "@excv/provider"
import type { Frame } from "./Blobs.js"

export interface Ground {
  /** from ink to paper, of 255; at least 1 */
  readonly range: number
  /** light letters on a dark ground: the ink is what there is less of */
  readonly isInverted: boolean
  /** by the value of a pixel, 0 for paper and 1 for ink */
  readonly inks: Float64Array
}

/** Of whole pixels: the sides of the frame are integers. */
export const of = ({ pixels, width }: Picture.Picture, { bottom, left, right, top }: Frame): Ground => {
  const counts = new Uint32Array(256)
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left, end = y * width + right; at < end; at++) {
      const value = pixels[at] ?? 255
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
  let darkest = 255, lightest = 0, sum = 0
  counts.forEach((count, value) => {
    if (count === 0) return
    darkest = Math.min(darkest, value)
    lightest = Math.max(lightest, value)
    sum += count * value
  })
  const middle = (darkest + lightest) / 2
  const isInverted = sum / Math.max(1, (bottom - top) * (right - left)) < middle
  // Specks are darker than a dark ground, and lighter than a light one: paper is what there is most of.
  const paper = isInverted ? most(counts, darkest, Math.floor(middle)) : most(counts, Math.ceil(middle), lightest)
  const range = Math.max(1, isInverted ? lightest - paper : paper - darkest)
  const inks = new Float64Array(256)
  for (let value = 0; value < 256; value++) inks[value] = Math.max(0, isInverted ? value - paper : paper - value) / range
  return { range, isInverted, inks }
}

/** The most frequent value from one to another. */
const most = (counts: Uint32Array, from: number, to: number): number => {
  let best = from
  for (let value = from; value <= to; value++) {
    if ((counts[value] ?? 0) > (counts[best] ?? 0)) best = value
  }
  return best
}
