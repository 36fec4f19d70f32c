/** Thin lines that were drawn: they part sections and frame cells, as those of a PDF do. */
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import * as Dark from "./Dark.js"

/** points */
const minLength = 36
const maxThickness = 3
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
const runsOf = (picture: Picture.Picture, reach: number, least: number): { readonly across: ReadonlyArray<Run>; readonly down: ReadonlyArray<Run> } => {
  const { height, pixels, width } = picture, { bounds, starts } = Dark.of(picture), far = reach * width
  const across: Array<Run> = [], down: Array<Run> = []
  const add = (runs: Array<Run>, at: number, from: number, to: number) => {
    if (to - from - 1 >= least) runs.push({ at, from, to })
  }
  // For each column the rows of its last run; `to` is 0 before the first.
  const from = new Int32Array(width), to = new Int32Array(width)
  for (let y = 0; y < height; y++) {
    const isInner = y >= reach && y < height - reach
    let first = 0, end = 0
    for (let span = starts[y] ?? 0, last = starts[y + 1] ?? 0; span < last; span += 2) {
      for (let x = bounds[span] ?? 0, limit = bounds[span + 1] ?? 0, at = y * width + x; x < limit; x++, at++) {
        const level = (pixels[at] ?? 255) + Dark.minDepth
        if (isInner && (pixels[at - far] ?? 0) > level && (pixels[at + far] ?? 0) > level) {
          if (end === 0 || x - end > maxBreak) {
            add(across, y, first, end)
            first = x
          }
          end = x + 1
        }
        if (x >= reach && x < width - reach && (pixels[at - reach] ?? 0) > level && (pixels[at + reach] ?? 0) > level) {
          const ended = to[x] ?? 0
          if (ended === 0 || y - ended > maxBreak) {
            add(down, x, from[x] ?? 0, ended)
            from[x] = y
          }
          to[x] = y + 1
        }
      }
    }
    add(across, y, first, end)
  }
  to.forEach((ended, x) => { add(down, x, from[x] ?? 0, ended) })
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
