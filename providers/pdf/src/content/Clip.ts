/** The area that is painted: text that lies outside of it cannot be seen. Paths of any form count as the box around them. */
import type { Document } from "@excv/schema"
import type { Glyph } from "./Glyph.js"

/** points */
const slack = 1
/** points: a narrower area shows nothing of a letter */
const minExtent = 0.5

export const within = (clip: Document.Box | null, box: Document.Box): Document.Box => {
  if (clip === null) return box
  const x = Math.max(clip.x, box.x), y = Math.max(clip.y, box.y)
  const right = Math.min(clip.x + clip.width, box.x + box.width), bottom = Math.min(clip.y + clip.height, box.y + box.height)
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) }
}

/** The box of a glyph in any direction; one that is not upright counts with all that it may reach. */
export const boxOf = ({ angle, size, width, x, y }: Glyph): Document.Box =>
  angle === 0
    ? { x, y: y - 0.8 * size, width, height: size }
    : { x: x - size, y: y - size, width: 2 * size, height: 2 * size }

/** Nothing of the glyph lies within the area. */
export const cutsAway = (clip: Document.Box | null, glyph: Glyph): boolean => {
  if (clip === null) return false
  if (clip.width < minExtent || clip.height < minExtent) return true
  const box = boxOf(glyph)
  return box.x + box.width < clip.x - slack || box.x > clip.x + clip.width + slack ||
    box.y + box.height < clip.y - slack || box.y > clip.y + clip.height + slack
}
