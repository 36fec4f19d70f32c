/** The size of the font that words are set in, from the height of their ink and the letters that they are made of. */
import { median } from "./Median.js"
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

/** Accents above a row of capitals stand apart from them, and are not measured. */
export const isCapitals = (text: string): boolean => text.length >= 3 && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

const bareOf = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "")

/** What a word's height depends on: its highest letter, and whether one falls below the baseline. */
const shapeOf = (text: string): { readonly name: string; readonly share: number } => {
  const highest = [...(isCapitals(text) ? bareOf(text) : text)].map(riseOf).reduce((best, rise) => (rises[rise] > rises[best] ? rise : best), "small")
  const fall = falls.test(text) ? descent : /[,;]/.test(text) ? comma : 0
  return { name: `${highest} ${fall}`, share: rises[highest] + fall }
}

export const height = ({ bottom, top }: Ink): number => bottom - top

/** Below the baseline, as a share of the em. */
export const fallOf = (text: string): number => (falls.test(text) ? descent : /[,;]/.test(text) ? comma : 0)

const isUncertain = ({ text }: Ink): boolean => uncertain.test(isCapitals(text) ? bareOf(text) : text.normalize("NFD"))

const isMeasured = ({ text }: Ink): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= minLetters

/** By the shape of a word: its height as a share of the em, in the font of this page. */
type Font = ReadonlyMap<string, number>

/** In pixels; null where the letters do not say it. */
const emOf = (word: Ink, font: Font): number | null => {
  if (!isMeasured(word)) return null
  const { name, share } = shapeOf(word.text)
  return height(word) / (font.get(name) ?? share)
}

const minWords = 3
const minSamples = 4
const rounds = 3

/**
 * Fonts differ in how far their letters rise and fall. Words of one line are of one size, so each line shows how the shapes
 * of its words compare: sizes of lines and heights of shapes are fitted in turn.
 */
export const fontOf = (lines: ReadonlyArray<ReadonlyArray<Ink>>): Font => {
  const measured = lines.map((line) => line.filter((word) => isMeasured(word) && !isUncertain(word))).filter((line) => line.length >= minWords)
  let font: Font = new Map()
  for (let round = 0; round < rounds; round++) {
    const shares = new Map<string, { readonly share: number; readonly seen: Array<number> }>()
    for (const line of measured) {
      const size = median(line.map((word) => emOf(word, font) ?? 0))
      for (const word of line) {
        const { name, share } = shapeOf(word.text)
        const known = shares.get(name) ?? { share, seen: [] }
        known.seen.push(height(word) / size)
        shares.set(name, known)
      }
    }
    const fitted = [...shares].flatMap(([name, { seen, share }]) => (seen.length < minSamples ? [] : [[name, median(seen), share] as const]))
    // The em of a font cannot be seen: on the whole, letters rise as they do in common fonts.
    const drift = median(fitted.map(([, found, share]) => found / share))
    font = new Map(fitted.map(([name, found]) => [name, found / drift]))
  }
  return font
}

/** A capital without its accent is one size larger: of both, the size that the page has. */
const eitherOf = (word: Ink, font: Font, known: ReadonlyArray<number>): number | null => {
  const em = emOf(word, font)
  if (em === null || !isUncertain(word) || known.length === 0) return em
  const bare = emOf({ ...word, text: bareOf(word.text) }, font) ?? em
  const distance = (size: number) => Math.min(...known.map((other) => Math.abs(Math.log(size / other))))
  return distance(bare) < distance(em) ? bare : em
}

/** The sizes of the words whose letters leave no doubt. */
export const certainSizes = (words: ReadonlyArray<Ink>, font: Font): ReadonlyArray<number> =>
  words.flatMap((word) => (isUncertain(word) ? [] : emOf(word, font) ?? []))

const nearest = (em: number, sizes: ReadonlyArray<number>): number =>
  sizes.reduce((best, size) => (Math.abs(Math.log(em / size)) < Math.abs(Math.log(em / best)) ? size : best))

/** How much larger than its small capitals a font may be. */
const maxSmallCapital = 1.4

const isCapitalsInk = ({ text }: Ink): boolean => isCapitals(text)

/** In pixels, of the words of one line: that of the line, where a word and its neighbours do not clearly differ. */
export const sizes = (line: ReadonlyArray<Ink>, font: Font, certain: ReadonlyArray<number>): ReadonlyArray<number> => {
  const own = line.map((word) => eitherOf(word, font, certain))
  const isCertain = line.some((word, index) => own[index] !== null && !isUncertain(word))
  const known = line.flatMap((word, index) => {
    const em = own[index] ?? null
    return em === null || (isCertain && isUncertain(word)) ? [] : Array.from({ length: word.text.length }, () => em)
  })
  const usual = known.length > 0 ? median(known) : median(line.map(height)) * 1.4
  // In small capitals only the words that begin with a large letter show the size.
  const letters = line.filter(({ text }) => /\p{L}{2}/u.test(text))
  if (letters.length > 1 && letters.every(({ text }) => text === text.toUpperCase()) && letters.some(isCapitalsInk)) {
    const largest = Math.max(...line.flatMap((word, index) => (isCapitalsInk(word) && (!isCertain || !isUncertain(word)) ? own[index] ?? [] : [])), usual)
    return own.map(() => Math.min(largest, maxSmallCapital * usual))
  }
  const isTelling = (index: number): boolean => {
    const word = line[index]
    return word !== undefined && word.text.length >= minOwn && !isUncertain(word)
  }
  const clear = own.map((em, index) => {
    if (em === null || !isTelling(index)) return usual
    const around = median([own[index - 1], em, own[index + 1]].filter((one) => one !== null && one !== undefined))
    const closer = Math.abs(around - em) < Math.abs(em - usual) ? around : em
    return Math.abs(closer / usual - 1) > maxDeviation ? closer : usual
  })
  // A word that says little is as large as what stands beside it, where that is closer than the line.
  return clear.map((size, index) => {
    const em = own[index] ?? null
    return em === null || isTelling(index) ? size : nearest(em, [size, ...[clear[index - 1], clear[index + 1]].filter((one) => one !== undefined)])
  })
}

/** Shares of a size, as logarithms: how far measurements of one size lie apart, and the steps in which sizes are looked at. */
const spread = 0.032
const step = 0.005
/** What it costs a line to be of another size than the one before it, and how far measurements of short lines lie apart. */
const changeCost = 1.5
const lineSpread = 1.5 * spread

/** Words of one size, in pixels, by their letters. */
export interface Measured {
  readonly em: number
  readonly letters: number
}

/** Sizes as a page has them: few, each of many words. Measurements pile up around the true sizes; each goes to the top of the pile that it lies on. */
const topsOf = (measured: ReadonlyArray<Measured>): ReadonlyMap<number, number> => {
  const densities = new Map<number, number>()
  const density = (steps: number): number => {
    const known = densities.get(steps)
    if (known !== undefined) return known
    const found = measured.reduce((sum, { em, letters }) => sum + Math.sqrt(letters) * Math.exp(-0.5 * ((Math.log(em) - steps * step) / spread) ** 2), 0)
    densities.set(steps, found)
    return found
  }
  const topOf = (em: number): number => {
    let steps = Math.round(Math.log(em) / step)
    for (;;) {
      const here = density(steps), up = density(steps + 1), down = density(steps - 1)
      if (here >= up && here >= down) return Math.exp(steps * step)
      steps += up > down ? 1 : -1
    }
  }
  return new Map([...new Set(measured.map(({ em }) => em))].map((em) => [em, topOf(em)]))
}

/** The likeliest size of each line, where lines that follow each other are mostly of one size: the path of least cost. */
const pathOf = (ems: ReadonlyArray<number>, tops: ReadonlyArray<number>): ReadonlyArray<number> => {
  let costs = tops.map(() => 0)
  const cheapest = (): number => costs.reduce((best, cost, index) => (cost < (costs[best] ?? Infinity) ? index : best), 0)
  // By line and size: the size of the line before.
  const steps = ems.map((em) => {
    const least = cheapest(), change = (costs[least] ?? 0) + changeCost
    const from = costs.map((cost, index) => (cost <= change ? index : least))
    costs = tops.map((top, index) => Math.min(costs[index] ?? 0, change) + 0.5 * (Math.log(em / top) / lineSpread) ** 2)
    return from
  })
  const path: Array<number> = []
  let last = cheapest()
  for (const from of steps.reverse()) {
    path.push(tops[last] ?? 0)
    last = from[last] ?? last
  }
  return path.reverse()
}

/** The size of each word of the lines of a page; words that differ from their line keep their own. */
export const snapped = (lines: ReadonlyArray<ReadonlyArray<Measured>>): ReadonlyArray<ReadonlyArray<number>> => {
  const tops = topsOf(lines.flat()), usual = lines.map((line) => median(line.map(({ em }) => em)))
  const path = pathOf(usual, [...new Set(tops.values())])
  return lines.map((line, index) => line.map(({ em }) => (em === usual[index] ? path[index] : tops.get(em)) ?? em))
}
