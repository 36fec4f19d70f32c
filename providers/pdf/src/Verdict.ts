/** Whether the text layer of a page is good enough to read, or the page needs OCR. */
import type { Document } from "@excv/schema"
import * as Characters from "./text/Characters.js"

/** Share of unreadable characters from which a text layer is worth nothing. */
const maxUnreadable = 0.3
/** A page under a picture of its own size with fewer characters than this is a scan with a stamp or a page number. */
const minCharacters = 40
const fullPage = 0.6

const characters = (words: ReadonlyArray<Document.Word>): ReadonlyArray<string> => words.flatMap(({ text }) => [...text])

const area = ({ height, width }: Document.Box): number => width * height

export const hasUsableText = (
  words: ReadonlyArray<Document.Word>,
  pictures: ReadonlyArray<Document.Box>,
  page: { readonly width: number; readonly height: number }
): boolean => {
  const all = characters(words)
  if (all.length === 0) return false
  const unreadable = all.filter(Characters.isUnreadable).length
  if (unreadable / all.length > maxUnreadable) return false
  const pictured = pictures.some((box) => area(box) > fullPage * page.width * page.height)
  return !pictured || all.length >= minCharacters
}
