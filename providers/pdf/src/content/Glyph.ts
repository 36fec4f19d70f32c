/** One shown character: where it stands and how it looks. */
import type { Document } from "@excv/schema"
import type { Font } from "../engine/FontHeader.js"

/** `none`: placed but not painted, as the text layer over a scan is; else why nobody can see it. */
export type Ink = "seen" | "none" | Document.HiddenReason

export interface Glyph {
  /** as the font's encoding says; may be several characters (a ligature) or none that is readable */
  readonly text: string
  readonly isSpace: boolean
  /** origin on the baseline, in points from the top left corner of the page */
  readonly x: number
  readonly y: number
  /** advance along the baseline in points, without added spacing */
  readonly width: number
  /** letter spacing that the file adds after it, in points */
  readonly spacing: number
  /** of the em, in points */
  readonly size: number
  /** of the baseline: 0 left to right, 90 downwards, in whole degrees from 0 to 359 */
  readonly angle: number
  readonly font: Font
  readonly bold: boolean
  /** `#rrggbb`, null for a pattern */
  readonly color: string | null
  readonly ink: Ink
}
