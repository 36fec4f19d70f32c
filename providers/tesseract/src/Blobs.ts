/** Pieces of ink that hang together, in a small part of a picture. */
import type { Picture } from "@excv/provider"

/** From inclusive, to exclusive, in pixels. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Blob extends Frame {
  /** ink of its pixels together, each 0..1 of the ink of the letters around */
  readonly ink: number
}

/** Of the ink of the letters around: thin dashes and signs for "not" are paler than text; noise is paler still. */
const minInk = 0.15
/** A larger part is no gap between words. */
const maxPixels = 400_000

/** How often each value of a pixel is in the frame. */
const countsOf = ({ pixels, width }: Picture.Picture, { bottom, left, right, top }: Frame): Uint32Array => {
  const counts = new Uint32Array(256)
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left, end = y * width + right; at < end; at++) {
      const value = pixels[at] ?? 255
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
  return counts
}

const mostFrequent = (counts: Uint32Array): number => counts.reduce((best, count, value) => (count > (counts[best] ?? 0) ? value : best), 0)

/** How far the ink of a word is from its paper, 1..255. */
export const contrastOf = (picture: Picture.Picture, frame: Frame): number => {
  const counts = countsOf(picture, frame), paper = mostFrequent(counts)
  return counts.reduce((most, count, value) => (count > 0 ? Math.max(most, Math.abs(value - paper)) : most), 1)
}

/** All that differs from the paper of the frame, from left to right. */
export const find = ({ height, pixels, width, ...picture }: Picture.Picture, frame: Frame, contrast: number): ReadonlyArray<Blob> => {
  const left = Math.max(0, Math.floor(frame.left)), top = Math.max(0, Math.floor(frame.top))
  const right = Math.min(width, Math.ceil(frame.right)), bottom = Math.min(height, Math.ceil(frame.bottom))
  const columns = right - left, rows = bottom - top
  if (columns <= 0 || rows <= 0 || columns * rows > maxPixels) return []
  const counts = countsOf({ height, pixels, width, ...picture }, { left, top, right, bottom }), paper = mostFrequent(counts)
  const inks = Float64Array.from(counts, (_, value) => Math.abs(value - paper) / contrast)
  if (!counts.some((count, value) => count > 0 && (inks[value] ?? 0) >= minInk)) return []
  const ink = (at: number): number => inks[pixels[(top + Math.floor(at / columns)) * width + left + (at % columns)] ?? paper] ?? 0
  /** ink that no blob has yet */
  const free = new Uint8Array(columns * rows)
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0, place = (top + y) * width + left; x < columns; x++, at++, place++) {
      if ((inks[pixels[place] ?? paper] ?? 0) >= minInk) free[at] = 1
    }
  }
  const found: Array<Blob> = []
  for (let start = free.indexOf(1); start >= 0; start = free.indexOf(1, start)) {
    free[start] = 0
    const open = [start]
    let [west, east, north, south, sum] = [columns, 0, rows, 0, 0]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % columns, y = Math.floor(at / columns)
      west = Math.min(west, x)
      east = Math.max(east, x)
      north = Math.min(north, y)
      south = Math.max(south, y)
      sum += Math.min(1, ink(at))
      for (let j = Math.max(0, y - 1); j <= Math.min(rows - 1, y + 1); j++) {
        for (let i = Math.max(0, x - 1); i <= Math.min(columns - 1, x + 1); i++) {
          const next = j * columns + i
          if (free[next] === 0) continue
          free[next] = 0
          open.push(next)
        }
      }
    }
    found.push({ left: left + west, right: left + east + 1, top: top + north, bottom: top + south + 1, ink: sum })
  }
  return found.sort((a, b) => a.left - b.left)
}
