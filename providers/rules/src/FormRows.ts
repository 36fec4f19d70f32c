/**
 * Forms over a page, as the European one: labels left of an edge, values right of it, both in several lines and perhaps read apart.
 * Each value becomes one row with its label before it.
 */
import { Columns } from "@excv/lexicon"
import type { Document } from "@excv/schema"
import * as Labels from "./Labels.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

/** points that values of one column may stand apart */
const slack = 3
/** known labels that make a page a form, and the share of its labels that they have */
const minLabels = 5
const knownShare = 0.5
/** the same on a further page of a form */
const minFurther = 2
const furtherShare = 0.3
/** em: lines of one label stand no further apart, from top to top */
const maxLeading = 1.7
/** em: label and value stand level */
const maxStep = 0.5

const textOf = (words: ReadonlyArray<Document.Word>): string => words.map(({ text }) => text).join(" ")

/** A row, parted at the edge; what runs over the edge is no part of the form. */
interface Piece {
  readonly row: Row
  readonly label: ReadonlyArray<Document.Word>
  readonly value: ReadonlyArray<Document.Word>
}

const pieceOf = (edge: number) => (row: Row): Piece => {
  const count = row.words.filter(({ box }) => box.x < edge - slack).length
  const [last, first] = [row.words[count - 1], row.words[count]]
  const runsOver = last !== undefined && last.box.x + last.box.width > edge - Labels.minGap * last.fontSize + 1
  const isApart = last === undefined || first === undefined || first.box.x - last.box.x - last.box.width >= Labels.minGap * last.fontSize
  return runsOver || !isApart ? { row, label: [], value: [] } : { row, label: row.words.slice(0, count), value: row.words.slice(count) }
}

/** A label with what stands beside it and below, up to the next label. */
interface Unit {
  readonly label: ReadonlyArray<Piece>
  readonly values: ReadonlyArray<Piece>
}

const labelTextOf = ({ label }: Unit): string => textOf(label.flatMap((piece) => piece.label))

/** "Nome e indirizzo del" above "datore di lavoro" */
const goesOn = (unit: Unit, piece: Piece): boolean => {
  const last = unit.label.at(-1)?.row
  if (last === undefined || piece.row.y - last.y > maxLeading * last.size || piece.row.y <= last.y) return false
  const text = textOf(piece.label)
  return /^[\p{Ll}(]/u.test(text) || Columns.exact(`${labelTextOf(unit)} ${text}`) !== null
}

const isLevel = (a: Row, b: Row): boolean => Math.abs(a.bottom - b.bottom) <= maxStep * Math.max(a.size, b.size)

/** From top to bottom, and what stands level from left to right. */
const inOrder = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Piece> =>
  [...pieces].sort((a, b) => a.row.bottom - b.row.bottom).reduce<ReadonlyArray<ReadonlyArray<Piece>>>((lines, piece) => {
    const line = lines.at(-1), first = line?.[0]
    return line === undefined || first === undefined || !isLevel(first.row, piece.row) ? [...lines, [piece]] : [...lines.slice(0, -1), [...line, piece]]
  }, []).flatMap((line) => [...line].sort((a, b) => a.row.x - b.row.x))

/** Units and, between them, rows that are no part of the form. */
const unitsOf = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Unit | Row> => {
  const found: Array<Unit | Row> = []
  const add = (piece: Piece) => {
    const last = found.at(-1), unit = last !== undefined && "label" in last ? last : null
    if (piece.label.length === 0 && piece.value.length === 0) return void found.push(piece.row)
    if (piece.label.length === 0) {
      const top = unit?.label[0]?.row
      if (unit === null || top === undefined || (piece.row.y < top.y && !isLevel(piece.row, top))) found.push(piece.row)
      else found[found.length - 1] = { ...unit, values: [...unit.values, piece] }
    } else if (unit !== null && goesOn(unit, piece)) {
      found[found.length - 1] = { label: [...unit.label, piece], values: piece.value.length > 0 ? [...unit.values, piece] : unit.values }
    } else found.push({ label: [piece], values: piece.value.length > 0 ? [piece] : [] })
  }
  inOrder(pieces).forEach(add)
  return found
}

/** As labels are written elsewhere: with a colon. */
const withColon = (words: ReadonlyArray<Document.Word>): ReadonlyArray<Document.Word> =>
  words.map((word, index) => (index === words.length - 1 && /[\p{L}\p{N})]$/u.test(word.text) ? { ...word, text: `${word.text}:` } : word))

const rowsOf = (unit: Unit | Row): ReadonlyArray<Row> => {
  if (!("label" in unit)) return [unit]
  const [first, ...others] = unit.values
  if (first === undefined) return unit.label.map(({ row }) => row)
  const top = unit.label[0]?.row ?? first.row
  const label = unit.label.flatMap((piece) => piece.label)
  const numbers = [...unit.label, first].flatMap(({ row }) => [row.number, ...row.further]).filter((number) => number !== top.number)
  const joined = Rows.part(top, [...(isDated(unit) ? label : withColon(label)), ...first.value], top.gapAbove)
  return [{ ...joined, further: [...new Set(numbers)] }, ...others.map(({ row, value }) => ({ ...Rows.part(row, value, row.gapAbove), column: top.column }))]
}

const isDated = (unit: Unit): boolean => unit.label[0]?.row.segments[0]?.date != null && !Labels.isKnown(labelTextOf(unit))

/** What only forms have a label for; address and phone have one in any CV. */
const telling: ReadonlySet<Columns.Column> = new Set(["title", "company", "institution", "degree", "period"])
const minTelling = 3

/** Dates stand left of what they date in any CV: they are no labels. */
const labelsOf = (units: ReadonlyArray<Unit | Row>): ReadonlyArray<string> =>
  units.flatMap((unit) => ("label" in unit && unit.values.length > 0 && !isDated(unit) ? labelTextOf(unit) : []))

const isShared = (labels: ReadonlyArray<string>, least: number, share: number): boolean => {
  const known = labels.filter(Labels.isKnown).length
  return known >= least && known >= share * labels.length
}

const isForm = (labels: ReadonlyArray<string>): boolean =>
  isShared(labels, minLabels, knownShare) && labels.filter((label) => telling.has(Columns.inForm(label) ?? "other")).length >= minTelling

/** Where several values begin: places behind a gap, and left edges of rows. */
const edgesOf = (rows: ReadonlyArray<Row>): ReadonlyArray<number> => {
  const starts = rows.flatMap((row) => [row.x, ...Labels.startsIn(row)]).sort((a, b) => a - b)
  const groups = starts.reduce<ReadonlyArray<ReadonlyArray<number>>>((done, x) => {
    const last = done.at(-1)
    return last?.[0] !== undefined && x - last[0] < slack ? [...done.slice(0, -1), [...last, x]] : [...done, [x]]
  }, [])
  return groups.filter((group) => group.length >= minLabels).sort((a, b) => b.length - a.length).flatMap(([x]) => x ?? [])
}

/** How many edges are tried. */
const maxEdges = 4

const partsForm = (rows: ReadonlyArray<Row>) => (edge: number): boolean => {
  const pieces = rows.map(pieceOf(edge))
  return pieces.filter(({ label }) => label.length > 0).length >= minLabels && isForm(labelsOf(unitsOf(pieces)))
}

const edgeOf = (rows: ReadonlyArray<Row>): number | null => edgesOf(rows).slice(0, maxEdges).find(partsForm(rows)) ?? null

const joinedPage = (rows: ReadonlyArray<Row>, edge: number): ReadonlyArray<Row> => {
  const units = unitsOf(rows.map(pieceOf(edge)))
  return isShared(labelsOf(units), minFurther, furtherShare) ? units.flatMap(rowsOf) : rows
}

/** The rows, each page that is a form put in order; further pages of a form have its edge. */
export const joined = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const pages = [...new Set(rows.map(({ page }) => page))].map((page) => rows.filter((row) => row.page === page))
  const edge = pages.reduce<number | null>((found, page) => found ?? edgeOf(page), null)
  return edge === null ? rows : pages.flatMap((page) => joinedPage(page, edge))
}
