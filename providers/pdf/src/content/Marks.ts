/** Small shapes with what they were painted with: dots and bars that rate a skill differ in nothing else; frames around words. */
import type { Document } from "@excv/schema"
import type { State } from "./State.js"

export interface Mark {
  readonly box: Document.Box
  /** colour, opacity, and whether only the outline was painted: equal for marks that look alike */
  readonly paint: string
}

/** A drawing with more than this is an illustration. */
const maxMarks = 1_500
/** points */
const minSize = 1.2
const maxHeight = 30
const maxWidth = 320

const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.5

const isInside = (inner: Document.Box, outer: Document.Box): boolean =>
  inner.width < outer.width && near(inner.x + inner.width / 2, outer.x + outer.width / 2) && near(inner.y + inner.height / 2, outer.y + outer.height / 2)

/** Adds what one path paints: a stroke, or a filled area with a hole of its own shape, is an outline. */
export const add = (marks: Array<Mark>, state: State, isStroke: boolean, parts: ReadonlyArray<Document.Box>): void => {
  const [first, second] = parts
  const isRing = parts.length === 2 && first !== undefined && second !== undefined && (isInside(second, first) || isInside(first, second))
  for (const box of isRing && first !== undefined && second !== undefined ? [first.width > second.width ? first : second] : parts) {
    if (marks.length >= maxMarks) return
    if (!(box.height <= maxHeight && box.width <= maxWidth && box.width >= minSize)) continue
    const thickness = isStroke ? state.lineWidth * Math.hypot(state.ctm[0], state.ctm[1]) : 0
    const isLine = isStroke && box.height < 0.1 && thickness >= minSize && thickness <= maxHeight
    if (!isLine && box.height < minSize) continue
    const painted = isLine ? { ...box, y: box.y - thickness / 2, height: thickness } : box
    const outline = isRing || isStroke && !isLine ? "outline " : ""
    marks.push({ box: painted, paint: `${outline}${isStroke ? state.stroke ?? "" : state.fill ?? ""} ${state.alpha}` })
  }
}
