/** Segments that stand on one baseline. */
import * as Geometry from "./Geometry.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"

/** Left to right; never empty. */
export type Row = ReadonlyArray<Segment>

/** A name in the head of a page is larger than this, and in no row with anything. */
const maxScale = 1.5

/** em, and at least a point: rounding of the file, noise of a scan, and cells of two sizes that were lined up by their tops */
const tolerance = (a: Segment, b: Segment): number => {
  const scanned = a.words[0]?.confidence !== null || b.words[0]?.confidence !== null
  const size = Math.max(a.fontSize, b.fontSize), smaller = Math.min(a.fontSize, b.fontSize)
  const rounding = Math.max(1, (scanned ? 0.35 : 0.12) * smaller)
  return size > maxScale * smaller ? rounding : rounding + Math.min(0.8 * (size - smaller), 0.15 * size)
}

/** Both stand on one baseline. */
export const isLevel = (a: Segment, b: Segment): boolean => Math.abs(a.baseline - b.baseline) <= tolerance(a, b)

/** Side by side, if not on one baseline: the cells of a row may have spaces of their own above their text. */
export const isAbreast = (a: Segment, b: Segment): boolean =>
  Math.max(a.fontSize, b.fontSize) < maxScale * Math.min(a.fontSize, b.fontSize) &&
  Geometry.verticalOverlap(a.box, b.box) > 0.75 * Math.min(a.box.height, b.box.height)

/** Text of two sizes that is meant to stand side by side, whatever was lined up: tops, middles or baselines. */
export const isBeside = (a: Segment, b: Segment): boolean => Math.abs(a.fontSize - b.fontSize) > 0.5 && isAbreast(a, b)

/** Of any segments, sorted from top to bottom. */
export const make = (segments: ReadonlyArray<Segment>): ReadonlyArray<Row> => {
  const rows: Array<Array<Segment>> = []
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.slice(-3).find((candidate) =>
      candidate.every((other) => isLevel(other, segment) && !overlapsAcross(other, segment)))
    if (row === undefined) rows.push([segment])
    else row.push(segment)
  }
  return rows.map((row) => row.sort((a, b) => a.box.x - b.box.x))
}

const overlapsAcross = (a: Segment, b: Segment): boolean =>
  Math.min(Geometry.right(a.box), Geometry.right(b.box)) - Math.max(a.box.x, b.box.x) > 0.5 * Math.min(a.fontSize, b.fontSize)

/** One line of text for each row. */
export const lines = (segments: ReadonlyArray<Segment>): ReadonlyArray<Segment> => make(segments).map(Segments.join)
