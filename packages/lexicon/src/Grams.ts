/** Features of a short text for a linear model: its words and the groups of letters within them, each hashed to a row of the model's table. */
import { words } from "./Fold.js"

/** FNV-1a, its bits mixed at the end, since only the lowest of them are used. */
const hash = (text: string): number => {
  let bits = 2166136261
  for (let index = 0; index < text.length; index++) bits = Math.imul(bits ^ text.charCodeAt(index), 16777619)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  return (bits ^ (bits >>> 12)) >>> 0
}

const [shortest, longest] = [3, 5] as const

/** Capitals within or digits: names of products, standards and licences. */
const branded = /\p{Lu}.*\p{Lu}|\d/u

export const isBranded = (text: string): boolean => branded.test(text)

/** Features of a word: itself, and its letters in groups, which know where it begins and ends. */
const gramsOf = (word: string): ReadonlyArray<string> => {
  const bounded = `<${word}>`
  const grams = [`word ${word}`]
  for (let length = shortest; length <= longest; length++) {
    for (let from = 0; from + length <= bounded.length; from++) grams.push(bounded.slice(from, from + length))
  }
  return grams
}

/** Rows of a table of `rows`, a power of two, each once. */
export const of = (text: string, rows: number): ReadonlyArray<number> => {
  const row = words(text)
  const grams = [
    "any",
    ...(isBranded(text) ? ["branded"] : []),
    ...row.flatMap(gramsOf),
    ...row.slice(0, 1).map((word) => `first ${word}`),
    ...row.slice(-1).map((word) => `last ${word}`),
    ...row.slice(1).map((word, index) => `pair ${row[index] ?? ""} ${word}`)
  ]
  return [...new Set(grams.map((gram) => hash(gram) & (rows - 1)))]
}
