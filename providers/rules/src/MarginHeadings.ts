/** Headings in the margin beside their content, and labels in it that head a section of their own. */
import { Headings } from "@excv/lexicon"
import * as HeadingLines from "./HeadingLines.js"
import * as HeadingRows from "./HeadingRows.js"
import type { Row } from "./Row.js"
import * as Labels from "./Labels.js"
import * as Rows from "./Row.js"
import type { Open } from "./SectionEnds.js"
import { isOpen } from "./Wrap.js"

/** A heading in the margin beside its content, over one row or several. */
export interface Margin {
  readonly heading: Row
  readonly kinds: ReadonlyArray<HeadingRows.Kind>
  /** the content beside it, by row */
  readonly rest: ReadonlyArray<Row>
}

/** A gap, or where the style changes less than one: labels set to the right end close to what they label. */
const isApart = (row: Row, segment: Row["segments"][number]): boolean =>
  segment.joint === "gap" || segment.joint === "style" && Labels.startsIn(row).some((x) => Math.abs(x - segment.x) < 1)

const beside = (row: Row): { readonly head: Row; readonly rest: Row | null } | null => {
  const [first, second] = row.segments
  if (first === undefined || first.date !== null || second !== undefined && !isApart(row, second)) return null
  const count = second === undefined ? row.words.length : row.text.slice(0, second.start).trim().split(" ").length
  return { head: Rows.part(row, row.words.slice(0, count), row.gapAbove), rest: second === undefined ? null : Rows.part(row, row.words.slice(count), 0.2) }
}

/** In one margin with the label above: their left edges or, where labels are set to the right, their right ones are one. */
const isBelow = (label: Row, above: Row | undefined): boolean =>
  above !== undefined && label.style === above.style && label.y > above.y && (Math.abs(label.x - above.x) <= maxOffset || Math.abs(label.right - above.right) <= maxOffset)

/** In the type of the heading above, which the text is not set in. */
const isSetAs = ({ segments: [first, second] }: Row, heading: Row | null): boolean =>
  heading !== null && first?.style === heading.style && second?.style !== heading.style

const maxMarginRows = 3
/** em: between two lines of one heading */
const maxLead = 1.2
/** points that the left edges of titles in one margin differ */
const maxOffset = 3

/** "Other" beside a list within a section is more of it. */
const isOther = (label: Row): boolean => Headings.classify(label.text)?.kinds.every((kind) => kind === "other") === true

/** "Languages   English, French" and "Work   Engineer" above "Experience   Acme". */
export const at = (rows: ReadonlyArray<Row>, index: number, body: HeadingRows.Body, current: Open): Margin | null => {
  const first = rows[index]
  const isOfOther = (current.parent ?? current).kinds[0] === "other"
  const next = first?.segments[1]
  if (first === undefined || next === undefined || next.joint !== "gap" && !((isOfOther || isSetAs(first, current.heading)) && isApart(first, next))) return null
  // "Other   Excel" below "Electrical   Wiring" is a label too.
  const label = beside(first)?.head ?? null
  const above = current.rows.at(-1)?.segments[0]
  if (label !== null && isOther(label) && current.kinds[0] === "skills" && above?.style === label.style && Math.abs(above.x - label.x) <= maxOffset) return null
  const heads: Array<Row> = []
  const rest: Array<Row> = []
  let found: Margin | null = null
  for (let step = 0; step < maxMarginRows; step++) {
    const row = rows[index + step]
    const parts = row === undefined ? null : beside(row)
    const above = heads.at(-1)
    // "Skills" beside a list and "Languages" beside the next are two headings.
    if (row === undefined || parts === null || above !== undefined && HeadingLines.isNamed(parts.head) && !HeadingLines.isOneWith(above, parts.head)) break
    // Lines of one heading stand closer than the rows of two.
    if (above !== undefined && parts.head.y - above.bottom > maxLead * above.size) break
    if (heads.length > 0 && (parts.head.style !== heads[0]?.style || Math.abs(parts.head.x - (heads[0]?.x ?? 0)) > maxOffset || row.page !== heads[0]?.page)) break
    heads.push(parts.head)
    if (parts.rest !== null) rest.push(parts.rest)
    const heading = Headings.classify(heads.map((head) => head.text).join(" "))
    const isDistinct = HeadingRows.distinctness(parts.head, body) > 0.3 && (heads[0]?.style !== body.style || first.gapAbove > 0.7)
    // "Certificates   Welder, 2016" under "Further information"
    const isLabel = heading?.certainty === 1 && parts.head.style !== parts.rest?.style && isOfOther
    const isOne = isDistinct || isLabel || isBelow(parts.head, (current.parent ?? current).label)
    if (heading !== null && heading.certainty >= 0.9 && isOne && heads[0] !== undefined) found = { heading: heads[0], kinds: heading.kinds, rest: [...rest] }
  }
  return found
}

/** The second line of a heading in the margin, with content of the section between and beside. */
export const lateHalf = (row: Row, { heading, kinds, rows }: Open): { readonly kinds: ReadonlyArray<HeadingRows.Kind>; readonly rest: Row | null } | null => {
  if (heading === null || rows.length === 0 || rows.length > 2 || row.page !== heading.page || row.y - heading.bottom > maxLead * heading.size) return null
  const parts = beside(row)
  if (parts === null || parts.head.style !== heading.style || Math.abs(parts.head.x - heading.x) > maxOffset || rows.some((one) => Math.abs(one.x - heading.x) <= maxOffset)) return null
  const whole = HeadingLines.joined(heading, parts.head)
  // "Prof." below "Diplomas": whatever it says, it stands amid a text that goes on beside it.
  const isAmid = isOpen(rows.at(-1)?.text ?? "") && rows.every((one) => one.x > Math.max(row.right, heading.right))
  if (whole === null && parts.rest === null && isAmid && !HeadingLines.isNamed(row)) return { kinds, rest: null }
  return whole !== null && (kinds[0] === "unknown" || !HeadingLines.isNamed(parts.head) || HeadingLines.isOneWith(heading, parts.head)) ? { kinds: whole.kinds, rest: parts.rest } : null
}

/** The section that a heading in the margin is a label in: that of a title that is set otherwise. */
export const around = ({ heading }: Margin, current: Open): Open | undefined =>
  current.parent ?? (current.heading !== null && current.heading.style !== heading.style ? current : undefined)

/** "Tools   Excel" below "Languages   English" goes on with what both stand in, where the first label headed a section of its own. */
export const parentOf = (row: Row, current: Open): Open | null => {
  const parent = current.parent ?? current, parts = parent.label === undefined ? null : beside(row)
  return parts?.rest != null && isBelow(parts.head, parent.label) && (!HeadingLines.isNamed(parts.head) || isOther(parts.head)) ? parent : null
}
