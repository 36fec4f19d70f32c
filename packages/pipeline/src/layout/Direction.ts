/** Lines of scripts that run from right to left: their words in the order in which they are read. */
import type { Document } from "@excv/schema"

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu
const letters = /\p{L}/gu

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const runsToLeft = (text: string): boolean => count(text, rightToLeft) > 0

/** Most letters belong to a script that runs to the left. */
export const isRightToLeft = (words: ReadonlyArray<Document.Word>): boolean => {
  const text = words.map((word) => word.text).join("")
  return runsToLeft(text) && count(text, rightToLeft) * 2 > count(text, letters)
}

/** Words that stand from left to right, in reading order; names and numbers within a line to the left keep theirs. */
export const inReadingOrder = (words: ReadonlyArray<Document.Word>): ReadonlyArray<Document.Word> => {
  if (!isRightToLeft(words)) return words
  const ordered: Array<Document.Word> = []
  let foreign: Array<Document.Word> = []
  for (const word of [...words].reverse()) {
    if (/[\p{L}\p{N}]/u.test(word.text) && !runsToLeft(word.text)) {
      foreign.unshift(word)
      continue
    }
    ordered.push(...foreign, word)
    foreign = []
  }
  return [...ordered, ...foreign]
}
