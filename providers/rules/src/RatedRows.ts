/** Dots on a line of their own, with the name that they rate: amid its two lines, or below it. */
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { dots } from "./SkillNames.js"

/** em: from the top of a name to that of its dots */
const maxDrop = 2

const areDots = (row: Row): boolean => dots.test(row.text) && !/[\p{L}\d]/u.test(row.text)

const isBelow = (row: Row, name: Row): boolean =>
  row.page === name.page && row.column === name.column && row.y >= name.y && row.y - name.y < maxDrop * name.size

/** Both lines of a name reach to the height of its dots; the next name does not. */
const isAmid = (shown: Row, first: Row, second: Row): boolean => shown.y < first.bottom && second.y < shown.bottom && second.page === first.page && !second.isBullet

/** "Avid Media", "●●●●○" and "Composer" as one row. */
const joined = (name: ReadonlyArray<Row>, shown: Row): ReadonlyArray<Row> => name.slice(0, 1).map((first) => ({
  ...Rows.part(first, [...name, shown].flatMap(({ words }) => words), first.gapAbove, shown.room),
  further: [...first.further, ...[...name.slice(1), shown].flatMap(({ further, number }) => [number, ...further])]
}))

/** The rows of a list, each name with its dots. */
export const joinedIn = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const isName = (row: Row | undefined): row is Row => row !== undefined && !dots.test(row.text)
  const done = new Set<Row>()
  return rows.flatMap((row, at) => {
    const [shown, next] = [rows[at + 1], rows[at + 2]]
    if (done.has(row)) return []
    if (!isName(row) || shown === undefined || !areDots(shown) || !isBelow(shown, row)) return [row]
    const name = isName(next) && isAmid(shown, row, next) ? [row, next] : [row]
    for (const one of [...name, shown]) done.add(one)
    return joined(name, shown)
  })
}
