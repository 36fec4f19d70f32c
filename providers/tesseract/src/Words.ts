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
const minEdgeConfidence = 0.6
const minSignConfidence = 0.3
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

/** At the edge of a line, a sign that the engine doubts is a speck, an icon, or a piece of what stands beside. */
const isNoise = ({ confidence, text }: Ink, isEdge: boolean): boolean =>
  isLetters.test(text)
    ? confidence < minConfidence && text.length <= 2
    : confidence < (isEdge ? minEdgeConfidence : minSignConfidence)

interface Placed {
  readonly ink: Ink
  readonly text: string
  readonly em: number
  readonly baseline: number
}

/** A disc close to its text is read as a part of the first word; where a quotation opens it also ends. */
const unglued = (line: ReadonlyArray<Ink>): ReadonlyArray<Ink> => {
  const [first, ...others] = line
  const sign = first?.text[0] ?? ""
  if (first === undefined || !/^[«»•·*¢©®°]\p{L}/u.test(first.text) || others.some(({ text }) => text.includes("»"))) return line
  const width = Math.min(height(first) * 0.4, (first.right - first.left) / first.text.length)
  return [
    { ...first, text: bullet, right: first.left + width },
    { ...first, text: first.text.slice(sign.length), left: first.left + 1.5 * width },
    ...others
  ]
}

/** em: a word that stands higher or lower than its line belongs to another, or is raised */
const maxStep = 0.4

const placed = (seen: ReadonlyArray<Ink>): ReadonlyArray<Placed> => {
  const line = unglued(seen)
  const ems = emsOf(line)
  const usual = median(ems)
  const letters = line.filter(({ text }) => isLetters.test(text))
  const shared = median((letters.length > 0 ? letters : line).map((word) => baselineOf(word, usual)))
  return line.flatMap((ink, index) => {
    const em = ems[index] ?? usual
    const own = baselineOf(ink, em)
    const baseline = isLetters.test(ink.text) && Math.abs(own - shared) > maxStep * em ? own : shared
    if (index === 0 && (ink.text === bullet || isBullet(ink, line[1], em, shared))) return [{ ink, text: bullet, em, baseline: shared }]
    return isNoise(ink, index === 0 || index === line.length - 1) ? [] : [{ ink, text: ink.text, em, baseline }]
  })
}

/** Measured sizes differ by a pixel or so: sizes within this share of the smallest of a group are one size. */
const sameSize = 1.055

/** Sizes as a page has them: few, each of many words. */
const snapped = (ems: ReadonlyArray<number>): ReadonlyArray<number> => {
  const groups: Array<Array<number>> = []
  for (const em of [...ems].sort((a, b) => a - b)) {
    const group = groups[groups.length - 1]
    if (group !== undefined && em <= (group[0] ?? 0) * sameSize) group.push(em)
    else groups.push([em])
  }
  return ems.map((em) => median(groups.find((group) => em <= (group[group.length - 1] ?? 0)) ?? [em]))
}

/** Words in points, with the box of their em. */
export const make = (picture: Picture.Picture, lines: ReadonlyArray<ReadonlyArray<Ink>>): ReadonlyArray<Document.Word> => {
  const measured = lines.flatMap(placed)
  const sizes = snapped(measured.map(({ em }) => em))
  const words = measured.map((word, index) => ({ ...word, em: sizes[index] ?? word.em }))
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
