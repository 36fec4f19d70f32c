/** The lines of the engine with the signs that stand between, before and after their words. */
import type { Picture } from "@excv/provider"
import * as Blobs from "./Blobs.js"
import * as Context from "./Context.js"
import * as Marks from "./Marks.js"
import type { Ink } from "./Table.js"

export interface Placed {
  readonly ink: Ink
  readonly text: string
  readonly em: number
  readonly baseline: number
}

type Row = ReadonlyArray<Placed>

const isLetters = /[\p{L}\p{N}]/u
const isDash = /^[-–—~=]+$/u
const isStroke = /^[Il|]$/u
/** A row of dots is read as so many words at most, and with doubt, or as letters like them. */
const maxMisread = 2
const maxDotsConfidence = 0.75
const dotsLike = /^[eocasuOCQG0@©®•●○*°.]+$/u

/** em */
const minGap = 0.36
const maxGap = 4
const maxBefore = 2.4
const aside = 0.12
const maxRatingGap = 24
const confidence = 0.9

interface Setting extends Marks.Line {
  readonly picture: Picture.Picture
  /** of the letters of the line */
  readonly contrast: number
  /** the words of the page */
  readonly others: ReadonlyArray<Ink>
}

const placedOf = ({ text, ...frame }: Marks.Mark, { baseline, em }: Marks.Line): Placed => ({ ink: { ...frame, text, confidence }, text, em, baseline })

const isWithinBand = ({ bottom, top }: Ink, { baseline, em }: Marks.Line): boolean => top < baseline && bottom > baseline - 0.8 * em

/** To the right, as far as nothing else stands and the paper is the same. */
const reachAfter = (last: Ink, setting: Setting): number => {
  const { baseline, contrast, em, others, picture: { pixels, width } } = setting
  const next = others.filter((word) => word.left >= last.right && isWithinBand(word, setting)).map(({ left }) => left)
  const limit = Math.min(last.right + maxRatingGap * em, width, ...next)
  const row = Math.max(0, Math.round(baseline - 0.95 * em)) * width
  const paper = pixels[row + Math.round(last.right)] ?? 255
  let x = Math.round(last.right)
  while (x < limit && Math.abs((pixels[row + x] ?? paper) - paper) < 0.4 * contrast) x++
  return x
}

/** Where the last words are a row of dots to the eye, the engine misread it. */
const isMisread = ({ confidence, text }: Ink): boolean => dotsLike.test(text) || confidence < maxDotsConfidence

const withRating = (line: Row, setting: Setting): Row => {
  for (let end = line.length - 1; end >= Math.max(0, line.length - 1 - maxMisread); end--) {
    const last = line[end], next = line[end + 1]
    if (last === undefined || (next !== undefined && next.ink.left - last.ink.right < minGap * setting.em)) continue
    const misread = line.slice(end + 1)
    if (!misread.every(({ ink }) => isMisread(ink))) break
    const clear = { ...setting, others: setting.others.filter((word) => !isMisread(word)) }
    const found = Marks.rating(setting.picture, setting, last.ink.right + 0.25 * setting.em, reachAfter(last.ink, clear), setting.contrast)
    if (found !== null) return [...line.slice(0, end + 1), placedOf(found, setting)]
  }
  return line
}

/** The engine may end a line where a dash goes on to the next words: it stands between them all the same. */
const withDash = (line: Row, setting: Setting): Row => {
  const last = line.at(-1)
  if (last === undefined || !isLetters.test(last.text)) return line
  const next = Math.min(...setting.others.filter((word) => word.left > last.ink.right && isWithinBand(word, setting)).map(({ left }) => left))
  if (next - last.ink.right < minGap * setting.em || next - last.ink.right > maxGap * setting.em) return line
  const found = Marks.between(setting.picture, setting, last.ink.right + aside * setting.em, next - aside * setting.em, setting.contrast, false)
  return found?.text === "–" ? [...line, placedOf(found, setting)] : line
}

const withBullet = (line: Row, setting: Setting): Row => {
  const [first] = line
  if (first === undefined || !isLetters.test(first.text)) return line
  const before = setting.others.filter((word) => word.right <= first.ink.left && isWithinBand(word, setting)).map(({ right }) => right + 2)
  const found = Marks.between(setting.picture, setting, Math.max(0, first.ink.left - maxBefore * setting.em, ...before), first.ink.left - aside * setting.em, setting.contrast, true)
  return found === null ? line : [placedOf(found, setting), ...line]
}

/** What the engine took for one sign, or for nothing, as its shape shows it. */
const withSigns = (line: Row, setting: Setting): Row => {
  const isAnchor = ({ text }: Placed) => isLetters.test(text) && !isStroke.test(text)
  const anchors = line.flatMap((word, index) => (isAnchor(word) ? [index] : []))
  return line.flatMap((word, index) => {
    const next = anchors.find((at) => at > index)
    const after = next === undefined ? undefined : line[next]
    if (!isAnchor(word)) {
      const isBetween = anchors.some((at) => at < index) && next !== undefined
      return isBetween ? [] : [word]
    }
    if (after === undefined || next === undefined) return [word]
    const known = line.slice(index + 1, next)
    const gap = after.ink.left - word.ink.right
    if (known.length > 1 || gap < minGap * setting.em || gap > maxGap * setting.em) return [word, ...known]
    const found = Marks.between(setting.picture, setting, word.ink.right + aside * setting.em, after.ink.left - aside * setting.em, setting.contrast, false)
    if (found === null || (isDash.test(known[0]?.text ?? "") && (found.text === "–" || Context.endsInYear(word.text)))) return [word, ...known]
    return [word, placedOf(found.text === "|" && Marks.isLetterI(found, setting) && known.length > 0 ? { ...found, text: "I" } : found, setting)]
  })
}

/** A line without letters has no place for signs. */
const addTo = (picture: Picture.Picture, line: Row, others: ReadonlyArray<Ink>): Row => {
  const words = line.filter(({ text }) => isLetters.test(text))
  const longest = words.reduce<Placed | undefined>((best, word) => (best === undefined || word.text.length > best.text.length ? word : best), undefined)
  if (longest === undefined || longest.text.length < 2) return line
  const isI = (word: Placed) => word.text === "|" && word === line.at(-1) && Marks.isLetterI(word.ink, longest)
  const setting: Setting = { picture, em: longest.em, baseline: longest.baseline, contrast: Blobs.contrastOf(picture, longest.ink), others }
  return withRating(withDash(withBullet(withSigns([...line].map((word) => (isI(word) ? { ...word, text: "I" } : word)).sort((a, b) => a.ink.left - b.ink.left), setting), setting), setting), setting)
}

const ratingSigns = /^[●○]{3,}$/u

const covers = (rating: Ink, { bottom, left, right, top }: Ink): boolean => {
  const x = (left + right) / 2, y = (top + bottom) / 2
  return x > rating.left && x < rating.right && y > rating.top - rating.bottom + rating.top && y < 2 * rating.bottom - rating.top
}

/** The lines of a page; what the engine read where a rating stands is gone, also where it was a line of its own. */
export const add = (picture: Picture.Picture, lines: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const others = lines.flat().map(({ ink }) => ink)
  const signed = lines.map((line) => addTo(picture, line, others))
  const ratings = signed.flat().filter(({ text }) => ratingSigns.test(text))
  return signed.map((line) => line.filter((word) => ratings.includes(word) || !ratings.some(({ ink }) => covers(ink, word.ink)))).filter((line) => line.length > 0)
}
