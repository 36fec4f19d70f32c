/** Periods and dates: a model points at them, and code reads them. */
import { Dates } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import type { Text } from "./Answer.js"
import * as Pointer from "./Pointer.js"
import type { Reading } from "./Reading.js"

export interface When {
  readonly start_date: Draft.Claim | null
  readonly end_date: Draft.Claim | null
}

const unknown: When = { start_date: null, end_date: null }

/** Of the dates in the text, the one that says most. */
const found = (text: string): Dates.Match | undefined => {
  const all = Dates.find(text)
  return all.find(({ isRange, isWeak }) => isRange && !isWeak) ?? all.find(({ isRange }) => isRange) ?? all.find(({ isWeak }) => !isWeak) ?? all[0]
}

/** A single date is where something ended, and where `isWhole` where it began too. */
export const period = (text: Text | null, reading: Reading, isWhole: boolean): When => {
  const claim = Pointer.claim(text, reading)
  const match = claim === null ? undefined : found(claim.value)
  if (claim === null || match === undefined) return unknown
  const { from, fromSpan, isOpen, isRange, to, toSpan } = match
  const end = (date: string | null, span: Dates.Span | null): Draft.Claim | null =>
    date === null ? null : { value: span === null ? date : claim.value.slice(span.start, span.end), lines: claim.lines }
  const start = end(from, fromSpan)
  if (!isRange) return isWhole ? { start_date: start, end_date: start } : { start_date: null, end_date: start }
  return { start_date: start, end_date: isOpen ? { value: "present", lines: claim.lines } : end(to, toSpan) }
}

/** Of a certificate: the first date is its issue and a second one its expiry, unless words such as "until" say that the only one is that. */
export const validity = (text: Text | null, reading: Reading): Pick<Draft.DraftCertification, "date" | "expiry_date"> => {
  const claim = Pointer.claim(text, reading)
  if (claim === null) return { date: null, expiry_date: null }
  const ends = Dates.find(claim.value).flatMap(({ from, fromSpan, to, toSpan }) => [
    { date: from, span: fromSpan, isEnd: false }, { date: to, span: toSpan, isEnd: true }
  ]).filter(({ date }) => date !== null)
  const [first, second] = ends
  const of = (end: typeof first): Draft.Claim | null =>
    end?.date == null ? null : { value: end.span === null ? end.date : claim.value.slice(end.span.start, end.span.end), lines: claim.lines }
  return first?.isEnd === true ? { date: null, expiry_date: of(first) } : { date: of(first), expiry_date: of(second) }
}
