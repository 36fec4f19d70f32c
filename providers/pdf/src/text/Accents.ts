/** Joins accents that were drawn over or under a letter with it: the glyphs ´ and e on one spot are é. */
import type { Glyph } from "../content/Glyph.js"
import * as Characters from "./Characters.js"

/** An accent belongs to a letter when its centre lies over the letter, and it was not just written beside it. */
const overlaps = (accent: Glyph, letter: Glyph): boolean => {
  if (accent.angle !== letter.angle || accent.isSpace || letter.isSpace) return false
  const middle = Math.hypot(accent.x - letter.x, accent.y - letter.y)
  if (middle > letter.size * 1.2) return false
  const radians = (letter.angle * Math.PI) / 180
  const along = (accent.x - letter.x) * Math.cos(radians) + (accent.y - letter.y) * Math.sin(radians)
  const centre = along + accent.width / 2
  return centre > letter.width * 0.1 && centre < letter.width * 0.9
}

const merge = (accent: Glyph, letter: Glyph): Glyph | null => {
  const mark = Characters.combiningMark(accent.text)
  if (mark === null || !overlaps(accent, letter)) return null
  const text = Characters.compose(letter.text, mark)
  return text === null ? null : { ...letter, text }
}

/** In the order of the file; an accent may come before or after its letter. */
export const join = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Glyph> => {
  if (!glyphs.some((glyph) => Characters.combiningMark(glyph.text) !== null)) return glyphs
  const joined: Array<Glyph> = []
  for (const glyph of glyphs) {
    const previous = joined[joined.length - 1]
    const merged = previous === undefined ? null : merge(previous, glyph) ?? merge(glyph, previous)
    if (merged === null) joined.push(glyph)
    else joined[joined.length - 1] = merged
  }
  return joined
}
