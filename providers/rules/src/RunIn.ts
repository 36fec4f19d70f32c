/** Entries set in one paragraph: "Cook, Hotel Mar, Lisbon, 2019 – 2021. • Ran the pass • Trained two apprentices" is a head and its bullets. */
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

const sign = /^[•▪■●‣◦]$/u

const minWords = 3

/** Where a sentence begins behind the period of a head: "Guide, Blue Tours, since March 2021. Walks through the old town". */
const textIn = (row: Row): ReadonlyArray<number> => {
  let offset = 0
  const starts = row.words.map((word) => (offset += word.text.length + 1) - word.text.length - 1)
  const period = row.dates.find((date) => date.isRange && row.text.charAt(date.end) === ".")
  const at = period === undefined ? -1 : starts.findIndex((start) => start > period.end)
  return at > 0 && row.words.length - at >= minWords && /^\p{Lu}/u.test(row.words[at]?.text ?? "") && row.segments[0]?.date === null ? [at] : []
}

/** Where bullets begin within a row: behind the end of a sentence, not between the slots of a head. */
const bulletsIn = (row: Row): ReadonlyArray<number> =>
  row.words.flatMap((word, at) => (at > 0 && sign.test(word.text) && /[.;!?…]$/.test(row.words[at - 1]?.text ?? "") ? [at] : []))

const startsIn = (row: Row): ReadonlyArray<number> => {
  const bullets = bulletsIn(row)
  return bullets.length > 0 || row.isBullet ? bullets : textIn(row)
}

interface Parts {
  readonly rows: ReadonlyArray<Row>
  /** the row ended with the bullet of the next */
  readonly isOpen: boolean
}

const partsOf = (row: Row, starts: ReadonlyArray<number>, isContinued: boolean): Parts => {
  const isOpen = starts.length > 0 && starts.at(-1) === row.words.length - 1
  const cuts = [0, ...starts, row.words.length]
  const found = cuts.slice(1).map((end, at) => row.words.slice(cuts[at], end)).filter((words) => words.length > 0 && !(words.length === 1 && sign.test(words[0]?.text ?? "")))
  const rows = found.map((words, at) => {
    const last = words.at(-1)
    const room = row.room + row.right - (last === undefined ? row.right : last.box.x + last.box.width)
    const part = Rows.part(row, words, at === 0 ? row.gapAbove : 0, room)
    return at === 0 ? { ...part, isBullet: row.isBullet || isContinued } : { ...part, x: row.x }
  })
  return { rows, isOpen }
}

/** The rows, with what stands behind a bullet within one as rows of their own. */
export const apart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  if (!rows.some((row) => startsIn(row).length > 0)) return rows
  let isContinued = false
  return rows.flatMap((row) => {
    const parts = partsOf(row, startsIn(row), isContinued)
    isContinued = parts.isOpen
    return parts.rows
  })
}
