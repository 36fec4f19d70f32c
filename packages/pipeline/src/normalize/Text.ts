/** Text as a reader would copy it: white space collapsed, nothing where there is nothing. */
import type { Draft } from "@excv/schema"

export const collapse = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim()

/** One line of text, or null. */
export const line = (claim: Draft.Claim | null): string | null => (claim === null ? null : collapse(claim.value) || null)

/** Text that may have several lines: only spaces within the lines are collapsed. */
export const block = (claim: Draft.Claim | null): string | null =>
  claim === null ? null : claim.value.split("\n").map(collapse).join("\n").trim() || null

const particles = new Set([
  "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "van", "von", "der", "den", "zu", "zur", "y", "e", "af", "av", "bin", "ibn"
])

const capitalise = (word: string): string =>
  word.toLocaleLowerCase().replace(/^\p{L}|(?<=[-'’.])\p{L}/gu, (letter) => letter.toLocaleUpperCase())

/** "JEAN-PIERRE DE LA TOUR" → "Jean-Pierre de la Tour"; names that are not all capitals stay as written. */
export const nameCase = (name: string): string => {
  if (name !== name.toLocaleUpperCase() || !/\p{Lu}{2}/u.test(name)) return name
  return name.split(" ").map((word, index) => {
    const lower = word.toLocaleLowerCase()
    return index > 0 && particles.has(lower) ? lower : capitalise(word)
  }).join(" ")
}
