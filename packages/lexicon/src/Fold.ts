/** Folding: the form in which words are compared, without case, width, ligatures and diacritics. */

import { memoised } from "./Memo.js"

const special: Readonly<Record<string, string>> = {
  "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
  "’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "“": "\"", "”": "\"", "„": "\"",
  "‐": "-", "‑": "-", "‒": "–", "—": "–", "―": "–", "−": "–", "\u00ad": "", "\u200b": "", "\ufeff": ""
}

const plain = /^[\x20-\x7e]*$/
const marks = /\p{M}+/gu
/** other than one space */
const spaces = /\s{2,}|[^\S ]/gu
const specials = new RegExp(`[${Object.keys(special).join("")}]`, "gu")

const foldCharacters = (text: string): string =>
  // Turkish İ lower-cases to i and a dot above, hence lower case comes before the marks go.
  text.replace(specials, (character) => special[character] ?? character).normalize("NFKD").toLowerCase()
    .replace(marks, "").replace(specials, (character) => special[character] ?? character)

/** NFKC, lower case, without diacritics, ligatures taken apart, white space collapsed and trimmed. */
export const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase().replace(spaces, " ").trim()
    : foldCharacters(text).replace(spaces, " ").trim()

const folds = new Map<string, string>()

/** Documents use few different characters, so each is folded once. */
const foldCharacter = (character: string): string => {
  const known = folds.get(character)
  if (known !== undefined) return known
  const folded = foldCharacters(character)
  if (folds.size < 4096) folds.set(character, folded)
  return folded
}

export interface Mapped {
  /** folded, white space kept */
  readonly text: string
  /** offset into the original text, of an offset into `text` (its length included) */
  readonly origin: (offset: number) => number
}

/** A folded text whose offsets can be led back to the original. */
export const mapped = (text: string): Mapped => {
  if (plain.test(text)) return { text: text.toLowerCase(), origin: (offset) => offset }
  const origins: Array<number> = []
  let folded = ""
  let offset = 0
  for (const character of text) {
    const piece = foldCharacter(character)
    for (let index = 0; index < piece.length; index++) origins.push(offset)
    folded += piece
    offset += character.length
  }
  origins.push(offset)
  return { text: folded, origin: (at) => origins[at] ?? text.length }
}

/** The words of a text, folded: letters and digits only. */
export const words: (text: string) => ReadonlyArray<string> = memoised((text: string): ReadonlyArray<string> =>
  fold(text).match(plain.test(text) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [])
