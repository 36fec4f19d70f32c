/** Small capitals: a PDF shows them as capitals of two sizes, "EDUCATION and TRAINING"; they are one text in one style. */
import type { Document } from "@excv/schema"

/** small capitals by the size of the letters around them: browsers set 0.7, word processors 0.8 */
const least = 0.62, most = 0.88

const isCapital = (text: string): boolean => text === text.toUpperCase()

const hasLetters = (text: string): boolean => text !== text.toLowerCase()

const isAlike = (one: Document.Word, other: Document.Word): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.color === other.color && one.confidence === null

type Words = ReadonlyArray<Document.Word>

/** The words of one look; where all are capitals of two such sizes, in the larger. */
const evenRun = (words: Words): Words => {
  if (words.length < 2 || words.length > 8) return words
  const size = Math.max(...words.map((word) => word.fontSize))
  const isSmall = ({ fontSize }: Document.Word) => fontSize > least * size && fontSize < most * size
  if (!words.some(isSmall) || !words.some((word) => hasLetters(word.text))) return words
  const areSmallCaps = words.every((word) => isCapital(word.text) && (isSmall(word) || Math.abs(word.fontSize - size) < 0.3))
  return areSmallCaps ? words.map((word) => (isSmall(word) ? { ...word, fontSize: size } : word)) : words
}

/** The words of a line, each run of one look by itself: what stands beside "B.S. in PHYSICS" may be a date in another. */
export const even = (words: Words): Words => {
  if (!words.some(({ fontSize }) => Math.abs(fontSize - (words[0]?.fontSize ?? 0)) > 0.3)) return words
  const runs: Array<Array<Document.Word>> = []
  for (const word of words) {
    const last = runs.at(-1)?.[0]
    if (last !== undefined && isAlike(word, last)) runs.at(-1)?.push(word)
    else runs.push([word])
  }
  return runs.flatMap(evenRun)
}
