/** A time at another school within one's studies, told in a row of its own below them: "Erasmus term at Karolinska (spring 2017)". */
import { Degrees } from "@excv/lexicon"
import type { Entry } from "./Entries.js"
import type { Row } from "./Row.js"
import { isWrapped } from "./Wrap.js"

/** What begins with when it was, or lasted for a time that no brackets hold, is an entry of its own. */
const isStay = ({ dates, isBullet, segments: [first], text }: Row): boolean =>
  !isBullet && first?.date === null && Degrees.isStay(first.text) && dates.every(({ end, isRange, start }) => !isRange || text.charAt(start - 1) === "(" && text.charAt(end) === ")")

const goesOn = (row: Row, above: Row): boolean => /^[\p{Ll}(]/u.test(row.text) && isWrapped(row, above)

export interface Parted {
  readonly rows: ReadonlyArray<Row>
  /** the entries of these rows, each with the stays below it */
  readonly whole: (entries: ReadonlyArray<Entry>) => ReadonlyArray<Entry>
}

/** The rows without such times, which say nothing of what entries look like. */
export const apart = (rows: ReadonlyArray<Row>): Parted => {
  const below = new Map<Row, Array<Row>>()
  const kept: Array<Row> = []
  rows.forEach((row, at) => {
    const above = rows[at - 1], last = kept.at(-1)
    const isOfStay = isStay(row) || above !== undefined && above !== last && goesOn(row, above)
    if (last === undefined || !isOfStay) kept.push(row)
    else below.set(last, [...below.get(last) ?? [], row])
  })
  const staysOf = (one: ReadonlyArray<Row>): ReadonlyArray<Row> => one.flatMap((row) => below.get(row) ?? [])
  return { rows: kept, whole: (entries) => entries.map(({ body, head }) => ({ head, body: [...staysOf(head), ...body.flatMap((row) => [row, ...below.get(row) ?? []])] })) }
}
