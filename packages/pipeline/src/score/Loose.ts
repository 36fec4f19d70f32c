/**
 * Loose grounding, for pages whose pictures a model saw: what OCR misread may be put right, and nothing else. A value is believed when
 * the lines that it names say nearly the same, where each difference is in a word that OCR itself was not sure of, and where
 * no digit is exchanged for another one.
 */
import { Fold, Resemblance } from "@excv/lexicon"
import type { Document } from "@excv/schema"

/** Words that OCR believes in so much: over the scans of the fixtures, two in a thousand of them are misread. */
const sure = 0.9

/** Of the letters of a value, one in so many may differ. */
const lettersForOne = 4

/** Longer texts are cut out of the lines, not written. */
const maxLetters = 200
const maxLineLetters = 1000

interface Letter {
  readonly letter: string
  readonly isSure: boolean
  readonly line: Document.Line
}

const lettersOf = (line: Document.Line): ReadonlyArray<Letter> =>
  line.words.flatMap(({ confidence, text }) => {
    const isSure = confidence === null || confidence >= sure
    return [...Fold.fold(text).replace(/[^\p{L}\p{N}]+/gu, "")].map((letter) => ({ letter, isSure, line }))
  })

/** Signs that look alike: a digit is only ever read for one of its letters. */
const alike: Readonly<Record<string, string>> = {
  "0": "odq", "1": "ilt", "2": "z", "3": "e", "4": "a", "5": "s", "6": "bg", "7": "t", "8": "b", "9": "gq"
}

const isDigit = (letter: string): boolean => /\p{N}/u.test(letter)

const exchange = (wanted: string, there: Letter): number => {
  if (wanted === there.letter) return 0
  if (there.isSure) return Infinity
  const [digit, other] = isDigit(wanted) ? [wanted, there.letter] : [there.letter, wanted]
  return !isDigit(digit) || alike[digit]?.includes(other) === true ? 1 : Infinity
}

/** `wanted` is folded, letters and digits only. The lines that nearly say it; null when they do not. */
export const saying = (wanted: string, lines: ReadonlyArray<Document.Line>): ReadonlyArray<Document.Line> | null => {
  const [signs, letters] = [[...wanted], lines.flatMap(lettersOf)]
  if (signs.length < lettersForOne || signs.length > maxLetters || letters.length > maxLineLetters) return null
  const isUnsure = (there: number) => letters[there]?.isSure === false
  const found = Resemblance.find(signs.length, letters.length, {
    replace: (sign, there) => {
      const letter = letters[there]
      return letter === undefined ? Infinity : exchange(signs[sign] ?? "", letter)
    },
    leaveOut: (there) => (isUnsure(there) && !isDigit(letters[there]?.letter ?? "") ? 1 : Infinity),
    add: (sign, there) => ((isUnsure(there) || isUnsure(there - 1)) && !isDigit(signs[sign] ?? "") ? 1 : Infinity)
  })
  if (found === null || found.cost > Math.floor(signs.length / lettersForOne)) return null
  return [...new Set(letters.slice(found.start, found.end).map(({ line }) => line))]
}
