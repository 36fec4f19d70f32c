/** Thin lines that were drawn: they part sections and frame cells, as those of a PDF do. */
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"

/** points */
const minLength = 36
const maxThickness = 3
/** of 255: how much darker than the paper on both of its sides; a hairline in grey is little darker */
const minDepth = 24
const maxRules = 400
/** pixels: specks may break a line */
const maxBreak = 3

/** A run along a line of pixels: `at` across, `from` to `to` along. */
interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Rows of a picture, or its columns: pixel `along` on line `at` is `at * atStep + along * alongStep`. */
interface Grain {
  readonly lines: number
  readonly length: number
  readonly atStep: number
  readonly alongStep: number
}

const runsOf = (pixels: Uint8Array, { alongStep, atStep, length, lines }: Grain, reach: number, least: number): ReadonlyArray<Run> => {
  const found: Array<Run> = []
  for (let at = reach; at < lines - reach; at++) {
    let from = -1, last = -1
    for (let along = 0; along <= length; along++) {
      const place = at * atStep + along * alongStep
      const value = pixels[place] ?? 255
      const isLine = along < length && (pixels[place - reach * atStep] ?? 0) - value > minDepth && (pixels[place + reach * atStep] ?? 0) - value > minDepth
      if (isLine) {
        if (from < 0) from = along
        last = along
      } else if (from >= 0 && along - last > maxBreak) {
        if (last - from >= least) found.push({ at, from, to: last + 1 })
        from = -1
      }
    }
  }
  return found
}

interface Band {
  readonly first: number
  last: number
  from: number
  to: number
}

/** Runs on neighbouring lines of pixels are one rule. */
const bandsOf = (runs: ReadonlyArray<Run>): ReadonlyArray<Band> => {
  const bands: Array<Band> = []
  for (const { at, from, to } of runs) {
    const band = bands.find((other) => other.last >= at - 2 && from < other.to && to > other.from)
    if (band === undefined) bands.push({ first: at, last: at, from, to })
    else {
      band.last = at
      band.from = Math.min(band.from, from)
      band.to = Math.max(band.to, to)
    }
  }
  return bands
}

/** In points. */
export const find = ({ height, pixels, resolution, width }: Picture.Picture): ReadonlyArray<Document.Shape> => {
  const points = 72 / resolution
  const reach = Math.ceil((maxThickness / points) * 1.25), least = minLength / points
  const across = bandsOf(runsOf(pixels, { lines: height, length: width, atStep: width, alongStep: 1 }, reach, least))
  const down = bandsOf(runsOf(pixels, { lines: width, length: height, atStep: 1, alongStep: width }, reach, least))
  const shape = (x: number, y: number, right: number, bottom: number): Document.Shape => ({
    kind: "rule", color: null, box: { x: x * points, y: y * points, width: (right - x) * points, height: (bottom - y) * points }
  })
  return [
    ...across.map(({ first, from, last, to }) => shape(from, first, to, last + 1)),
    ...down.map(({ first, from, last, to }) => shape(first, from, last + 1, to))
  ].slice(0, maxRules)
}
