/** Parts: a CV that is too long for one answer, cut where its sections or entries begin. */
import type { Document } from "@excv/schema"
import { isHeading } from "./Rendering.js"

type Lines = ReadonlyArray<Document.Line>

/** An answer with pointers has fewer tokens than its lines have letters, by far: the rest is room to think. */
const lettersPerToken = 3

export const lettersIn = (lines: Lines): number => lines.reduce((sum, { text }) => sum + text.length, 0)

export const split = (lines: Lines, maxOutputTokens: number, periods: ReadonlyArray<number>): ReadonlyArray<Lines> =>
  lettersIn(lines) <= maxOutputTokens * lettersPerToken
    ? [lines]
    : halves(lines, periods).flatMap((half) => (half.length === lines.length ? [half] : split(half, maxOutputTokens, periods)))

/** Shorter than this, nothing is cut any more. */
const minLines = 8

/** In two at the best place near the middle: before the title of a section, else before an entry, else anywhere. */
export const halves = (lines: Lines, periods: ReadonlyArray<number>): ReadonlyArray<Lines> => {
  if (lines.length < 2 * minLines) return [lines]
  const dated = new Set(periods)
  const middle = lines.length / 2
  const costOf = (line: Document.Line, index: number) =>
    Math.abs(index - middle) + (isHeading(line) ? 0 : dated.has(line.number) ? lines.length / 4 : lines.length / 2)
  const places = lines.map((line, index) => ({ index, cost: costOf(line, index) })).slice(minLines, lines.length - minLines)
  const best = places.reduce((least, place) => (place.cost < least.cost ? place : least), { index: Math.floor(middle), cost: Infinity })
  return [lines.slice(0, best.index), lines.slice(best.index)]
}
