/**
 * Pointers: `12` is line 12, `12.3` its third cell, `12.3-4` two cells of it, `12-14` three lines, `12.3-13.1` from a cell to a cell.
 * `12|Acme` writes out what cells do not have alone, and says the line.
 */
import { Fold } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import type { Text } from "./Answer.js"
import type { Cell } from "./Cells.js"
import type { Reading } from "./Reading.js"

interface Place {
  readonly line: number
  /** from 1; null is the whole line */
  readonly cell: number | null
}

export interface Pointer {
  readonly from: Place
  readonly to: Place
}

const one = String.raw`\[?(\d{1,5})(?:\.(\d{1,3}))?\]?(?:\s*[-–]\s*(\d{1,5})(?:\.(\d{1,3}))?)?`
const list = new RegExp(String.raw`^\s*${one.replaceAll("(\\d", "(?:\\d")}(?:\s*,\s*${one.replaceAll("(\\d", "(?:\\d")})*\s*,?\s*$`, "u")
const written = new RegExp(String.raw`^\s*${one}\s*\|\s*([^]+)$`, "u")

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))

const pointer = ([, line, cell, end, endCell]: ReadonlyArray<string | undefined>): Pointer => {
  const from = { line: Number(line), cell: number(cell) }
  if (end === undefined) return { from, to: from }
  const isCell = from.cell !== null && endCell === undefined
  return { from, to: isCell ? { line: from.line, cell: Number(end) } : { line: Number(end), cell: number(endCell) } }
}

/** No value and no passage is longer. */
const maxLines = 200

const exists = ({ lines }: Reading) => ({ from, to }: Pointer): boolean =>
  from.line >= 1 && to.line <= lines.length && to.line >= from.line && to.line - from.line < maxLines &&
  (to.line > from.line || (to.cell ?? Infinity) >= (from.cell ?? 0))

/** All pointers of a list that lead to lines of the document; empty when the text is no list of pointers. */
export const parse = (text: string, reading: Reading): ReadonlyArray<Pointer> =>
  list.test(text) ? [...text.matchAll(new RegExp(one, "gu"))].map(pointer).filter(exists(reading)) : []

/** A number of a cell that the line does not have is the last one. */
const cellAt = (cells: ReadonlyArray<Cell>, cell: number): Cell | undefined => cells[Math.min(cell, cells.length) - 1]

const bullet = /^•\s*/u

export interface Excerpt {
  readonly number: number
  readonly text: string
  readonly isBullet: boolean
}

/** What a pointer leads to, a piece for each line. */
export const excerpts = ({ from, to }: Pointer, { cells, lines }: Reading): ReadonlyArray<Excerpt> =>
  lines.slice(from.line - 1, to.line).map(({ number, text }) => {
    const own = cells(number)
    const start = number === from.line && from.cell !== null ? cellAt(own, from.cell)?.start ?? 0 : 0
    const end = number === to.line && to.cell !== null ? cellAt(own, to.cell)?.end ?? text.length : text.length
    const piece = text.slice(start, end)
    return { number, text: piece.replace(bullet, "").trim(), isBullet: start === 0 && bullet.test(piece) }
  })

/** What parts a value from the next one is not its own. */
const loose = /[\s,;:|·–—-]{1,20}$/u

const claimOf = (pointers: ReadonlyArray<Pointer>, reading: Reading): Draft.Claim | null => {
  const pieces = pointers.flatMap((pointer) => excerpts(pointer, reading))
  const value = pieces.map(({ text }) => text).join(" ").replace(loose, "").trim()
  return value === "" ? null : { value, lines: pieces.map(({ number }) => number) }
}

const nothing = /^\s*(null|n\/a|none|-)?\s*$/i

/** One value. A text without a pointer is looked for. */
export const claim = (text: Text | null, reading: Reading): Draft.Claim | null => {
  const said = String(text ?? "")
  if (nothing.test(said)) return null
  const pointers = parse(said, reading)
  if (pointers.length > 0) return claimOf(pointers, reading)
  const match = written.exec(said)
  const value = (match?.[5] ?? said).trim()
  const named = match === null ? [] : [pointer(match)].filter(exists(reading))
  const lines = named.flatMap(({ from, to }) => reading.lines.slice(from.line - 1, to.line).map(({ number }) => number))
  return { value, lines: lines.length > 0 ? lines : saying(value, reading) }
}

const saying = (value: string, { lines }: Reading): ReadonlyArray<number> => {
  const wanted = Fold.fold(value)
  const found = lines.find((line) => Fold.fold(line.text).includes(wanted))
  return found === undefined ? [] : [found.number]
}

/** Several values: each cell is one, also those of a line that is named whole. */
export const claims = (text: Text | null, reading: Reading): ReadonlyArray<Draft.Claim> => {
  const pointers = parse(String(text ?? ""), reading)
  if (pointers.length > 0) return pointers.flatMap((each) => items(each, reading))
  const single = claim(text, reading)
  return single === null ? [] : [single]
}

/** Two lines that one cell runs over are one value. */
const items = (each: Pointer, reading: Reading): ReadonlyArray<Draft.Claim> => {
  const { from, to } = each
  return reading.lines.slice(from.line - 1, to.line).flatMap(({ number, text }) => {
    const own = reading.cells(number)
    const first = number === from.line ? from.cell ?? 1 : 1
    const last = number === to.line ? to.cell ?? own.length : own.length
    return own.slice(first - 1, last).map(({ end, start }) => ({ value: text.slice(start, end).replace(/\.$/, ""), lines: [number] }))
  })
}
