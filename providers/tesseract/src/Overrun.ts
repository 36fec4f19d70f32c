/** Where a text runs over the gutter into the next column, the engine reads both as one word: it is parted, and each part read alone. */
import type { Region } from "./Regions.js"
import type { Ink } from "./Table.js"

/** Measured: words over two columns are believed in less than this. */
const maxConfidence = 0.5
/** Of the height of the word: how tall the column is, and how far the word reaches into it and begins before it. */
const minColumn = 6
const minReach = 1.5
/** The same: where letters begin in a column. */
const inset = 0.25

/** Where the column begins that the word runs into, in pixels, or null where it runs into none. */
const edgeIn = ({ bottom, confidence, left, right, top }: Ink, regions: ReadonlyArray<Region>): number | null => {
  const height = bottom - top
  const column = confidence < maxConfidence
    ? regions.find((region) => region.height >= minColumn * height && region.left - left >= minReach * height && right - region.left >= minReach * height &&
      (region.top >= bottom || region.top + region.height <= top))
    : undefined
  return column?.left ?? null
}

/** The words of a line, with those parted that run into a column; `readAgain` says what stands in a part. */
export const parted = (line: ReadonlyArray<Ink>, regions: ReadonlyArray<Region>, readAgain: (part: Ink) => ReadonlyArray<Ink>): ReadonlyArray<Ink> =>
  line.flatMap((word) => {
    const edge = edgeIn(word, regions)
    if (edge === null) return [word]
    const parts = [{ ...word, right: edge - 1 }, { ...word, left: edge }].map(readAgain)
    const [before, after] = parts, height = word.bottom - word.top, gutter = edge - Math.round(height), start = edge + Math.round(inset * height)
    if (before === undefined || after === undefined || before.length === 0 || after.length === 0) return [word]
    // The white of the gutter is given back to it, so that whoever looks for columns sees it.
    return [...before.map((part) => ({ ...part, right: Math.min(part.right, gutter) })), ...after.map((part) => ({ ...part, left: Math.max(part.left, start) }))]
  })
