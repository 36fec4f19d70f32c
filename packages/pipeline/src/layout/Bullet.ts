/** Glyphs that begin an item of a list, in any font that draws them. */

/** What every bullet becomes. */
export const bullet = "•"

const signs = /^[•‣⁃∙·●○◦▪▫■□◆◇♦►▶▸➢➤➔→✓✔✗★☆❖❑❒❯»§]$/u
const unreadable = /^[\uE000-\uF8FF\uFFFD]+$/u
const dash = /^[-–—−]$/u

/** A symbol that stands alone, or a glyph of a symbol font that has no character of its own. */
export const isBullet = (text: string): boolean => signs.test(text) || unreadable.test(text)

/** A glyph of a symbol font: an icon before an address, a bullet; nobody can read it as text. */
export const isIcon = (text: string): boolean => unreadable.test(text)

/** A bullet only at the start of a line. */
export const isDash = (text: string): boolean => dash.test(text)

const ornament = /^\p{So}$/u

const says = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{N}]/u.test(text)

/** Signs that stand twice in a row of words, each between two of them, part what the row lists. */
export const separators = (texts: ReadonlyArray<string>): ReadonlySet<string> => {
  const between = texts.filter((text, index) => ornament.test(text) && says(texts[index - 1]) && says(texts[index + 1]))
  return new Set(between.filter((text, index) => between.indexOf(text) !== index))
}
