/** From the ink that the engine saw to words as decoders give them: with the size of their font, and bullets as bullets. */
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import * as Addresses from "./Addresses.js"
import * as Context from "./Context.js"
import * as Fonts from "./Fonts.js"
import { median } from "./Median.js"
import * as Signs from "./Signs.js"
import * as Slant from "./Slant.js"
import type { Ink } from "./Table.js"
import * as Tight from "./Tight.js"
import * as Weight from "./Weight.js"

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
const minLetterConfidence = 0.9
const phoneLike = /^[+(]\d|^\d{3,4}[-/ ]/

const tightOf = (picture: Picture.Picture, word: Ink): Ink => isLetters.test(word.text) ? Tight.word(picture, word, !Fonts.isCapitals(word.text)) : word

const baselineOf = (word: Ink, em: number): number => word.bottom - Fonts.fallOf(word.text) * em

const isBullet = (word: Ink, next: Ink | undefined, em: number, baseline: number): boolean => {
  if (next === undefined || !bulletLike.test(word.text)) return false
  const isSmall = word.right - word.left < maxBullet * em && Fonts.height(word) < maxBullet * em
  const stands = baseline - word.bottom < 0.07 * em
  return isSmall && (next.left - word.right > minBulletGap * em || (bulletSign.test(word.text) && !stands))
}

/** A picture before a mail address, a phone number or a place: read as a letter, which stands further off than letters do. */
const isIcon = ({ confidence, right, text }: Ink, next: Ink | undefined, em: number): boolean =>
  next !== undefined && /^[\p{L}\p{N}@&$]{1,2}$/u.test(text) && next.left - right > minBulletGap * em &&
  (Addresses.isAddress(next) || phoneLike.test(next.text) || (text.length === 1 && confidence < minLetterConfidence))

/** The ends of a frame around a word: nobody writes a bracket with space on both sides. */
const isOutline = ({ text }: Ink): boolean => /^[()[\]{}|]$/.test(text) && text !== "|"

/** Beside such ends, the same may stick to a word: a bracket that has no other half in it. */
const unframed = (line: ReadonlyArray<Ink>): ReadonlyArray<Ink> =>
  line.some(isOutline)
    ? line.map((word) => (/^\([^()]+$|^[^()]+\)$/.test(word.text) ? { ...word, text: word.text.replace(/[()]/, "") } : word))
    : line

/** At the edge of a line, a sign that the engine doubts is a speck, an icon, or a piece of what stands beside. */
const isNoise = ({ confidence, text }: Ink, isEdge: boolean): boolean =>
  isLetters.test(text)
    ? confidence < minConfidence && text.length <= 2
    : confidence < (isEdge ? minEdgeConfidence : minSignConfidence)

/** A disc close to its text is read as a part of the first word; where a quotation opens it also ends. */
const unglued = (line: ReadonlyArray<Ink>): ReadonlyArray<Ink> => {
  const [first, ...others] = line
  const sign = first?.text[0] ?? ""
  if (first === undefined || !/^[«»•·*¢©®°]\p{L}/u.test(first.text) || others.some(({ text }) => text.includes("»"))) return line
  const width = Math.round(Math.min(Fonts.height(first) * 0.4, (first.right - first.left) / first.text.length))
  return [
    { ...first, text: bullet, right: first.left + width },
    { ...first, text: first.text.slice(sign.length), left: first.left + Math.round(1.5 * width) },
    ...others
  ]
}

/** em: a word that stands higher or lower than its line belongs to another, or is raised */
const maxStep = 0.4
/** em: a lower one was not seen as a whole, but for its dot or accent */
const minOwn = 0.3

const placed = (line: ReadonlyArray<Ink>, ems: ReadonlyArray<number>): ReadonlyArray<Signs.Placed> => {
  const usual = median(ems)
  const letters = line.filter(({ text }) => isLetters.test(text))
  const shared = median((letters.length > 0 ? letters : line).map((word) => baselineOf(word, usual)))
  return line.flatMap((ink, index) => {
    const em = ems[index] ?? usual
    const own = baselineOf(ink, em)
    const baseline = isLetters.test(ink.text) && Fonts.height(ink) > minOwn * em && Math.abs(own - shared) > maxStep * em ? own : shared
    if (index === 0 && (ink.text === bullet || isBullet(ink, line[1], em, shared) || isIcon(ink, line[1], usual))) return [{ ink, text: bullet, em, baseline: shared }]
    return isOutline(ink) || isNoise(ink, index === 0 || index === line.length - 1) ? [] : [{ ink, text: ink.text, em, baseline }]
  })
}

/** times the size of most lines: signs without letters in it are pieces of a picture */
const maxSigns = 2

const withoutPieces = (lines: ReadonlyArray<ReadonlyArray<Signs.Placed>>): ReadonlyArray<ReadonlyArray<Signs.Placed>> => {
  const usual = median(lines.flat().map(({ em }) => em))
  return lines.filter((line) => line.some(({ em, text }) => isLetters.test(text) || em < maxSigns * usual))
}

/** Words in points, with the box of their em. */
export const make = (picture: Picture.Picture, lines: ReadonlyArray<ReadonlyArray<Ink>>): ReadonlyArray<Document.Word> => {
  const tight = Context.withoutGrain(lines).map((line) => Context.settled(unframed(unglued(line))).map((word) => tightOf(picture, word)))
  const font = Fonts.fontOf(tight)
  const certain = Fonts.certainSizes(tight.flat(), font)
  const measured = withoutPieces(tight.map((line) => placed(line, Fonts.sizes(line, font, certain))))
  const sizes = Fonts.snapped(measured.map((line) => line.map(({ em, text }) => ({ em, letters: text.length }))))
  const resized = measured.map((line, row) => line.map((word, place) => ({ ...word, em: sizes[row]?.[place] ?? word.em })))
  const sized = Signs.add(picture, resized)
  const bold = Weight.bold(picture, sized).flat()
  const italic = Slant.italic(picture, sized.map((line) => line.map(({ ink }) => ink))).flat()
  const points = 72 / picture.resolution
  return sized.flat().map(({ baseline, em, ink, text }, place) => ({
    text,
    box: { x: ink.left * points, y: (baseline - 0.8 * em) * points, width: (ink.right - ink.left) * points, height: em * points },
    fontSize: em * points,
    bold: bold[place] ?? false,
    italic: italic[place] ?? false,
    color: null,
    url: null,
    confidence: ink.confidence
  }))
}
