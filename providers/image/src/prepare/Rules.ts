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

const inOrder = (a: Run, b: Run): number => a.at - b.at || a.from - b.from

/** Runs of pixels darker than those so far from them on both sides, across the page and down. Row by row for both, as pixels lie in memory. */
const runsOf = ({ height, pixels, width }: Picture.Picture, reach: number, least: number): { readonly across: ReadonlyArray<Run>; readonly down: ReadonlyArray<Run> } => {
  const across: Array<Run> = [], down: Array<Run> = []
  const add = (runs: Array<Run>, at: number, from: number, last: number) => {
    if (last - from >= least) runs.push({ at, from, to: last + 1 })
  }
  // For each column where a run began, from 1, and where it was last seen; 0 outside of runs.
  const starts = new Uint16Array(width), lasts = new Uint16Array(width), far = reach * width
  for (let y = 0; y < height; y++) {
    const isInner = y >= reach && y < height - reach
    let start = 0, last = 0
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const level = (pixels[at] ?? 255) + minDepth, began = starts[x] ?? 0
      if (level >= 255 && began === 0 && start === 0) continue
      if (isInner && level < 255 && (pixels[at - far] ?? 0) > level && (pixels[at + far] ?? 0) > level) {
        start ||= x + 1
        last = x
      } else if (start > 0 && x - last > maxBreak) {
        add(across, y, start - 1, last)
        start = 0
      }
      if (level < 255 && x >= reach && x < width - reach && (pixels[at - reach] ?? 0) > level && (pixels[at + reach] ?? 0) > level) {
        starts[x] ||= y + 1
        lasts[x] = y
      } else if (began > 0 && y - (lasts[x] ?? 0) > maxBreak) {
        add(down, x, began - 1, lasts[x] ?? 0)
        starts[x] = 0
      }
    }
    if (start > 0) add(across, y, start - 1, last)
  }
  starts.forEach((start, x) => { if (start > 0) add(down, x, start - 1, lasts[x] ?? 0) })
  return { across, down: down.sort(inOrder) }
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
export const find = (picture: Picture.Picture): ReadonlyArray<Document.Shape> => {
  const points = 72 / picture.resolution
  const runs = runsOf(picture, Math.ceil((maxThickness / points) * 1.25), minLength / points)
  const across = bandsOf(runs.across), down = bandsOf(runs.down)
  const shape = (x: number, y: number, right: number, bottom: number): Document.Shape => ({
    kind: "rule", color: null, box: { x: x * points, y: y * points, width: (right - x) * points, height: (bottom - y) * points }
  })
  return [
    ...across.map(({ first, from, last, to }) => shape(from, first, to, last + 1)),
    ...down.map(({ first, from, last, to }) => shape(first, from, last + 1, to))
  ].slice(0, maxRules)
}
