/**
 * Cells: the pieces of a line that a reader sees apart, such as "Acme", "Berlin" and "2019 – 2021" in one row. Models point at them
 * by number, so that a value need not be written out.
 */
import { Dates } from "@excv/lexicon"
import type { Document } from "@excv/schema"

/** Offsets into the line's text, the end excluded. */
export interface Cell {
  readonly start: number
  readonly end: number
}

const separator = /\s*[|;•·∙‧\t]\s*|,\s+|\s+[-–—~/]\s+|:\s+|\s*[()[\]]\s*/gu

/** A gap this wide, in letters' heights, is a column of its own. */
const wideGap = 1.5

interface Cut {
  readonly from: number
  readonly to: number
}

const separators = (text: string): ReadonlyArray<Cut> =>
  [...text.matchAll(separator)].map(({ 0: { length }, index }) => ({ from: index, to: index + length }))

/** Where the words of a line stand far from each other, as long as its text is its words. */
const gaps = ({ text, words }: Document.Line): ReadonlyArray<Cut> => {
  const cuts: Array<Cut> = []
  let offset = 0
  for (const [index, word] of words.entries()) {
    const at = text.indexOf(word.text, offset)
    if (at < 0) return cuts
    const previous = words[index - 1]
    if (previous !== undefined && word.box.x - previous.box.x - previous.box.width > wideGap * word.fontSize) cuts.push({ from: offset, to: at })
    offset = at + word.text.length
  }
  return cuts
}

const isInside = ({ from, to }: Cut, span: Dates.Span): boolean => from >= span.start && to <= span.end

export const cellsOf = (line: Document.Line): ReadonlyArray<Cell> => {
  const dates = Dates.find(line.text)
  const cuts = [...separators(line.text), ...gaps(line)].filter((cut) => !dates.some((date) => isInside(cut, date))).sort((a, b) => a.from - b.from)
  const ends = [...cuts, { from: line.text.length, to: line.text.length }]
  let start = 0
  return ends.flatMap(({ from, to }) => {
    const cell = trimmed(line.text, { start, end: from })
    start = Math.max(start, to)
    return cell.end > cell.start ? [cell] : []
  })
}

const trimmed = (text: string, { end, start }: Cell): Cell => {
  const piece = text.slice(start, Math.max(start, end))
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }
}
