/** Bold words by the thickness of their strokes. */
import type { Picture } from "@excv/provider"
import * as Ground from "./Ground.js"
import { median } from "./Median.js"
import * as Smooth from "./Smooth.js"
import type { Ink } from "./Table.js"

/** em: a longer run is a rule or a filled area, no stroke */
const maxRun = 0.4
/** of the darkness of the ink: paler is paper */
const minInk = 0.2
/** Of the runs of a word, sorted: stems are the shorter ones, bars of letters the longer ones. */
const stem = 0.45
/** Where the border between regular and bold may lie, in shares of the usual thickness: blur brings them together. */
const least = 1.17
const most = 1.42

interface Stem {
  /** Thickness of the stems, in pixels, with the grey of their edges counted in. */
  readonly thickness: number
  /** light letters on a dark ground, which look thinner or thicker than others of their weight */
  readonly isInverted: boolean
  /** from ink to paper, of 255 */
  readonly range: number
}

const stemOf = (picture: Picture.Picture, word: Ink, em: number): Stem => {
  const { pixels, width } = picture, { bottom, left, right, top } = word
  const { inks, isInverted, range } = Ground.of(picture, word)
  const runs: Array<number> = []
  for (let y = top; y < bottom; y++) {
    let run = 0
    for (let x = left; x <= right; x++) {
      const ink = x === right ? 0 : inks[pixels[y * width + x] ?? 255] ?? 0
      if (ink > minInk) run += ink
      else if (run > 0) {
        if (run < maxRun * em) runs.push(run)
        run = 0
      }
    }
  }
  return { thickness: runs.sort((a, b) => a - b)[Math.floor(runs.length * stem)] ?? 0, isInverted, range }
}

const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The border that parts the ratios best into two groups, by the variance between them. */
const borderOf = (ratios: ReadonlyArray<number>): number => {
  let border = most, best = 0
  for (let candidate = least; candidate <= most; candidate += 0.02) {
    const thick = ratios.filter((ratio) => ratio > candidate), thin = ratios.filter((ratio) => ratio <= candidate)
    const between = thick.length * thin.length * (mean(thick) - mean(thin)) ** 2
    if (thick.length > 0 && between > best) {
      best = between
      border = candidate
    }
  }
  return border
}

/** A ratio so far beyond the border is clear. */
const clear = 0.2

export interface Measured {
  readonly ink: Ink
  /** pixels */
  readonly em: number
}

/** Fewer words on a ground say nothing of its usual thickness. */
const minGround = 12

/** Of the ranges of the words of a page, sorted: that of words whose ink is as dark as it was printed. */
const inkShare = 0.85
/** pixels: thinner stems are blurred so that even their middle is pale; of thicker ones, pale ink is a colour */
const thin = 1.8
const thick = 3

/** A stem too thin to show its ink, in the thickness that it would have if the ink were as dark as that of the page. */
const inFullInk = (stem: Stem, inkRange: number): number =>
  stem.thickness * Math.min(1, stem.range / inkRange) ** Math.max(0, Math.min(1, (thick - stem.thickness) / (thick - thin)))

const inkRangeOf = (stems: ReadonlyArray<Stem>): number => {
  const ranges = stems.map(({ range }) => range).sort((a, b) => a - b)
  return ranges[Math.floor(ranges.length * inkShare)] ?? 1
}

/** A longer word so thick in its own ink is bold in a pale colour. */
const minColoured = 1.25
const minColouredLetters = 5

interface Seen extends Measured {
  /** null for signs and single letters */
  readonly stem: Stem | null
}

type Row = ReadonlyArray<Seen>

/** By the thickness of each word, how thick it is beside those of the page on the same kind of ground; 0 for what says nothing. */
const ratiosOf = (rows: ReadonlyArray<Row>, thicknessOf: (stem: Stem) => number): ReadonlyArray<ReadonlyArray<number>> => {
  const shareOf = ({ em, stem }: Seen): number => (stem === null ? 0 : thicknessOf(stem) / em)
  const known = rows.flat().filter((word) => shareOf(word) > 0)
  const usualOf = (own: Row): number => median((own.length < minGround ? known : own).map(shareOf))
  const light = usualOf(known.filter(({ stem }) => stem?.isInverted)), dark = usualOf(known.filter(({ stem }) => stem?.isInverted === false))
  return rows.map((row) => row.map((word) => shareOf(word) / Math.max(Number.EPSILON, word.stem?.isInverted === true ? light : dark)))
}

const evidenceOf = (row: Row, ratios: ReadonlyArray<number>, border: number): ReadonlyArray<Smooth.Evidence> =>
  row.map(({ ink: { text } }, index) => ({ text, value: (ratios[index] ?? 0) === 0 ? 0 : ((ratios[index] ?? 0) - border) / clear }))

/** Lines that begin at one place, in em, are a column; of so many of which so many are bold, the others are too where they leave doubt. */
const sameEdge = 0.35
const sameSize = 0.12
const minColumn = 4
const minBold = 0.65
/** of what is clear */
const doubt = -0.8

const isAllBold = (words: ReadonlyArray<boolean>): boolean => words.length > 0 && words.every(Boolean)

/** Headings in a margin are all of one weight. */
const inColumns = (rows: ReadonlyArray<Row>, evidence: ReadonlyArray<ReadonlyArray<Smooth.Evidence>>, found: ReadonlyArray<ReadonlyArray<boolean>>): ReadonlyArray<ReadonlyArray<boolean>> => {
  const columnOf = (row: Row): ReadonlyArray<number> => {
    const [first] = row
    return first === undefined ? [] : rows.flatMap(([other], index) =>
      other !== undefined && Math.abs(other.ink.left - first.ink.left) <= sameEdge * first.em && Math.abs(Math.log(other.em / first.em)) < sameSize ? [index] : [])
  }
  return found.map((words, index) => {
    if (isAllBold(words)) return words
    const column = columnOf(rows[index] ?? []), own = evidence[index] ?? []
    const isBold = column.length >= minColumn && column.filter((at) => isAllBold(found[at] ?? [])).length >= minBold * column.length
    return isBold && mean(own.map(({ value }) => value)) > doubt ? words.map(() => true) : words
  })
}

/** Whether each word of each line is bold. */
export const bold = (picture: Picture.Picture, lines: ReadonlyArray<ReadonlyArray<Measured>>): ReadonlyArray<ReadonlyArray<boolean>> => {
  const rows = lines.map((line) => line.map(({ em, ink }) => ({ em, ink, stem: /[\p{L}\p{N}]{2}/u.test(ink.text) ? stemOf(picture, ink, em) : null })))
  const stems = rows.flat().flatMap(({ stem }) => stem ?? [])
  const light = inkRangeOf(stems.filter((stem) => stem.isInverted)), dark = inkRangeOf(stems.filter((stem) => !stem.isInverted))
  const own = ratiosOf(rows, ({ thickness }) => thickness)
  const ratios = ratiosOf(rows, (stem) => inFullInk(stem, stem.isInverted ? light : dark)).map((row, index) => row.map((ratio, word) => {
    const letters = rows[index]?.[word]?.ink.text.length ?? 0, inOwnInk = own[index]?.[word] ?? 0
    return letters >= minColouredLetters && inOwnInk >= minColoured ? Math.max(ratio, inOwnInk) : ratio
  }))
  const border = borderOf(ratios.flat().filter((ratio) => ratio > 0))
  const evidence = rows.map((row, index) => evidenceOf(row, ratios[index] ?? [], border))
  return inColumns(rows, evidence, evidence.map(Smooth.line))
}
