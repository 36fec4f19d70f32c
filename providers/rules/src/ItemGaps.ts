/** Items in a row that only white space parts: tags without a frame stand farther apart than the words within one. */
import { styleOf } from "./Segment.js"
import type { Row } from "./Row.js"

/** em: the widest space between words, and the least gap between items */
const maxSpace = 0.42
const minGap = 0.5
/** times the space between words */
const minScale = 1.4
/** em: gaps of one kind differ by no more */
const noise = 0.08

const gapsOf = ({ words }: Row): ReadonlyArray<number> =>
  words.slice(1).map((word, at) => {
    const previous = words[at]
    return previous === undefined ? 0 : (word.box.x - previous.box.x - previous.box.width) / Math.max(1, word.fontSize)
  })

/** em: the least gap between items of these rows, or null where their words stand apart alike or for another reason. */
const leastGap = (rows: ReadonlyArray<Row>): number | null => {
  if (rows.some((row) => /[,;|•·:]|\s\/\s/.test(row.text) || row.isBullet)) return null
  const gaps = rows.flatMap(gapsOf)
  const spaces = gaps.filter((gap) => gap < maxSpace), wide = gaps.filter((gap) => gap > minGap)
  if (wide.length < 2 || spaces.length + wide.length < gaps.length) return null
  const space = Math.max(0.25, ...spaces), gap = Math.min(...wide)
  // What stands in columns has gaps of any width.
  const areAlike = wide.filter((one) => one < gap + noise).length > wide.length * 0.7 && spaces.every((one) => one > space - noise)
  return areAlike && gap > minScale * space ? gap - noise : null
}

/** The row with a segment for each of its items. */
const parted = (row: Row, gap: number): Row => {
  const gaps = gapsOf(row)
  let start = 0
  const items = row.words.reduce<ReadonlyArray<{ readonly start: number; readonly end: number; readonly at: number }>>((found, word, at) => {
    const last = found.at(-1)
    const end = start + word.text.length
    const next = last !== undefined && (gaps[at - 1] ?? 0) < gap ? [...found.slice(0, -1), { ...last, end }] : [...found, { start, end, at }]
    start = end + 1
    return next
  }, [])
  const segments = items.flatMap(({ at, end, start: from }, index) => {
    const word = row.words[at]
    return word === undefined ? [] : [{ text: row.text.slice(from, end), start: from, end, x: word.box.x, joint: index === 0 ? "start" as const : "gap" as const, style: styleOf(word), date: null }]
  })
  return { ...row, segments }
}

/** The rows of a list, those of tags cut into their items. */
export const apart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const gap = leastGap(rows)
  return gap === null ? rows : rows.map((row) => (gapsOf(row).some((one) => one >= gap) ? parted(row, gap) : row))
}
