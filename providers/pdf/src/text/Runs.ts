/** Cuts the glyphs of a page, in the order of the file, into runs that stand close together on one baseline. */
import type { Glyph } from "../content/Glyph.js"
import * as Characters from "./Characters.js"

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
/** em: a larger step up or down is another line, or a small letter that is raised or lowered */
const maxStep = 0.12
/** em of the larger letter: raised and lowered letters stay within, and touch their neighbour */
const maxRaise = 0.5
const maxRaisedGap = 0.12

/** The small one of two neighbours is set above or below: 1st, H2O; a digit after a word is the mark of a footnote. */
const isRaised = (previous: Glyph, glyph: Glyph, step: number, gap: number): boolean => {
  const large = Math.max(previous.size, glyph.size)
  return Math.min(previous.size, glyph.size) < 0.85 * large && step <= maxRaise * large && Math.abs(gap) <= maxRaisedGap * large &&
    !(/\p{Ll}$/u.test(previous.text) && /^\d/.test(glyph.text))
}

/** Position along and across the direction of the text. */
const position = (glyph: Glyph) => {
  if (glyph.angle === 0) return { along: glyph.x, across: glyph.y }
  const radians = (glyph.angle * Math.PI) / 180
  const cos = Math.cos(radians), sin = Math.sin(radians)
  return { along: glyph.x * cos + glyph.y * sin, across: glyph.y * cos - glyph.x * sin }
}

/** Letters that are tucked under each other, as in the logotype of LaTeX, are one word. */
const isTucked = (previous: Glyph, glyph: Glyph, step: number, gap: number): boolean => {
  const large = Math.max(previous.size, glyph.size)
  return gap < -0.05 * large && gap > -0.5 * large && step <= 0.3 * large
}

export const make = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Run> => {
  const runs: Array<Run> = []
  let run: Array<Placed> = []
  let start = 0, end = 0, across = 0
  let previous: Glyph | undefined
  let afterSpace = false
  for (const glyph of glyphs) {
    const place = position(glyph)
    const isReversed = previous !== undefined && place.along < start && Characters.isRightToLeft(glyph.text)
    const gap = isReversed ? start - place.along - glyph.width : place.along - end
    const em = glyph.size
    const step = Math.abs(place.across - across)
    const continues = previous !== undefined && glyph.angle === previous.angle && gap < maxGap * em && gap > -maxOverlap * em &&
      (step <= maxStep * em || (!afterSpace && (isRaised(previous, glyph, step, gap) || isTucked(previous, glyph, step, gap))))
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
    start = place.along
    end = place.along + glyph.width
    across = place.across
    previous = glyph
  }
  if (run.length > 0) runs.push(run)
  return runs
}
