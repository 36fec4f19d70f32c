/** How many characters an OCR engine got wrong, whatever the order in which it read the lines. */

export interface Placed {
  readonly text: string
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface Tally {
  readonly errors: number
  readonly characters: number
}

/** Signs that look alike in print, and bullets, which are marks and not text. */
const normalize = (text: string): string =>
  text.normalize("NFKC").replace(/[‐‑–—−]/g, "-").replace(/[‘’‚`´]/g, "'").replace(/[“”„]/g, "\"").replace(/[•●▪■◦○·‣▸►]/g, "").replace(/\s+/g, " ").trim()

/** Levenshtein distance in characters. */
export const distance = (a: string, b: string): number => {
  const left = [...a], right = [...b]
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  left.forEach((letter, row) => {
    const current = [row + 1]
    right.forEach((other, column) => {
      current.push(Math.min((previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1, (previous[column] ?? 0) + (letter === other ? 0 : 1)))
    })
    previous = current
  })
  return previous[right.length] ?? 0
}

const contains = ({ box }: Placed, { box: word }: Placed): boolean => {
  const x = word.x + word.width / 2, y = word.y + word.height / 2
  return x >= box.x - 2 && x <= box.x + box.width + 2 && y >= box.y && y <= box.y + box.height
}

/** Lines of the text layer against the words that were read at their places; words that stand at no line's place are errors too. */
export const tally = (lines: ReadonlyArray<Placed>, words: ReadonlyArray<Placed>): Tally => {
  const rest = new Set(words)
  let errors = 0, characters = 0
  for (const line of lines) {
    const own = [...rest].filter((word) => contains(line, word))
    own.forEach((word) => rest.delete(word))
    const expected = normalize(line.text)
    const given = normalize([...own].sort((a, b) => a.box.x - b.box.x).map(({ text }) => text).join(" "))
    errors += distance(expected, given)
    characters += [...expected].length
  }
  return { errors: errors + [...rest].reduce((sum, { text }) => sum + [...normalize(text)].length, 0), characters }
}

export const rate = (tallies: ReadonlyArray<Tally>): number =>
  tallies.reduce((sum, { errors }) => sum + errors, 0) / Math.max(1, tallies.reduce((sum, { characters }) => sum + characters, 0))
