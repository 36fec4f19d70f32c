/** What a row of dots or a bar shows. */
import type { Document } from "@excv/schema"

export interface Rating {
  readonly box: Document.Box
  readonly full: number
  readonly of: number
  /** points that the full part is long */
  readonly length: number
  /** there are others that show another share of the same scale */
  readonly isSure: boolean
}
