/** Entries set in one paragraph: "Cook, Hotel Mar, Lisbon, 2019 – 2021. • Ran the pass • Trained two apprentices" is a head and its bullets. */
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { isWrapped } from "./Wrap.js"

const sign = /^[•▪■●‣◦]$/u

const minWords = 3
/** a head of a title, an employer and a town is no longer */
const maxHeadWords = 24

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

/** A sentence goes on in the next row, or ends in this one. */
const isText = (row: Row, next: Row | undefined): boolean =>
  /[.!?]$/.test(row.text) || next !== undefined && isWrapped(next, row) && (next.segments[0]?.date ?? null) === null

/** The last slot of a head that a sentence follows: "Lyon.", "ND.", not "Prof." */
const closed = /^(?!(?:Prof|Univ|Dept|Inst|Str|Nr|Tel|Hon|Rev|Ing|Dipl|Mag)\.)\p{Lu}.*\p{L}{2}[.)]*\.$/u

/** Where the text begins behind a head whose date stands first: "2016 – 2019 Nurse, Ward 3, Lyon. Two teams of nine and". */
const textAfter = (row: Row, next: Row | undefined): ReadonlyArray<number> => {
  if (row.segments[0]?.date?.isRange !== true || !isText(row, next)) return []
  const at = row.words.findIndex((word, index) =>
    closed.test(word.text) && /^\p{Lu}/u.test(row.words[index + 1]?.text ?? "") && row.words.slice(0, index).filter(({ text }) => text.endsWith(",")).length > 0)
  return at > 0 && at < maxHeadWords ? [at + 1] : []
}

/** Behind the last slot of a head that went on in this row: "Verona. Two laboratories" below "2022 – now Researcher, University of Adige,". */
const textBehind = (row: Row, previous: Row | undefined): ReadonlyArray<number> =>
  previous?.segments[0]?.date?.isRange === true && /,$/.test(previous.text) && isWrapped(row, previous) && closed.test(row.words[0]?.text ?? "") && /^\p{Lu}/u.test(row.words[1]?.text ?? "") ? [1] : []

const startsIn = (row: Row, next: Row | undefined, previous: Row | undefined): ReadonlyArray<number> => {
  const bullets = bulletsIn(row)
  if (bullets.length > 0 || row.isBullet) return bullets
  return [textIn(row), textAfter(row, next), textBehind(row, previous)].find((starts) => starts.length > 0) ?? []
}

interface Parts {
  readonly rows: ReadonlyArray<Row>
  /** the row ended with the bullet of the next */
  readonly isOpen: boolean
}

const partsOf = (row: Row, starts: ReadonlyArray<number>, isContinued: boolean, next: Row | undefined): Parts => {
  // What was made of two rows stays whole.
  if (starts.length === 0) return { rows: [isContinued ? { ...row, isBullet: true } : row], isOpen: false }
  const isOpen = starts.at(-1) === row.words.length - 1 && sign.test(row.words.at(-1)?.text ?? "")
  const cuts = [0, ...starts, row.words.length]
  const found = cuts.slice(1).map((end, at) => row.words.slice(cuts[at], end)).filter((words) => words.length > 0 && !(words.length === 1 && sign.test(words[0]?.text ?? "")))
  // The text goes on below itself, beside a date in the margin.
  const x = row.segments[0]?.date != null && next !== undefined && next.page === row.page && isWrapped(next, row) ? next.x : row.x
  const rows = found.map((words, at) => {
    const last = words.at(-1)
    const room = row.room + row.right - (last === undefined ? row.right : last.box.x + last.box.width)
    const part = Rows.part(row, words, at === 0 ? row.gapAbove : 0, room)
    return at === 0 ? { ...part, isBullet: row.isBullet || isContinued } : { ...part, x }
  })
  return { rows, isOpen }
}

/** The rows, with what stands behind a bullet within one as rows of their own. */
export const apart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const starts = rows.map((row, index) => startsIn(row, rows[index + 1], rows[index - 1]))
  if (starts.every((at) => at.length === 0)) return rows
  let isContinued = false
  return rows.flatMap((row, index) => {
    const parts = partsOf(row, starts[index] ?? [], isContinued, rows[index + 1])
    isContinued = parts.isOpen
    return parts.rows
  })
}
