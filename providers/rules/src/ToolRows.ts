/** Rows that name what a project was made with, and nothing else, without a word that says so: "Python · pandas · Tableau". */
import { Skills } from "@excv/lexicon"
import * as Items from "./Items.js"
import * as MadeWith from "./MadeWith.js"
import type { Row } from "./Row.js"

const maxWords = 3
const minItems = 2
/** share of its items that are known: the others are tools no list has */
const knownShare = 0.5

const itemsOf = (row: Row): ReadonlyArray<string> => Items.cutAt(MadeWith.withoutAddress(row.text), Items.signLength(false, true)).map(({ text }) => text.trim())

/** Short things that signs part, none of them a sentence. */
const isList = (row: Row): boolean => {
  if (row.isBullet || row.dates.length > 0 || /[.!?]$|[:()]/.test(row.text)) return false
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
