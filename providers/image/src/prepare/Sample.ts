/** The part of a page that shows its text best. */
import { Picture } from "@excv/provider"

/** of the height of the page: six to ten lines */
const share = 0.11
/** of 255, between a pixel and its neighbour: the edge of a letter */
const minEdge = 60
/** Rows are looked at in steps: a stroke is thicker. */
const step = 2

/** Letters have many edges along a row; pictures and filled areas have few. */
const edges = ({ pixels, width }: Picture.Picture, y: number): number => {
  let count = 0
  for (let x = y * width + step, end = (y + 1) * width; x < end; x += step) {
    if (Math.abs((pixels[x] ?? 0) - (pixels[x - step] ?? 0)) > minEdge) count++
  }
  return count
}

/** The rows of a tenth of the page that hold most letters. */
export const take = (picture: Picture.Picture): Picture.Picture => {
  const height = Math.min(picture.height, Math.max(1, Math.round(picture.height * share)))
  const sums = [0]
  for (let y = 0; y < picture.height; y++) sums.push((sums[y] ?? 0) + (y % step === 0 ? edges(picture, y) : 0))
  let best = 0, most = -1
  for (let top = 0; top + height <= picture.height; top += step) {
    const count = (sums[top + height] ?? 0) - (sums[top] ?? 0)
    if (count > most) {
      most = count
      best = top
    }
  }
  return Picture.rows(picture, best, height)
}
