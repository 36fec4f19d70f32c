/** The cells of a sparse column beside a text: dates of entries, labels, headings in the margin; each one or more lines. */
import { Dates } from "@excv/lexicon"
import * as Flow from "./Flow.js"
import * as Rows from "./Rows.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"
import * as Style from "./Style.js"

/** The text that the cells stand beside. */
export interface Dense {
  readonly lines: ReadonlyArray<Segment>
  /** for each line, whether something begins there */
  readonly starts: ReadonlyArray<boolean>
}

/** Consecutive lines of the sparse column. */
export type Cell = ReadonlyArray<Segment>

/** `2019 –` or `05/2019 – Nov`: the end of the range is on the next line; the dash of "E-mail" opens none. */
const openRange = /(?<!\p{L})[-–—−](?:\s*[^\d\s]+)?$/u
const startsWithDash = /^[-–—−]/
const year = /(?:19|20)\d\d/

/** `2024 – cursando` says that it goes on, and needs no other end. */
const isOpenEnded = (text: string): boolean => Dates.find(text).some(({ end, isOpen, toSpan }) => isOpen && toSpan !== null && end === text.length)

/** The next line goes on with a range of dates, or with a date, that the lines before it left unfinished. */
const continuesDate = (before: ReadonlyArray<Segment>, line: Segment): boolean => {
  const text = before.map(Segments.text).join(" "), next = Segments.text(line)
  return openRange.test(text) && !isOpenEnded(text) || startsWithDash.test(next) || (!/\d/.test(text) && year.test(next))
}

/** The next line goes on with a label or heading. */
const continuesText = (line: Segment): boolean => /^\p{Ll}[^\d]*$/u.test(Segments.text(line))

export const levelWith = (line: Segment, dense: Dense): number => dense.lines.findIndex((other) => Rows.isLevel(other, line))

/**
 * A block of the sparse column may hold several cells: a new one begins level with the beginning of something. In the right
 * margin only dates do; whatever else is below one another there belongs together, such as an employer and its town.
 */
const split = (block: ReadonlyArray<Segment>, onLeft: boolean, dense: Dense, style: Style.Style): ReadonlyArray<Cell> => {
  const cells: Array<Array<Segment>> = []
  for (const line of block) {
    const cell = cells[cells.length - 1]
    const first = cell?.[0]
    const isHeadingEnd = first !== undefined && style.prominence(first) > 0 && style.prominence(line) === 0
    const isDated = cell !== undefined && year.test(cell.map(Segments.text).join(" "))
    const begins = dense.starts[levelWith(line, dense)] === true && (onLeft ? isDated || !continuesText(line) : Style.isDate(line))
    const isHeadingToo = first !== undefined && style.prominence(first) === 2 && style.prominence(line) === 2
    const isHeadingStart = first !== undefined && style.prominence(first) === 0 && style.prominence(line) === 2
    if (cell === undefined || isHeadingEnd || isHeadingStart || (!isHeadingToo && !continuesDate(cell, line) && begins)) cells.push([line])
    else cell.push(line)
  }
  return cells
}

export const of = (sparse: ReadonlyArray<Segment>, onLeft: boolean, dense: Dense, style: Style.Style): ReadonlyArray<Cell> =>
  Flow.blocks(sparse, Math.min(Flow.leading(sparse), Flow.leading(dense.lines))).flatMap((block) => split(block, onLeft, dense, style))

/** The text of the cell runs on from line to line, so that they must not be torn apart. */
export const isBroken = (cell: Cell, dense: Dense): boolean =>
  cell.slice(1).some((line, index) =>
    continuesDate(cell.slice(0, index + 1), line) || (continuesText(line) && levelWith(line, dense) < 0))

/** The line of the text ends a paragraph, so that something may be added to it. */
export const isEnd = (index: number, dense: Dense): boolean => dense.starts[index + 1] !== false
