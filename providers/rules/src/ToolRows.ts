/** Rows that name what a project was made with, and nothing else, without a word that says so: "Python · pandas · Tableau". */
import { Skills } from "@excv/lexicon"
import * as Items from "./Items.js"
import * as MadeWith from "./MadeWith.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

const maxWords = 3
const minItems = 2
/** share of its items that are known: the others are tools no list has */
const knownShare = 0.5

/** "Archicad + Enscape" */
const signLength = (text: string, at: number): number => (text.startsWith(" + ", at) ? 3 : Items.signLength(false, true)(text, at))

const itemsOf = (row: Row): ReadonlyArray<string> => Items.cutAt(MadeWith.withoutAddress(row.text), signLength).map(({ text }) => text.trim())

/** Short things that signs part, none of them a sentence. */
const isList = (row: Row): boolean => {
  if (row.isBullet || row.dates.length > 0 || /[.!?]$|[:()]/.test(row.text) || /[.!?](?:\s|$)/u.test(MadeWith.withoutAddress(row.text))) return false
  const items = itemsOf(row)
  return items.length >= minItems && items.every((item) => item.split(" ").length <= maxWords && /^[\p{L}\d.#]/u.test(item))
}

const isKnown = (row: Row): boolean => {
  const items = itemsOf(row)
  return items.filter((item) => Skills.knownCategory(item) !== null).length >= items.length * knownShare
}

const lookOf = (row: Row): string => `${row.style}|${Math.round(row.x / 3)}`

/** Those of a section, but for rows that a word leads: a list of known tools teaches what lists of the others look like. */
export const of = (rows: ReadonlyArray<Row>, isLed: (row: Row) => boolean): ReadonlySet<Row> => {
  const lists = rows.filter((row, at) => at > 0 && isList(row) && !isLed(row))
  const looks = new Set(lists.filter(isKnown).map(lookOf))
  const isOne = (row: Row) => !row.isBullet && !isLed(row) && itemsOf(row).length === 1 && Skills.knownCategory(row.text) !== null
  return new Set(rows.filter((row, at) => at > 0 && looks.has(lookOf(row)) && (lists.includes(row) || isOne(row))))
}

/** What such a row names. */
export const namesIn = itemsOf

/** Nothing but tools that a list knows. */
export const areKnown = (row: Row): boolean => {
  const items = itemsOf(row)
  return items.length > 0 && items.every((item) => item.split(" ").length <= maxWords && MadeWith.isTool(item))
}

/** Rows of which those that name tools have no date, and for each of these the row as it is: "Go, SQLite   2023 – now" closes a project. */
export interface Undated {
  readonly rows: ReadonlyArray<Row>
  readonly dated: ReadonlyMap<Row, Row>
}

export const withoutDates = (rows: ReadonlyArray<Row>): Undated => {
  const [first] = rows
  const dated = new Map<Row, Row>()
  const bare = rows.map((row) => {
    if (row === first || row.isBullet || row.dates.length === 0 || row.segments[0]?.date !== null || row.segments[0].style === first?.segments[0]?.style && row.bold) return row
    const kept = Rows.undated(row)
    if (!areKnown(kept)) return row
    dated.set(kept, row)
    return kept
  })
  return { rows: bare, dated }
}

/** "Tram clock [Go, Redis] – 2023": tools in a box behind a name. */
const boxed = /\s\[([^[\]]+)\]/u

/** Rows without boxes of tools behind names, and what these rows have in them. */
export interface Unboxed {
  readonly rows: ReadonlyArray<Row>
  readonly names: ReadonlyMap<Row, ReadonlyArray<string>>
}

export const withoutBoxes = (rows: ReadonlyArray<Row>): Unboxed => {
  const names = new Map<Row, ReadonlyArray<string>>()
  const bare = rows.map((row) => {
    const found = boxed.exec(row.text)
    const items = found?.[1]?.split(/[,;|·]\s*/u) ?? []
    if (found === null || !MadeWith.areTools(items)) return row
    const kept = Rows.without(row, [{ start: found.index + 1, end: found.index + found[0].length }])
    names.set(kept, items)
    return kept
  })
  return { rows: bare, names }
}
