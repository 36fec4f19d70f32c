/** A text as the date grammar reads it: numbers, words and signs, each with its place. */
import type { Phrases } from "./Phrases.js"
import { endOf } from "./Phrases.js"

export interface Token {
  readonly kind: "number" | "word" | "sign"
  readonly text: string
  /** offsets into the folded text */
  readonly start: number
  readonly end: number
}

const pattern = /\p{N}+|\p{L}+|[^\s\p{L}\p{N}]/gu
const number = /^\p{N}/u
const word = /^\p{L}/u

export const tokenise = (folded: string): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  for (const match of folded.matchAll(pattern)) {
    const text = match[0]
    const kind = number.test(text) ? "number" : word.test(text) ? "word" : "sign"
    tokens.push({ kind, text, start: match.index, end: match.index + text.length })
  }
  return tokens
}

export const isSign = (token: Token | undefined, signs: string): token is Token =>
  token !== undefined && token.kind === "sign" && signs.includes(token.text)

/** The token follows the one before it without a space. */
export const touches = (tokens: ReadonlyArray<Token>, index: number): boolean =>
  index > 0 && tokens[index - 1]?.end === tokens[index]?.start

/** The index after the longest phrase that starts at `index`, or -1. */
export const phraseEnd = (phrases: Phrases, tokens: ReadonlyArray<Token>, index: number): number =>
  endOf(phrases, (at) => tokens[at]?.text, index)
