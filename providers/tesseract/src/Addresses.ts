/** Addresses are Latin whatever the language, and full of signs that most models hardly know: they are read again in English. */
import type { Picture } from "@excv/provider"
import * as Blobs from "./Blobs.js"
import { median } from "./Median.js"
import type { Ink } from "./Table.js"

/** The model that knows "@", and its mode for one line. */
export const language = "en"

const addressLike = /^.{3,}@|[\p{L}\d]\.(com|org|net|edu|info|io|dev|eu|example|[a-z]{2})(\/\S*)?[,;|]?$|^(https?:|www\.)|(linkedin|github|gitlab|xing)\.com/iu

export const isAddress = ({ text }: Pick<Ink, "text">): boolean => text.length >= 6 && addressLike.test(text)

/** Measured over scans: what the engine believes more in than this, it reads the same in English. */
const sure = 0.9

export const isDoubtful = (word: Ink): boolean => word.confidence < sure && isAddress(word)

/** The reading that knows more signs of an address, or that the engine believes in more. */
export const better = (first: Ink, again: ReadonlyArray<Ink>): Ink => {
  const text = again.map((word) => word.text).join("")
  const confidence = Math.min(1, ...again.map((word) => word.confidence))
  if (again.length === 0 || Math.abs(text.length - first.text.length) > 0.3 * first.text.length) return first
  const isNewlyMail = text.includes("@") && !first.text.includes("@")
  return isNewlyMail || (confidence > first.confidence && text.includes("@") === first.text.includes("@")) ? { ...first, text, confidence } : first
}

/** Read as a mail address, whatever signs were misread in it. */
const mailLike = /^[^@\s]+@[^@\s]+$/u

/** Ends of domains that do not exist, and what the engine reads so; one low line is wide enough for three. */
const misread: ReadonlyArray<readonly [RegExp, string]> = [
  // In an address all of small letters, a capital amid them is no letter.
  [/^([\p{Ll}\d._-]{3,})[GQ©®]((?:[\p{Ll}\d-]+\.)+\p{Ll}{2,})$/u, "$1@$2"],
  [/\.(?:orq|0rg|0rq)(?=$|[/,;|)])/iu, ".org"], [/\.(?:corn|c0m|cormn?)(?=$|[/,;|)])/iu, ".com"], [/\.(?:nel|nef)(?=$|[/,;|)])/iu, ".net"], [/_{2,}/gu, "_"]
]

const settled = (word: Ink): Ink => (isAddress(word) ? { ...word, text: misread.reduce((text, [wrong, right]) => text.replace(wrong, right), word.text) } : word)

/** Of the height of the word: how wide the place of a low line may be, how thick the line, and how deep it lies. */
const maxGap = 1.2
const maxLine = 0.2
const minDepth = 0.6
/** of the gap */
const minWidth = 0.5
const maxDotHeight = 0.5
const minDotDepth = 0.5
const blurred = 2.5

/** The low line between two parts of an address, which the engine takes for a gap. */
const isLowLine = (picture: Picture.Picture, before: Ink, after: Ink): boolean => {
  const height = before.bottom - before.top, left = before.right + 1, right = after.left - 1
  if (right - left < 3 || right - left > maxGap * height) return false
  const top = Math.min(before.top, after.top), bottom = Math.max(before.bottom, after.bottom) + Math.ceil(maxLine * height)
  const [line, ...others] = Blobs.find(picture, { left, right, top, bottom }, Blobs.contrastOf(picture, before))
  return line !== undefined && others.length === 0 && line.right - line.left >= minWidth * (right - left) &&
    line.bottom - line.top <= maxLine * height && line.top - top >= minDepth * height
}

/** The dot between the parts of a mail address, which the engine takes for a gap too. Blurred, it is wider than it is dark. */
const isLoneDot = (picture: Picture.Picture, before: Ink, after: Ink): boolean => {
  const height = after.bottom - after.top, left = before.right, right = after.left
  if (!mailLike.test(after.text) || !/^[\p{L}\d._-]+$/u.test(before.text) || right - left < 2 || right - left > maxGap * height) return false
  const [dot, ...others] = Blobs.find(picture, { left, right, top: after.top, bottom: after.bottom }, blurred * Blobs.contrastOf(picture, after))
  return dot !== undefined && others.length === 0 && dot.bottom - dot.top <= maxDotHeight * height && (dot.bottom + dot.top) / 2 - after.top >= minDotDepth * height
}

/** Of the height of the word: no space is so narrow. */
const maxTouching = 0.2
/** The same before a stroke that leans away: no word begins with one. */
const maxBeforeSlash = 0.6

const isTouching = (before: Ink, after: Ink): boolean => after.left - before.right <= maxTouching * (before.bottom - before.top)

/** What stands between two parts of an address, or null where they are two words. */
const between = (picture: Picture.Picture, before: Ink, after: Ink): string | null => {
  if (!isAddress(before)) return isLoneDot(picture, before, after) ? "." : null
  if (before.text.endsWith("/") && isTouching(before, after)) return ""
  if (after.text.startsWith("/") && after.left - before.right <= maxBeforeSlash * (before.bottom - before.top)) return ""
  return isLowLine(picture, before, after) ? "_" : after.text.startsWith("_") && after.left - before.right <= maxGap * (before.bottom - before.top) ? "" : null
}

/** Words that a low line joins to an address, or that touch its last stroke, are one. */
export const joined = (picture: Picture.Picture, line: ReadonlyArray<Ink>): ReadonlyArray<Ink> =>
  line.map(settled).reduce<ReadonlyArray<Ink>>((words, word) => {
    const last = words.at(-1), joint = last === undefined ? null : between(picture, last, word)
    if (last === undefined || joint === null) return [...words, word]
    const whole = {
      text: `${last.text}${joint}${word.text}`, left: last.left, right: word.right, top: Math.min(last.top, word.top), bottom: Math.max(last.bottom, word.bottom),
      confidence: Math.min(last.confidence, word.confidence)
    }
    return [...words.slice(0, -1), whole]
  }, [])

/** Of the usual height of the letters. */
const maxDot = 0.45
const maxLift = 0.2

/** How many letters stand before each dot on the baseline, or null where letters hang together. */
const dotsIn = (picture: Picture.Picture, word: Ink, darker: number): { readonly places: ReadonlyArray<number>; readonly signs: number } => {
  const blobs = Blobs.find(picture, word, darker * Blobs.contrastOf(picture, word))
  const height = median(blobs.map(({ bottom, top }) => bottom - top)), baseline = median(blobs.map(({ bottom }) => bottom))
  const groups = blobs.reduce<ReadonlyArray<Blobs.Frame>>((found, blob) => {
    const last = found.at(-1)
    return last === undefined || blob.left >= last.right
      ? [...found, blob]
      : [...found.slice(0, -1), { left: last.left, right: Math.max(last.right, blob.right), top: Math.min(last.top, blob.top), bottom: Math.max(last.bottom, blob.bottom) }]
  }, [])
  const isDot = ({ bottom, left, right, top }: Blobs.Frame) =>
    bottom - top <= maxDot * height && right - left <= maxDot * height && Math.abs(bottom - baseline) <= maxLift * height
  return { places: groups.flatMap((group, index) => (isDot(group) ? [index] : [])), signs: groups.length }
}

/** What blurred letters hang together by is pale: they are looked at twice, the second time without it. */
const darkness = [1, 2.5]

/** An address with the end that its domain must have; a mail address with the dots that were left out or taken for commas. */
export const mended = (picture: Picture.Picture, word: Ink): Ink => {
  const known = settled(word)
  return mailLike.test(known.text) ? dotted(picture, known) : known
}

/** Only where each letter stands alone is it sure where a dot was. */
const dotted = (picture: Picture.Picture, word: Ink): Ink => {
  const text = word.text.replaceAll(/(?<=[\p{L}\d]),(?=[\p{L}\d])/gu, ".")
  for (const darker of darkness) {
    const { places, signs } = dotsIn(picture, word, darker)
    const lost = places.length - (text.match(/\./g)?.length ?? 0)
    const place = lost === 1 ? places.find((at) => text[at] !== ".") : undefined
    if (place !== undefined && place > 0 && (signs === text.length + lost || (place <= 2 && darker === 1))) return { ...word, text: `${text.slice(0, place)}.${text.slice(place)}` }
  }
  return { ...word, text }
}
