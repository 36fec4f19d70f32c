/** Light and contrast: paper becomes white and ink black, however the page was lit. */
import type { Picture } from "@excv/provider"

/** Cells across the page in which the paper is looked for. */
const cells = 32
/** Of the pixels of a cell, sorted: paper, as ink covers less. */
const paperShare = 0.8
/** A cell darker than this share of what was fitted is no paper: a band, a photo. */
const minFit = 0.93
const rounds = 10
/** of 255: paper and ink beyond these need no help */
const goodPaper = 232
const goodInk = 70
/** Of the brightest to the darkest paper. */
const goodEvenness = 1.06
/** Of all pixels: that of the darkest which is ink, and not a speck. */
const inkShare = 0.004

interface Sample {
  readonly x: number
  readonly y: number
  readonly level: number
}

const papers = ({ height, pixels, width }: Picture.Picture): ReadonlyArray<Sample> => {
  const side = Math.max(4, Math.round(width / cells)), found: Array<Sample> = []
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      const counts = new Uint16Array(256)
      let total = 0
      for (let y = top; y < top + side; y += 2) {
        for (let x = left; x < left + side; x += 2, total++) {
          const value = pixels[y * width + x] ?? 255
          counts[value] = (counts[value] ?? 0) + 1
        }
      }
      let level = 0
      for (let below = counts[0] ?? 0; below < paperShare * total; level++) below += counts[level + 1] ?? 0
      found.push({ x: (left + side / 2) / width, y: (top + side / 2) / height, level })
    }
  }
  return found
}

/** A plane: 1, x, y. A surface that can bend would follow a dark column down. */
type Surface = ReadonlyArray<number>

const terms = (x: number, y: number): ReadonlyArray<number> => [1, x, y]

const at = (surface: Surface, x: number, y: number): number =>
  terms(x, y).reduce((sum, term, index) => sum + term * (surface[index] ?? 0), 0)

/** Least squares, by Gauss and Jordan. */
const fit = (samples: ReadonlyArray<Sample>): Surface => {
  const size = 3
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size + 1 }, (_, column) => samples.reduce((sum, { level, x, y }) => {
      const all = terms(x, y)
      return sum + (all[row] ?? 0) * (column < size ? all[column] ?? 0 : level)
    }, row === column ? 1e-6 : 0)))
  for (let pivot = 0; pivot < size; pivot++) {
    const own = rows[pivot] ?? [], divisor = own[pivot] ?? 1
    for (let column = 0; column <= size; column++) own[column] = (own[column] ?? 0) / divisor
    rows.forEach((row, index) => {
      if (index === pivot) return
      const factor = row[pivot] ?? 0
      for (let column = 0; column <= size; column++) row[column] = (row[column] ?? 0) - factor * (own[column] ?? 0)
    })
  }
  return rows.map((row) => row[size] ?? 0)
}

/** The light on the paper: what is much darker than its surroundings is left out, round by round. */
const lightOf = (picture: Picture.Picture): Surface | null => {
  const all = papers(picture)
  const sorted = all.map(({ level }) => level).sort((a, b) => a - b)
  const bright = sorted[Math.floor(sorted.length * 0.9)] ?? 255
  let samples = all.filter(({ level }) => level > 0.5 * bright)
  if (samples.length < 0.25 * all.length) return null
  let surface = fit(samples)
  for (let round = 0; round < rounds; round++) {
    const fitted = surface
    const kept = samples.filter(({ level, x, y }) => level > minFit * at(fitted, x, y))
    if (kept.length < 0.2 * all.length || kept.length === samples.length) break
    samples = kept
    surface = fit(samples)
  }
  return surface
}

/** Every so many pixels show how dark ink is. */
const sampled = 2

/** The value that this share of the pixels does not reach; of those from a value on. */
const levelAt = (pixels: Uint8Array, share: number, from = 0): number => {
  const counts = new Uint32Array(256)
  for (let index = 0; index < pixels.length; index += sampled) {
    const value = pixels[index] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  const least = share * counts.subarray(from).reduce((sum, count) => sum + count, 0)
  let level = from
  for (let below = counts[from] ?? 0; below < least && level < 255; level++) below += counts[level + 1] ?? 0
  return level
}

/** Of a normal distribution: how far the level of paper is from its middle. */
const paperDeviations = 0.84
/** in grains of the paper: ink is further from its level, and nearly all of the paper is closer; and of 255, the strongest grain */
const minInk = 15
const maxPaper = 3.5
const maxGrain = 8
/** of 255: darker is a column or a band */
const minLevel = 190

/** From ink to paper. Where a page has so little ink that its darkest pixels are grain of the paper, both lie beyond the grain. */
const rangeOf = (evened: Uint8Array): { readonly floor: number; readonly ceiling: number } => {
  const ink = levelAt(evened, inkShare), grain = Math.min(maxGrain, (255 - levelAt(evened, 0.5, minLevel)) / paperDeviations)
  return ink > 255 - minInk * grain ? { floor: 255 - minInk * grain, ceiling: 255 - maxPaper * grain } : { floor: Math.min(200, ink), ceiling: 250 }
}

/** Each pixel as a share of the paper around it, spread from the ink to the paper. */
export const even = (picture: Picture.Picture): Picture.Picture => {
  const surface = lightOf(picture)
  if (surface === null) return picture
  const { height, pixels, width } = picture
  const corners = [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.5]].map(([x, y]) => at(surface, x ?? 0, y ?? 0))
  const brightest = Math.max(...corners), dimmest = Math.min(...corners)
  if (dimmest < 20) return picture
  const ink = levelAt(pixels, inkShare)
  if (brightest / dimmest < goodEvenness && dimmest > goodPaper && ink < goodInk) return picture
  const made = new Uint8Array(pixels.length)
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      made[index] = Math.min(255, ((pixels[index] ?? 0) * 255) / Math.max(20, at(surface, x / width, y / height)))
    }
  }
  const { ceiling, floor } = rangeOf(made)
  for (let index = 0; index < made.length; index++) {
    made[index] = Math.max(0, Math.min(255, (((made[index] ?? 0) - floor) * 255) / (ceiling - floor)))
  }
  return { ...picture, pixels: made }
}
