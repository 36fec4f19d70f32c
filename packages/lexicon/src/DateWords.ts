/** Words that speak of time, in every language read, as look-up tables for the date grammar. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { compile } from "./Phrases.js"

const Words = Schema.Array(Schema.String)

const DateData = Schema.Struct({
  months: Schema.Array(Words),
  seasons: Words,
  open: Words,
  /** before an end that is still to come */
  expected: Words,
  /** open-end words that mean something else unless a range leads to them */
  openOnlyAfterTo: Words,
  since: Words,
  from: Words,
  until: Words,
  to: Words,
  /** leads to the end of a range only after "between" */
  and: Words,
  between: Words,
  of: Words,
  ordinal: Words,
  duration: Words,
  durationJoin: Words,
  /** their last word is no month: the "out" of Portuguese stands in "runs out" */
  noMonths: Words
})

export const load = lazy(() => {
  const data = json("dates", DateData)
  const months = new Map<string, number>()
  data.months.forEach((names, index) => names.forEach((name) => months.set(name, index + 1)))
  return {
    /** 1 to 12 */
    months,
    seasons: compile(data.seasons),
    open: compile(data.open),
    expected: compile(data.expected),
    openOnlyAfterTo: new Set(data.openOnlyAfterTo),
    since: compile(data.since),
    from: compile(data.from),
    until: compile(data.until),
    to: compile(data.to),
    and: new Set(data.and),
    between: new Set(data.between),
    of: new Set(data.of),
    ordinal: new Set(data.ordinal),
    duration: new Set(data.duration),
    durationJoin: new Set(data.durationJoin),
    noMonths: compile(data.noMonths)
  }
})
