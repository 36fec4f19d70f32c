/** Rows of equal dots, squares or stars, the first of them full and the others empty. */
import type { Document } from "@excv/schema"
import type { Mark } from "../content/Marks.js"
import type { Rating } from "./Rating.js"

const minCount = 3
const maxCount = 10
/** points */
const maxWidth = 40
const minWidth = 2
const maxHeight = 14
/** Widths from one dot to the next. */
const maxPitch = 3.2

interface Dot {
  readonly box: Document.Box
  /** all that was painted at this place */
  readonly paint: string
}

const middle = (box: Document.Box): number => box.y + box.height / 2

const isSame = (one: Document.Box, other: Document.Box): boolean =>
  Math.abs(one.x - other.x) < 0.6 && Math.abs(middle(one) - middle(other)) < 0.6 && Math.abs(one.width - other.width) < 1.5

/** Marks by rows, from left to right, with those on one spot as one. */
const rows = (marks: ReadonlyArray<Mark>): ReadonlyArray<ReadonlyArray<Dot>> => {
  const found: Array<Array<Dot>> = []
  for (const { box, paint } of marks) {
    if (box.width > maxWidth || box.height > maxHeight || box.width < minWidth) continue
    const row = found.find(([first]) => first !== undefined && Math.abs(middle(first.box) - middle(box)) < 0.6 && Math.abs(first.box.height - box.height) < 1.5)
    if (row === undefined) found.push([{ box, paint }])
    else {
      const at = row.findIndex((dot) => isSame(dot.box, box))
      const there = row[at]
      if (there === undefined) row.push({ box, paint })
      else row[at] = { box: there.box, paint: `${there.paint}, ${paint}` }
    }
  }
  return found.map((row) => [...row].sort((one, other) => one.box.x - other.box.x))
}

/** Runs of dots that stand equally far apart. */
const runs = (row: ReadonlyArray<Dot>): ReadonlyArray<ReadonlyArray<Dot>> => {
  const found: Array<Array<Dot>> = []
  for (const dot of row) {
    const run = found.at(-1)
    const [last, before] = [run?.at(-1), run?.at(-2)]
    const pitch = last === undefined ? Infinity : dot.box.x - last.box.x
    const isNext = run !== undefined && last !== undefined && Math.abs(last.box.width - dot.box.width) < 1 && pitch <= maxPitch * dot.box.width &&
      pitch >= dot.box.width * 0.9 && (before === undefined || Math.abs(pitch - (last.box.x - before.box.x)) < 0.15 * pitch)
    if (isNext) run.push(dot)
    else found.push([dot])
  }
  return found.filter((run) => run.length >= minCount && run.length <= maxCount)
}

/** Paints of a run in their order; more than two are no rating. */
const paints = (run: ReadonlyArray<Dot>): ReadonlyArray<string> =>
  run.map(({ paint }) => paint).filter((paint, index, all) => paint !== all[index - 1])

const ratingOf = (run: ReadonlyArray<Dot>, full: number): ReadonlyArray<Rating> => {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return []
  const width = last.box.x + last.box.width - first.box.x
  return [{ full, of: run.length, length: (width * full) / run.length, isSure: true, box: { ...first.box, width } }]
}

/** Rows of one paint say as much as those of two show which paint is the full one. */
export const ratings = (marks: ReadonlyArray<Mark>): ReadonlyArray<Rating> => {
  const all = rows(marks).flatMap(runs)
  const mixed = all.filter((run) => paints(run).length === 2)
  const fulls = new Set(mixed.map((run) => paints(run)[0]))
  const empties = new Set(mixed.map((run) => paints(run)[1]))
  // What is full in one row and empty in another is a pattern, no rating.
  if (mixed.length === 0 || [...fulls].some((paint) => empties.has(paint))) return []
  return all.flatMap((run) => {
    const [first] = paints(run)
    if (!fulls.has(first) || paints(run).length > 2) return []
    return ratingOf(run, run.filter(({ paint }) => paint === first).length)
  })
}
