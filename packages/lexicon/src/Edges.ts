/** Phrases at the edges of a text: the words that lead to what follows, and those that lead on to what stands behind it. */
import { fold } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { endOf } from "./Phrases.js"

interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** words of the longest phrase */
const maxWords = 6

const tokensOf = (text: string): ReadonlyArray<Token> =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: fold(match[0]), start: match.index, end: match.index + match[0].length }))

/** Words of one phrase, with what stands between them in abbreviations: "jusqu'au", "t/m", "t.o.m.". */
const areJoined = (text: string, tokens: ReadonlyArray<Token>): boolean =>
  tokens.every(({ start }, index) => index === 0 || /^(?:[\s.'’/-]|\. ){1,2}$/u.test(text.slice(tokens[index - 1]?.end, start)))

/** The offset after the longest phrase that a text begins with, or 0. */
export const endOfFirst = (phrases: Phrases, text: string): number => {
  const tokens = tokensOf(text.slice(0, 60))
  const next = tokens[0]?.start === 0 ? endOf(phrases, (at) => tokens[at]?.word, 0) : -1
  return next > 0 && areJoined(text, tokens.slice(0, next)) ? tokens[next - 1]?.end ?? 0 : 0
}

/** The offset of the longest phrase that a text ends with, or -1; a colon may close it. */
export const startOfLast = (phrases: Phrases, text: string): number => {
  const offset = Math.max(0, text.length - 80)
  const tail = text.slice(offset)
  const tokens = tokensOf(tail)
  const last = tokens.at(-1)
  if (last === undefined || !/^\.?\s*:?\s*$/u.test(tail.slice(last.end))) return -1
  const from = tokens.findIndex((_, index) => index >= tokens.length - maxWords && endOf(phrases, (at) => tokens[at]?.word, index) === tokens.length && areJoined(tail, tokens.slice(index)))
  return from < 0 ? -1 : offset + (tokens[from]?.start ?? 0)
}
