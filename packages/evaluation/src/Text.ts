/** What two texts have in common, whatever the letters' case, width and spacing. Apart from the comparers, which add the thresholds. */

/** NFKC, case folded, white space collapsed and trimmed: the form in which scalars are equal. */
export const normalize = (text: string): string =>
  // Upper then lower is the case folding that the platform has: it makes ß equal to SS and both sigmas equal.
  text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC").replace(/\s+/gu, " ").trim()

/** The words of the normalised text: runs of letters, marks and digits; punctuation separates. */
export const words = (text: string): ReadonlyArray<string> => normalize(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** The normalised letters and digits without anything between them: survives hyphenation, line breaks and spaced letters. */
export const compact = (text: string): string => words(text).join("")

/**
 * The token-set ratio of RapidFuzz with its default processor, 0..1: words are sets, the ones in common count fully, the
 * others by their letters; 1 when the words of one text are a subset of the other's, 0 when one of them has no words.
 */
export const tokenSetRatio = (a: string, b: string): number => {
  const left = new Set(words(a))
  const right = new Set(words(b))
  if (left.size === 0 || right.size === 0) return 0
  const common = sorted([...left].filter((word) => right.has(word)))
  const onlyLeft = sorted([...left].filter((word) => !right.has(word)))
  const onlyRight = sorted([...right].filter((word) => !left.has(word)))
  if (common !== "" && (onlyLeft === "" || onlyRight === "")) return 1
  const wholeLeft = `${common} ${onlyLeft}`.trim()
  const wholeRight = `${common} ${onlyRight}`.trim()
  const whole = ratio(wholeLeft, wholeRight)
  return common === "" ? whole : Math.max(whole, ratio(common, wholeLeft), ratio(common, wholeRight))
}

/** F1 of the words as multisets, 0..1; 0 when one of the texts has no words. */
export const tokenF1 = (a: string, b: string): number => {
  const left = words(a)
  const right = words(b)
  if (left.length === 0 || right.length === 0) return 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) common += 1
    counts.set(word, count - 1)
  }
  return (2 * common) / (left.length + right.length)
}

const sorted = (list: ReadonlyArray<string>): string => [...list].sort().join(" ")

/** Similarity without substitutions, as in RapidFuzz's `ratio`: twice the longest common subsequence over both lengths. */
const ratio = (a: string, b: string): number => {
  let previous = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const current = [0]
    for (let j = 1; j <= b.length; j++) {
      current[j] = letter === b[j - 1]
        ? (previous[j - 1] ?? 0) + 1
        : Math.max(previous[j] ?? 0, current[j - 1] ?? 0)
    }
    previous = current
  }
  return (2 * (previous[b.length] ?? 0)) / (a.length + b.length)
}
