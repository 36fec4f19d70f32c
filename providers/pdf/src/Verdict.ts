/** Whether the text layer of a page is good enough to read, or the page needs OCR. */
import type { Document } from "@excv/schema"

/** Share of unreadable characters from which a text layer is worth nothing. */
const maxUnreadable = 0.2
/** A page under a picture of its own size with fewer characters than this is a scan with a stamp or a page number. */
const minCharacters = 40
/** share of the page's area */
const fullPage = 0.6
/** Text this long shows by its letters whether it is one; text encoded wrongly is mostly signs, or has hardly a vowel. */
const minJudged = 80
const minLetters = 0.45
const minVowels = 0.2

const unreadable = /[\uE000-\uF8FF\uFFFD]|\p{Co}|\p{Cn}|\p{Cc}/gu
const letters = /\p{L}/gu
const latin = /\p{Script=Latin}/gu
const vowels = /[aeiouy]/gi

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const area = ({ height, width }: Document.Box): number => width * height

/** Reads like words of some language. */
const isText = (text: string): boolean => {
  const length = [...text].length
  if (count(text, unreadable) > maxUnreadable * length) return false
  if (length < minJudged) return true
  const latinLetters = count(text, latin)
  const isLatin = latinLetters > 0.5 * length
  return count(text, letters) > minLetters * length && (!isLatin || count(text.normalize("NFD"), vowels) > minVowels * latinLetters)
}

export const hasUsableText = (
  words: ReadonlyArray<Document.Word>,
  pictures: ReadonlyArray<Document.Box>,
  page: { readonly width: number; readonly height: number }
): boolean => {
  const text = words.map((word) => word.text).join("")
  if (text === "" || !isText(text)) return false
  const isPictured = pictures.some((box) => area(box) > fullPage * page.width * page.height)
  return !isPictured || text.length >= minCharacters
}
