/** Features of a short text for a linear model: its words and the groups of letters within them, each hashed to a row of the model's table. */
import { words } from "./Fold.js"

const seed = 2166136261

/** FNV-1a, one character further. */
const step = (bits: number, code: number): number => Math.imul(bits ^ code, 16777619)

const after = (text: string, bits: number): number => {
  for (let index = 0; index < text.length; index++) bits = step(bits, text.charCodeAt(index))
  return bits
}

/** Mixed at the end, since only the lowest bits are used. */
const mixed = (bits: number): number => {
  const folded = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  return (folded ^ (folded >>> 12)) >>> 0
}

const [shortest, longest] = [3, 5] as const

/** Capitals within or digits: names of products, standards and licences. */
const branded = /\p{Lu}.*\p{Lu}|\d/u

export const isBranded = (text: string): boolean => branded.test(text)

/** Rows of a table of `rows`, a power of two, each once. Texts of another `space` share no feature. */
export const of = (text: string, rows: number, space = ""): ReadonlyArray<number> => {
  const start = after(space, seed)
  const found = new Set<number>()
  const add = (bits: number) => found.add(mixed(bits) & (rows - 1))
  const row = words(text)
  add(after("any", start))
  if (isBranded(text)) add(after("branded", start))
  row.forEach((word, index) => {
    add(after(word, after("word ", start)))
    if (index === 0) add(after(word, after("first ", start)))
    if (index === row.length - 1) add(after(word, after("last ", start)))
    if (index > 0) add(after(`pair ${row[index - 1] ?? ""} ${word}`, start))
    // Letters in groups, which know where the word begins and ends.
    const bounded = `<${word}>`
    for (let from = 0; from + shortest <= bounded.length; from++) {
      let bits = start
      for (let length = 1; length <= longest && from + length <= bounded.length; length++) {
        bits = step(bits, bounded.charCodeAt(from + length - 1))
        if (length >= shortest) add(bits)
      }
    }
  })
  return [...found]
}
