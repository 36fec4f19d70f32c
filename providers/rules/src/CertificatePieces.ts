/** The text of a certificate, cut where lines, cells and styles end. */
import { Certificates, Companies, Dates } from "@excv/lexicon"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"
import { isOpen, isWrapped } from "./Wrap.js"

const strong: ReadonlySet<string> = new Set(["gap", "style", "bar"])

/** "First Aid / CPR / AED" is one name. */
const isSlashed = (row: Row, at: number): boolean =>
  row.segments[at]?.joint === "bar" && row.text.slice(row.segments[at - 1]?.end, row.segments[at]?.start).trim() === "/"

/** "(CSM), " behind a name in a style of its own belongs to it: the length of such letters. */
const lettersAt = ({ text }: Row, start: number): number => /^\(?\p{Lu}{2,6}\),\s+/u.exec(text.slice(text.charAt(start - 1) === "(" ? start - 1 : Infinity))?.[0].slice(1).length ?? 0

/** "Energy Institute Bonn" below "Work at heights": who issued it, whatever room there was above. */
const isIssuer = ({ text }: Row, previous: Row): boolean =>
  previous.segments.length === 1 && text.includes(" ") && /^\p{Lu}/u.test(text) && !isOpen(previous.text) && previous.text.includes(" ") && Companies.bodyScore(text) >= 0.7 && Certificates.score(text) === 0 && Companies.bodyScore(previous.text) < 0.3

/** "Issued May 2024 · Expires" */
const isDated = ({ dates: [date], text }: Row): boolean => date !== undefined && date.start > 0 && [Certificates.issueLead, Certificates.expiryLead].some((lead) => lead(text.slice(0, date.start)) === 0)

/** The row goes on with the text of the row before it. */
export const continues = (row: Row, previous: Row): boolean => {
  const last = previous.segments.at(-1)
  const isEnded = last?.date != null && !/,$/.test(previous.text) || isDated(row)
  if (isEnded || last?.style !== row.segments[0]?.style) return false
  const edges = [previous.x, previous.segments.findLast(({ joint }) => joint === "gap")?.x ?? previous.x]
  // "nov." above "2019"
  const isBroken = Dates.find(`${previous.text} ${row.text}`).some((date) => date.start >= (previous.dates.at(-1)?.end ?? 0) && date.start < previous.text.length && date.end > previous.text.length + 1)
  return isOpen(previous.text) || isBroken || Certificates.expiryLead(previous.text) >= 0 || isWrapped(row, previous) && !isIssuer(row, previous) && row.gapAbove < 0.9 && edges.some((x) => row.x > x - 3 && row.x < x + 40)
}

/** Rows before the first that looks other are one name where text below or beside them looks other: a narrow column takes a name in several rows. */
const stackedRows = (rows: ReadonlyArray<Row>): number => {
  const style = rows[0]?.segments[0]?.style
  const isPlain = (row: Row) => row.dates.length === 0 && row.segments.every((segment) => segment.style === style)
  const end = rows.findIndex((row) => !isPlain(row))
  const next = rows[end]
  if (end < 1 || next?.segments.some((segment) => segment.date === null && segment.style !== style) !== true) return 0
  // "Solutions" above "Architect, Amazon": the name ends within the row.
  const [first] = next.segments
  return first?.date === null && first.style === style ? end + 1 : end
}

/** The pieces of the rows of one item; where each row is one thing, only the rest of an issuer goes on. */
export const of = (rows: ReadonlyArray<Row>, areRows = false): ReadonlyArray<string> => {
  const pieces: Array<string> = []
  const stacked = stackedRows(rows)
  rows.forEach((row, index) => {
    const previous = rows[index - 1]
    // "Association of Accountants" above "w Polsce, 2014"
    const isRest = index > 1 && previous?.dates.length === 0 && /^\p{Ll}{1,3}\s\p{L}/u.test(row.text) && previous.segments.at(-1)?.style === row.segments[0]?.style
    const starts = row.segments.filter((segment, at) => at > 0 && strong.has(segment.joint) && !isSlashed(row, at)).map((segment) => segment.start + lettersAt(row, segment.start))
    const cuts = [0, ...starts, row.text.length]
    cuts.slice(1).forEach((end, at) => {
      const text = row.text.slice(cuts[at], end).trim()
      const last = pieces.at(-1)
      if (at === 0 && previous !== undefined && last !== undefined && (isRest || !areRows && (index < stacked || continues(row, previous)))) pieces[pieces.length - 1] = /\d[-–/.]$/u.test(last) && /^\d/.test(text) ? `${last}${text}` : Claims.join([last, text])
      else if (text !== "") pieces.push(text)
    })
  })
  return pieces
}
