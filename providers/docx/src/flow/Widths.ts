/** How wide letters are, near enough to break lines where a word processor would: the widths of Helvetica, scaled to the font. */

/** thousandths of the em, of the characters from space to tilde */
const ascii = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
]

const average = 556
const full = 1000

/** Of the font, against Helvetica. */
const scales: ReadonlyArray<readonly [pattern: RegExp, scale: number]> = [
  [/calibri|carlito/i, 0.9], [/times|tinos|liberation serif|minion|palatino linotype/i, 0.88], [/garamond|perpetua|goudy/i, 0.82],
  [/cambria|caladea|book antiqua|constantia/i, 0.94], [/verdana|dejavu/i, 1.17], [/tahoma|lucida/i, 1.03], [/georgia/i, 0.99],
  [/narrow|condensed/i, 0.82], [/gothic|montserrat|poppins|open sans|raleway/i, 1.06], [/lato|gill sans|corbel|candara|source sans/i, 0.94]
]

const monospaced = /courier|consolas|mono|menlo/i
const monospacedWidth = 600
const boldScale = 1.06

const scaleOf = (font: string): number => scales.find(([pattern]) => pattern.test(font))?.[1] ?? 1

const isFullWidth = (code: number): boolean => code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60) || code >= 0x1f300)

/** thousandths of the em; letters with accents are as wide as those without */
const letter = (character: string): number => {
  const plain = character.codePointAt(0) ?? 0
  if (isFullWidth(plain)) return full
  const code = plain > 0x7e ? character.normalize("NFD").codePointAt(0) ?? 0 : plain
  return ascii[code - 32] ?? average
}

/** In points. */
export const of = (text: string, font: string, fontSize: number, bold: boolean): number => {
  const isMonospaced = monospaced.test(font)
  let sum = 0
  for (const character of text) sum += isMonospaced ? monospacedWidth : letter(character)
  return (sum / 1000) * fontSize * (isMonospaced ? 1 : scaleOf(font) * (bold ? boldScale : 1))
}
