/** The size of the font that words are set in, from the height of their ink and the letters that they are made of. */
import type { Ink } from "./Table.js"

/** em: how far the letters of common fonts rise above the baseline, and fall below it */
const accentedCapital = 0.93
const ascender = 0.75
const capital = 0.715
const dotted = 0.71
const tee = 0.65
const small = 0.525
const descent = 0.215
const comma = 0.14

const marks = /\p{M}/u
const falls = /[gjpqyçşąęQ()[\]{}|@]/u
/** In some fonts they fall below the baseline, in others not. */
const uncertain = /[JQf]/u
/** A single letter says little: its box is a few pixels high. */
const minLetters = 2
/** of the size of the line: longer words beyond it are set in another one */
const maxDeviation = 0.2
const minOwn = 4

const riseOf = (character: string): number => {
  const [letter = "", ...others] = [...character.normalize("NFD")]
  const isAccented = others.some((other) => marks.test(other))
  if (/\p{Lu}/u.test(letter)) return isAccented && !/[ĄĘÇŞ]/u.test(character) ? accentedCapital : capital
  if (/[bdfhklßł()[\]{}|/@&$£€]/u.test(letter)) return ascender
  if (/\p{N}/u.test(letter)) return capital
  if (isAccented && !/[ąęçş]/u.test(character)) return ascender
  if (/[ij]/u.test(letter)) return dotted
  return letter === "t" ? tee : small
}

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export const height = ({ bottom, top }: Ink): number => bottom - top

/** Below the baseline, as a share of the em. */
export const fallOf = (text: string): number => (falls.test(text) ? descent : /[,;]/.test(text) ? comma : 0)

/** In pixels; null where the letters do not say it. */
const emOf = (word: Ink): number | null =>
  (word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < minLetters
    ? null
    : height(word) / (Math.max(...[...word.text].map(riseOf)) + fallOf(word.text))

/** In pixels, of the words of one line: that of the line, where a word and its neighbours do not clearly differ. */
export const sizes = (line: ReadonlyArray<Ink>): ReadonlyArray<number> => {
  const own = line.map(emOf)
  const isCertain = line.some((word, index) => own[index] !== null && !uncertain.test(word.text))
  const known = line.flatMap((word, index) => {
    const em = own[index] ?? null
    return em === null || (isCertain && uncertain.test(word.text)) ? [] : Array.from({ length: word.text.length }, () => em)
  })
  const usual = known.length > 0 ? median(known) : median(line.map(height)) * 1.4
  return own.map((em, index) => {
    const word = line[index]?.text ?? ""
    if (em === null || word.length < minOwn || uncertain.test(word)) return usual
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
