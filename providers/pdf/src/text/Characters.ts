/** What a glyph says, in the characters that a reader would type: no ligatures, no presentation forms, no invisible marks. */

const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E0FFF}\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu
const compatible = /[\uFB00-\uFDFF\uFE70-\uFEFE\u2126\u212A\u212B\uFF01-\uFF5E]/g
const spaces = /^[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+$/u
const softHyphen = /\u00AD/g

/** Normalises the text of one glyph of the given advance; a space of any kind becomes `" "`. */
export const normalize = (text: string, width: number): string => {
  if (text.length === 1 && text > " " && text <= "~") return text
  if (spaces.test(text)) return " "
  // A soft hyphen with an advance was drawn: the line, or the compound, was broken there.
  return text
    .replace(softHyphen, width > 0 ? "-" : "")
    .replace(compatible, (character) => character.normalize("NFKC"))
    .replace(invisible, "")
}

/** Hebrew, Arabic and their relatives. */
export const isRightToLeft = (text: string): boolean => text > "\u058F" && /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE]/.test(text)

/** Accents that LaTeX and old type setters draw as glyphs of their own, and the combining mark that each stands for. */
const combining: ReadonlyMap<string, string> = new Map([
  ["\u00B4", "\u0301"], ["`", "\u0300"], ["\u00A8", "\u0308"], ["^", "\u0302"], ["\u02C6", "\u0302"], ["~", "\u0303"], ["\u02DC", "\u0303"],
  ["\u00AF", "\u0304"], ["\u02C9", "\u0304"], ["\u02D8", "\u0306"], ["\u02D9", "\u0307"], ["\u02DA", "\u030A"], ["\u00B0", "\u030A"],
  ["\u02DD", "\u030B"], ["\u02C7", "\u030C"], ["\u00B8", "\u0327"], ["\u02DB", "\u0328"], ["\u02CA", "\u0301"], ["\u02CB", "\u0300"]
])

/** The combining mark that a drawn accent stands for, null for any other character. */
export const combiningMark = (character: string): string | null =>
  combining.get(character) ?? (/^\p{Mn}$/u.test(character) ? character : null)

/** Letter and mark as one character where Unicode has it, else null. */
export const compose = (letter: string, mark: string): string | null => {
  const base = letter === "\u0131" ? "i" : letter === "\u0237" ? "j" : letter
  const composed = (base + mark).normalize("NFC")
  return composed.length === base.length ? composed : null
}
