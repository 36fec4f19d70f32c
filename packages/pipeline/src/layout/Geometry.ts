/** Boxes: unions, overlaps and the middle of many values. */
import type { Document } from "@excv/schema"

export const right = (box: Document.Box): number => box.x + box.width

export const bottom = (box: Document.Box): number => box.y + box.height

/** The smallest box around all of them; an empty one at the origin for none. */
export const union = (boxes: ReadonlyArray<Document.Box>): Document.Box => {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...boxes.map((box) => box.x)), y = Math.min(...boxes.map((box) => box.y))
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y }
}

/** Length that both have in common vertically; negative is the distance. */
export const verticalOverlap = (a: Document.Box, b: Document.Box): number =>
  Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y)

/** The value in the middle; 0 for none. */
export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
