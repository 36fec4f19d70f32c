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

/** The most frequent value in the frame. */
export const paperOf = ({ pixels, width }: Picture.Picture, { bottom, left, right, top }: Frame): number => {
  const counts = new Uint32Array(256)
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const value = pixels[y * width + x] ?? 255
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
  return counts.reduce((best, count, value) => (count > (counts[best] ?? 0) ? value : best), 0)
}

/** How far the ink of a word is from its paper, 1..255. */
export const contrastOf = (picture: Picture.Picture, frame: Frame): number => {
  const paper = paperOf(picture, frame)
  let most = 1
  for (let y = frame.top; y < frame.bottom; y++) {
    for (let x = frame.left; x < frame.right; x++) most = Math.max(most, Math.abs((picture.pixels[y * picture.width + x] ?? paper) - paper))
  }
  return most
}

/** All that differs from the paper of the frame, from left to right. */
export const find = ({ height, pixels, width, ...picture }: Picture.Picture, frame: Frame, contrast: number): ReadonlyArray<Blob> => {
  const left = Math.max(0, Math.floor(frame.left)), top = Math.max(0, Math.floor(frame.top))
  const right = Math.min(width, Math.ceil(frame.right)), bottom = Math.min(height, Math.ceil(frame.bottom))
  const columns = right - left, rows = bottom - top
  if (columns <= 0 || rows <= 0 || columns * rows > maxPixels) return []
  const paper = paperOf({ height, pixels, width, ...picture }, { left, top, right, bottom })
  const ink = (at: number): number => Math.abs((pixels[(top + Math.floor(at / columns)) * width + left + (at % columns)] ?? paper) - paper) / contrast
  const seen = new Uint8Array(columns * rows)
  const found: Array<Blob> = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || ink(start) < minInk) continue
    seen[start] = 1
    const open = [start]
    let [west, east, north, south, sum] = [columns, 0, rows, 0, 0]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % columns, y = Math.floor(at / columns)
      ;[west, east, north, south, sum] = [Math.min(west, x), Math.max(east, x), Math.min(north, y), Math.max(south, y), sum + Math.min(1, ink(at))]
      for (let j = Math.max(0, y - 1); j <= Math.min(rows - 1, y + 1); j++) {
        for (let i = Math.max(0, x - 1); i <= Math.min(columns - 1, x + 1); i++) {
          const next = j * columns + i
          if (seen[next] === 1 || ink(next) < minInk) continue
          seen[next] = 1
          open.push(next)
        }
      }
    }
    found.push({ left: left + west, right: left + east + 1, top: top + north, bottom: top + south + 1, ink: sum })
  }
  return found.sort((a, b) => a.left - b.left)
}
