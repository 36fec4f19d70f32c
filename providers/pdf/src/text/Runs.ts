/** Cuts the glyphs of a page, in the order of the file, into runs that stand close together on one baseline. */
import type { Glyph } from "../content/Glyph.js"

/** A glyph with its distance from its predecessor in the run. */
export interface Placed {
  readonly glyph: Glyph
  /** along the baseline in points, from the end of the predecessor's advance; 0 for the first */
  readonly gap: number
  /** a space character stands between it and its predecessor */
  readonly afterSpace: boolean
}

export type Run = ReadonlyArray<Placed>

/** em: a wider gap is a tabulator or another column */
const maxGap = 1.5
/** em: overprinting and tight kerning reach back this far */
const maxOverlap = 0.6
/** em: a larger step up or down is another line, or a superscript */
const maxStep = 0.12

/** Position along and across the direction of the text. */
const position = (glyph: Glyph) => {
  if (glyph.angle === 0) return { along: glyph.x, across: glyph.y }
  const radians = (glyph.angle * Math.PI) / 180
  const cos = Math.cos(radians), sin = Math.sin(radians)
  return { along: glyph.x * cos + glyph.y * sin, across: glyph.y * cos - glyph.x * sin }
}

export const make = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Run> => {
  const runs: Array<Run> = []
  let run: Array<Placed> = []
  let end = 0, across = 0, angle = -1
  let afterSpace = false
  for (const glyph of glyphs) {
    const place = position(glyph)
    const gap = place.along - end
    const em = glyph.size
    const continues = run.length > 0 && glyph.angle === angle && gap < maxGap * em && gap > -maxOverlap * em &&
      Math.abs(place.across - across) <= maxStep * em
    if (glyph.text === " ") {
      afterSpace = true
      continue
    }
    if (!continues) {
      if (run.length > 0) runs.push(run)
      run = []
    }
    run.push({ glyph, gap: continues ? gap : 0, afterSpace: continues && afterSpace })
    afterSpace = false
    end = place.along + glyph.width
    across = place.across
    angle = glyph.angle
  }
  if (run.length > 0) runs.push(run)
  return runs
}
