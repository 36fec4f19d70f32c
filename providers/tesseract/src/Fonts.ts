/** The size of the font that words are set in, from the height of their ink and the letters that they are made of. */
import type { Ink } from "./Table.js"

/** em: how far letters and commas fall below the baseline */
const descent = 0.215
const comma = 0.14

const marks = /\p{M}/u
const falls = /[gjpqyçşąęQ()[\]{}|@]/u
/** In some fonts they fall below the baseline, in others not; the accent of a capital may be lost. */
const uncertain = /[JQ]|\p{Lu}\p{M}/u
/** A single letter says little: its box is a few pixels high. */
const minLetters = 2
/** of the size of the line: longer words beyond it are set in another one */
const maxDeviation = 0.2
const minOwn = 4

type Rise = "accentedCapital" | "ascender" | "capital" | "digit" | "dotted" | "tee" | "small"

/** em: how far letters of common fonts rise above the baseline */
const rises: Readonly<Record<Rise, number>> = {
  accentedCapital: 0.93, ascender: 0.75, capital: 0.715, digit: 0.71, dotted: 0.71, tee: 0.65, small: 0.525
}

const riseOf = (character: string): Rise => {
  const [letter = "", ...others] = [...character.normalize("NFD")]
  const isAccented = others.some((other) => marks.test(other))
  if (/\p{Lu}/u.test(letter)) return isAccented && !/[ĄĘÇŞ]/u.test(character) ? "accentedCapital" : "capital"
  if (/[bdfhklßł()[\]{}|/@&$£€]/u.test(letter)) return "ascender"
  if (/\p{N}/u.test(letter)) return "digit"
  if (isAccented && !/[ąęçş]/u.test(character)) return "ascender"
  if (/[ij]/u.test(letter)) return "dotted"
  return letter === "t" ? "tee" : "small"
}

/** What a word's height depends on: its highest letter, and whether one falls below the baseline. */
const shapeOf = (text: string): { readonly name: string; readonly share: number } => {
  const highest = [...text].map(riseOf).reduce((best, rise) => (rises[rise] > rises[best] ? rise : best), "small")
  const fall = falls.test(text) ? descent : /[,;]/.test(text) ? comma : 0
  return { name: `${highest} ${fall}`, share: rises[highest] + fall }
}

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export const height = ({ bottom, top }: Ink): number => bottom - top

/** Below the baseline, as a share of the em. */
export const fallOf = (text: string): number => (falls.test(text) ? descent : /[,;]/.test(text) ? comma : 0)

const isUncertain = ({ text }: Ink): boolean => uncertain.test(text.normalize("NFD"))

const isMeasured = ({ text }: Ink): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= minLetters

/** By the shape of a word: its height as a share of the em, in the font of this page. */
type Font = ReadonlyMap<string, number>

/** In pixels; null where the letters do not say it. */
const emOf = (word: Ink, font: Font): number | null => {
  if (!isMeasured(word)) return null
  const { name, share } = shapeOf(word.text)
  return height(word) / (font.get(name) ?? share)
}

/** of the size of most words: others of it are the same font */
const sameFont = 0.12
const minSamples = 4

/** Fonts differ in how far their letters rise and fall: the words of the running text show it. */
export const fontOf = (words: ReadonlyArray<Ink>): Font => {
  const common: Font = new Map()
  const measured = words.filter((word) => isMeasured(word) && !isUncertain(word))
  const usual = median(measured.map((word) => emOf(word, common) ?? 0))
  const shares = new Map<string, Array<number>>()
  for (const word of measured) {
    const em = emOf(word, common) ?? 0
    if (Math.abs(em / usual - 1) > sameFont) continue
    const { name } = shapeOf(word.text)
    shares.set(name, [...shares.get(name) ?? [], height(word) / usual])
  }
  return new Map([...shares].flatMap(([name, seen]) => (seen.length < minSamples ? [] : [[name, median(seen)] as const])))
}

/** A capital without its accent is one size larger: of both, the size that the page has. */
const eitherOf = (word: Ink, font: Font, known: ReadonlyArray<number>): number | null => {
  const em = emOf(word, font)
  if (em === null || !isUncertain(word) || known.length === 0) return em
  const bare = emOf({ ...word, text: word.text.normalize("NFD").replace(/\p{M}/gu, "") }, font) ?? em
  const distance = (size: number) => Math.min(...known.map((other) => Math.abs(Math.log(size / other))))
  return distance(bare) < distance(em) ? bare : em
}

/** The sizes of the words whose letters leave no doubt. */
export const certainSizes = (words: ReadonlyArray<Ink>, font: Font): ReadonlyArray<number> =>
  words.flatMap((word) => (isUncertain(word) ? [] : emOf(word, font) ?? []))

/** In pixels, of the words of one line: that of the line, where a word and its neighbours do not clearly differ. */
export const sizes = (line: ReadonlyArray<Ink>, font: Font, certain: ReadonlyArray<number>): ReadonlyArray<number> => {
  const own = line.map((word) => eitherOf(word, font, certain))
  const isCertain = line.some((word, index) => own[index] !== null && !isUncertain(word))
  const known = line.flatMap((word, index) => {
    const em = own[index] ?? null
    return em === null || (isCertain && isUncertain(word)) ? [] : Array.from({ length: word.text.length }, () => em)
  })
  const usual = known.length > 0 ? median(known) : median(line.map(height)) * 1.4
  return own.map((em, index) => {
    const word = line[index]?.text ?? ""
    if (em === null || word.length < minOwn || (line[index] !== undefined && isUncertain(line[index]))) return usual
    const around = median([own[index - 1], em, own[index + 1]].filter((one) => one !== null && one !== undefined))
    const closer = Math.abs(around - em) < Math.abs(em - usual) ? around : em
    return Math.abs(closer / usual - 1) > maxDeviation ? closer : usual
  })
}

/** Shares of a size, as logarithms: how far measurements of one size lie apart, and the steps in which sizes are looked at. */
const spread = 0.032
const step = 0.005

export interface Measured {
  readonly em: number
  /** letters that were measured */
  readonly weight: number
}

/**
 * Sizes as a page has them: few, each of many words. Measurements pile up around the true sizes; each goes to the top of
 * the pile that it lies on.
 */
export const snapped = (measured: ReadonlyArray<Measured>): ReadonlyArray<number> => {
  const density = (place: number): number =>
    measured.reduce((sum, { em, weight }) => sum + Math.sqrt(weight) * Math.exp(-0.5 * ((Math.log(em) - place) / spread) ** 2), 0)
  const tops = new Map<number, number>()
  const topOf = (em: number): number => {
    let place = Math.round(Math.log(em) / step) * step, here = density(place)
    for (;;) {
      const up = density(place + step), down = density(place - step)
      if (here >= up && here >= down) return Math.exp(place)
      place += up > down ? step : -step
      here = Math.max(up, down)
    }
  }
  return measured.map(({ em }) => {
    const known = tops.get(em)
    if (known !== undefined) return known
    const top = topOf(em)
    tops.set(em, top)
    return top
  })
}
