/**
 * Signs between the words of a line that the engine leaves out or takes for letters: bullets, dots and dashes, bars,
 * icons, and the dots of ratings. They are told by their shape and by where they stand.
 */
import type { Picture } from "@excv/provider"
import * as Blobs from "./Blobs.js"

/** A line of words, in pixels. */
export interface Line {
  readonly em: number
  readonly baseline: number
}

export interface Mark extends Blobs.Frame {
  readonly text: string
}

/** em, from the baseline: the part of a line in which its signs stand */
const above = 0.95
const below = 0.3
/** em: a dot of a period or of noise is smaller than a dot between words */
const minDot = 0.09
const maxDot = 0.62
/** of 1: how far a dot may be from a square */
const minRoundness = 0.68
const minStroke = 0.62
const maxThickness = 0.17
const minDash = 0.17
const maxDashThickness = 0.2
/** of the ink of the largest piece: less is noise beside it */
const minShare = 0.2
const maxDash = 1.3
/** em above the baseline */
const middleFrom = 0.12
const middleTo = 0.62
/** Bars between words reach below the baseline, letters do not. */
const minDepth = 0.06
const minRating = 3
const maxRating = 10

interface Shape {
  readonly blob: Blobs.Blob
  readonly width: number
  readonly height: number
  /** above the baseline */
  readonly middle: number
}

const shapeOf = (blob: Blobs.Blob, { baseline, em }: Line): Shape => ({
  blob,
  width: (blob.right - blob.left) / em,
  height: (blob.bottom - blob.top) / em,
  middle: (baseline - (blob.top + blob.bottom) / 2) / em
})

const isLong = ({ blob, height, width }: Shape): boolean => width > 1.35 * height && blob.right - blob.left - blob.bottom + blob.top > 1

/** A pixel more or less shows the picture, not the sign. */
const isRound = ({ blob, height, width }: Shape): boolean =>
  Math.min(width, height) / Math.max(width, height) >= minRoundness || Math.abs(blob.right - blob.left - blob.bottom + blob.top) <= 1

const isMiddle = ({ middle }: Shape): boolean => middle > middleFrom && middle < middleTo

const isStroke = ({ height, width }: Shape): boolean => height >= minStroke && width <= maxThickness

const isDash = (shape: Shape): boolean => shape.height <= maxDashThickness && shape.width >= minDash && shape.width <= maxDash && isMiddle(shape) && isLong(shape)

const isDot = (shape: Shape): boolean => shape.height >= minDot && shape.height <= maxDot && isRound(shape) && isMiddle(shape)

const frameOf = (shapes: ReadonlyArray<Shape>): Blobs.Frame => ({
  left: Math.min(...shapes.map(({ blob }) => blob.left)),
  right: Math.max(...shapes.map(({ blob }) => blob.right)),
  top: Math.min(...shapes.map(({ blob }) => blob.top)),
  bottom: Math.max(...shapes.map(({ blob }) => blob.bottom))
})

/** em: a picture as high as a letter, with space around it */
const minIcon = 0.4
const maxIcon = 1.25
const minIconGap = 1.3

const isIcon = (shapes: ReadonlyArray<Shape>, { em }: Line, left: number, right: number): boolean => {
  const frame = frameOf(shapes)
  const width = (frame.right - frame.left) / em, height = (frame.bottom - frame.top) / em
  return right - left > minIconGap * em && width > minIcon && height > minIcon && width < maxIcon && height < maxIcon &&
    frame.left > left && frame.right < right && Math.min(width, height) / Math.max(width, height) > 0.5
}

/** The sign that a shape between words is; null for what may be anything. */
const signOf = (shape: Shape, isFirst: boolean): string | null => {
  if (isStroke(shape)) return "|"
  if (isDash(shape)) return "–"
  if (isDot(shape)) return shape.height > 0.22 || isFirst ? "•" : "·"
  return null
}

/** em above the baseline: where the sides of a frame around a word pass, and its corners do not reach */
const sidesFrom = 0.05
const sidesTo = 0.6
const minSide = 0.95
const minSideGap = 0.8

/** The right side of the frame around one word, and the left side of the next one's unless the engine took it for a letter. */
const sides = (picture: Picture.Picture, { baseline, em }: Line, left: number, right: number, contrast: number): Mark | null => {
  const top = baseline - sidesTo * em, bottom = baseline - sidesFrom * em
  const found = Blobs.find(picture, { left, right, top, bottom }, contrast)
  const isSide = (blob: Blobs.Blob) => blob.bottom - blob.top >= minSide * (bottom - top) && blob.right - blob.left <= maxThickness * em
  const [first] = found, last = found.at(-1)
  const isClear = right - left > minSideGap * em && found.length <= 2 && found.every(isSide)
  return first === undefined || last === undefined || !isClear ? null : { left: first.left, right: last.right, top: baseline - above * em, bottom: baseline + below * em, text: "|" }
}

/** In a frame without words: the sign that alone stands there. Frames of words next to each other show as two strokes. */
export const between = (picture: Picture.Picture, line: Line, left: number, right: number, contrast: number, isFirst: boolean): Mark | null =>
  sign(picture, line, left, right, contrast, isFirst) ?? (isFirst ? null : sides(picture, line, left, right, contrast))

const sign = (picture: Picture.Picture, line: Line, left: number, right: number, contrast: number, isFirst: boolean): Mark | null => {
  const frame = { left, right, top: line.baseline - above * line.em, bottom: line.baseline + below * line.em }
  const least = minDot * line.em
  // What reaches beyond the frame belongs to the words beside it.
  const blobs = Blobs.find(picture, frame, contrast).filter((blob) => blob.left > Math.floor(left) && blob.right < Math.ceil(right))
  const most = Math.max(0, ...blobs.map(({ ink }) => ink))
  const shapes = blobs
    .filter((blob) => blob.bottom - blob.top >= least * 0.6 && blob.ink >= Math.max(0.3 * least * least, minShare * most))
    .map((blob) => shapeOf(blob, line))
  const [first] = shapes
  if (first === undefined) return null
  if (isIcon(shapes, line, left, right)) return { ...frameOf(shapes), text: "•" }
  if (shapes.length > 1 && !shapes.every(isStroke)) return null
  const text = signOf(first, isFirst)
  if (text === null || (isFirst && text !== "•")) return null
  const { bottom, left: from, right: to, top } = first.blob
  return { text, left: from, right: to, top, bottom }
}

/** A bar alone that stands on the baseline and is no taller than a capital is the letter. */
export const isLetterI = (frame: Blobs.Frame, { baseline, em }: Line): boolean =>
  frame.bottom - baseline < minDepth * em && baseline - frame.top < 0.82 * em

const isAlike = (one: Shape, other: Shape): boolean =>
  Math.abs(one.width - other.width) < 0.16 * one.width + 0.04 && Math.abs(one.height - other.height) < 0.16 * one.height + 0.04 && Math.abs(one.middle - other.middle) < 0.12

const pitchOf = (one: Shape, other: Shape): number => other.blob.left - one.blob.left

/** The longest row of like shapes at like distances that begins with the first. */
const rowOf = (shapes: ReadonlyArray<Shape>): ReadonlyArray<Shape> => {
  const row: Array<Shape> = []
  for (const shape of shapes) {
    const [first, second] = row, last = row.at(-1)
    const isNext = first === undefined || last === undefined ||
      (isAlike(first, shape) && pitchOf(last, shape) < 3 * (first.blob.right - first.blob.left) &&
        (second === undefined || Math.abs(pitchOf(last, shape) - pitchOf(first, second)) < 0.2 * pitchOf(first, second) + 1))
    if (isNext) row.push(shape)
    else break
  }
  return row
}

/** Of the ink of the fullest: rings and pale discs have less. */
const full = 0.72

/** Dots, stars or squares after a text, each of them full or empty. */
export const rating = (picture: Picture.Picture, line: Line, left: number, right: number, contrast: number): Mark | null => {
  const frame = { left, right, top: line.baseline - above * line.em, bottom: line.baseline + below * line.em }
  const shapes = Blobs.find(picture, frame, contrast).map((blob) => shapeOf(blob, line)).filter(({ height, width }) => width > 0.2 || height > 0.2)
  const row = rowOf(shapes)
  const [first] = row, last = row.at(-1)
  if (first === undefined || last === undefined || row.length < minRating || row.length > maxRating ||
    !row.every((shape) => isRound(shape) && shape.height < 1.2)) return null
  const inks = row.map(({ blob, height, width }) => blob.ink / (height * width))
  const most = Math.max(...inks)
  // All alike: full ones fill their square but for its corners.
  const text = inks.map((ink) => (ink >= full * most ? "●" : "○")).join("")
  if (text.includes("○●")) return null
  return { text, left: first.blob.left, right: last.blob.right, top: first.blob.top, bottom: first.blob.bottom }
}
