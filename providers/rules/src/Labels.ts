/**
 * Forms, as the older Europass: labels in one column, what they label in the next. "Employer   Example Works, Leeds" says no more
 * than "Example Works, Leeds", and where labels and values were read apart, a label alone says nothing.
 */
import { Columns } from "@excv/lexicon"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

/** points that values of one column may stand apart */
const slack = 4
/** labels that make a form */
const enough = 3
/** share of the cells beside the values that are known labels: the others are labels no list has */
const knownShare = 0.4

const telling: ReadonlySet<Columns.Column> = new Set(["grade", "code", "expiry", "technologies"])

/** The word before a grade, a number or the end of a validity is what tells what it is. */
const isTelling = (label: string): boolean => {
  const column = Columns.of(label)
  return column !== null && telling.has(column)
}

/** Left edge of what stands behind the first gap of a row. */
const valueEdge = (row: Row): number | null => row.segments.find((segment, at) => at > 0 && segment.joint === "gap")?.x ?? null

export const wordsBefore = (row: Row, edge: number): number => row.words.filter(({ box }) => box.x < edge - slack).length

export const labelOf = (row: Row, edge: number): string => row.words.slice(0, wordsBefore(row, edge)).map(({ text }) => text).join(" ")

/** "Dates (from – to)" */
export const isKnown = (label: string): boolean => Columns.inForm(label) !== null

const isLabel = (row: Row, edge: number): boolean => isKnown(labelOf(row, edge))

/** em: wider than the space between two words */
export const minGap = 0.36
/** share of the rows that have a word at the edge */
const alignedShare = 0.6

/** Left edges of the words behind a gap. */
export const startsIn = ({ words }: Row): ReadonlyArray<number> =>
  words.flatMap(({ box, fontSize }, at) => {
    const before = words[at - 1]?.box
    return before !== undefined && box.x - before.x - before.width >= minGap * fontSize ? [box.x] : []
  })

/** Where labels are set to the right, the gap before the values is narrow, but values begin at one place. */
const alignedEdge = (rows: ReadonlyArray<Row>): number | undefined => {
  const starts = rows.flatMap(startsIn)
  const near = (x: number) => starts.filter((other) => Math.abs(other - x) < slack / 2).length
  const best = starts.reduce<number | undefined>((most, x) => (most === undefined || near(x) > near(most) ? x : most), undefined)
  return best !== undefined && near(best) >= Math.max(enough, alignedShare * rows.filter(({ x }) => x < best - slack).length) ? best : undefined
}

/** The labels before the edge; a row without a value goes on with the label above it. */
const labelsOf = (rows: ReadonlyArray<Row>, edge: number): ReadonlyArray<string> =>
  rows.reduce<ReadonlyArray<string>>((labels, row) => {
    if (row.x >= edge - slack || (row.segments[0]?.date != null && !isLabel(row, edge))) return labels
    const goesOn = labels.length > 0 && wordsBefore(row, edge) === row.words.length && !isLabel(row, edge)
    return goesOn ? [...labels.slice(0, -1), `${labels.at(-1) ?? ""} ${row.text}`] : [...labels, labelOf(row, edge)]
  }, [])

const isForm = (rows: ReadonlyArray<Row>, edge: number): boolean => {
  const labels = labelsOf(rows, edge), known = labels.filter(isKnown).length
  return known >= enough && known >= labels.length * knownShare && rows.every((row) => row.x >= edge - slack || !row.isBullet)
}

/** The left edge of the values of a form, or null where there is none. */
export const formEdge = (rows: ReadonlyArray<Row>): number | null => {
  const edges = rows.flatMap((row) => {
    const edge = valueEdge(row)
    return edge !== null && isLabel(row, edge) ? [edge] : []
  })
  const shared = edges.find((edge) => edges.filter((other) => Math.abs(other - edge) < slack).length >= Math.max(2, edges.length * 0.6))
  return [shared, alignedEdge(rows)].find((edge) => edge !== undefined && isForm(rows, edge)) ?? null
}

/** The rows without what stands left of the values; dates stand there too. */
const unlabelled = (rows: ReadonlyArray<Row>, edge: number): ReadonlyArray<Row> =>
  rows.flatMap((row) => {
    const count = row.segments[0]?.date == null || isLabel(row, edge) ? wordsBefore(row, edge) : 0
    if (count === 0 || count < row.words.length && isTelling(labelOf(row, edge))) return [row]
    return count === row.words.length ? [] : [Rows.part(row, row.words.slice(count), row.gapAbove)]
  })

const bare = (row: Row): Row => {
  const edge = valueEdge(row)
  if (edge === null || row.segments[0]?.date != null) return row
  return !isLabel(row, edge) || isTelling(labelOf(row, edge)) ? row : Rows.part(row, row.words.slice(wordsBefore(row, edge)), row.gapAbove)
}

/** The rows without the titles of the columns of a table that stand above it. */
const withoutTitles = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const isTitle = (row: Row) => row.dates.length === 0 && row.segments.length > 0 && Columns.of(row.segments[0]?.text ?? "") !== null
  const end = rows.findIndex((row) => !isTitle(row))
  return end >= 2 && rows.slice(0, end).filter((row) => row.segments.every(({ text }) => Columns.of(text) !== null)).length >= 2 ? rows.slice(end) : rows
}

/** The rows without their labels, where they are those of a form. */
export const without = (all: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const rows = withoutTitles(all)
  const edge = formEdge(rows)
  if (edge !== null) return unlabelled(rows, edge)
  const changed = rows.map(bare)
  return changed.filter((row, index) => row !== rows[index]).length >= enough ? changed : rows
}

/** The rows with a name behind a label as the name alone, where they are those of a form. */
export const named = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const edge = formEdge(rows)
  return edge === null ? rows : rows.map((row) => {
    const count = wordsBefore(row, edge)
    return count > 0 && count < row.words.length && Columns.of(labelOf(row, edge)) === "name" ? Rows.part(row, row.words.slice(count), row.gapAbove) : row
  })
}
