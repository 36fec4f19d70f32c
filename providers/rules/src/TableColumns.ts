/** The columns of a table without heads: left edges that its lines share and no text crosses. */
import { Dates } from "@excv/lexicon"
import type { Document } from "@excv/schema"

/** What the edges are looked for in: the words of each line. */
export type Words = ReadonlyArray<Document.Word>

export interface Inferred {
  readonly x: number
  readonly holds: "period" | "description" | "other"
}

/** points */
const slack = 1.5
/** em: between two cells on most lines, wider than a space of typewriters; and where one is full */
const minGap = 0.8
const leastGap = 0.42
/** share of the lines that begin a cell at the edge */
const minShare = 0.2
const minColumns = 3
/** words in a cell, on the average, from which it is a text */
const textWords = 9

const rightOf = ({ box }: Document.Word): number => box.x + box.width

/** Left edges of the cells of a line. */
const startsOf = (line: Words): ReadonlyArray<number> =>
  line.filter((word, at) => at === 0 || word.box.x - rightOf(line[at - 1] ?? word) > minGap * word.fontSize).map(({ box }) => box.x)

const isFree = (edge: number, lines: ReadonlyArray<Words>): boolean =>
  lines.every((line) => line.every((word, at) => {
    const next = line[at + 1]
    const crosses = word.box.x < edge - slack && rightOf(word) > edge - slack
    return !crosses && (next === undefined || Math.abs(next.box.x - edge) > slack || next.box.x - rightOf(word) > leastGap * next.fontSize)
  }))

/** Left edges from left to right; what never stands beside the column on its left is an indent of it. */
const edgesOf = (lines: ReadonlyArray<Words>): ReadonlyArray<number> => {
  const starts = lines.map(startsOf)
  const counted = [...new Set(starts.flat().map((x) => Math.round(x)))].sort((one, other) => one - other)
    .map((x) => ({ x, count: starts.filter((line) => line.some((start) => Math.abs(start - x) <= slack)).length }))
    .filter(({ count, x }) => count >= Math.max(2, minShare * lines.length) && isFree(x, lines))
  return counted.reduce<ReadonlyArray<number>>((kept, { x }) => {
    const last = kept.at(-1)
    if (last === undefined) return [x]
    const stands = lines.some((line) => line.some(({ box }) => box.x >= last - slack && box.x < x - slack) && line.some(({ box }) => Math.abs(box.x - x) <= slack))
    return x - last > 2 * slack && stands ? [...kept, x] : kept
  }, [])
}

const isDate = (text: string): boolean => {
  const [date] = Dates.find(text)
  return date !== undefined && date.start === 0 && date.end === text.length
}

/** "2020–2021 | May 2022 | 2023": what stands in the columns are things side by side, each with its own dates. */
const areDates = (line: Words, columnOf: (x: number) => number): boolean => {
  const columns = [...new Set(line.map(({ box }) => columnOf(box.x)))]
  return columns.length >= minColumns && columns.every((at) => isDate(line.filter(({ box }) => columnOf(box.x) === at).map(({ text }) => text).join(" ")))
}

/** Null where the lines are no table of three columns or more. */
export const infer = (lines: ReadonlyArray<Words>, records: (columnOf: (x: number) => number, columns: number) => ReadonlyArray<ReadonlyArray<Words>>): ReadonlyArray<Inferred> | null => {
  const edges = edgesOf(lines)
  const columnOf = (x: number): number => Math.max(0, edges.findLastIndex((edge) => edge <= x + slack))
  if (edges.length < minColumns || lines.some((line) => areDates(line, columnOf))) return null
  const found = records(columnOf, edges.length)
  const filled = (some: Words) => new Set(some.map(({ box }) => columnOf(box.x))).size
  const isFull = found.length >= 2 && found.filter((record) => filled(record.flat()) >= minColumns).length > 0.6 * found.length
  // Read across, only what goes on in several cells at once gets mixed.
  const isMixed = found.some(([, ...further]) => further.some((line) => filled(line) > 1))
  if (!isFull || !isMixed) return null
  return edges.map((x, at) => {
    const cells = found.map((record) => record.flat().filter(({ box }) => columnOf(box.x) === at).map(({ text }) => text)).filter((cell) => cell.length > 0)
    const dated = cells.filter((cell) => Dates.find(cell.join(" ")).length > 0 && cell.length <= 8).length
    const words = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length)
    return { x, holds: dated > 0.6 * cells.length ? "period" : words >= textWords ? "description" : "other" }
  })
}
