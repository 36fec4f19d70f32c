/** Ratings that were drawn, not written: rows of dots and stars, and bars on their track. They become words, as signs. */
import type { Document } from "@excv/schema"
import type { Mark } from "../content/Marks.js"
import * as Bars from "./Bars.js"
import * as Dots from "./Dots.js"
import type { Rating } from "./Rating.js"

/** em: between a label and the rating beside it, and above it */
const maxGap = 30
const maxGapBefore = 3
const maxDrop = 1.3

const middle = (box: Document.Box): number => box.y + box.height / 2

const right = (box: Document.Box): number => box.x + box.width

const isBeside = ({ box }: Rating, word: Document.Word): boolean =>
  Math.abs(middle(box) - middle(word.box)) < 0.6 * word.fontSize && (right(word.box) <= box.x + 1 || word.box.x >= right(box) - 1 && word.box.x - right(box) < maxGapBefore * word.fontSize)

const isAbove = ({ box }: Rating, word: Document.Word): boolean => {
  const drop = box.y - (word.box.y + word.box.height)
  return drop > -0.5 * word.fontSize && drop < maxDrop * word.fontSize && word.box.x >= box.x - 2 && (right(word.box) <= right(box) + 2 || word.box.x < box.x + 2)
}

const gapTo = ({ box }: Rating, word: Document.Word): number => Math.max(box.x - right(word.box), word.box.x - right(box), 0)

const byGap = (rating: Rating, words: ReadonlyArray<Document.Word>): Document.Word | undefined =>
  words.reduce<Document.Word | undefined>((best, word) => (best === undefined || gapTo(rating, word) < gapTo(rating, best) ? word : best), undefined)

/** A word at the far end of the line above a rating says the same in a word. */
const isWritten = ({ box }: Rating, line: ReadonlyArray<Document.Word>, last: Document.Word): boolean =>
  right(box) - right(last.box) < 0.5 * last.fontSize && line.some((word) => word !== last) &&
  line.every((word) => word === last || last.box.x - right(word.box) > 1.5 * last.fontSize)

/** It says in figures what the rating says in signs. */
const isFigure = ({ text }: Document.Word): boolean => /^\d{1,3}\s?%$|^\d{1,2}\/\d{1,2}$|^%$/.test(text)

/** The word that the signs follow, and where they stand. */
interface Place {
  readonly label: Document.Word
  readonly line: ReadonlyArray<Document.Word>
  readonly box: Document.Box
}

const under = (rating: Rating, line: ReadonlyArray<Document.Word>): Place | null => {
  const last = line.reduce<Document.Word | undefined>((best, word) => (best === undefined || right(word.box) > right(best.box) ? word : best), undefined)
  if (last === undefined || isWritten(rating, line, last)) return null
  const { box, fontSize } = last
  return { label: last, line, box: { x: right(box) + 0.3 * fontSize, y: box.y, width: 0.2 * fontSize * rating.of, height: box.height } }
}

/** em: the space between two words */
const maxSpace = 0.5

/** The words of the lowest line right above, also those of a label that is longer than the rating. */
const lineAbove = (rating: Rating, words: ReadonlyArray<Document.Word>): ReadonlyArray<Document.Word> => {
  const above = words.filter((word) => isAbove(rating, word))
  const lowest = Math.max(...above.map(({ box }) => middle(box)))
  const line = above.filter((word) => middle(word.box) > lowest - 0.5 * word.fontSize)
  const rightOf = (last: Document.Word) => words.find(({ box }) => Math.abs(middle(box) - middle(last.box)) < 0.2 * last.fontSize && box.x > last.box.x && box.x - right(last.box) < maxSpace * last.fontSize)
  for (let next = line.map(rightOf).find((word) => word !== undefined && !line.includes(word)); next !== undefined; next = rightOf(next)) line.push(next)
  return line
}

const next = (rating: Rating, words: ReadonlyArray<Document.Word>): Place | null => {
  const line = words.filter((word) => isBeside(rating, word))
  const label = byGap(rating, line)
  if (label === undefined || gapTo(rating, label) > maxGap * label.fontSize) return null
  return { label, line, box: { x: rating.box.x, y: label.box.y, width: rating.box.width, height: label.box.height } }
}

/** A single bar may be an ornament of a heading: it rates only what is set as the text is. */
const isPlain = (word: Document.Word, words: ReadonlyArray<Document.Word>): boolean => {
  const sizes = words.map(({ fontSize }) => fontSize).sort((one, other) => one - other)
  return !word.bold && word.fontSize <= (sizes[Math.floor(sizes.length / 2)] ?? 0) * 1.05
}

/** The signs of a rating, on the line of its label; null for a drawing that labels nothing or says what figures say already. */
const wordOf = (rating: Rating, words: ReadonlyArray<Document.Word>): Document.Word | null => {
  const above = lineAbove(rating, words)
  const place = above.length > 0 ? under(rating, above) : next(rating, words)
  if (place === null || place.line.some(isFigure) || !rating.isSure && !isPlain(place.label, words)) return null
  const { color, fontSize } = place.label
  const text = "\u25CF".repeat(rating.full) + "\u25CB".repeat(rating.of - rating.full)
  return { text, box: place.box, fontSize, bold: false, italic: false, color, url: null, confidence: null }
}

/** The accent under a heading is as long as the heading. */
const isAccent = (rating: Rating, words: ReadonlyArray<Document.Word>): boolean => {
  const above = lineAbove(rating, words)
  return above.length > 0 && Math.abs(rating.box.x + rating.length - Math.max(...above.map(({ box }) => right(box)))) < 2
}

/** The words, with the signs of each drawn rating that has a label. */
export const add = (words: ReadonlyArray<Document.Word>, marks: ReadonlyArray<Mark>): ReadonlyArray<Document.Word> => {
  const ratings = [...Dots.ratings(marks), ...Bars.ratings(marks, words)]
  const accents = ratings.filter((rating) => isAccent(rating, words)).length
  return accents > ratings.length / 2 || ratings.length === 0 ? words : [...words, ...ratings.flatMap((rating) => wordOf(rating, words) ?? [])]
}
