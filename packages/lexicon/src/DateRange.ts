/** Ranges of the date grammar: two dates, a date and an open end, "since", "until", and durations that follow. */
import type { Atom } from "./DateAtom.js"
import { at, longYear, shortYear } from "./DateAtom.js"
import type { Token } from "./DateTokens.js"
import { isSign, phraseEnd, touches } from "./DateTokens.js"
import { load } from "./DateWords.js"

export interface Range {
  readonly start: Atom | null
  readonly end: Atom | null
  readonly isOpen: boolean
  readonly isRange: boolean
  /** token indices: of the whole, and of each end as written ([from, to)) */
  readonly next: number
  readonly startAt: readonly [number, number] | null
  readonly endAt: readonly [number, number] | null
}

type Tokens = ReadonlyArray<Token>

const dashes = "-–~→>"

/** longest phrase that leads to an end, in words */
const maxLead = 3

const leads = (tokens: Tokens, to: number): boolean =>
  isSign(tokens[to - 1], `${dashes}/`) || Array.from({ length: maxLead }, (_, words) => to - words - 1).some((from) => from >= 0 && phraseEnd(load().to, tokens, from) === to)

/** The tokens end where a range goes on: with what leads to its end, with a first word of that ("– sept. de"), or with a year. */
export const breaksOff = (tokens: Tokens): boolean => {
  const last = tokens.at(-1)
  if (last?.kind === "number") return last.text.length === 4
  const named = load().of.has(last?.text ?? "") ? tokens.length - 1 : tokens.length
  const whole = isSign(tokens[named - 1], ".") ? named - 1 : named
  const word = tokens[whole - 1]?.kind === "word" ? whole - 1 : whole
  return leads(tokens, tokens.length) || leads(tokens, isSign(tokens[word - 1], "(") ? word - 1 : word)
}

/** The index after "–", "to", "bis zum", or -1. */
const separator = (tokens: Tokens, index: number): number => {
  if (isSign(tokens[index], dashes)) {
    const second = isSign(tokens[index + 1], dashes) ? index + 2 : index + 1
    const word = phraseEnd(load().to, tokens, second)
    if (word === -1 || at(tokens, second) !== null) return second
    // "2019 – to date"
    return at(tokens, word) !== null || openEnd(tokens, second) === -1 && openEnd(tokens, word) !== -1 ? word : second
  }
  return phraseEnd(load().to, tokens, index)
}

const openEnd = (tokens: Tokens, index: number): number => {
  const opened = isSign(tokens[index], "([") ? index + 1 : index
  const next = phraseEnd(load().open, tokens, opened)
  if (next !== -1) return next
  return isSign(tokens[index], ".…") && isSign(tokens[index + 1], ".") && isSign(tokens[index + 2], ".") ? index + 3 : isSign(tokens[index], "…") ? index + 1 : -1
}

/** "(3 years 2 months)", "· 3 yrs 2 mos": said already by the dates. */
const skipDuration = (tokens: Tokens, index: number): number => {
  let next = isSign(tokens[index], "([·•|,;:/") ? index + 1 : index
  const opened = next > index
  let units = 0
  for (;;) {
    const word = load().duration.has(tokens[next + 1]?.text ?? "")
    if (tokens[next]?.kind !== "number" || !word || (tokens[next]?.text.length ?? 9) > 2) break
    units++
    next = isSign(tokens[next + 2], ".,") && tokens[next + 3]?.kind === "number" || isSign(tokens[next + 2], ".") ? next + 3 : next + 2
    if (load().durationJoin.has(tokens[next]?.text ?? "") && tokens[next + 1]?.kind === "number") next++
  }
  if (units === 0 || !opened) return index
  return isSign(tokens[next], ")]") ? next + 1 : next
}

const inherit = (start: Atom, end: Atom): Atom => {
  if (start.year !== null || end.year === null) return start
  const isYearBefore = start.month !== null && end.month !== null && start.month > end.month
  return { ...start, year: isYearBefore ? end.year - 1 : end.year }
}

/** Two all-numeric dates share their order: where one leaves no choice, the other follows it. */
const settle = (start: Atom, end: Atom): readonly [Atom, Atom] => {
  const order = start.order ?? end.order
  const read = (atom: Atom): Atom =>
    atom.otherMonth !== null && order === "month_first" ? { ...atom, month: atom.otherMonth } : atom
  return [read(start), read(end)]
}

/** "2012–14", "2015/16": the end is written with two digits. */
const shortEnd = (tokens: Tokens, start: Atom, index: number): Atom | null => {
  const isLast = tokens[index + 1] === undefined || isSign(tokens[index + 1], ",;|)]:•·")
  const isApart = !touches(tokens, index) && !isSign(tokens[index - 1], "–") && !isLast
  const year = shortYear(tokens[index])
  if (start.form !== "year" && start.form !== "short_year" || year === null || isApart || start.year === null) return null
  const isGlued = isSign(tokens[index + 1], "./-%") && touches(tokens, index + 1) && touches(tokens, index + 2)
  return year >= start.year && year - start.year < 60 && !isGlued
    ? { form: "year", year, month: null, otherMonth: null, next: index + 1 }
    : null
}

/** "2011–2013 DEC": who begins with a year alone ends so; what follows is no month. */
const ofYears = (tokens: Tokens, start: Atom, end: Atom | null, from: number): Atom | null =>
  start.form === "year" && end?.form === "month_year" && longYear(tokens[from]) !== null ? { form: "year", year: end.year, month: null, otherMonth: null, next: from + 1 } : end

const single = (atom: Atom, from: number): Range => ({
  start: atom, end: null, isOpen: false, isRange: false, next: atom.next, startAt: [from, atom.next], endAt: null
})

/** From the index after a first date, what follows makes it a range, or not. */
const continued = (tokens: Tokens, start: Atom, from: number): Range | null => {
  const isBetween = load().between.has(tokens[from - 1]?.text ?? "") && load().and.has(tokens[start.next]?.text ?? "")
  // "July and August 2023", "2014 and 2015": a month or a year and the next one
  const second = (start.form === "month" || start.form === "year") && (load().and.has(tokens[start.next]?.text ?? "") || isSign(tokens[start.next], "&+")) ? at(tokens, start.next + 1) : null
  const isPair = second !== null && (start.form === "month" ? second.form === "month_year" && second.month === (start.month ?? 0) + 1 : second.form === "year" && second.year === (start.year ?? 0) + 1)
  const slash = start.form === "year" && isSign(tokens[start.next], "/") && touches(tokens, start.next)
  // "2015 / 2016", "May 2018 / present"
  const isApart = start.year !== null && isSign(tokens[start.next], "/") && !touches(tokens, start.next) && !touches(tokens, start.next + 1)
  const next = slash || isBetween || isPair || isApart ? start.next + 1 : separator(tokens, start.next)
  if (next === -1) return null
  const startAt = [from, start.next] as const
  const open = slash ? -1 : openEnd(tokens, next)
  if (open !== -1) return { start, end: null, isOpen: true, isRange: true, next: open, startAt, endAt: [next, open] }
  const short = isApart ? null : shortEnd(tokens, start, next)
  const end = short ?? ofYears(tokens, start, at(tokens, next), next)
  if (end !== null && end.year !== null) {
    const [settledStart, settledEnd] = settle(inherit(start, end), end)
    const isForward = settledStart.year !== null && settledEnd.year !== null && settledStart.year <= settledEnd.year
    if (isForward) return { start: settledStart, end: settledEnd, isOpen: false, isRange: true, next: end.next, startAt, endAt: [next, end.next] }
  }
  const isTrailing = isSign(tokens[start.next], dashes) && (tokens[next] === undefined || isSign(tokens[next], "|()•·"))
  return isTrailing && start.year !== null ? { start, end: null, isOpen: true, isRange: true, next, startAt, endAt: null } : null
}

/** "09 – 12/2019": the first month is a number alone. */
const monthNumbers = (tokens: Tokens, index: number): Range | null => {
  const token = tokens[index]
  if (token?.kind !== "number" || token.text.length > 2 || Number(token.text) < 1 || Number(token.text) > 12) return null
  if (!isSign(tokens[index + 1], "-–") || tokens[index + 2]?.kind !== "number") return null
  const end = at(tokens, index + 2)
  if (end === null || end.form !== "numeric" || end.month === null || Number(token.text) > end.month) return null
  const start: Atom = { form: "month", year: end.year, month: Number(token.text), otherMonth: null, next: index + 1 }
  return { start, end, isOpen: false, isRange: true, next: end.next, startAt: [index, index + 1], endAt: [index + 2, end.next] }
}

/** "2010-12" alone is a range of years; between other ISO dates it is a month. */
const isoAsYears = (tokens: Tokens, index: number, atom: Atom): Range | null => {
  const start = longYear(tokens[index])
  const end = shortYear(tokens[index + 2])
  if (atom.form !== "iso" || atom.next !== index + 3 || start === null || end === null || isSign(tokens[index + 1], ".")) return null
  if (end <= start || end - start > 10) return null
  const year = (value: number, next: number): Atom => ({ form: "year", year: value, month: null, otherMonth: null, next })
  return {
    start: year(start, index + 1), end: year(end, index + 3), isOpen: false, isRange: true, next: index + 3,
    startAt: [index, index + 1], endAt: [index + 2, index + 3]
  }
}

const prefixed = (tokens: Tokens, index: number): Range | null => {
  const words = load()
  const from = phraseEnd(words.from, tokens, index)
  const since = phraseEnd(words.since, tokens, index)
  const after = Math.max(from, since)
  const start = after === -1 ? null : at(tokens, after)
  if (start !== null) {
    const range = continued(tokens, start, after)
    if (range !== null) return range
    if (since === after && start.year !== null) {
      return { start, end: null, isOpen: true, isRange: true, next: start.next, startAt: [after, start.next], endAt: null }
    }
  }
  const until = phraseEnd(words.until, tokens, index)
  const end = until === -1 ? null : at(tokens, until)
  return end === null || end.year === null
    ? null
    : { start: null, end, isOpen: false, isRange: true, next: end.next, startAt: null, endAt: [until, end.next] }
}

const find = (tokens: Tokens, index: number): Range | null => {
  const token = tokens[index]
  if (token?.kind === "word") {
    const range = prefixed(tokens, index)
    if (range !== null) return range
  }
  const start = at(tokens, index)
  if (start === null) return monthNumbers(tokens, index)
  const range = continued(tokens, start, index)
  if (range !== null) return range
  if (start.form === "iso") return isoAsYears(tokens, index, start) ?? single(start, index)
  return start.year === null ? null : monthNumbers(tokens, index) ?? single(start, index)
}

/** The range or single date that starts at a token, with a duration that follows it. */
export const startingAt = (tokens: Tokens, index: number): Range | null => {
  const range = find(tokens, index)
  const next = range === null ? 0 : skipDuration(tokens, range.next)
  return range === null || next === range.next ? range : { ...range, next }
}
