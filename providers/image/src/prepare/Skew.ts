/** The direction of the lines of text: by how much they lean, and whether they run down the page instead of across. */
import type { Picture } from "@excv/provider"

/** radians */
const maxAngle = (12 * Math.PI) / 180
const coarse = (0.5 * Math.PI) / 180
const fine = (0.05 * Math.PI) / 180
/** A smaller lean does not hurt. */
export const negligible = (0.12 * Math.PI) / 180

/** pixels per inch at which lines can still be told apart */
const lookedAt = 100
const minEdge = 40
const maxPoints = 30_000

interface Points {
  readonly xs: Float32Array
  readonly ys: Float32Array
}

/** Edges of letters, in pixels of a picture of 100 per inch. */
const pointsOf = ({ height, pixels, resolution, width }: Picture.Picture): Points => {
  const scale = lookedAt / resolution, step = Math.max(1, Math.round(resolution / 200))
  const xs: Array<number> = [], ys: Array<number> = []
  for (let y = step; y < height; y += step) {
    for (let x = step; x < width; x += step) {
      const value = pixels[y * width + x] ?? 255
      const isEdge = Math.abs(value - (pixels[y * width + x - step] ?? 255)) > minEdge && Math.abs(value - (pixels[(y - step) * width + x] ?? 255)) > minEdge / 2
      if (isEdge) {
        xs.push(x * scale)
        ys.push(y * scale)
      }
    }
  }
  const every = Math.max(1, Math.ceil(xs.length / maxPoints))
  const thin = (values: ReadonlyArray<number>) => Float32Array.from(values.filter((_, index) => index % every === 0))
  return { xs: thin(xs), ys: thin(ys) }
}

const offset = 4_000

/** Edges by row, seen along this angle; each is shared by the two rows that it lies between, so that no angle falls into step. */
const profileOf = ({ xs, ys }: Points, angle: number): Float32Array => {
  const slope = Math.tan(angle)
  const profile = new Float32Array(3 * offset)
  for (let index = 0; index < xs.length; index++) {
    const place = (ys[index] ?? 0) - slope * (xs[index] ?? 0) + offset, row = Math.floor(place), below = place - row
    if (row < 0 || row + 1 >= profile.length) continue
    profile[row] = (profile[row] ?? 0) + 1 - below
    profile[row + 1] = (profile[row + 1] ?? 0) + below
  }
  return profile
}

/** Of the rows with edges, the one that few surpass: a full line of letters. */
const full = (profile: Float32Array): number => {
  const counts = profile.filter((count) => count > 0).sort()
  return counts[Math.floor(counts.length * 0.9)] ?? 0
}

/** How sharply lines part: the profile of a level text jumps from line to gap. The edge of a band or of the sheet is no text. */
const sharpness = (points: Points, angle: number): number => {
  const profile = profileOf(points, angle), most = 1.5 * full(profile)
  let sum = 0
  for (let row = 1; row < profile.length; row++) sum += (Math.min(most, profile[row] ?? 0) - Math.min(most, profile[row - 1] ?? 0)) ** 2
  return sum
}

const best = (points: Points, from: number, to: number, step: number): number => {
  let found = 0, most = sharpness(points, 0)
  for (let angle = from; angle <= to; angle += step) {
    const score = sharpness(points, angle)
    if (score > most) [most, found] = [score, angle]
  }
  return found
}

const leanOf = (points: Points): number => {
  const rough = best(points, -maxAngle, maxAngle, coarse)
  return best(points, rough - coarse, rough + coarse, fine)
}

export interface Direction {
  /** the lines run down or up the page */
  readonly isSideways: boolean
  /** radians, of the lines as they run, falling to the right */
  readonly lean: number
}

/** inches: a longer edge is a rule, a band, a frame */
const maxStroke = 0.12
/** of 255 */
const minContrast = 60

/** Rows of pixels, or columns: pixel `along` of line `at` is `at * atStep + along * alongStep`. */
interface Grain {
  readonly lines: number
  readonly length: number
  readonly atStep: number
  readonly alongStep: number
}

/** Pixels on short edges between neighbouring lines. */
const strokes = (pixels: Uint8Array, { alongStep, atStep, length, lines }: Grain, longest: number): number => {
  let count = 0
  for (let at = 1; at < lines; at++) {
    for (let along = 0, run = 0; along <= length; along++) {
      const place = at * atStep + along * alongStep
      const isEdge = along < length && Math.abs((pixels[place] ?? 0) - (pixels[place - atStep] ?? 0)) > minContrast
      if (isEdge) run++
      else {
        if (run <= longest) count += run
        run = 0
      }
    }
  }
  return count
}

/** Latin letters are made of stems more than of bars; measured: 1.1 to 1.7 upright, 0.6 to 0.8 on its side. */
const minStems = 0.92

const isSideways = ({ height, pixels, resolution, width }: Picture.Picture): boolean => {
  const longest = Math.round(maxStroke * resolution)
  const stems = strokes(pixels, { lines: width, length: height, atStep: 1, alongStep: width }, longest)
  const bars = strokes(pixels, { lines: height, length: width, atStep: width, alongStep: 1 }, longest)
  return bars > 0 && stems / bars < minStems
}

export const directionOf = (picture: Picture.Picture): Direction => {
  const { xs, ys } = pointsOf(picture)
  // Seen from the side, what falls to the right rises.
  return isSideways(picture) ? { isSideways: true, lean: -leanOf({ xs: ys, ys: xs }) } : { isSideways: false, lean: leanOf({ xs, ys }) }
}
