/** Headings that are set in two lines. */
import { Headings } from "@excv/lexicon"
import type { Row } from "./Row.js"

/** em: an icon before the first line, under which the second begins */
const maxSign = 1.5

/** A heading may be set in two lines, flush left, right or centred. */
export const isSecondLine = (row: Row, above: Row): boolean => {
  if (row.page !== above.page || row.style !== above.style || row.gapAbove > 0.75 || row.y <= above.y) return false
  const isFlush = Math.abs(row.x - above.x) < 3 || Math.abs(row.right - above.right) < 3 || Math.abs(row.x + row.right - above.x - above.right) < 6
  const isUnderSign = above.isBullet && row.x < above.x && above.x - row.x < maxSign * row.size
  return (isFlush || isUnderSign) && (!isNamed(row) || joined(above, row) !== null && isOneWith(above, row))
}

/** points */
const level = 3

/** Below a heading in the margin, both read before the text that begins beside the first of them. */
export const isOfCell = (row: Row, above: Row, next: Row | undefined): boolean =>
  next !== undefined && row.page === above.page && row.page === next.page && row.column === above.column && row.column === next.column && row.bold === above.bold && row.color === above.color &&
  row.y > above.y && next.y < above.y + level && next.x > Math.max(row.right, above.right)

export const isNamed = (row: Row): boolean => (Headings.classify(row.text)?.certainty ?? 0) >= 0.9

/** "Skills" above "Languages" are two headings, "Education and" above "Training" is one. */
export const isOneWith = (above: Row, row: Row): boolean =>
  !isNamed(above) || Headings.classify(above.text)?.kinds[0] === Headings.classify(row.text)?.kinds[0] ||
  /(?:[&,/+-]|\b(?:and|und|et|y|e|i|en|och|og|ja|of|de|des|der))$/iu.test(above.text)

/** A heading over two lines, also one that was broken within a word. */
export const joined = (above: Row, row: Row): Headings.Heading | null =>
  [`${above.text} ${row.text}`, `${above.text.replace(/-$/, "")}${row.text}`].map((text) => Headings.classify(text)).find((heading) => heading !== null && heading.certainty >= 0.9) ?? null
