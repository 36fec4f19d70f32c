/** Bullets that were drawn, not written: browsers paint the discs and squares of a list. They become words. */
import type { Document } from "@excv/schema"

/** em: of a bullet; a larger dot marks an entry on a time line */
const maxSize = 0.6
/** em: between a bullet and its text */
const minGap = 0.1
const maxGap = 2
/** em: dots closer than this stand in a row, as those of a rating do */
const minDistance = 1.6

/** A page with more dots is an illustration. */
const maxDots = 300

const middle = (box: Document.Box): number => box.y + box.height / 2

const right = (box: Document.Box): number => box.x + box.width

/** The bullet stands before the word, at half the height of its small letters or so. */
const precedes = (dot: Document.Box, { box, fontSize }: Document.Word): boolean => {
  const gap = box.x - right(dot)
  const isLevel = middle(dot) > box.y + 0.25 * fontSize && middle(dot) < box.y + 0.85 * fontSize
  return isLevel && gap >= minGap * fontSize && gap <= maxGap * fontSize && Math.max(dot.width, dot.height) <= maxSize * fontSize
}

/** A word stands right before the dot: it is a full stop, a separator, part of a drawing. */
const isPreceded = (dot: Document.Box, { box, fontSize }: Document.Word): boolean =>
  middle(dot) > box.y && middle(dot) < box.y + box.height && right(box) <= dot.x + 1 && dot.x - right(box) < 2 * fontSize

const isInRow = (dot: Document.Box, dots: ReadonlyArray<Document.Box>, fontSize: number): boolean =>
  dots.some((other) => other !== dot && Math.abs(middle(other) - middle(dot)) < 1 && Math.abs(other.x - dot.x) > 0.5 &&
    Math.abs(other.x - dot.x) < minDistance * fontSize)

const bulletOf = (dot: Document.Box, word: Document.Word): Document.Word =>
  ({ ...word, text: "\u2022", box: { x: dot.x, y: word.box.y, width: dot.width, height: word.box.height }, bold: false, italic: false, url: null })

/** The words, with a bullet before each that a dot was drawn for. */
export const add = (words: ReadonlyArray<Document.Word>, dots: ReadonlyArray<Document.Box>): ReadonlyArray<Document.Word> => {
  if (dots.length > maxDots) return words
  const bullets = new Map<Document.Word, Document.Word>()
  for (const dot of dots) {
    const [word] = words.filter((candidate) => precedes(dot, candidate)).sort((a, b) => a.box.x - b.box.x)
    if (word === undefined || isInRow(dot, dots, word.fontSize) || words.some((other) => isPreceded(dot, other))) continue
    bullets.set(word, bulletOf(dot, word))
  }
  return words.flatMap((word) => {
    const bullet = bullets.get(word)
    return bullet === undefined ? [word] : [bullet, word]
  })
}
