/** Skills in a table with a column for each level and a mark in one of them. */
import { Skills } from "@excv/lexicon"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import type { Segment } from "./Segment.js"
import { levelSign } from "./SkillNames.js"

const mark = /^[xX✓✔✗✘×●■•*]$/u
const minLevels = 2

const middle = (row: Row, { end, start }: Segment): number => {
  const first = row.text.slice(0, start).split(" ").length - 1, last = row.text.slice(0, end).split(" ").length - 1
  const [from, to] = [row.words[first]?.box, row.words[last]?.box]
  return from === undefined || to === undefined ? 0 : (from.x + to.x + to.width) / 2
}

/** Each row with the level that its mark stands below, without the heads; null where the rows are no such table. */
export const read = ([head, ...rows]: ReadonlyArray<Row>): ReadonlyArray<Row> | null => {
  const levels = head?.segments.filter(({ joint, text }) => joint === "gap" && Skills.levelOf(text) !== null) ?? []
  const marked = (row: Row) => row.segments.length === 2 && row.segments[1]?.joint === "gap" && mark.test(row.segments[1].text)
  if (head === undefined || levels.length < minLevels || levels.length < head.segments.length - 1 || rows.length === 0 || !rows.every(marked)) return null
  return rows.map((row) => {
    const at = middle(row, row.segments[1] as Segment)
    const level = levels.reduce((best, one) => (Math.abs(middle(head, one) - at) < Math.abs(middle(head, best) - at) ? one : best))
    const from = head.text.slice(0, level.start).split(" ").length - 1, name = row.words.slice(0, -1)
    return Rows.part(row, [...name.map((word, index) => (index === name.length - 1 ? { ...word, text: `${word.text}${levelSign}` } : word)), ...head.words.slice(from, from + level.text.split(" ").length)], row.gapAbove)
  })
}
