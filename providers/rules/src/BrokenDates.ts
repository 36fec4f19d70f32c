/** Dates that a narrow column breaks over two rows: "Oktober 2012 –" above "September 2015". */
import { Dates } from "@excv/lexicon"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { isWrapped } from "./Wrap.js"
import type { Segment } from "./Segment.js"

interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly x: number
  readonly right: number
}

/** Right edge of the word that ends at an offset. */
const rightOf = (row: Row, end: number): number => {
  let offset = 0
  for (const word of row.words) {
    offset += word.text.length
    if (offset >= end) return word.box.x + word.box.width
    offset++
  }
  return row.right
}

/** What stands between wide gaps. */
const cellsOf = (row: Row): ReadonlyArray<Cell> => {
  const starts = row.segments.filter((segment, index) => index === 0 || segment.joint === "gap" || segment.joint === "style")
  return starts.map((segment, index) => {
    const end = starts[index + 1]?.start ?? row.text.length
    const text = row.text.slice(segment.start, end).trim()
    return { text, start: segment.start, end, x: segment.x, right: rightOf(row, segment.start + text.length) }
  })
}

/** "Depuis sept." above "2021" */
const led = /^\p{L}{2,8}\s\p{L}{3,10}\.?$/u

/** ", desde octubre" at the end of a full row above "de 2024 hasta hoy" */
const isMonthAbove = (upper: Cell, lower: Cell): boolean =>
  /^(?:(?:de|del|do|di)\s)?(?:19|20)\d\d(?!\d)/u.test(lower.text) && /(?:^|[\s(])\p{L}{3,10}\.?$/u.test(upper.text)

/** "dic-" above "2018" */
const signBetween = (upper: Cell): string => (/\p{L}[-–]$/u.test(upper.text) ? "" : " ")

interface Joined {
  readonly match: Dates.Match
  readonly upper: Cell
  readonly lower: Cell
  /** length of what the lower cell gives to the date */
  readonly taken: number
  /** the row ends with a month, whose year is below */
  readonly isCut: boolean
}

const joinedAt = (row: Row, next: Row): Joined | null => {
  if (next.page !== row.page || next.y <= row.y || next.y - row.bottom > row.size || next.isBullet) return null
  const lowers = cellsOf(next)
  for (const upper of cellsOf(row)) {
    const isLast = upper.right === row.right && Math.abs(next.x - row.x) < 8 && isWrapped(next, row)
    const isCut = isLast && lowers[0] !== undefined && isMonthAbove(upper, lowers[0])
    if (!isCut && !led.test(upper.text) && (!/\d/.test(upper.text) || !Dates.leadsOn(upper.text))) continue
    const lower = isLast ? lowers[0] : lowers.find((cell) => Math.abs(cell.x - upper.x) < 8 || Math.abs(cell.right - upper.right) < 4)
    if (lower === undefined || !/^(?:\d|\p{L})/u.test(lower.text) && !/^[-–—]/.test(lower.text)) continue
    const text = `${upper.text}${signBetween(upper)}${lower.text}`
    const start = text.length - lower.text.length
    const match = Dates.find(text).find((one) => one.isRange && one.start < upper.text.length && one.end > start)
    const own = Dates.find(upper.text).find((one) => one.isRange && !(one.isOpen && one.toSpan === null))
    // A column of dates holds nothing else; in a sentence two dates may stand in two rows.
    const isColumn = match !== undefined && match.from !== null && (isWrapped(next, row) || /^[^\p{L}\p{N}]*$|\($/u.test(upper.text.slice(0, match.start).trimEnd()))
    // "April 2017 to February" above "2021" is no whole range yet.
    const isWhole = own !== undefined && !(own.from === match?.from && own.to !== match?.to && !/\d$/.test(upper.text))
    if (match !== undefined && !isWhole && isColumn) return { match, upper, lower, taken: match.end - start, isCut }
  }
  return null
}

/** A row without a part of its text: without its words where it begins with them, else without their segments. */
const without = (row: Row, start: number, end: number): Row => {
  const count = row.text.slice(start, end).trim().split(" ").length
  if (start === 0 && count < row.words.length) return Rows.part(row, row.words.slice(count), row.gapAbove)
  const segments = row.segments.flatMap((segment): ReadonlyArray<Segment> => {
    if (segment.end <= start || segment.start >= end) return [segment]
    return segment.end > end ? [{ ...segment, start: end, text: row.text.slice(end, segment.end).trim() }] : []
  })
  const dates = row.dates.filter((date) => date.end <= start || date.start >= end)
  return { ...row, segments, dates, x: segments[0]?.x ?? row.x }
}

/** "Depuis sept." above "2021": the row below holds no end, but more of the start. */
const since = (row: Row, next: Row, { lower, upper }: Joined): Row => {
  const count = (text: string) => text.split(" ").length
  const words = [...row.words.slice(0, count(upper.text)), ...next.words.slice(0, count(lower.text)), ...row.words.slice(count(upper.text))]
  return { ...Rows.part(row, words, row.gapAbove), further: [...row.further, next.number] }
}

/** ", desde octubre" above "de 2024 hasta hoy": all of the date in the row that it begins in. */
const whole = (row: Row, next: Row, { lower, taken }: Joined): Row => {
  const words = next.words.slice(0, lower.text.slice(0, taken).split(" ").length)
  return { ...Rows.part(row, [...row.words, ...words], row.gapAbove), isBullet: row.isBullet, further: [...row.further, next.number] }
}

const withMatch = (row: Row, next: Row, { lower, match, taken, upper }: Joined): Row => {
  const date: Dates.Match = {
    ...match, start: upper.start + match.start, end: upper.start + upper.text.length, toSpan: null,
    fromSpan: match.fromSpan === null ? null : { start: upper.start + match.fromSpan.start, end: upper.start + match.fromSpan.end }
  }
  const kept = row.segments.filter((segment) => segment.end <= date.start || segment.start >= date.end)
  const [first] = row.segments.filter((segment) => segment.start >= upper.start)
  const segment: Segment = {
    text: row.text.slice(date.start, date.end), start: date.start, end: date.end, x: first?.x ?? row.x,
    joint: first?.joint ?? "start", style: first?.style ?? row.style, date
  }
  const isSaidBelow = match.toSpan === null || match.isOpen && Dates.isOpenEnd(lower.text.slice(0, taken))
  const written = isSaidBelow || match.toSpan === null ? lower.text.slice(0, taken) : `${upper.text}${signBetween(upper)}${lower.text}`.slice(match.toSpan.start, match.toSpan.end)
  return {
    ...row, dates: [...row.dates.filter((one) => one.end <= date.start || one.start >= date.end), date],
    dateEnd: { text: match.isOpen || Dates.parse(written) === match.to ? written : match.to ?? written, number: next.number },
    segments: [...kept, segment].sort((one, other) => one.start - other.start)
  }
}

/** "2017-08 –" in a column of dates: the other side of the dash is left empty. */
const opened = (row: Row): Row => {
  const [first] = cellsOf(row)
  const [date] = row.dates
  if (first === undefined || date === undefined || date.isRange || date.start !== 0 || !/^\s*[–—-]$/u.test(first.text.slice(date.end)) || first.text.length === row.text.length) return row
  const match: Dates.Match = { ...date, isOpen: true, isRange: true, isWeak: false }
  return { ...row, dates: [match, ...row.dates.slice(1)], segments: row.segments.map((segment) => (segment.date === date ? { ...segment, date: match } : segment)) }
}

/** The rows, with every broken date whole in its first row. */
export const join = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const done = [...rows]
  for (let index = 0; index + 1 < done.length; index++) {
    const [row, next] = [done[index], done[index + 1]]
    if (row === undefined || next === undefined) continue
    const joined = joinedAt(row, next)
    if (joined === null) continue
    const isSince = joined.match.isOpen && joined.match.toSpan === null && led.test(joined.upper.text) && joined.upper.start === 0 && joined.lower.start === 0
    done[index] = joined.isCut ? whole(row, next, joined) : isSince ? since(row, next, joined) : withMatch(row, next, joined)
    done[index + 1] = without(next, joined.lower.start, joined.lower.start + joined.taken)
  }
  // Of "heute" below "2019 –" nothing is left.
  return done.filter((row, index) => row.segments.length > 0 || row === rows[index] && ( row.dates.length > 0 || !/^\P{L}*$/u.test(row.text) && row.text !== "")).map(opened)
}
