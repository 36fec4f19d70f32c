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

/** How often text and gap alternate: dozens of lines down a page, but only a few columns across it. */
const alternations = (points: Points, angle: number): number => {
  const profile = profileOf(points, angle), some = 0.25 * full(profile)
  let count = 0
  for (let row = 1; row < profile.length; row++) if (((profile[row] ?? 0) > some) !== ((profile[row - 1] ?? 0) > some)) count++
  return count
}

const best = (points: Points, from: number, to: number, step: number): { readonly angle: number; readonly score: number } => {
  let found = { angle: 0, score: sharpness(points, 0) }
  for (let angle = from; angle <= to; angle += step) {
    const score = sharpness(points, angle)
    if (score > found.score) found = { angle, score }
  }
  return found
}

const leanOf = (points: Points) => {
  const rough = best(points, -maxAngle, maxAngle, coarse)
  return best(points, rough.angle - coarse, rough.angle + coarse, fine)
}

export interface Direction {
  /** the lines run down or up the page */
  readonly isSideways: boolean
  /** radians, of the lines as they run, falling to the right */
  readonly lean: number
}

/** As often again as in the other direction: a table with narrow columns has many of these too. */
const clearly = 1.3
/** Twelve lines: of less text nobody can tell by its looks. */
const minAlternations = 24

export const directionOf = (picture: Picture.Picture): Direction => {
  const { xs, ys } = pointsOf(picture)
  const level = { xs, ys }, turned = { xs: ys, ys: xs }
  const across = leanOf(level), down = leanOf(turned)
  const sideways = alternations(turned, down.angle)
  const isSideways = sideways >= minAlternations && sideways > clearly * alternations(level, across.angle)
  // Seen from the side, what falls to the right rises.
  return isSideways ? { isSideways, lean: -down.angle } : { isSideways, lean: across.angle }
}
