/** Paths as what matters for layout: rules (thin, axis-parallel) and filled areas. Icons and curves are left out. */
import type { Document } from "@excv/schema"
import type { Backdrops } from "./Backdrops.js"
import * as Marks from "./Marks.js"
import * as Matrix from "./Matrix.js"
import { Operator } from "./Operator.js"
import * as SoftMask from "./SoftMask.js"
import type { State } from "./State.js"

/** A drawing with more than this is an illustration, not a layout. */
const maxShapes = 2_000
/** points */
const maxRuleThickness = 3
const minRuleLength = 8
/** points: half the thickness of a line that a text may stand on */
const minBar = 3
/** Of the edges of a rounded rectangle; its corners may be many short curves. */
const minStraight = 0.5

/** points */
const minDot = 1
const maxDot = 7

const pathStep = { moveTo: 0, lineTo: 1, curveTo: 2, closePath: 3 }

interface Subpath {
  readonly points: Array<readonly [number, number]>
  curves: number
  isClosed: boolean
}

const subpaths = (path: Float32Array): ReadonlyArray<Subpath> => {
  const found: Array<Subpath> = []
  let index = 0
  while (index < path.length) {
    const step = path[index++]
    if (step === pathStep.moveTo || found.length === 0) found.push({ points: [], curves: 0, isClosed: false })
    const current = found[found.length - 1]
    if (current === undefined) break
    if (step === pathStep.closePath) current.isClosed = true
    if (step === pathStep.curveTo) {
      current.curves++
      index += 4
    }
    if (step === pathStep.moveTo || step === pathStep.lineTo || step === pathStep.curveTo) {
      current.points.push([path[index] ?? 0, path[index + 1] ?? 0])
      index += 2
    }
    if (found.length > maxShapes) break
  }
  return found
}

const boundsOf = (ctm: Matrix.Matrix, points: Subpath["points"]): Document.Box => {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity
  for (const [x, y] of points) {
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  return Matrix.bounds(ctm, x0, y0, x1, y1)
}

/** Length of the straight, axis-parallel steps as a share of the edges of the box around them. */
const straightShare = ({ points }: Subpath): number => {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y)
  const edges = 2 * (Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys))
  const straight = points.reduce((sum, [x, y], index) => {
    const [px, py] = points[index === 0 ? points.length - 1 : index - 1] ?? [x, y]
    return Math.min(Math.abs(px - x), Math.abs(py - y)) < 1e-3 * edges ? sum + Math.abs(px - x) + Math.abs(py - y) : sum
  }, 0)
  return edges === 0 ? 0 : straight / edges
}

const maxCorners = 400

const isParallel = (subpath: Subpath): boolean =>
  subpath.curves > 0
    ? subpath.points.length <= maxCorners && straightShare(subpath) >= minStraight
    : subpath.points.every(([x, y], index) => {
        const [px, py] = subpath.points[index === 0 ? subpath.points.length - 1 : index - 1] ?? [x, y]
        return Math.abs(px - x) < 0.5 || Math.abs(py - y) < 0.5
      })

/** Adds a filled box, as a rule where it is thin; boxes too small to be either are left out. */
export const addFill = (shapes: Array<Document.Shape>, box: Document.Box, color: string | null): void => {
  const thickness = Math.min(box.width, box.height), length = Math.max(box.width, box.height)
  if (shapes.length >= maxShapes || length < minRuleLength || !Number.isFinite(length)) return
  shapes.push({ kind: thickness <= maxRuleThickness ? "rule" : "fill", box, color })
}

/** points: a smaller frame with round corners is a button or an icon */
const minFrame = 24

/** The four sides of a frame, whatever its corners. */
const sidesOf = ({ height, width, x, y }: Document.Box): ReadonlyArray<Document.Box> => [
  { x, y, width, height: 0 }, { x, y: y + height, width, height: 0 }, { x, y, width: 0, height }, { x: x + width, y, width: 0, height }
]

const addStroke = (shapes: Array<Document.Shape>, state: State, subpath: Subpath): void => {
  const { curves, isClosed, points } = subpath
  if (curves > 0) {
    const box = boundsOf(state.ctm, points)
    if (Math.min(box.width, box.height) >= minFrame && isParallel(subpath)) sidesOf(box).forEach((side) => addFill(shapes, side, state.stroke))
    return
  }
  points.forEach((to, index) => {
    const from = points[index - 1] ?? (isClosed ? points[points.length - 1] : undefined)
    if (from === undefined) return
    const box = boundsOf(state.ctm, [from, to])
    if (Math.min(box.width, box.height) > 0.5) return
    addFill(shapes, box, state.stroke)
  })
}

/** All of its box is painted, where it is filled. */
const isRectangle = (part: Subpath, parts: ReadonlyArray<Subpath>): boolean => parts.length === 1 && part.curves === 0 && part.points.length <= 5 && isParallel(part)

/** Only rectangles are painted over all of their box; whatever else may lie behind a text is an area of no known colour. */
const paintBehind = (backdrops: Backdrops, state: State, isStroke: boolean, parts: ReadonlyArray<Subpath>): ReadonlyArray<Document.Box> => {
  const covering: Array<Document.Box> = []
  const half = (state.lineWidth * Math.hypot(state.ctm[0], state.ctm[1])) / 2
  for (const part of parts) {
    const { height, width, x, y } = boundsOf(state.ctm, part.points)
    if (isStroke) {
      const isBar = part.points.length === 2 && Math.min(width, height) < 0.5
      if (half >= minBar) backdrops.paint({ x: x - half, y: y - half, width: width + 2 * half, height: height + 2 * half }, isBar && state.alpha === 1 ? state.stroke : null)
    } else {
      const isWhole = isRectangle(part, parts)
      backdrops.paint({ x, y, width, height }, isWhole && state.alpha === 1 ? state.fill : null)
      if (isWhole && state.alpha === 1 && state.isPlain && state.fill !== null) covering.push({ x, y, width, height })
    }
  }
  return covering
}

/** A disc or a square, and small: what browsers draw in front of the items of a list. */
const isDot = (ctm: Matrix.Matrix, { curves, points }: Subpath, { height, width, x, y }: Document.Box): boolean => {
  const size = Math.max(width, height)
  if (size > maxDot || size < minDot || Math.abs(width - height) > 0.15 * size) return false
  if (curves === 0) return points.length === 4 || points.length === 5
  return points.every((point) => {
    const at = Matrix.bounds(ctm, point[0], point[1], point[0], point[1])
    return Math.abs(Math.hypot(at.x - x - width / 2, at.y - y - height / 2) - size / 2) < 0.1 * size
  })
}

export interface Drawing {
  readonly shapes: Array<Document.Shape>
  /** small discs and squares */
  readonly dots: Array<Document.Box>
  readonly marks: Array<Marks.Mark>
  readonly backdrops: Backdrops
}

const isStroked = (paint: number): boolean => paint === Operator.stroke || paint === Operator.closeStroke

/** What one path operator paints into a soft mask. */
export const addToMask = (mask: SoftMask.SoftMask, state: State, paint: number, path: unknown): void => {
  const steps: unknown = Array.isArray(path) ? path[0] : null
  if (!(steps instanceof Float32Array) || paint === Operator.endPath) return
  const parts = subpaths(steps), isStroke = isStroked(paint)
  for (const part of parts) {
    SoftMask.paint(mask, state, boundsOf(state.ctm, part.points), isStroke ? state.stroke : state.fill, !isStroke && state.alpha === 1 && isRectangle(part, parts))
  }
}

/** Adds what one path operator paints; `paint` says how, `path` is `[Float32Array]` in user space. Gives the areas that nothing below shines through. */
export const add = ({ backdrops, dots, marks, shapes }: Drawing, state: State, paint: number, path: unknown): ReadonlyArray<Document.Box> => {
  const steps: unknown = Array.isArray(path) ? path[0] : null
  if (!(steps instanceof Float32Array) || paint === Operator.endPath || shapes.length >= maxShapes) return []
  const isStroke = isStroked(paint)
  const parts = subpaths(steps)
  const covering = paintBehind(backdrops, state, isStroke, parts)
  Marks.add(marks, state, isStroke, parts.map(({ points }) => boundsOf(state.ctm, points)))
  for (const subpath of parts) {
    const dot = subpath.points.length < 3 || dots.length >= maxShapes ? null : boundsOf(state.ctm, subpath.points)
    if (dot !== null && isDot(state.ctm, subpath, dot)) dots.push(dot)
    if (isStroke) addStroke(shapes, state, subpath)
    else if (subpath.points.length >= 2 && isParallel(subpath)) {
      const box = boundsOf(state.ctm, subpath.points)
      const isSmallCurve = subpath.curves > 0 && Math.min(box.width, box.height) < 12
      if (!isSmallCurve) addFill(shapes, box, state.fill)
    }
  }
  return covering
}
