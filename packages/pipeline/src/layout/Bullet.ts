/** Glyphs that begin an item of a list, in any font that draws them. */

/** What every bullet becomes. */
export const bullet = "•"

const glyphs = /^[•‣⁃∙·●○◦▪▫■□◆◇►▶▸➢➤➔→✓✔✗★☆❖❑❒❯»§\uE000-\uF8FF�-]$/u
const dashes = /^[-–—−]$/u

/** A private-use or symbol glyph that stands alone. */
export const isBullet = (text: string): boolean => glyphs.test(text)

/** A dash is a bullet only at the start of a line. */
export const isDash = (text: string): boolean => dashes.test(text)
