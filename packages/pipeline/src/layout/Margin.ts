/**
 * Reads a region row by row. Cells of one baseline become one line: an entry and its date, a label and its value.
 * Cells in a left margin that do not fit into rows (headings, dates broken over lines) are read before what they stand beside.
 */
import type { Gutter } from "./Gutter.js"
import * as Rows from "./Rows.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"
import type { Style } from "./Style.js"

export const read = (segments: ReadonlyArray<Segment>, _gutters: ReadonlyArray<Gutter>, _style: Style): ReadonlyArray<Segment> =>
  Rows.make(segments).map(Segments.join)
