/** From the ink that the engine saw to words as decoders give them: with the size of their font, and bullets as bullets. */
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import type { Ink } from "./Table.js"
import * as Weight from "./Weight.js"

/** em: how far letters of common fonts rise above the baseline, and fall below it */
const capitalHeight = 0.72
const smallHeight = 0.52
const descent = 0.21

const rises = /[\p{Lu}\p{N}bdfhijklt\u00df-\u00ff()[\]{}|/&@#%$£€?!ł]/u
const falls = /[gjpqyçşąęQ,;()[\]{}|@]/u
const isLetters = /[\p{L}\p{N}]/u
/** What the engine makes of a disc, a square or an arrow before an item. */
const bulletLike = /^[•·«»*¢©®°+@¤§><=~oOe0.■□▪●○-]{1,2}$/u
const bulletSign = /^[•·«»*¢©®°+@¤§><=~■□▪●○]{1,2}$/u

const bullet = "•"

/** em */
const maxBullet = 0.62
const minBulletGap = 0.42
/** Signs that the engine itself doubts are specks, icons and pieces of lines. */
const minSignConfidence = 0.4
const minConfidence = 0.08

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const height = ({ bottom, top }: Ink): number => bottom - top

/** Size of the font that a word of this height is set in; unknown for signs alone. */
const emOf = (word: Ink): number | null =>
  isLetters.test(word.text)
    ? height(word) / ((rises.test(word.text) ? capitalHeight : smallHeight) + (falls.test(word.text) ? descent : 0))
    : null

/** Sizes of the words of one line: that of the line, where the word does not clearly differ. */
const emsOf = (line: ReadonlyArray<Ink>): ReadonlyArray<number> => {
  const own = line.map(emOf)
  const known = own.filter((em) => em !== null)
  const usual = known.length > 0 ? median(known) : median(line.map(height))
  return own.map((em) => (em !== null && (em > 1.3 * usual || em < 0.7 * usual) ? em : usual))
}

const baselineOf = (word: Ink, em: number): number => word.bottom - (falls.test(word.text) ? descent * em : 0)

const isBullet = (word: Ink, next: Ink | undefined, em: number, baseline: number): boolean => {
  if (next === undefined || !bulletLike.test(word.text)) return false
  const isSmall = word.right - word.left < maxBullet * em && height(word) < maxBullet * em
  const stands = baseline - word.bottom < 0.07 * em
  return isSmall && (next.left - word.right > minBulletGap * em || (bulletSign.test(word.text) && !stands))
}

const isNoise = ({ confidence, text }: Ink): boolean =>
  confidence < (isLetters.test(text) ? minConfidence : minSignConfidence) && !/^[-–—|/&•·]$/.test(text)

interface Placed {
  readonly ink: Ink
  readonly text: string
  readonly em: number
  readonly baseline: number
}

const placed = (line: ReadonlyArray<Ink>): ReadonlyArray<Placed> => {
  const ems = emsOf(line)
  const usual = median(ems)
  const usualBaseline = median(line.filter(({ text }) => isLetters.test(text)).map((word) => baselineOf(word, usual)))
  return line.flatMap((ink, index) => {
    const em = ems[index] ?? usual
    const baseline = isLetters.test(ink.text) || usualBaseline === 0 ? baselineOf(ink, em) : usualBaseline
    if (index === 0 && isBullet(ink, line[1], em, usualBaseline)) return [{ ink, text: bullet, em, baseline: usualBaseline }]
    return isNoise(ink) ? [] : [{ ink, text: ink.text, em, baseline }]
  })
}

/** Words in points, with the box of their em. */
export const make = (picture: Picture.Picture, lines: ReadonlyArray<ReadonlyArray<Ink>>): ReadonlyArray<Document.Word> => {
  const words = lines.flatMap(placed)
  const bold = Weight.bold(picture, words.map(({ ink }) => ink), words.map(({ em }) => em))
  const points = 72 / picture.resolution
  return words.map(({ baseline, em, ink, text }, index) => ({
    text,
    box: { x: ink.left * points, y: (baseline - 0.8 * em) * points, width: (ink.right - ink.left) * points, height: em * points },
    fontSize: em * points,
    bold: bold[index] ?? false,
    italic: false,
    color: null,
    url: null,
    confidence: ink.confidence
  }))
}
