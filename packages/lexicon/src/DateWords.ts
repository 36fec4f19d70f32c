/** Words that speak of time, in every language read, as look-up tables for the date grammar. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"

const Words = Schema.Array(Schema.String)

const DateData = Schema.Struct({
  months: Schema.Array(Words),
  seasons: Words,
  open: Words,
  /** open-end words that mean something else unless a range leads to them */
  openOnlyAfterTo: Words,
  since: Words,
  from: Words,
  until: Words,
  to: Words,
  of: Words,
  ordinal: Words,
  duration: Words,
  durationJoin: Words
})

/** Phrases by their first word, the longest first; a phrase is its tokens. */
export type Phrases = ReadonlyMap<string, ReadonlyArray<ReadonlyArray<string>>>

const phrases = (list: ReadonlyArray<string>): Phrases => {
  const byFirst = new Map<string, Array<ReadonlyArray<string>>>()
  for (const phrase of list) {
    const tokens = phrase.match(/\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu) ?? []
    const first = tokens[0] ?? ""
    byFirst.set(first, [...(byFirst.get(first) ?? []), tokens])
  }
  for (const entries of byFirst.values()) entries.sort((one, other) => other.length - one.length)
  return byFirst
}

export const load = lazy(() => {
  const data = json("dates", DateData)
  const months = new Map<string, number>()
  data.months.forEach((names, index) => names.forEach((name) => months.set(name, index + 1)))
  return {
    /** 1 to 12 */
    months,
    seasons: phrases(data.seasons),
    open: phrases(data.open),
    openOnlyAfterTo: new Set(data.openOnlyAfterTo),
    since: phrases(data.since),
    from: phrases(data.from),
    until: phrases(data.until),
    to: phrases(data.to),
    of: new Set(data.of),
    ordinal: new Set(data.ordinal),
    duration: new Set(data.duration),
    durationJoin: new Set(data.durationJoin)
  }
})
