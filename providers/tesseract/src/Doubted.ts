/** Words of a coarse picture that the engine doubts: their line is read again enlarged, and of both readings of a word the surer one is kept. */
import type { Picture } from "@excv/provider"
import * as Addresses from "./Addresses.js"
import * as Enlarged from "./Enlarged.js"
import type { Ink } from "./Table.js"

/** Measured: of words believed in more than this, the first reading is as often the right one. */
const sure = 0.85
/** of the wider word: so much in common, both are readings of the same letters */
const minShared = 0.75
/** letters */
const maxLonger = 2

type Line = ReadonlyArray<Ink>

const isDoubted = (word: Ink): boolean => word.confidence < sure && /[\p{L}\p{N}]{2}/u.test(word.text) && !Addresses.isAddress(word)

const isSame = (one: Ink, other: Ink): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) >= minShared * Math.max(one.right - one.left, other.right - other.left)

const surer = (word: Ink, again: Line): Ink => {
  const other = isDoubted(word) ? again.find((one) => isSame(one, word)) : undefined
  const isBetter = other !== undefined && other.confidence > word.confidence && Math.abs(other.text.length - word.text.length) <= maxLonger
  return isBetter ? { ...word, text: other.text, confidence: other.confidence } : word
}

/** `readLine` says what stands in a picture of one line, in its pixels. */
export const again = async (picture: Picture.Picture, lines: ReadonlyArray<Line>, readLine: (picture: Picture.Picture) => Promise<Line>): Promise<ReadonlyArray<Line>> => {
  if (picture.resolution >= Enlarged.coarse) return lines
  const read: Array<Line> = []
  for (const line of lines) {
    if (!line.some(isDoubted)) {
      read.push(line)
      continue
    }
    const strip = Enlarged.line(picture, line), found = (await readLine(strip.picture)).map(strip.placed)
    read.push(line.map((word) => surer(word, found)))
  }
  return read
}
