/** Words in small frames of their own side by side: each is an item, which a sign behind it says in the text. */
import type { Document } from "@excv/schema"
import type { Mark } from "../content/Marks.js"

/** em: from the frame to its text */
const maxPadding = 2
const maxHeight = 2.8
const minHeight = 0.95
/** points */
const maxWidth = 260
const minGap = 1
/** em: from one frame to the next */
const maxGap = 2.5
/** A page with more frames has a table or a drawing. */
const maxFrames = 400

interface Chip {
  readonly box: Document.Box
  readonly last: Document.Word
}

const right = (box: Document.Box): number => box.x + box.width

const middle = (box: Document.Box): number => box.y + box.height / 2

const isIn = (box: Document.Box, word: Document.Word): boolean =>
  word.box.x >= box.x - 0.5 && right(word.box) <= right(box) + 0.5 && middle(word.box) > box.y && middle(word.box) < box.y + box.height

const chipOf = (box: Document.Box, words: ReadonlyArray<Document.Word>): Chip | null => {
  const own = words.filter((word) => isIn(box, word))
  const [first] = own
  if (first === undefined || own.length > 6) return null
  const start = Math.min(...own.map((word) => word.box.x))
  const last = own.reduce((best, word) => (right(word.box) > right(best.box) ? word : best))
  const em = first.fontSize
  const isTight = start - box.x < maxPadding * em && right(box) - right(last.box) < maxPadding * em && box.height < maxHeight * em && box.height > minHeight * em
  return isTight && own.every((word) => Math.abs(middle(word.box) - middle(first.box)) < 0.3 * em) ? { box, last } : null
}

const isBeside = (one: Chip, other: Chip): boolean => {
  const gap = other.box.x - right(one.box)
  return Math.abs(middle(one.box) - middle(other.box)) < 1 && Math.abs(one.box.height - other.box.height) < 1 && gap > minGap && gap < maxGap * one.last.fontSize
}

/** The row of frames goes on in the next one, which begins below. */
const goesOn = (row: Chip, other: Chip): boolean => {
  const drop = other.box.y - row.box.y
  return Math.abs(row.box.height - other.box.height) < 1 && drop > row.box.height * 0.9 && drop < row.box.height * 2.2 && Math.abs(row.last.fontSize - other.last.fontSize) < 0.2 &&
    other.box.x < right(row.box)
}

const signAfter = ({ last }: Chip): Document.Word =>
  ({ ...last, text: "|", box: { ...last.box, x: right(last.box) + 0.15 * last.fontSize, width: 0.2 * last.fontSize }, bold: false, italic: false, url: null })

/** The words, with a sign behind each framed item that another one follows. */
export const add = (words: ReadonlyArray<Document.Word>, marks: ReadonlyArray<Mark>): ReadonlyArray<Document.Word> => {
  const frames = marks.filter(({ box }) => box.height > 7 && box.width > 8 && box.width < maxWidth)
  if (frames.length < 2 || frames.length > maxFrames) return words
  const chips: Array<Chip> = []
  for (const { box } of frames) {
    const chip = chipOf(box, words)
    if (chip !== null && !chips.some(({ last }) => last === chip.last)) chips.push(chip)
  }
  const inRows = chips.filter((chip) => chips.some((other) => isBeside(chip, other) || isBeside(other, chip)))
  const followed = chips.filter((chip) => inRows.some((other) => isBeside(chip, other)) || inRows.includes(chip) && chips.some((other) => goesOn(chip, other)))
  if (followed.length === 0) return words
  const signs = new Map(followed.map((chip) => [chip.last, signAfter(chip)]))
  return words.flatMap((word) => {
    const sign = signs.get(word)
    return sign === undefined ? [word] : [word, sign]
  })
}
