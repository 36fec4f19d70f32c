/** Affine transforms as PDF writes them: `[a, b, c, d, e, f]` maps (x, y) to (a·x + c·y + e, b·x + d·y + f). */
import type { Document } from "@excv/schema"

export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
]

/** Six finite numbers, or null: the file may say anything. */
export const parse = (value: unknown): Matrix | null => {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null
  const numbers = Array.from(value as ArrayLike<unknown>, Number)
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : null
}

/** The bounding box of a rectangle, given by two corners, after the transform. */
export const bounds = (matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Document.Box => {
  const [a, b, c, d, e, f] = matrix
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1]
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1]
  const left = Math.min(...xs), top = Math.min(...ys)
  return { x: left + e, y: top + f, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** From the user space of a page to points with the origin at the top left, y down, the page's own rotation applied. */
export const viewport = (view: readonly [number, number, number, number], rotate: number, unit: number): Matrix => {
  const [x0, y0, x1, y1] = view
  switch (((rotate % 360) + 360) % 360) {
    case 90: return [0, unit, unit, 0, -y0 * unit, -x0 * unit]
    case 180: return [-unit, 0, 0, unit, x1 * unit, -y0 * unit]
    case 270: return [0, -unit, -unit, 0, y1 * unit, x1 * unit]
    default: return [unit, 0, 0, -unit, -x0 * unit, y1 * unit]
  }
}
