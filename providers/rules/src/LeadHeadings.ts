/** Headings that lead the first line of their text: "About me. I am twenty-two and …", "Languages: English (native), German". */
import { Headings } from "@excv/lexicon"
import { styleOf } from "./Segment.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

const maxWords = 6
/** sections that are named so, from which it is the way of the whole document */
const enough = 3
/** em: a text under another title stands about as far from what is above it */
const leastGap = 0.7
/** points that the left edges of such lines may differ */
const slack = 3

interface Lead {
  readonly row: Row
  /** words of the title */
  readonly count: number
  readonly kind: Headings.Kind | null
}

/** The bold words that a line begins with, up to the sign that closes them. */
const leadOf = (row: Row): Lead | null => {
  const [first] = row.words
  if (first === undefined || !first.bold || row.isBullet) return null
  const other = row.words.findIndex((word) => styleOf(word) !== styleOf(first))
  const sign = row.words[other]?.text ?? ""
  // The sign behind the title may be set in the style of the text.
  const isSignApart = /^[.:–—-]$/u.test(sign)
  const count = isSignApart ? other + 1 : other
  if (other < 1 || other > maxWords || count >= row.words.length || !isSignApart && !/[.:–—]$/u.test(row.words[other - 1]?.text ?? "")) return null
  const heading = Headings.classify(row.words.slice(0, other).map(({ text }) => text).join(" "))
  return { row, count, kind: heading !== null && heading.certainty >= 0.9 ? heading.kinds[0] ?? null : null }
}

const cut = ({ count, row }: Lead): ReadonlyArray<Row> => [
  Rows.part(row, row.words.slice(0, count), Math.max(row.gapAbove, leastGap)),
  { ...Rows.part(row, row.words.slice(count), 0.3), x: row.x }
]

/** The rows, with the titles that lead their text as rows of their own, where a document names its sections so. */
export const apart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const leads = rows.flatMap((row) => leadOf(row) ?? [])
  const known = leads.filter(({ kind }) => kind !== null)
  const [model] = known
  const edge = Math.min(...known.map(({ row }) => row.x))
  const gap = Math.min(...known.map(({ row }) => row.gapAbove))
  if (model === undefined || new Set(known.map(({ kind }) => kind)).size < enough || known.length * 2 < leads.length || known.some(({ row }) => row.x > edge + slack)) return rows
  const isTitle = (lead: Lead): boolean => lead.kind !== null || lead.row.style === model.row.style && lead.row.x < edge + slack && lead.row.gapAbove > gap * leastGap
  const byRow = new Map(leads.filter(isTitle).map((lead) => [lead.row, lead]))
  return rows.flatMap((row) => {
    const lead = byRow.get(row)
    return lead === undefined ? [row] : cut(lead)
  })
}
