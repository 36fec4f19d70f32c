/** Addresses are Latin whatever the language, and full of signs that most models hardly know: they are read again in English. */
import type { Ink } from "./Table.js"

/** The model that knows "@", and its mode for one line. */
export const language = "en"

const addressLike = /^.{3,}@|[\p{L}\d]\.(com|org|net|edu|info|io|dev|eu|example|[a-z]{2})(\/\S*)?[,;|]?$|^(https?:|www\.)|(linkedin|github|gitlab|xing)\.com/iu

export const isAddress = ({ text }: Ink): boolean => text.length >= 6 && addressLike.test(text)

/** The reading that knows more signs of an address, or that the engine believes in more. */
export const better = (first: Ink, again: ReadonlyArray<Ink>): Ink => {
  const text = again.map((word) => word.text).join("")
  const confidence = Math.min(1, ...again.map((word) => word.confidence))
  if (again.length === 0 || Math.abs(text.length - first.text.length) > 0.3 * first.text.length) return first
  const isNewlyMail = text.includes("@") && !first.text.includes("@")
  return isNewlyMail || (confidence > first.confidence && text.includes("@") === first.text.includes("@")) ? { ...first, text, confidence } : first
}
