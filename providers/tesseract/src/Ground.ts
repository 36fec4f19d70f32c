/** What a word stands on: its darkest and lightest pixels, and which of them is the ink. */
import type { Picture } from "@excv/provider"
import type { Frame } from "./Blobs.js"

export interface Ground {
  /** from ink to paper, of 255; at least 1 */
  readonly range: number
  /** light letters on a dark ground: the ink is what there is less of */
  readonly isInverted: boolean
  /** of a value of a pixel, 0 for paper and 1 for ink */
  readonly inkOf: (value: number) => number
}

/** Of whole pixels: the sides of the frame are integers. */
export const of = ({ pixels, width }: Picture.Picture, { bottom, left, right, top }: Frame): Ground => {
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
  const isInverted = sum / Math.max(1, (bottom - top) * (right - left)) < darkest + range / 2
  return { range, isInverted, inkOf: (value) => (isInverted ? value - darkest : lightest - value) / range }
}
