/**
 * Tables without lines whose labels or dates stand in the middle of the height of their cells: "2019 – 2021" beside the second
 * of three lines. Such a label belongs to the first line of the text beside it, and is read as if it stood there.
 */
import * as Flow from "./Flow.js"
import * as Geometry from "./Geometry.js"
import type { Segment } from "./Segment.js"
import * as Rows from "./Rows.js"

/** points that two left edges of one column differ by */
const slack = 1.5
/** points that bullets stand in from the edge of their cell */
const maxIndent = 30
/** em: the middle of a label from the middle of its text */
const maxOffset = 0.22
/** cells of several lines on a page with a label in their middle, that are no chance */
const minCells = 2
/** share of the cells of several lines beside which a label stands */
const minShare = 0.8
const maxLabelWords = 7

interface Lift {
  readonly lines: ReadonlyArray<Segment>
  readonly baseline: number
}

const middle = (segments: ReadonlyArray<Segment>): number => {
  const box = Geometry.union(segments.map((segment) => segment.box))
  return box.y + box.height / 2
}

/** Left edges that cells of several lines may have. */
const edgesOf = (segments: ReadonlyArray<Segment>): ReadonlyArray<number> => {
  const counts = new Map<number, number>()
  for (const { box } of segments) counts.set(Math.round(box.x), (counts.get(Math.round(box.x)) ?? 0) + 1)
  return [...counts].filter(([x, count]) => count >= 2 && segments.some(({ box }) => Geometry.right(box) < x)).map(([x]) => x)
}

/** The texts right of an edge, each with the labels beside it; text across the edge parts them. */
const cellsAt = (segments: ReadonlyArray<Segment>, x: number) => {
  const right = Rows.lines(segments.filter(({ box }) => box.x > x - slack && box.x < x + maxIndent))
  const left = segments.filter(({ box, words }) => Geometry.right(box) < x && words.length <= maxLabelWords)
  return Flow.blocks(right, Flow.leading(right)).filter((block) => block.length > 1).flatMap((lines) => {
    const box = Geometry.union(lines.map((line) => line.box))
    const labels = left.filter((label) => Geometry.verticalOverlap(label.box, box) > 0.3 * label.box.height)
    return labels.length === 0 ? [] : [{ lines, labels }]
  })
}

const liftsAt = (segments: ReadonlyArray<Segment>, x: number): ReadonlyArray<Lift> => {
  const cells = cellsAt(segments, x)
  const lifts = cells.flatMap(({ labels, lines }): ReadonlyArray<Lift> => {
    const [first] = lines, [label] = labels
    if (first === undefined || label === undefined || Rows.isLevel(first, label) || Math.abs(middle(lines) - middle(labels)) > maxOffset * label.fontSize) return []
    return labels.every(({ box }) => Math.abs(box.x - label.box.x) < maxIndent) ? [{ lines: labels, baseline: first.baseline }] : []
  })
  return lifts.length >= minShare * cells.length ? lifts : []
}

/** The segments, from top to bottom, such labels level with the first line of their texts; of several lines the first. */
export const lifted = (segments: ReadonlyArray<Segment>): ReadonlyArray<Segment> => {
  const lifts = edgesOf(segments).flatMap((x) => liftsAt(segments, x))
  if (new Set(lifts.map(({ lines }) => lines[0])).size < minCells) return segments
  const shifts = new Map(lifts.flatMap(({ baseline, lines }) => lines.map((line, at) => [line, at === 0 ? baseline : baseline + line.baseline - (lines[0]?.baseline ?? 0)] as const)))
  return segments.map((segment) => ({ ...segment, baseline: shifts.get(segment) ?? segment.baseline })).sort((a, b) => a.baseline - b.baseline || a.box.x - b.box.x)
}
