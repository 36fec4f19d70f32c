/** Skills by level in a table of labels that has no title: "Expert   Go, SQL" above "Beginner   Rust". */
import { Skills } from "@excv/lexicon"
import type { Kind } from "./HeadingRows.js"
import type { Row } from "./Row.js"

interface Section {
  readonly kinds: ReadonlyArray<Kind>
  readonly heading: Row | null
  readonly rows: ReadonlyArray<Row>
}

const minRows = 2

/** Behind a gap or in another look, as the label of what follows. */
const isLed = ({ isBullet, segments: [first, second], text }: Row): boolean =>
  !isBullet && first !== undefined && (second?.joint === "gap" || second?.joint === "style") && Skills.levelOf(text.slice(0, second.start).replace(/[\s:]+$/u, "")) !== null

/** Ends of the rows of one list: what is below a label and goes on at the edge of the text. */
const endOf = (rows: ReadonlyArray<Row>, from: number): number => {
  const edge = rows[from]?.segments[1]?.x
  const end = rows.findIndex((row, at) => at > from && !isLed(row) && Math.abs(row.x - (edge ?? 0)) > 3)
  return end === -1 ? rows.length : end
}

/** The section as it is, or in up to three, the rows that levels lead apart from the others. */
export const apart = <S extends Section>(section: S): ReadonlyArray<S> => {
  const { kinds, rows } = section
  const from = kinds[0] === "top" || kinds[0] === "profile" ? rows.findIndex(isLed) : -1
  if (from < 0) return [section]
  const end = endOf(rows, from)
  if (rows.slice(from, end).filter(isLed).length < minRows) return [section]
  const parts: ReadonlyArray<S> = [
    { ...section, rows: rows.slice(0, from) },
    { ...section, heading: null, kinds: ["skills"], rows: rows.slice(from, end) },
    { ...section, heading: null, kinds: ["top"], rows: rows.slice(end) }
  ]
  return parts.filter((part) => part.heading !== null || part.rows.length > 0)
}
