/** The rows of certifications grouped into items. Where one starts is decided for the whole section at once. */
import { Certificates, Companies } from "@excv/lexicon"
import * as Certificate from "./Certificate.js"
import * as Pieces from "./CertificatePieces.js"
import * as Items from "./Items.js"
import { licence } from "./NoSkills.js"
import type { Row } from "./Row.js"
import * as Tables from "./Tables.js"
import { areCentred, isWrapped } from "./Wrap.js"

export type Group = ReadonlyArray<Row>

const hasDate = (rows: Group): boolean => rows.some((row) => row.dates.length > 0)

/** "Valid until" before a date says the end of a validity, not another certificate. */
const isIssued = (row: Row): boolean => row.dates.some((date) => !(date.isRange && date.from === null) && Certificates.expiryLead(row.text.slice(0, date.start)) < 0)

/** Rows that a date of issue begins or ends, or fills. */
const datedRows = (rows: Group): number =>
  rows.filter((row) => (row.segments[0]?.date ?? row.segments.at(-1)?.date ?? null) !== null && isIssued(row)).length

const named = new WeakMap<Row, boolean>()

const hasName = (row: Row): boolean => {
  const known = named.get(row) ?? Certificate.of([row.text], false) !== null
  named.set(row, known)
  return known
}

/** "Valid until" at the end of a row goes on with the date in the next. */
const isCut = (row: Row): boolean => Certificates.expiryLead(row.text) >= 0 || /[:(]$|\p{L}-$/u.test(row.text)

const cut = (rows: Group, begins: (row: Row, previous: Row) => boolean): ReadonlyArray<Group> => {
  const found: Array<Array<Row>> = []
  rows.forEach((row, index) => {
    const previous = rows[index - 1]
    if (previous === undefined || begins(row, previous) && !isCut(previous) && !(row.page !== previous.page && !hasName(row))) found.push([row])
    else found.at(-1)?.push(row)
  })
  return found
}

/** Parted by wider gaps alone. */
const byGaps = (rows: Group): ReadonlyArray<Group> => {
  const gaps = rows.slice(1).map((row) => row.gapAbove).sort((one, other) => one - other)
  const within = gaps[Math.floor(gaps.length / 4)] ?? 0
  return cut(rows, (row) => row.gapAbove >= within + 0.35)
}

/** em: gaps between lines of one text vary by less, from the rounding of places */
const gapStep = 0.12

/** The row goes on with the one above: it would not have fitted there, or says only a date or a number. */
const isFurther = (row: Row, above: Row): boolean => isWrapped(row, above) || Certificate.of([row.text], false) === null

/** Items of several lines, parted by hardly wider gaps. */
const byWraps = (rows: Group): ReadonlyArray<Group> | null => {
  const within = Math.min(...rows.slice(1).map((row) => row.gapAbove))
  const found = cut(rows, (row) => row.gapAbove > within + gapStep)
  const isWhole = found.every(([first, ...others]) => others.every((row, index) => isFurther(row, (index === 0 ? first : others[index - 1]) ?? row)))
  return found.length > 1 && found.length < rows.length && isWhole && !rows.some(({ isBullet }) => isBullet) ? found : null
}

/** Parted where a row hangs out to the left of the ones below it. */
const byIndent = (rows: Group): ReadonlyArray<Group> => {
  const left = Math.min(...rows.map((row) => row.x))
  if (rows.some((row, index) => index > 0 && areCentred(row, rows[index - 1] ?? row))) return []
  return cut(rows, (row) => row.x < left + 4)
}

/** Each begins with its name in a style of its own, which may take several rows; what stands behind or below it looks other. */
const byStyles = (rows: Group): ReadonlyArray<Group> => {
  const style = rows[0]?.segments[0]?.style
  const isClosed = (row: Row) => row.segments.some((segment) => segment.date !== null || segment.style !== style)
  const found = cut(rows, (row, previous) => row.segments[0]?.style === style && isClosed(previous))
  return found.every((group) => group.some((row) => row.segments.some((segment) => segment.style !== style))) ? found : []
}

/** "Diver (2024) • Coxswain, AMSA, June 2025 • First Aid, St John" goes on. */
const isWithinList = (row: Row, previous: Row): boolean => / • /u.test(previous.text) && previous.segments.at(-1)?.date === null && isWrapped(row, previous)

/** A full row is followed by another thing where both say what it is, and when. */
const ofWholeRows = (rows: Group): ReadonlyArray<Group> =>
  cut(rows, (row, previous) => isIssued(row) && hasName(row) && previous.dates.length > 0 && hasName(previous) && /^[\p{Lu}\d]/u.test(row.text) && (row.segments[0]?.date ?? null) === null && !/[,;(]$/u.test(previous.text) && !isWithinList(row, previous))

/** Each holds several rows and one date, as items do however their rows look. */
const areItems = (found: ReadonlyArray<Group>): boolean =>
  found.length > 1 && found.some((rows) => rows.length > 1) &&
  found.every((rows) => ofWholeRows(rows).length < 2 && rows.length <= maxRows && datedRows(rows) <= 2 && rows.filter((row) => row.isBullet).length <= 1) &&
  found.filter((rows) => datedRows(rows) === 1 || datedRows(rows) === 2 && rows.filter(isDate).length === 2).length > found.length * 0.6

const maxRows = 9

/** A cell of a table, with the date of issue or of expiry alone. */
const isDate = ({ segments }: Row): boolean => segments.length === 1 && segments[0]?.date != null

const hasStyles = (rows: Group): boolean => new Set(rows.flatMap((row) => row.segments.filter(({ date }) => date === null).map(({ style }) => style))).size > 1

/** Where nearly all items have a date, one without it is the first line of the next. */
const isUnfinished = (last: Group, group: Group, isStyled: boolean): boolean => {
  const [before, next] = [last.at(-1), group[0]]
  return before !== undefined && next !== undefined && !hasDate(last) && next.gapAbove < 0.7 &&
    before.segments.at(-1)?.style === next.segments[0]?.style && (isWrapped(next, before) || last.length === 1 && isStyled && !hasStyles(last))
}

/** "Certified Product Owner" above "Scrum Alliance, 2019": words of a certificate stand only in the row without a date. */
const isNamedAbove = (last: Group, group: Group): boolean => {
  const next = group[0]
  return next !== undefined && !next.isBullet && next.gapAbove < 0.7 && !hasDate(last) && hasDate(group) && Certificates.score(textOf(last)) === 1 &&
    Certificates.score(textOf(group)) === 0 && (next.segments[0]?.date ?? null) === null
}

const textOf = (rows: Group): string => rows.map((row) => row.text).join(" ")

const completed = (groups: ReadonlyArray<Group>): ReadonlyArray<Group> => {
  const dated = groups.filter(hasDate).length
  const areDated = dated >= 2 && dated / groups.length >= 0.4
  const isStyled = groups.filter(hasStyles).length > groups.length / 2
  return groups.reduce<ReadonlyArray<Group>>((done, group) => {
    const last = done.at(-1)
    return last !== undefined && (areDated && isUnfinished(last, group, isStyled) || isNamedAbove(last, group)) ? [...done.slice(0, -1), [...last, ...group]] : [...done, group]
  }, [])
}

/** A row with nothing but a number or a date belongs to the item above it. */
const isAddition = (rows: Group): boolean => Certificate.of(Pieces.of(rows), false) === null

const withAdditions = (groups: ReadonlyArray<Group>): ReadonlyArray<Group> =>
  groups.reduce<ReadonlyArray<Group>>((done, group) => {
    const last = done.at(-1)
    return last !== undefined && isAddition(group) ? [...done.slice(0, -1), [...last, ...group]] : [...done, group]
  }, [])

/** Each in a row of its own, with its date. */
const byRows = (rows: Group): ReadonlyArray<Group> | null =>
  rows.length > 1 && rows.every((row) => isIssued(row) && hasName(row) && row.segments[0]?.date == null && !/^[\p{Ll}(]/u.test(row.text)) && !rows.some((row, at) => at > 0 && isWithinList(row, rows[at - 1] ?? row)) ? rows.map((row) => [row]) : null

/** Each ends with a row of its date, and what else says no name. */
const byEnds = (rows: Group): ReadonlyArray<Group> => {
  const isEnd = (row: Row) => row.dates.length > 0 && !hasName(row)
  return cut(rows, (row, previous) => hasName(row) && !hasName(previous) && rows.slice(0, rows.indexOf(row)).some(isEnd))
}

/** Each of as many rows, the last of which ends with its date: "Clean rooms" above "Northern Academy, 06/2020". */
export const byLast = (rows: Group): ReadonlyArray<Group> | null => {
  const isLast = (row: Row) => (row.segments.at(-1)?.date ?? null) !== null
  const found = cut(rows, (_, previous) => isLast(previous))
  const height = found[0]?.length ?? 0
  const isNamed = ([first]: Group) => first !== undefined && hasName(first) && Certificate.of([first.text], false)?.code === null
  const areAlike = found.length > 1 && height > 1 && height < 4 && found.every((group) => group.length === height && isNamed(group) && !group.slice(0, -1).some(({ dates }) => dates.length > 0) && group.slice(-1).every(isLast))
  return areAlike && !rows.some(({ isBullet }) => isBullet) ? found : null
}

/** A row without a date names each, the rows below it say the rest: "Network basics" above "Northern Academy · 2020 · valid until 2023". */
const byTurns = (rows: Group): ReadonlyArray<Group> | null => {
  const found = cut(rows, (row, previous) => row.dates.length === 0 && hasName(row) && /^[\p{Lu}\d]/u.test(row.text) && !isWithinText(row, previous) && rows.slice(0, rows.indexOf(row)).some(({ dates }) => dates.length > 0))
  const areTurns = found.length > 1 && found.every(([name, ...others]) =>
    name !== undefined && name.dates.length === 0 && hasName(name) && others.length < 4 && hasDate(others) && others.every((row) => !row.isBullet && (Certificates.score(row.text) === 0 || Companies.institutionScore(row.segments[0]?.text ?? "") >= 0.9) && (row.segments[0]?.date ?? null) === null))
  return areTurns ? found : null
}

/** The text above goes on: no date has closed it. */
const isWithinText = (row: Row, previous: Row): boolean => previous.dates.length === 0 && (previous.text.endsWith(",") || isWrapped(row, previous)) && hasName(previous)

/** "Driving licence: B", which has no date, below others that have one. */
const isLicence = ({ dates, text }: Row): boolean => dates.length === 0 && /^\p{Lu}/u.test(text) && licence.test(text)

/** Each begins with its date. */
const byDates = (rows: Group): ReadonlyArray<Group> | null => {
  // A date alone begins one where it does so at the first.
  const isAlone = rows[0]?.segments.length === 1
  // Their texts stand in one line where the dates before them end in one.
  const isLevel = (row: Row) => Math.abs(row.x - (rows[0]?.x ?? 0)) < 40 || Math.abs((row.segments[1]?.x ?? 0) - (rows[0]?.segments[1]?.x ?? Infinity)) < 3
  const begins = (row: Row | undefined) => row !== undefined && !row.isBullet && (row.segments[0]?.date ?? null) !== null && (isAlone || row.segments.length > 1) && isLevel(row)
  const within = Math.min(...rows.slice(1).map((row) => row.gapAbove))
  const between = Math.min(...rows.slice(1).filter(begins).map((row) => row.gapAbove))
  const isApart = ({ gapAbove }: Row) => gapAbove > within + 0.35 && gapAbove > between - gapStep / 2
  const found = cut(rows, (row, previous) => begins(row) || isLicence(row) || row.page === previous.page && isApart(row) && !isAddition([row]))
  return begins(rows[0]) && found.length > 1 && found.every((group) => group.length <= 3) ? found : null
}

const whole = (groups: ReadonlyArray<Group> | null): ReadonlyArray<Group> | null => (groups === null ? null : completed(groups))

/** The items of a section. */
export const of = (rows: Group): ReadonlyArray<Group> =>
  withAdditions(Tables.records(rows) ?? byDates(rows) ?? byRows(rows) ?? byLast(rows) ?? byTurns(rows) ?? [byStyles(rows), byGaps(rows), byIndent(rows), byEnds(rows)].find(areItems) ?? whole(byWraps(rows)) ?? completed(withAdditions(Items.group(rows).flatMap(ofWholeRows))))
