/** The direction of the lines of text: by how much they lean, and whether they run down the page instead of across. */
import { Picture } from "@excv/provider"
import * as Dark from "./Dark.js"

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
/** of the rows with edges, sorted; and the most edges that a row is told apart by */
const fullShare = 0.9
const maxFull = 1024
/** Every so many of them show the angle roughly. */
const roughly = 4

interface Points {
  /** the longer side of the picture */
  readonly reach: number
  readonly xs: Float32Array
  readonly ys: Float32Array
}

/** Edges of letters, in pixels of a picture of 100 per inch: one of both sides is darker than paper. */
const pointsOf = (picture: Picture.Picture): Points => {
  const { height, pixels, resolution, width } = picture, { bounds, starts } = Dark.of(picture), scale = lookedAt / resolution
  const xs: Array<number> = [], ys: Array<number> = []
  for (let y = 1; y < height; y++) {
    for (let span = starts[y] ?? 0, last = starts[y + 1] ?? 0; span < last; span += 2) {
      for (let x = Math.max(1, bounds[span] ?? 0), end = Math.min(width - 1, bounds[span + 1] ?? 0), at = y * width + x; x <= end; x++, at++) {
        const value = pixels[at] ?? 255, left = value - (pixels[at - 1] ?? 255)
        if (left <= minEdge && left >= -minEdge) continue
        if (Math.abs(value - (pixels[at - width] ?? 255)) > minEdge / 2) {
          xs.push(x * scale)
          ys.push(y * scale)
        }
      }
    }
  }
  const every = Math.max(1, Math.ceil(xs.length / maxPoints))
  const thin = (values: ReadonlyArray<number>) => Float32Array.from(values.filter((_, index) => index % every === 0))
  return { reach: Math.max(width, height) * scale, xs: thin(xs), ys: thin(ys) }
}

/** Edges by row, seen along this angle; each is shared by the two rows that it lies between, so that no angle falls into step. */
const profileOf = ({ reach, xs, ys }: Points, angle: number): Float32Array => {
  const slope = Math.tan(angle), offset = Math.ceil(reach * Math.abs(slope)) + 1
  const profile = new Float32Array(Math.ceil(reach) + 2 * offset + 2)
  for (let index = 0; index < xs.length; index++) {
    const place = (ys[index] ?? 0) - slope * (xs[index] ?? 0) + offset, row = Math.floor(place), below = place - row
    profile[row] = (profile[row] ?? 0) + 1 - below
    profile[row + 1] = (profile[row + 1] ?? 0) + below
  }
  return profile
}

/** Of the rows with edges, what few surpass: a full line of letters. Told to a quarter of an edge, which sorting them all would not better. */
const full = (profile: Float32Array): number => {
  const counts = new Uint32Array(4 * maxFull)
  let rows = 0
  for (const edges of profile) {
    if (edges === 0) continue
    const place = Math.min(counts.length - 1, Math.floor(4 * edges))
    counts[place] = (counts[place] ?? 0) + 1
    rows++
  }
  let place = 0
  for (let below = counts[0] ?? 0; below <= rows * fullShare && place < counts.length - 1; below += counts[place] ?? 0) place++
  return place / 4
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

const thinned = ({ reach, xs, ys }: Points, every: number): Points =>
  ({ reach, xs: xs.filter((_, index) => index % every === 0), ys: ys.filter((_, index) => index % every === 0) })

const leanOf = (points: Points): number => {
  const rough = best(thinned(points, roughly), -maxAngle, maxAngle, coarse)
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

interface Strokes {
  /** pixels on short edges between neighbours in a row */
  readonly stems: number
  /** the same between neighbours in a column */
  readonly bars: number
}

/** Row by row for both, as pixels lie in memory: the runs of all columns are followed at the same time. */
const strokesIn = ({ height, pixels, width }: Picture.Picture, longest: number): Strokes => {
  const runs = new Uint16Array(width)
  let stems = 0, bars = 0
  for (let y = 1; y <= height; y++) {
    let run = 0
    for (let x = 1, at = y * width + 1; x < width; x++, at++) {
      const value = pixels[at] ?? 0, left = value - (pixels[at - 1] ?? 0), above = value - (pixels[at - width] ?? 0), down = runs[x] ?? 0
      if (left === 0 && above === 0 && down === 0 && run === 0) continue
      if (y < height && (left > minContrast || left < -minContrast)) runs[x] = down + 1
      else if (down > 0) {
        if (down <= longest) stems += down
        runs[x] = 0
      }
      if (y < height && (above > minContrast || above < -minContrast)) run++
      else if (run > 0) {
        if (run <= longest) bars += run
        run = 0
      }
    }
    if (run <= longest) bars += run
  }
  return { stems, bars }
}

/** inches: bands of the page in which letters are counted, and how far apart they begin */
const bandHeight = 0.8
const bandDistance = 2.4
/** Fewer strokes in the bands do not show it: then all of the page is looked at. */
const minStrokes = 4_000

const strokesOf = (picture: Picture.Picture, longest: number): Strokes => {
  const high = Math.round(bandHeight * picture.resolution), distance = Math.round(bandDistance * picture.resolution)
  let stems = 0, bars = 0
  for (let top = Math.round(distance / 4); top + high <= picture.height; top += distance) {
    const own = strokesIn(Picture.rows(picture, top, high), longest)
    stems += own.stems
    bars += own.bars
  }
  return stems + bars < minStrokes ? strokesIn(picture, longest) : { stems, bars }
}

/** Latin letters are made of stems more than of bars; measured: 1.1 to 1.7 upright, 0.6 to 0.8 on its side. */
const minStems = 0.92

const isSideways = (picture: Picture.Picture): boolean => {
  const { bars, stems } = strokesOf(picture, Math.round(maxStroke * picture.resolution))
  return bars > 0 && stems / bars < minStems
}

export const directionOf = (picture: Picture.Picture): Direction => {
  const points = pointsOf(picture)
  // Seen from the side, what falls to the right rises.
  return isSideways(picture) ? { isSideways: true, lean: -leanOf({ ...points, xs: points.ys, ys: points.xs }) } : { isSideways: false, lean: leanOf(points) }
}
