/** Dates and ranges of dates as CVs write them, in every language read. */
import type { Resume } from "@excv/schema"
import type { Atom } from "./DateAtom.js"
import type { Range } from "./DateRange.js"
import { breaksOff, startingAt } from "./DateRange.js"
import type { Token } from "./DateTokens.js"
import { phraseEnd, tokenise } from "./DateTokens.js"
import { load } from "./DateWords.js"
import { fold, mapped } from "./Fold.js"
import { memoised } from "./Memo.js"

type PartialDate = Resume.PartialDate

/** Offsets into the text, the end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Match extends Span {
  /** start of the range, or the single date; null for "until 2015" */
  readonly from: PartialDate | null
  /** null for a single date and for an open end */
  readonly to: PartialDate | null
  readonly isOpen: boolean
  /** two ends, an open end, "since" or "until"; else a single date */
  readonly isRange: boolean
  /** a bare year, or two digits after a slash: may be no date at all */
  readonly isWeak: boolean
  /** each end as written */
  readonly fromSpan: Span | null
  readonly toSpan: Span | null
}

const value = (atom: Atom | null): PartialDate | null =>
  atom === null || atom.year === null ? null
    : atom.month === null ? String(atom.year)
    : `${atom.year}-${String(atom.month).padStart(2, "0")}`

/** The whole text says how long something was: "11 years 2 months", "1 Jahr". */
export const isDuration = (text: string): boolean => {
  const row = fold(text).match(/\p{L}+|\d+/gu) ?? []
  const { duration, durationJoin } = load()
  return row.some((word) => duration.has(word)) && /^\d{1,2}$/.test(row[0] ?? "") && row.every((word, index) => /^\d{1,2}$/.test(word) || index > 0 && (duration.has(word) || durationJoin.has(word)))
}

const weakForms: ReadonlySet<Atom["form"]> = new Set(["year", "short", "short_year"])

/** "12.º", "3º", "2nd" */
const isOrdinal = (tokens: ReadonlyArray<Token>, at: number): boolean => {
  const [number, sign, word] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const ordinal = sign?.text === "." ? word : sign
  return number !== undefined && sign?.start === number.end && ordinal !== undefined && /^(?:[ºª°oa]|er|e|eme|th|st|nd|rd)$/.test(ordinal.text)
}

/** A year within an amount, a code or a telephone number is none. */
const isWithinNumber = (tokens: ReadonlyArray<Token>, from: number, next: number): boolean => {
  const [first, last] = [tokens[from], tokens[next - 1]]
  const [before, after] = [tokens[from - 1], tokens[next]]
  const glued = (left: Token | undefined, right: Token | undefined) =>
    left !== undefined && right !== undefined && left.end === right.start
  if (glued(before, first) && (before?.kind !== "sign" || "+#$€£.@_=/-".includes(before.text))) {
    if (before?.kind !== "sign" || "+#$€£@_=".includes(before.text) || tokens[from - 2]?.end === before.start) return true
  }
  // "2,1 Okt. 2002": the 1 belongs to a grade.
  if (first?.kind === "number" && glued(before, first) && before?.kind === "sign" && before.text === "," && tokens[from - 2]?.kind === "number" && tokens[from - 2]?.end === before.start) return true
  if (glued(last, after) && after !== undefined && (after.kind !== "sign" || "%€$£+_@".includes(after.text))) return true
  if (glued(last, after) && after?.kind === "sign" && ".,/-:".includes(after.text) && glued(after, tokens[next + 1])) {
    return tokens[next + 1]?.kind === "number"
  }
  const isNumber = (token: Token | undefined) => token?.kind === "number" && token.text.length !== 4
  // "GPA 3.71 Aug. 2023"
  const isDecimal = before?.kind === "number" && /^[.,]$/.test(tokens[from - 2]?.text ?? "") && tokens[from - 2]?.end === before.start && tokens[from - 3]?.kind === "number" && tokens[from - 4]?.text !== "."
  // "License No. VA-0553817 2007"
  const sign = tokens[from - 2], isCode = glued(sign, before) && sign?.text === "-" && glued(tokens[from - 3], sign) && tokens[from - 3]?.kind === "word"
  return isNumber(before) && !isDecimal && !isCode || isNumber(after) && !(from === 0 && isOrdinal(tokens, next))
}

const asMatch = (tokens: ReadonlyArray<Token>, from: number, range: Range, origin: (offset: number) => number): Match => {
  const span = (first: number, next: number): Span => ({
    start: origin(tokens[first]?.start ?? 0),
    end: origin(tokens[next - 1]?.end ?? 0)
  })
  const whole = span(from, range.next)
  return {
    start: whole.start,
    end: whole.end,
    from: value(range.start),
    to: value(range.end),
    isOpen: range.isOpen,
    isRange: range.isRange,
    isWeak: !range.isRange && range.start !== null && weakForms.has(range.start.form),
    fromSpan: range.startAt === null ? null : span(range.startAt[0], range.startAt[1]),
    toSpan: range.endAt === null ? null : span(range.endAt[0], range.endAt[1])
  }
}

const none: ReadonlyArray<Match> = []

const matchesIn: (text: string) => ReadonlyArray<Match> = memoised((text: string): ReadonlyArray<Match> => {
  const { text: folded, origin } = mapped(text)
  const tokens = tokenise(folded)
  const matches: Array<Match> = []
  let index = 0
  while (index < tokens.length) {
    const range = startingAt(tokens, index)
    const isDate = range !== null && !isWithinNumber(tokens, range.startAt?.[0] ?? index, range.endAt?.[1] ?? range.startAt?.[1] ?? range.next)
    if (range !== null && isDate) matches.push(asMatch(tokens, index, range, origin))
    index = range !== null && isDate ? range.next : index + 1
  }
  return matches
})

/** All ranges and single dates of a text, in order, without overlap. */
export const find = (text: string): ReadonlyArray<Match> => /\d/.test(text) ? matchesIn(text) : none

/** The first range of a text, or its first date. */
export const parseRange = (text: string): Match | null => {
  const matches = find(text)
  return matches.find((match) => match.isRange) ?? matches[0] ?? null
}

/** The date that a text is; null for an open end and for anything else. "2010-12" is a month here. */
export const parse = (text: string): PartialDate | null => {
  const trimmed = text.trim()
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(trimmed)) return trimmed
  const match = find(trimmed)[0]
  return match === undefined ? null : match.from ?? match.to
}

/** The text is a word for an end that is still open: "present", "heute", "à ce jour", "since 2019", "2019 –". */
export const isOpenEnd = (text: string): boolean => {
  const tokens = tokenise(fold(text).replace(/^[([–-]+\s*/, "").replace(/[)\].]+$/, ""))
  if (tokens.length > 0 && phraseEnd(load().open, tokens, 0) === tokens.length) return true
  const match = find(text)[0]
  return match !== undefined && match.isOpen
}

/** "(expected)", "voraussichtlich": the date before it is still to come. */
export const isExpected = (text: string): boolean => {
  const tokens = tokenise(fold(text))
  return tokens.length > 0 && phraseEnd(load().expected, tokens, 0) === tokens.length
}

/** The text ends within a range that goes on elsewhere: "ago 2021 – até o", "Oktober 2012 –", "2019 bis Februar". */
export const leadsOn = (text: string): boolean => breaksOff(tokenise(fold(text)))
