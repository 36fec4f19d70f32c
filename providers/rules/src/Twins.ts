/** Two headings side by side over two lists that were read across: "Languages      Certificates". The left list is read first. */
import { Headings, Languages } from "@excv/lexicon"
import type { Row } from "./Row.js"
import * as Row_ from "./Row.js"

/** points */
const slack = 3
const headingGap = 1
const maxWords = 4

/** "Dutch   mother tongue" is a language and how well it is known. */
const isHeading = (text: string): boolean => text.split(" ").length <= maxWords && Languages.nameOf(text) === null && (Headings.classify(text)?.certainty ?? 0) >= 0.9

/** Left edge of the second heading, or null. */
const twinAt = (row: Row): number | null => {
  if (row.dates.length > 0 || row.isBullet) return null
  const [, second, third] = row.segments.filter((segment, at) => at === 0 || segment.joint === "gap")
  if (second === undefined || third !== undefined) return null
  return isHeading(row.text.slice(0, second.start).trim()) && isHeading(row.text.slice(second.start).trim()) ? edgeOf(row, second.x) : null
}

/** An icon before the heading stands at the edge of its list. */
const edgeOf = ({ words }: Row, x: number): number => {
  const at = words.findIndex(({ box }) => Math.abs(box.x - x) < 1)
  const before = words[at - 1]
  return at > 1 && before !== undefined && !/[\p{L}\p{N}]/u.test(before.text) ? before.box.x : x
}

/** No word stands across the edge. */
const canCut = (row: Row, edge: number): boolean =>
  row.words.every(({ box }) => box.x >= edge - slack || box.x + box.width <= edge - slack)

const halves = (row: Row, edge: number): readonly [Row | null, Row | null] => {
  const left = row.words.filter(({ box }) => box.x < edge - slack)
  const right = row.words.filter(({ box }) => box.x >= edge - slack)
  return [
    left.length === 0 ? null : Row_.part(row, left, row.gapAbove, edge - Math.max(...left.map(({ box }) => box.x + box.width))),
    right.length === 0 ? null : Row_.part(row, right, row.gapAbove)
  ]
}

/** All rows, those below twin headings side after side. */
export const apart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const done: Array<Row> = []
  let index = 0
  for (let row = rows[index]; row !== undefined; row = rows[index]) {
    const edge = twinAt(row)
    if (edge === null) {
      done.push(row)
      index++
      continue
    }
    let end = index + 1
    for (let next = rows[end]; next !== undefined; next = rows[++end]) {
      if (next.page !== row.page || next.column !== row.column || next.style === row.style && next.gapAbove > headingGap * 0.5 || !canCut(next, edge)) break
    }
    const parts = rows.slice(index, end).map((one) => halves(one, edge))
    done.push(...parts.flatMap(([left]) => left ?? []), ...parts.flatMap(([, right], at) => (right === null ? [] : [at === 0 ? { ...right, gapAbove: headingGap } : right])))
    index = end
  }
  return done
}
