/** Phrases of one or more words, looked up in a row of words. */

/** By their first word, the longest first. */
export type Phrases = ReadonlyMap<string, ReadonlyArray<ReadonlyArray<string>>>

const pattern = /\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu

export const compile = (list: Iterable<string>, split: (phrase: string) => ReadonlyArray<string> = (phrase) => phrase.match(pattern) ?? []): Phrases => {
  const byFirst = new Map<string, Array<ReadonlyArray<string>>>()
  for (const phrase of list) {
    const words = split(phrase)
    const first = words[0]
    if (first === undefined) continue
    const known = byFirst.get(first)
    if (known === undefined) byFirst.set(first, [words])
    else known.push(words)
  }
  for (const entries of byFirst.values()) entries.sort((one, other) => other.length - one.length)
  return byFirst
}

/** The index after the longest phrase that starts at `index`, or -1. */
export const endOf = (phrases: Phrases, wordAt: (index: number) => string | undefined, index: number): number => {
  const first = wordAt(index)
  const candidates = first === undefined ? undefined : phrases.get(first)
  if (candidates === undefined) return -1
  for (const phrase of candidates) {
    let step = 1
    while (step < phrase.length && wordAt(index + step) === phrase[step]) step++
    if (step === phrase.length) return index + step
  }
  return -1
}

export interface Found {
  readonly from: number
  readonly next: number
}

/** Every phrase in a row of words, from left to right, the longest at each place, without overlap. */
export const findAll = (phrases: Phrases, words: ReadonlyArray<string>): ReadonlyArray<Found> => {
  const found: Array<Found> = []
  let index = 0
  while (index < words.length) {
    const next = endOf(phrases, (at) => words[at], index)
    if (next !== -1) found.push({ from: index, next })
    index = next === -1 ? index + 1 : next
  }
  return found
}
