/** What the letters of symbol fonts show: most documents name them by a code in the private area, or by a Latin letter. */

const bullet = "•"

/** By code below 256; what is not here is some picture. */
const wingdings: Readonly<Record<number, string>> = {
  0x28: "☎", 0x29: "✆", 0x2a: "✉", 0x2b: "✉", 0x4a: "☺", 0x6c: "●", 0x6e: "■", 0x6f: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖",
  0x77: "◆", 0x9e: "·", 0x9f: "•", 0xa0: "▪", 0xa1: "○", 0xa7: "▪", 0xa8: "□", 0xab: "★", 0xd8: "➢", 0xdc: "➲", 0xe0: "→", 0xe8: "➔", 0xf0: "⇨",
  0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑"
}

const symbol: Readonly<Record<number, string>> = {
  0x22: "∀", 0x24: "∃", 0x2a: "∗", 0x2b: "+", 0x2d: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6c: "λ", 0x6d: "μ", 0x70: "π", 0x73: "σ", 0x77: "ω",
  0xa3: "≤", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xbc: "…", 0xab: "↔", 0xac: "←", 0xad: "↑", 0xae: "→", 0xaf: "↓",
  0xd0: "∠", 0xd2: "®", 0xd3: "©", 0xd4: "™", 0xe2: "®", 0xe3: "©", 0xe4: "™"
}

const table = (font: string): Readonly<Record<number, string>> | null => {
  if (/^wingdings$/i.test(font)) return wingdings
  return /^symbol$/i.test(font) ? symbol : null
}

const isSymbolFont = (font: string): boolean => /^(wingdings|webdings|symbol|zapf ?dingbats)/i.test(font)

/** One character of a symbol font. */
const shown = (font: string, code: number): string => {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (low === 0x20) return " "
  if (low > 0xff) return String.fromCodePoint(code)
  return table(font)?.[low] ?? bullet
}

/** `w:sym`: a code in hexadecimal. */
export const character = (font: string, hexadecimal: string): string => {
  const code = Number.parseInt(hexadecimal, 16)
  if (!(code > 0 && code <= 0xffff)) return ""
  const isPrivate = code >= 0xe000 && code <= 0xf8ff
  return isSymbolFont(font) || isPrivate ? shown(font, code) : String.fromCodePoint(code)
}

/** Text that is set in a symbol font. Greek and pictures; any other font leaves it as it is. */
export const text = (font: string, written: string): string =>
  isSymbolFont(font) ? Array.from(written, (one) => (/\s/.test(one) ? one : shown(font, one.codePointAt(0) ?? 0))).join("") : written

/** The sign before an item of a list. */
export const listSign = (font: string, written: string): string => {
  const sign = text(font, written.trim())
  if (/^courier/i.test(font) && sign === "o") return "◦"
  return /^[\uE000-\uF8FF]+$/u.test(sign) ? bullet : sign
}
