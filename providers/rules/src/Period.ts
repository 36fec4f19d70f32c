/** Periods: the date of a row, how sure it is that it dates an entry, and its two ends as claims. */
import type { Draft } from "@excv/schema"
import { Dates, Degrees } from "@excv/lexicon"
import * as Claimed from "./Claims.js"
import type { Row } from "./Row.js"
import type { Segment } from "./Segment.js"

export interface Dated {
  readonly row: Row
  readonly segment: Segment
  readonly match: Dates.Match
  /** 0..1: how sure it is that the date is that of an entry, not of a sentence */
  readonly strength: number
}

const wordsOutside = (row: Row, segment: Segment): number =>
  (row.text.slice(0, segment.start) + row.text.slice(segment.end)).split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length

/** "redeployed from March to August 2020": the words before run into the date. */
const isInSentence = (row: Row, segment: Segment): boolean =>
  /\p{Ll}[\p{L}’']*$/u.test(row.text.slice(0, segment.start).trimEnd()) && /^\p{Ll}/u.test(segment.text) && segment.joint !== "gap" && segment.joint !== "style" && segment.joint !== "bar" && segment.joint !== "paren"

const maxOutside = 14
const maxShort = 6

/** "…, anno 2010, voto 78/100" */
const yearWord = /[,;–—|·•-]\s(?:anno|annata|année|an|año|ano|jahr|jaar|year|rok|år)\s$/iu

/** "School – Ferrara – 2011, 92/100", "Garden. 2019. Volunteer": a year between signs, not within a sentence. */
const isParted = (row: Row, { end, start }: Segment): boolean => {
  const [before, behind] = [row.text.slice(0, start), row.text.slice(end)]
  return yearWord.test(before) && /^\s?[,;|·•]/u.test(behind) || /\s[–—|·•-]\s$/u.test(before) && /^(?:\s?[,;|·•:]|\s[–—-]\s|$)/u.test(behind) || /\p{L}\.\s$/u.test(before) && behind.startsWith(". ") || /\p{L},\s$/u.test(before) && /^, \p{L}[^,]*$/u.test(behind) || /,\s$/u.test(before) && (/^[.,;]\s\S+(?: \S+)?$/u.test(behind) || /^\s\([^()]{2,24}\)$/u.test(behind))
}

/** "Paperless shop (2023): forms on paper made needless", "Rig (2021 – 2022, lead)": in brackets behind a name, alone or first */
const isBracketed = (row: Row, segment: Segment): boolean =>
  row.segments.indexOf(segment) === 1 && row.text.charAt(segment.start - 1) === "(" && /^(?:\)|, [^(),]{2,24}\))/u.test(row.text.slice(segment.end))

/** "Laurea in Fisica conseguita nel 2016": words between a degree and its year. */
const isObtained = (row: Row, { start }: Segment): boolean => {
  const lead = row.text.slice(0, start)
  const said = Degrees.obtainedStart(lead)
  return said > 0 && Degrees.score(lead.slice(0, said)) >= 0.9
}

const strengthOf = (row: Row, segment: Segment, match: Dates.Match): number => {
  const index = row.segments.indexOf(segment)
  const isEdge = index === 0 || index === row.segments.length - 1
  const isApart = segment.joint !== "date" && segment.joint !== "comma" || index === 0
  const outside = wordsOutside(row, segment)
  const bracketed = isBracketed(row, segment)
  const base = match.isRange
    ? isInSentence(row, segment) ? 0.2 : isEdge ? (isApart || outside <= 10 ? 1 : 0.8) : isApart ? 0.7 : 0.35
    : match.isWeak && (bracketed || isObtained(row, segment)) ? 0.5
    : match.isWeak && !isEdge && outside <= maxOutside && isParted(row, segment) ? 0.4
    : match.isWeak ? (outside === 0 ? 0.6 : isEdge && (isApart || outside <= 2) ? 0.5 : isEdge && outside < (index > 0 ? 13 : 9) ? 0.35 : 0.1) : isEdge ? 0.65 : outside <= maxShort ? 0.45 : 0.25
  return base * (row.isBullet ? 0.35 : 1) * (outside > 14 && !bracketed ? 0.4 : 1)
}

/** The date of a row that most likely dates an entry, or null. */
export const of = (row: Row): Dated | null => {
  let best: Dated | null = null
  for (const segment of row.segments) {
    if (segment.date === null) continue
    const strength = strengthOf(row, segment, segment.date)
    if (best === null || strength > best.strength) best = { row, segment, match: segment.date, strength }
  }
  return best
}

export interface Claims {
  readonly start_date: Draft.Claim | null
  readonly end_date: Draft.Claim | null
}

const claim = (value: string, row: Row): Draft.Claim => Claimed.of(value, [row])

/** An end as written where that can be read alone, else as it is understood ("14" after "2012–"). */
const endClaim = (row: Row, span: Dates.Span | null, value: string | null): Draft.Claim | null => {
  if (span === null || value === null) return null
  const written = row.text.slice(span.start, span.end)
  return claim(Dates.parse(written) === value ? written : value, row)
}

/** Both ends as claims; a single date is the end, and also the start where `single` says so. */
export const claims = ({ match, row }: Dated, single: "end" | "both" | "start"): Claims => {
  const start = endClaim(row, match.fromSpan, match.from)
  if (row.dateEnd !== null) return { start_date: start, end_date: { value: row.dateEnd.text, lines: [row.number, ...row.further, row.dateEnd.number] } }
  if (match.isOpen) {
    const word = match.toSpan === null ? "present" : row.text.slice(match.toSpan.start, match.toSpan.end)
    return { start_date: start, end_date: claim(Dates.isOpenEnd(word) ? word : "present", row) }
  }
  if (match.isRange) return { start_date: start, end_date: endClaim(row, match.toSpan, match.to) }
  return { start_date: single === "end" ? null : start, end_date: single === "start" ? null : start }
}
