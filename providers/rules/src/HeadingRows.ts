/** Headings: found by what differs from the body text together with words, so that known titles teach the unknown ones. */
import { Companies, Degrees, Headings, Skills, Titles } from "@excv/lexicon"
import type { HeadingStyle, Look } from "./HeadingStyles.js"
import { headingStyles, isOnePiece, isShort } from "./HeadingStyles.js"
import type { Row } from "./Row.js"

export type Kind = Headings.Kind | "top" | "unknown"

export interface Body {
  readonly size: number
  readonly style: string
}

/** The style of most letters: the body text. */
export const bodyOf = (rows: ReadonlyArray<Row>): Body => {
  const counts = new Map<string, { size: number; count: number }>()
  for (const row of rows) {
    const known = counts.get(row.style) ?? { size: row.size, count: 0 }
    counts.set(row.style, { size: row.size, count: known.count + row.text.length })
  }
  const [best] = [...counts].sort((one, other) => other[1].count - one[1].count)
  return { size: best?.[1].size ?? 10, style: best?.[0] ?? "" }
}

/** Sizes that were measured in a picture differ by a little, and so do words in capitals more than others. */
const isScanned = (row: Row): boolean => typeof row.words[0]?.confidence === "number"
/** times the next smaller size: closer ones are the same, measured twice */
const scannedStep = 1.08
/** times the body's size: capitals that large are a name */
const nameScale = 1.65
/** Headings of one size are measured as far apart as this. */
const scannedLabel = 1.17

/** The size of a row as text that says which rows are of one size. */
type SizeOf = (row: Row) => string

const sizesOf = (rows: ReadonlyArray<Row>, body: Body): SizeOf => {
  const steps = [...new Set(rows.map(({ size }) => size))].sort((one, other) => one - other)
    .filter((size, index, all) => index > 0 && size > scannedStep * (all[index - 1] ?? size))
  return (row) => {
    if (!isScanned(row)) return String(Math.round(row.size * 2) / 2)
    return row.caps && row.size < nameScale * body.size ? "" : String(steps.filter((step) => row.size >= step).length)
  }
}

const signatureOf = (row: Row, sizeOf: SizeOf): string =>
  `${sizeOf(row)}${row.bold ? "b" : ""}${row.italic ? "i" : ""}${row.caps ? "C" : ""}${row.underlined ? "u" : ""}${row.color ?? ""}`

/** By its type alone. */
const lookOf = (row: Row, body: Body): number => {
  const bigger = row.size > body.size * 1.08 ? 1 : row.size < body.size * 0.92 ? -0.5 : 0
  const colored = row.style.replace(/^[\d.]+b?i?/, "") !== body.style.replace(/^[\d.]+b?i?/, "")
  return bigger + (row.bold ? 0.8 : 0) + (row.caps ? 0.8 : 0) + (row.underlined ? 0.8 : 0) + (colored ? 0.4 : 0)
}

export const distinctness = (row: Row, body: Body): number => lookOf(row, body) + (row.gapAbove > 0.7 ? 0.5 : 0) + (/:$/.test(row.text) ? 0.3 : 0)

const lookAt = (row: Row, body: Body, sizeOf: SizeOf): Look => ({
  row,
  signature: signatureOf(row, sizeOf),
  heading: isShort(row, distinctness(row, body)) && row.dates.length === 0 ? Headings.classify(row.text) : null,
  distinct: distinctness(row, body),
  look: lookOf(row, body)
})

/** Titles that are also ordinary words of entries: only a row that looks like a heading is one. */
const ambiguous: ReadonlySet<Kind> = new Set(["other", "publications", "awards", "projects", "volunteering", "military", "references", "interests"])

export interface Judged {
  readonly row: Row
  readonly kinds: ReadonlyArray<Kind>
  /** above 1: a heading */
  readonly score: number
}

/** What labels a part of a table is a heading by its place. */
export const labelled = (row: Row): Judged => {
  const heading = Headings.classify(row.text)
  return { row, score: 2, kinds: heading !== null && heading.certainty >= 0.4 ? heading.kinds : ["unknown"] }
}

/** Headings stand about as far from what is above them as other headings do: the first one stands under the address. */
const leastGap = 0.7
/** em: further right stands what headings in a margin head */
const maxIndent = 4
const noStyle: HeadingStyle = { certainty: 0, gap: Infinity, left: null, columns: new Set() }

/** A title that no dictionary knows is a heading only in a style that headings have for themselves. */
const isUnknownHeading = ({ row }: Look, { certainty, columns, gap, left }: HeadingStyle): boolean => {
  // "Kitchens" alone is no name of a firm, though "Harbour Kitchens" is.
  const company = row.text.includes(" ") ? Companies.score(row.text) : 0
  // "Technik" is a degree and a trade, and heads skills as often.
  const isGroup = !row.text.includes(" ") && Skills.categoryOfLabel(row.text) !== null
  const isNamed = Math.max(Titles.score(row.text), Companies.institutionScore(row.text)) >= 0.6
  // "En entreprise" holds the word of a firm.
  const isHinted = isGroup || Headings.hintOf(row.text) !== null
  const isEntry = !isGroup && (isNamed || !isHinted && Degrees.score(row.text) >= 0.6)
  const least = isEntry ? 0.75 : !isHinted && company >= 0.6 ? 0.7 : 0.5
  if (left !== null && columns.has(row.column) && row.x - left > maxIndent * row.size) return false
  return isOnePiece(row) && certainty > least && row.gapAbove > gap * leastGap && /\p{L}{3}/u.test(row.text)
}

/** The heads of the columns of a table: "Certification   Issued by   Expires". */
const isTable = (row: Row): boolean => row.segments.filter((segment) => segment.joint === "gap").length >= 2

/** "My portfolio" that leads to one is no title, unless a page of the document itself is where it leads. */
const isLink = ({ words }: Row): boolean => words.length > 0 && words.every(({ url }) => url !== null && /^(?:https?:|mailto:|www\.)/iu.test(url))

const judge = (look: Look, styles: ReadonlyMap<string, HeadingStyle>): Judged => {
  const { distinct, heading, row, signature } = look
  const set = styles.get(signature) ?? noStyle
  const style = set.certainty
  // "Community Manager" is a job, though "Community" may head a section.
  const isJob = heading !== null && heading.certainty < 0.9 && Titles.score(row.text) >= 0.8
  const isUnnamed = heading === null || isJob || heading.certainty < (style > 0.7 ? 0.3 : style > 0.4 ? 0.4 : 0.55)
  if (isLink(row) || isTable(row) || isUnnamed && !isUnknownHeading(look, set) || !isUnnamed && heading.certainty < 0.9 && !isOnePiece(row)) return { row, score: 0, kinds: ["unknown"] }
  const known = isUnnamed ? 0 : heading.certainty >= 0.9 ? 1.1 : heading.certainty * 0.7
  const isDoubtful = heading !== null && heading.kinds.every((kind) => ambiguous.has(kind))
  const score = !isShort(row, distinct) || row.dates.length > 0
    ? 0
    : known * (isDoubtful && style < 0.2 ? 0.6 : 1) + Math.min(1, style * 1.6) * 0.9 + (distinct > 0 ? Math.min(0.5, distinct * 0.25) : -0.5)
  return { row, score, kinds: known > 0 && heading !== null ? heading.kinds : ["unknown"] }
}

/** These are never parts of another section. */
const main: ReadonlySet<Kind> = new Set(["experience", "education"])

/** "Service & Employment History" is about work, "Awards and certificates" about certificates, whatever is named first. */
export const mainFirst = (kinds: ReadonlyArray<Kind>): ReadonlyArray<Kind> => {
  const isFirst = (kind: Kind) => main.has(kind) || kinds[0] === "awards" && kind === "certifications"
  return kinds[0] !== undefined && isUnanswered(kinds[0]) ? [...kinds.filter(isFirst), ...kinds.filter((kind) => !isFirst(kind))] : kinds
}

const unanswered: ReadonlySet<Kind> = new Set(["memberships", "awards", "volunteering", "military", "interests", "references", "publications"])

/** No answer holds anything of this kind. */
export const isUnanswered = (kind: Kind): boolean => unanswered.has(kind)

/** "Resume" at the top names the whole, not a summary. */
const isDocumentTitle = (row: Row, at: number): boolean => at < 3 && Headings.isDocumentTitle(row.text)

/** A known title that looks like a heading, and where it stands among the rows. */
interface Known {
  readonly at: number
  readonly look: Look
}

const knownTitles = (looks: ReadonlyArray<Look>): ReadonlyArray<Known> =>
  looks.flatMap((look, at) => (look.heading !== null && look.heading.certainty >= 0.9 && look.distinct > 0.4 && !isDocumentTitle(look.row, at) ? [{ at, look }] : []))

/** A title smaller than the headings above it in its column is the label of a group within a section. */
const isLabel = (look: Look, index: number, titles: ReadonlyArray<Known>): boolean => {
  if (look.distinct >= 1.2 && look.heading?.certainty === 1 && look.heading.kinds.every((kind) => main.has(kind))) return false
  return titles.some(({ at, look: { row, signature } }) => at < index && row.page === look.row.page && (row.column === look.row.column || Math.abs(row.x - look.row.x) < 20) && (!isScanned(row) || signature !== look.signature) && row.size > look.row.size * (isScanned(row) ? scannedLabel : 1.07))
}

/** All headings of a document with their scores, for those who want to know why. */
export const headings = (rows: ReadonlyArray<Row>): ReadonlyArray<Judged> => {
  const body = bodyOf(rows)
  const sizeOf = sizesOf(rows, body)
  const looks = rows.map((row) => lookAt(row, body, sizeOf))
  const styles = headingStyles(looks, body.size)
  const titles = knownTitles(looks)
  return looks.map((look, index) =>
    isLabel(look, index, titles) || isDocumentTitle(look.row, index) ? { row: look.row, kinds: [], score: 0 } : judge(look, styles))
}
