/** Vertical strips of white that may part columns: each with the stretch of the page that it runs through. */
import * as Geometry from "./Geometry.js"
import type { Segment } from "./Segment.js"

export interface Gutter {
  /** where the text on its right begins */
  readonly x: number
  /** of the strip, in points */
  readonly width: number
  /** of the stretch: no segment between `top` and `bottom` crosses the strip */
  readonly top: number
  readonly bottom: number
  readonly left: ReadonlyArray<Segment>
  readonly right: ReadonlyArray<Segment>
}

/** points; tables are set no tighter */
export const minWidth = 5

const crosses = (segment: Segment, x: number): boolean => segment.box.x < x - 1 && Geometry.right(segment.box) > x - minWidth

const through = (stretch: ReadonlyArray<Segment>, x: number): ReadonlyArray<Gutter> => {
  const left = stretch.filter((segment) => segment.box.x < x - 1)
  const right = stretch.filter((segment) => segment.box.x >= x - 1)
  if (left.length === 0 || right.length === 0) return []
  const box = Geometry.union(stretch.map((segment) => segment.box))
  const edge = Math.max(...left.map((segment) => Geometry.right(segment.box)))
  return [{ x, width: x - edge, top: box.y, bottom: Geometry.bottom(box), left, right }]
}

/** The stretches between the segments that cross the strip left of x. */
const at = (segments: ReadonlyArray<Segment>, x: number): ReadonlyArray<Gutter> => {
  const found: Array<Gutter> = []
  let stretch: Array<Segment> = []
  for (const segment of segments) {
    if (!crosses(segment, x)) {
      stretch.push(segment)
      continue
    }
    found.push(...through(stretch, x))
    stretch = []
  }
  return [...found, ...through(stretch, x)]
}

/** One of the gutters that part the same segments: the rightmost edge is the true one. */
const distinct = (gutters: ReadonlyArray<Gutter>): ReadonlyArray<Gutter> => {
  const byParts = new Map<string, Gutter>()
  for (const gutter of gutters) byParts.set(`${gutter.top} ${gutter.bottom} ${gutter.left.length} ${gutter.right.length}`, gutter)
  return [...byParts.values()]
}

/** All gutters of a region; the segments come from top to bottom. */
export const all = (segments: ReadonlyArray<Segment>): ReadonlyArray<Gutter> => {
  const edges = [...new Set(segments.map((segment) => Math.round(segment.box.x * 2) / 2))].sort((a, b) => a - b)
  return distinct(edges.flatMap((x) => at(segments, x)))
}

/** The part of a side next to the gutter: what lies beyond another strip of white belongs to a further column. */
const nearest = (segments: ReadonlyArray<Segment>, fromRight: boolean): ReadonlyArray<Segment> => {
  const near = (segment: Segment) => (fromRight ? -Geometry.right(segment.box) : segment.box.x)
  const far = (segment: Segment) => (fromRight ? -segment.box.x : Geometry.right(segment.box))
  let reach = -Infinity
  const column: Array<Segment> = []
  for (const segment of [...segments].sort((a, b) => near(a) - near(b))) {
    if (column.length > 0 && near(segment) > reach + minWidth) break
    column.push(segment)
    reach = Math.max(reach, far(segment))
  }
  return column.sort((a, b) => a.baseline - b.baseline)
}

/** The two columns that face each other across the gutter. */
export const sides = (gutter: Gutter) => ({ left: nearest(gutter.left, true), right: nearest(gutter.right, false) })
