/** The graphics state of a content stream, as far as text and boxes need it. */
import type { Document } from "@excv/schema"
import * as FontHeader from "../engine/FontHeader.js"
import type { Matrix } from "./Matrix.js"
import type { SoftMask } from "./SoftMask.js"

export interface State {
  /** from user space to the page in points */
  ctm: Matrix
  font: FontHeader.Font
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** 1 is normal */
  horizontalScale: number
  leading: number
  rise: number
  renderingMode: number
  fill: string | null
  stroke: string | null
  /** of all that is painted, that of its group included */
  alpha: number
  /** of the group that is painted as a whole */
  groupAlpha: number
  /** what is painted replaces what was there, as it does unless a blend mode mixes them */
  isPlain: boolean
  /** the same of the group */
  isGroupPlain: boolean
  /** null for none */
  mask: SoftMask | null
  /** those of the groups that it is painted in */
  groupMasks: ReadonlyArray<SoftMask>
  /** nothing is painted outside of it; null is everywhere */
  clip: Document.Box | null
  lineWidth: number
}

export const initial = (ctm: Matrix): State => ({
  ctm,
  font: FontHeader.unknown,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
  fill: "#000000",
  stroke: "#000000",
  alpha: 1,
  groupAlpha: 1,
  isPlain: true,
  isGroupPlain: true,
  mask: null,
  groupMasks: [],
  clip: null,
  lineWidth: 1
})
