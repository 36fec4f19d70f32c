/** Cuts runs of glyphs into words: by space characters, and by gaps where a file has none. */
import type { Document } from "@excv/schema"
import type { Glyph } from "../content/Glyph.js"
import * as Characters from "./Characters.js"
import type { Placed, Run } from "./Runs.js"
import * as Shades from "./Shades.js"

/** em: a gap this wide, beyond the letter spacing of the run, parts words */
const wordGap = 0.15
/** em: letter spacing below this is kerning */
const minTracking = 0.04
/** Letters drawn one by one with a space each, such as a spaced heading; fewer may be a list of letters. */
const minSpacedLetters = 5
const isLetter = /^\p{L}$/u

/** The value below which a third of them lie. */
const lowerThird = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 3)] ?? 0
}

const ems = (run: Run): ReadonlyArray<number> => run.slice(1).map(({ gap, glyph }) => gap / (glyph.size || 1))

/** Each letter of the run is followed by a space, as in `E X P E R I E N C E`. */
const isSpacedOut = (run: Run): boolean =>
  run.length >= minSpacedLetters && run.slice(1).every(({ afterSpace }) => afterSpace) && run.every(({ glyph }) => isLetter.test(glyph.text))

/** Dots that lead to a page number have a spacing of their own. */
const isInWord = (placed: Placed | undefined): boolean => placed !== undefined && /[\p{L}\p{N}]/u.test(placed.glyph.text)

/** The letter spacing of a run in em: what most neighbours have in common. */
const tracking = (run: Run, gaps: ReadonlyArray<number>): number => {
  const inner = gaps.filter((_, index) => run[index + 1]?.afterSpace === false && isInWord(run[index]) && isInWord(run[index + 1]))
  const nominal = Math.max(0, (run[0]?.glyph.spacing ?? 0) / (run[0]?.glyph.size || 1))
  if (inner.length < 2) return nominal
  const value = lowerThird(inner)
  const common = inner.filter((gap) => Math.abs(gap - value) < 0.07).length
  // Three letters with the gap of a space between them are three words, unless the file asks for the spacing.
  if (common * 2 < inner.length || (inner.length < 4 && value > 0.2 && nominal < 0.1)) return nominal
  return Math.abs(value) < minTracking ? 0 : Math.min(value, 0.8)
}

const parts = (run: Run): ReadonlyArray<ReadonlyArray<Placed>> => {
  const gaps = ems(run)
  const spacedOut = isSpacedOut(run)
  const base = spacedOut ? lowerThird(gaps) : tracking(run, gaps)
  const limit = base + Math.max(wordGap, base * 0.4)
  const found: Array<Array<Placed>> = []
  run.forEach((placed, index) => {
    const breaks = index === 0 || (placed.afterSpace && !spacedOut) || (gaps[index - 1] ?? 0) > limit
    if (breaks) found.push([placed])
    else found[found.length - 1]?.push(placed)
  })
  return found
}

/** The em stands for the box: four fifths of it above the baseline, one fifth below, whatever the font's own numbers say. */
const boxOf = (glyphs: ReadonlyArray<Glyph>, size: number): Document.Box => {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity
  for (const glyph of glyphs) {
    // A raised letter does not make its word taller.
    const height = glyph.size < 0.85 * size ? 0 : size
    const radians = (glyph.angle * Math.PI) / 180
    const cos = glyph.angle === 0 ? 1 : Math.cos(radians), sin = glyph.angle === 0 ? 0 : Math.sin(radians)
    const x = glyph.x + 0.8 * height * sin, y = glyph.y - 0.8 * height * cos
    const alongX = glyph.width * cos, alongY = glyph.width * sin, acrossX = -height * sin, acrossY = height * cos
    left = Math.min(left, x + Math.min(0, alongX) + Math.min(0, acrossX))
    right = Math.max(right, x + Math.max(0, alongX) + Math.max(0, acrossX))
    top = Math.min(top, y + Math.min(0, alongY) + Math.min(0, acrossY))
    bottom = Math.max(bottom, y + Math.max(0, alongY) + Math.max(0, acrossY))
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Letters of a script that runs to the left are put in reading order, wherever they were drawn from. */
const inReadingOrder = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Glyph> =>
  glyphs.some((glyph) => Characters.isRightToLeft(glyph.text)) ? [...glyphs].sort((a, b) => b.x - a.x) : glyphs

/** The comma behind a word in bold belongs to the text around it: letters say how a word looks. */
const ofLetters = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Glyph> => {
  const letters = glyphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  return letters.length === 0 ? glyphs : letters
}

const toWord = (part: ReadonlyArray<Placed>): Document.Word | null => {
  const glyphs = inReadingOrder(part.map(({ glyph }) => glyph))
  const first = glyphs[0]
  const text = glyphs.map((glyph) => glyph.text).join("").normalize("NFC")
  if (first === undefined || text.length === 0) return null
  const looks = ofLetters(glyphs)
  const fontSize = Math.max(...looks.map((glyph) => glyph.size))
  const share = (holds: (glyph: Glyph) => boolean) => looks.filter(holds).length * 2 > looks.length
  return {
    text,
    box: boxOf(glyphs, fontSize),
    fontSize,
    bold: share((glyph) => glyph.bold),
    italic: share((glyph) => glyph.font.italic),
    color: looks[0]?.color ?? first.color,
    url: null,
    confidence: null
  }
}

/** points: words are looked up by their text and the band of the page that they stand in */
const bandHeight = 8
/** Of a word larger than any page only these are looked at. */
const maxBands = 64

const bandOf = (y: number): number => Math.floor(y / bandHeight)

/** Text printed twice with a small shift looks bold, and is one text. */
const withoutOverprint = (words: ReadonlyArray<Document.Word>): ReadonlyArray<Document.Word> => {
  const kept: Array<Document.Word> = []
  /** places in `kept` by text, then by band */
  const places = new Map<string, Map<number, Array<number>>>()
  const twinOf = ({ box: { x, y }, fontSize }: Document.Word, byBand: ReadonlyMap<number, ReadonlyArray<number>>): number | undefined => {
    const reach = 0.2 * fontSize, first = bandOf(y - reach), bands = Math.min(maxBands, bandOf(y + reach) - first + 1)
    const isTwin = (place: number): boolean => {
      const box = kept[place]?.box
      return box !== undefined && Math.abs(box.x - x) < reach && Math.abs(box.y - y) < reach
    }
    for (let index = 0; index < bands; index++) {
      const twin = byBand.get(first + index)?.find(isTwin)
      if (twin !== undefined) return twin
    }
    return undefined
  }
  for (const word of words) {
    const byBand = places.get(word.text) ?? new Map<number, Array<number>>()
    const twin = byBand.size === 0 ? undefined : twinOf(word, byBand)
    const first = twin === undefined ? undefined : kept[twin]
    if (twin !== undefined && first !== undefined) kept[twin] = { ...first, bold: true }
    else {
      const band = bandOf(word.box.y)
      const others = byBand.get(band) ?? []
      others.push(kept.push(word) - 1)
      byBand.set(band, others)
      places.set(word.text, byBand)
    }
  }
  return kept
}

/** Words in the order of the file. */
export const make = (runs: ReadonlyArray<Run>): ReadonlyArray<Document.Word> =>
  withoutOverprint(runs.map(Shades.told).flatMap(parts).flatMap((part) => toWord(part) ?? []))
