/** The page within a photo: where the sheet lies on the table, and the sheet alone, seen from above. */
import type { Picture } from "@excv/provider"
import * as Warp from "./Warp.js"

/** pixels: the longer side of the small picture in which the sheet is looked for */
const lookedAt = 400
/** of the picture: less is a thing on the page, and no sheet */
const minArea = 0.3
/** Of one edge of the picture: the table is seen there. A dark band of the page itself lies along one edge only. */
const minTable = 0.5
const minTableEdges = 2
/** of 255, between paper and table */
const minDifference = 40
/** inches: the longer side of A4 */
const pageLength = 11.69

/** The level that parts the bright from the dark best, and the means of both. */
const split = (pixels: Uint8Array): { readonly level: number; readonly dark: number; readonly bright: number } => {
  const counts = new Float64Array(256)
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1
  const total = pixels.length, sum = counts.reduce((all, count, value) => all + count * value, 0)
  let level = 127, best = 0, weight = 0, below = 0, dark = 0, bright = 255
  for (let value = 0; value < 255; value++) {
    weight += counts[value] ?? 0
    below += (counts[value] ?? 0) * value
    if (weight === 0 || weight === total) continue
    const one = below / weight, other = (sum - below) / (total - weight)
    const between = weight * (total - weight) * (one - other) ** 2
    if (between > best) [best, level, dark, bright] = [between, value, one, other]
  }
  return { level, dark, bright }
}

/** How many edges of the picture lie mostly on something dark. */
const tableEdges = ({ height, pixels, width }: Picture.Picture, level: number): number => {
  const share = (count: number, at: (index: number) => number): number =>
    Array.from({ length: count }, (_, index) => (pixels[at(index)] ?? 255) <= level).filter(Boolean).length / count
  const edges = [
    share(width, (x) => x), share(width, (x) => (height - 1) * width + x), share(height, (y) => y * width), share(height, (y) => (y + 1) * width - 1)
  ]
  return edges.filter((dark) => dark > minTable).length
}

/** The largest area of bright pixels that hang together; letters are holes in it. */
const sheet = ({ height, pixels, width }: Picture.Picture, level: number): ReadonlyArray<number> => {
  const seen = new Uint8Array(pixels.length)
  let largest: Array<number> = []
  for (let start = 0; start < pixels.length; start++) {
    if (seen[start] === 1 || (pixels[start] ?? 0) <= level) continue
    const area = [start]
    seen[start] = 1
    for (let index = 0; index < area.length; index++) {
      const at = area[index] ?? 0, x = at % width
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= width * height || seen[next] === 1 || (pixels[next] ?? 0) <= level) continue
        seen[next] = 1
        area.push(next)
      }
    }
    if (area.length > largest.length) largest = area
  }
  return largest
}

/** The outermost points towards the four corners. */
const cornersOf = (area: ReadonlyArray<number>, width: number): Warp.Quad => {
  const outermost = (score: (x: number, y: number) => number): Warp.Point => {
    let best: Warp.Point = [0, 0], most = -Infinity
    for (const at of area) {
      const x = at % width, y = Math.floor(at / width), value = score(x, y)
      if (value > most) [most, best] = [value, [x, y]]
    }
    return best
  }
  return [outermost((x, y) => -x - y), outermost((x, y) => x - y), outermost((x, y) => x + y), outermost((x, y) => y - x)]
}

const areaOf = (quad: Warp.Quad): number =>
  Math.abs(quad.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = quad[(index + 1) % 4] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)) / 2

const length = ([ax, ay]: Warp.Point, [bx, by]: Warp.Point): number => Math.hypot(ax - bx, ay - by)

/** The sheet fills its corners when it is one: a bright area of another shape is none. */
const isSheet = (area: ReadonlyArray<number>, quad: Warp.Quad, picture: Picture.Picture): boolean =>
  areaOf(quad) > minArea * picture.width * picture.height && area.length > 0.6 * areaOf(quad)

/** Of its shorter side: A4. A sheet that seems shorter may end in a band as dark as the table. */
const sheetShape = 1.414
const maxMissing = 0.6
/** Of the difference between paper and table, between neighbours: letters. */
const minEdge = 0.3
/** of the pixels */
const minLetters = 0.004

const lettersIn = ({ height, pixels, width }: Picture.Picture, minStep: number): number => {
  let count = 0
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width; x++) {
      if (Math.abs((pixels[y * width + x] ?? 0) - (pixels[y * width + x - 1] ?? 0)) > minStep) count++
    }
  }
  return count / Math.max(1, height * width)
}

const sizeOf = ([a, b, c, d]: Warp.Quad) =>
  ({ width: Math.round((length(a, b) + length(d, c)) / 2), height: Math.round((length(a, d) + length(b, c)) / 2) })

/** Longer at the end where letters stand beyond it, or wider at the side. */
const completed = (picture: Picture.Picture, [a, b, c, d]: Warp.Quad, contrast: number): Warp.Quad => {
  const { height, width } = sizeOf([a, b, c, d])
  const beyond = ([x, y]: Warp.Point, [fromX, fromY]: Warp.Point, share: number): Warp.Point => [x + (x - fromX) * share, y + (y - fromY) * share]
  const missingHeight = (sheetShape * width - height) / height, missingWidth = (height / sheetShape - width) / width
  const isShort = missingHeight > missingWidth, missing = isShort ? missingHeight : missingWidth
  if (missing < 0.02 || missing > maxMissing) return [a, b, c, d]
  const additions: ReadonlyArray<{ readonly part: Warp.Quad; readonly whole: Warp.Quad }> = isShort
    ? [
        { part: [beyond(a, d, missing), beyond(b, c, missing), b, a], whole: [beyond(a, d, missing), beyond(b, c, missing), c, d] },
        { part: [d, c, beyond(c, b, missing), beyond(d, a, missing)], whole: [a, b, beyond(c, b, missing), beyond(d, a, missing)] }
      ]
    : [
        { part: [beyond(a, b, missing), a, d, beyond(d, c, missing)], whole: [beyond(a, b, missing), b, c, beyond(d, c, missing)] },
        { part: [b, beyond(b, a, missing), beyond(c, d, missing), c], whole: [a, beyond(b, a, missing), beyond(c, d, missing), d] }
      ]
  const judged = additions.map(({ part, whole }) => ({ whole, letters: lettersIn(Warp.straighten(picture, part, sizeOf(part)), minEdge * contrast) }))
    .sort((one, other) => other.letters - one.letters)
  const [best] = judged
  return best !== undefined && best.letters >= minLetters ? best.whole : [a, b, c, d]
}

/** The sheet alone where the picture shows one on a darker ground; otherwise the picture as it is. */
export const find = (picture: Picture.Picture): Picture.Picture => {
  const factor = Math.max(1, Math.round(Math.max(picture.width, picture.height) / lookedAt))
  const small = Warp.shrink(picture, factor)
  const { bright, dark, level } = split(small.pixels)
  if (bright - dark < minDifference || tableEdges(small, level) < minTableEdges) return picture
  const area = sheet(small, level)
  const [a, b, c, d] = cornersOf(area, small.width)
  if (!isSheet(area, [a, b, c, d], small)) return picture
  const scaled = ([x, y]: Warp.Point): Warp.Point => [(x + 0.5) * factor, (y + 0.5) * factor]
  const bounds: Warp.Quad = [scaled(a), scaled(b), scaled(c), scaled(d)]
  const quad = completed(picture, bounds, bright - dark)
  const size = sizeOf(quad)
  return { ...Warp.straighten(picture, quad, size), resolution: Math.max(size.width, size.height) / pageLength }
}
