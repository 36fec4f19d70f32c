/**
 * Employers that head several roles: "Midland Packaging plc · Birmingham" above three titles, each with its dates.
 * The cut into entries may leave such a head at the end of the role before it; where one employer of the section stands
 * alone, the rows that look like it are heads as well.
 */
import { Companies, Titles } from "@excv/lexicon"
import type { Entry } from "./Entries.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"

const isDated = (entry: Entry): boolean => entry.head.some((row) => (Period.of(row)?.strength ?? 0) >= 0.3)

const lookOf = (row: Row): string => `${row.segments[0]?.style ?? row.style}|${Math.round(row.x / 3)}`

const companyScore = (row: Row): number => Math.max(0, ...row.segments.map((segment) => Companies.score(segment.text)))

const titleScore = (row: Row): number => Math.max(0, ...row.segments.filter(({ date }) => date === null).map((segment) => Titles.score(segment.text)))

/** A line or two say what an employer does. */
export const isDescription = (body: ReadonlyArray<Row>): boolean => body.length <= 2 && !body.some((row) => row.isBullet)

/** A head without a date, a title or a text of its own, above an entry that has a date. */
const isHead = (entry: Entry, next: Entry | undefined): boolean =>
  !isDated(entry) && isDescription(entry.body) && next !== undefined && isDated(next) && entry.head[0] !== undefined && titleScore(entry.head[0]) < 0.6

/** Where in the rows of a role another employer begins, or -1. */
const breakIn = ({ body, head }: Entry, look: string, roles: ReadonlySet<string>): number => {
  const rows = [...head, ...body]
  return rows.findIndex((row, index) =>
    index > 0 && !row.isBullet && lookOf(row) === look && !roles.has(look) && (row.gapAbove > 0.4 || companyScore(row) > 0.5) &&
    rows.slice(0, index).some((before) => before.dates.length > 0))
}

const split = (entry: Entry, at: number): ReadonlyArray<Entry> => {
  const { body, head } = entry
  return at < head.length
    ? [{ head: head.slice(0, at), body: [] }, { head: [...head.slice(at)], body }]
    : [{ head, body: body.slice(0, at - head.length) }, { head: body.slice(at - head.length), body: [] }]
}

/** The entries, with the heads of employers as entries of their own. */
export const apart = (entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => {
  const first = entries.find((entry, index) => isHead(entry, entries[index + 1]))?.head[0]
  if (first === undefined) return entries
  const look = lookOf(first)
  const roles = new Set(entries.filter(isDated).flatMap(({ head }) => head.slice(0, 1).map(lookOf)))
  return entries.flatMap((entry, index) => {
    const at = index + 1 < entries.length ? breakIn(entry, look, roles) : -1
    return at === -1 ? [entry] : split(entry, at)
  })
}
