/** Start and end of an entry: partial dates as precise as the document. */
import { Dates } from "@excv/lexicon"
import type { Draft, Resume } from "@excv/schema"

export interface Period {
  readonly start_date: Resume.PartialDate | null
  readonly end_date: Resume.PartialDate | null
  /** the document says that the end is open */
  readonly isOpen: boolean
}

const end = (start: Draft.Claim | null, claim: Draft.Claim): Resume.PartialDate | null =>
  // "2012–14": the century of a two-digit end stands in the start.
  Dates.parse(claim.value) ?? (start === null ? null : Dates.parseRange(`${start.value} – ${claim.value}`)?.to ?? null)

export const period = (start: Draft.Claim | null, finish: Draft.Claim | null): Period => {
  const isOpen = finish !== null && Dates.parse(finish.value) === null && Dates.isOpenEnd(finish.value)
  return {
    start_date: start === null ? null : Dates.parse(start.value),
    end_date: finish === null || isOpen ? null : end(start, finish),
    isOpen
  }
}

export const date = (claim: Draft.Claim | null): Resume.PartialDate | null => (claim === null ? null : Dates.parse(claim.value))
