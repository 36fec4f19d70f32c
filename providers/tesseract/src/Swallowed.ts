/** Words at the end of a line, or beside it, that the engine took for a picture: the line is read again together with them. */
import type { Ink } from "./Table.js"

/** Of the height of the line: how tall the picture is, and how far it stands from the line. */
const maxHeight = 2.2
const maxGap = 2
/** A line is read again only into words that are believed in. */
const minConfidence = 0.6

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Line = ReadonlyArray<Ink>

const around = (boxes: ReadonlyArray<Box>): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)), top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)), bottom: Math.max(...boxes.map(({ bottom }) => bottom))
})

const isBeside = (picture: Box, line: Box): boolean => {
  const height = line.bottom - line.top, middle = (line.top + line.bottom) / 2
  return picture.top < middle && picture.bottom > middle && picture.bottom - picture.top <= maxHeight * height &&
    picture.left - line.right <= maxGap * height && line.left - picture.right <= maxGap * height
}

const lettersOf = (line: Line): number => line.reduce((sum, { text }) => sum + text.length, 0)
const beliefOf = (line: Line): number => line.reduce((sum, { confidence, text }) => sum + text.length * confidence, 0) / Math.max(1, lettersOf(line))

/** `readLine` says what stands in a strip. */
export const restored = (lines: ReadonlyArray<Line>, pictures: ReadonlyArray<Box>, readLine: (strip: Box) => Line): ReadonlyArray<Line> =>
  pictures.length === 0 ? lines : lines.map((line) => {
    const box = around(line), beside = pictures.filter((picture) => isBeside(picture, box))
    const again = beside.length === 0 ? [] : readLine(around([box, ...beside]))
    return lettersOf(again) > lettersOf(line) && beliefOf(again) >= minConfidence ? again : line
  })
