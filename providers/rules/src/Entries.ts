/**
 * Entries: a section's rows cut into entries, head rows and body rows, all at once: the cut with the highest score over the
 * whole section wins. What the entries of a section then have in common mends single ones.
 */
import * as EntryCut from "./EntryCut.js"
import type { Model } from "./EntryRows.js"
import { see, wordCount } from "./EntryRows.js"
import type { Row } from "./Row.js"

export interface Entry {
  readonly head: ReadonlyArray<Row>
  readonly body: ReadonlyArray<Row>
}

const looksLike = (one: Row, other: Row): boolean => one.segments[0]?.style === other.segments[0]?.style && Math.abs(one.x - other.x) < 4

/** of one slot */
const maxHeadWords = 6

/** A line of short parts that no sentence ends. */
const isShort = (row: Row): boolean => !row.isBullet && !/[.;!?:]$/.test(row.text) &&
  (wordCount(row) <= maxHeadWords || row.segments.length > 1 && row.segments.every(({ joint, text }) => joint !== "comma" && text.split(" ").length <= maxHeadWords))

/** em: what is set apart by less varies from the rounding of places */
const gapStep = 0.15

/** The text of an entry looks other than the last row of its head, or stands apart from it. */
const isApart = (head: Row | undefined, body: Row | undefined): boolean =>
  head !== undefined && body !== undefined && (head.segments[0]?.style !== body.segments[0]?.style || body.gapAbove > head.gapAbove + gapStep || body.isBullet && !head.isBullet)

/**
 * In one CV the heads of entries are of one height: where nearly all others have so many rows of the same looks, or the texts below are set apart
 * alike, short lines that were taken for the beginning of a text are head rows whose words no list knows.
 */
const ofOneHeight = (entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => entries.map((entry) => {
  const others = entries.filter((other) => other !== entry)
  const height = Math.max(0, ...others.map((other) => other.head.length))
  const missing = height - entry.head.length
  const model = others.filter((other) => other.head.length === height)
  if (missing <= 0 || entry.body.length < missing) return entry
  const moved = entry.body.slice(0, missing)
  const isUsual = model.length >= 2 && model.length * 3 >= others.length * 2
  if (!isUsual && !(isApart(moved.at(-1), entry.body[missing]) && model.every((other) => isApart(other.head.at(-1), other.body[0])))) return entry
  const fits = [...entry.head, ...moved].every((row, at) => model.some((other) => looksLike(other.head[at] ?? row, row)) && (isShort(row) || entry.head.includes(row)))
  return fits ? { head: [...entry.head, ...moved], body: entry.body.slice(missing) } : entry
})

const isOnlyDate = (row: Row | undefined): boolean => row !== undefined && row.segments.length > 0 && row.segments.every(({ date }) => date !== null)

/**
 * Where the section ends with a date alone, and does not begin with one, its dates close what stands above them, below the text of each
 * entry too: what the cut took for an entry of nothing but a date belongs to the one before.
 */
const closedByDates = (entries: ReadonlyArray<Entry>, rows: ReadonlyArray<Row>): ReadonlyArray<Entry> => {
  if (!isOnlyDate(rows.at(-1)) || isOnlyDate(rows[0])) return entries
  return entries.reduce<ReadonlyArray<Entry>>((done, entry) => {
    const last = done.at(-1)
    const closes = last !== undefined && !last.head.some((row) => row.dates.length > 0) && isOnlyDate(entry.head[0])
    if (!closes) return [...done, entry]
    const [date, ...next] = entry.head
    const closed = date === undefined ? last : { head: [...last.head, date], body: last.body }
    return [...done.slice(0, -1), closed, ...next.length === 0 && entry.body.length === 0 ? [] : [{ head: next.length > 0 ? next : entry.body, body: next.length > 0 ? entry.body : [] }]]
  }, [])
}

const minDated = 2
/** of the bullets: one that holds a wish or an aside has no time */
const datedShare = 0.7

/**
 * "• 2018 – 2021: Nurse, Harbour Clinic, Leeds. Two wards", "• Nurse at Harbour Clinic (Leeds), 2018 – 2021": where the bullets of a section
 * have times, they are the heads of its entries.
 */
export const withDatedHeads = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const bullets = rows.filter((row) => row.isBullet), dated = bullets.filter((row) => row.dates.some(({ isRange }) => isRange) || row.dateEnd !== null)
  if (rows[0]?.isBullet !== true || dated.length < minDated || dated.length < datedShare * bullets.length) return rows
  return rows.map((row) => (row.isBullet ? { ...row, isBullet: false, opens: row.dates.length > 0 } : row))
}

/** Where a section begins with a bullet, and nothing but wrapped lines hangs out before it, its bullets are the heads of its entries. */
export const unbulleted = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const [first] = rows
  if (first?.isBullet !== true || rows.some((row) => !row.isBullet && row.page === first.page && row.x < first.x - 5 && !/^\p{Ll}/u.test(row.text))) return rows
  return rows.map((row) => (row.isBullet && Math.abs(row.x - first.x) < 3 ? { ...row, isBullet: false } : row))
}

/** The rows of a section as entries; rows before the first entry are dropped into `preface`. */
export const cut = (rows: ReadonlyArray<Row>, model: Model): { readonly entries: ReadonlyArray<Entry>; readonly preface: ReadonlyArray<Row> } => {
  if (rows.length === 0) return { entries: [], preface: [] }
  const seen = see(rows, model)
  // Where hardly any entry has a date, that one more has none says little.
  const dated = seen.filter((one) => one.dated >= 0.45).length
  const fitted = dated >= 2 || dated === 1 && rows.length < 8 ? model : { ...model, undated: Math.min(model.undated, 0.5) }
  const found = EntryCut.parts(seen, fitted)
  const entries: Array<{ readonly head: Array<Row>; readonly body: Array<Row> }> = []
  const preface: Array<Row> = []
  rows.forEach((row, index) => {
    const part = found[index]
    if (part === "start") entries.push({ head: [row], body: [] })
    else if (entries.length === 0) preface.push(row)
    else if (part === "head") entries.at(-1)?.head.push(row)
    else entries.at(-1)?.body.push(row)
  })
  return { entries: ofOneHeight(closedByDates(entries, rows)), preface }
}