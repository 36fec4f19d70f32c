/** Entries set in one paragraph: "Cook, Hotel Mar, Lisbon, 2019 – 2021. • Ran the pass • Trained two apprentices" is a head and its bullets. */
import * as Entries from "./Entries.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { leadsSurely } from "./Segment.js"
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
const closed = /^(?!(?:Prof|Univ|Dept|Inst|Str|Nr|Tel|Hon|Rev|Ing|Dipl|Mag)\.)\(?\p{Lu}.*\p{L}{2}[.)]*\.$/u

const isOnlyDate = (row: Row | undefined): boolean => row !== undefined && row.dates.some(({ isRange }) => isRange) && row.segments.every(({ date }) => date !== null)

/** Where the text begins behind a head whose date stands first, or before it: "2016 – 2019 Nurse, Ward 3, Lyon. Two teams of nine and". */
const textAfter = (row: Row, next: Row | undefined, previous: Row | undefined): ReadonlyArray<number> => {
  if (row.segments[0]?.date?.isRange !== true && !isOnlyDate(previous) || !isText(row, next)) return []
  const at = row.words.findIndex((word, index) =>
    closed.test(word.text) && /^\p{Lu}/u.test(row.words[index + 1]?.text ?? "") && (word.text.startsWith("(") || row.words.slice(0, index).some(({ text }) => text.endsWith(",") || leadsSurely(text))))
  return at > 0 && at < maxHeadWords ? [at + 1] : []
}

const startsIn = (row: Row, next: Row | undefined, previous: Row | undefined): ReadonlyArray<number> => {
  const bullets = bulletsIn(row)
  if (bullets.length > 0 || row.isBullet) return bullets
  const starts = textIn(row)
  return starts.length > 0 ? starts : textAfter(row, next, previous)
}

/** The last slot of a head is the first word of the next row, where its text begins: "Verona. Two laboratories" below "2022 – now Researcher, University of Adige,". */
const isSplitHead = (row: Row, next: Row | undefined): next is Row =>
  next !== undefined && row.segments[0]?.date?.isRange === true && row.dateEnd === null && /,$/.test(row.text) && isWrapped(next, row) && closed.test(next.words[0]?.text ?? "") && /^\p{Lu}/u.test(next.words[1]?.text ?? "")

const withHeadsWhole = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => rows.map((row, index) => {
  const [previous, next] = [rows[index - 1], rows[index + 1]]
  if (isSplitHead(row, next)) return { ...Rows.part(row, [...row.words, ...next.words.slice(0, 1)], row.gapAbove, 0), further: [...row.further, next.number] }
  return previous !== undefined && isSplitHead(previous, row) ? { ...Rows.part(row, row.words.slice(1), row.gapAbove), x: row.x } : row
})

/** A head is no sentence, though a stop ends it. */
const unstopped = (words: Row["words"]): Row["words"] => {
  const last = words.at(-1)
  return last !== undefined && closed.test(last.text) ? [...words.slice(0, -1), { ...last, text: last.text.slice(0, -1) }] : words
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
    const part = Rows.part(row, at === 0 && found.length > 1 && row.segments[0]?.date != null ? unstopped(words) : words, at === 0 ? row.gapAbove : 0, room)
    return at === 0 ? { ...part, isBullet: row.isBullet || isContinued } : { ...part, x }
  })
  return { rows, isOpen }
}

/** The rows, with what stands behind a bullet within one as rows of their own. */
export const apart = (written: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const rows = withHeadsWhole(Entries.withDatedHeads(written))
  const starts = rows.map((row, index) => startsIn(row, rows[index + 1], rows[index - 1]))
  if (starts.every((at) => at.length === 0)) return rows
  let isContinued = false
  return rows.flatMap((row, index) => {
    const parts = partsOf(row, starts[index] ?? [], isContinued, rows[index + 1])
    isContinued = parts.isOpen
    return parts.rows
  })
}
