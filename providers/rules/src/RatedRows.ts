/** Dots, or words that say a level, on a line of their own, with the name that they rate: amid its two lines, or below it. */
import { Languages, Skills } from "@excv/lexicon"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { dots, levelSign } from "./SkillNames.js"

/** em: from the top of a name to that of its dots */
const maxDrop = 2

const areDots = (row: Row): boolean => dots.test(row.text) && !/[\p{L}\d]/u.test(row.text)

const isBelow = (row: Row, name: Row): boolean =>
  row.page === name.page && row.column === name.column && row.y >= name.y && row.y - name.y < maxDrop * name.size

const overlap = (row: Row, other: Row): number => (row.page === other.page && row.column === other.column ? Math.min(row.bottom, other.bottom) - Math.max(row.y, other.y) : 0)

/** dots amid two lines share about as much height with one as with the other */
const maxUneven = 3

/** Both lines of a name reach to the height of its dots; the next name does not. */
const isAmid = (shown: Row, first: Row, second: Row): boolean => shown.y < first.bottom && second.y < shown.bottom && overlap(shown, second) < maxUneven * overlap(shown, first) && second.page === first.page && !second.isBullet

/** em: dots beside a name share as much height with it */
const minBeside = 0.3

/** The dots below are nearer to the name. */
const areDotsAbove = (name: Row, below: Row | undefined): boolean => below !== undefined && areDots(below) && overlap(below, name) > minBeside * 2 * name.size

/** "Avid Media", "●●●●○" and "Composer" as one row. */
const joined = (name: ReadonlyArray<Row>, shown: Row): ReadonlyArray<Row> => name.slice(0, 1).map((first) => ({
  ...Rows.part(first, [...name, shown].flatMap(({ words }) => words), first.gapAbove, shown.room),
  further: [...first.further, ...[...name.slice(1), shown].flatMap(({ further, number }) => [number, ...further])]
}))

const maxNameWords = 5
const minPairs = 2

/** "Suturing" above "expert", "Triage" above "good": each thing with how well it is known below it. */
export const areInWords = (rows: ReadonlyArray<Row>): boolean =>
  rows.length >= 2 * minPairs && rows.length % 2 === 0 &&
  rows.every(({ text }, at) => text.split(" ").length <= maxNameWords && !/[,;|]/.test(text) && (Skills.levelOf(text) !== null) === (at % 2 === 1)) &&
  !rows.some(({ text }, at) => at % 2 === 0 && Languages.nameOf(text) !== null)

const withLevel = (name: Row, level: Row): Row => ({
  ...Rows.part(name, [...name.words.map((word, at) => (at === name.words.length - 1 ? { ...word, text: `${word.text}${levelSign}` } : word)), ...level.words], name.gapAbove),
  further: [...name.further, level.number, ...level.further]
})

/** The rows of a list, each name with its dots or its level. */
export const joinedIn = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  if (areInWords(rows)) return rows.flatMap((row, at) => (at % 2 === 0 && rows[at + 1] !== undefined ? [withLevel(row, rows[at + 1] as Row)] : []))
  const isName = (row: Row | undefined): row is Row => row !== undefined && !dots.test(row.text)
  const done = new Set<Row>()
  return rows.flatMap((row, at) => {
    const [shown, next] = [rows[at + 1], rows[at + 2]]
    if (done.has(row)) return []
    // Dots that stand a little higher than the name that they are beside.
    if (areDots(row) && isName(shown) && overlap(row, shown) > minBeside * row.size && !areDotsAbove(shown, next)) {
      done.add(shown)
      return joined([shown], row)
    }
    if (isName(row) && shown !== undefined && areDots(shown) && isName(next) && !isAmid(shown, row, next) && overlap(shown, next) > Math.max(overlap(shown, row), minBeside * row.size)) return [row]
    if (!isName(row) || shown === undefined || !areDots(shown) || !isBelow(shown, row)) return [row]
    const name = isName(next) && isAmid(shown, row, next) ? [row, next] : [row]
    for (const one of [...name, shown]) done.add(one)
    return joined(name, shown)
  })
}
