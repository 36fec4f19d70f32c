/** Words that a link stands behind and that say nothing but that it does: "verify", "View project", "Ver imagens". */
import { Certificates } from "@excv/lexicon"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"

const whole = /^[([]?(?:verify|link|show|see|view|credential|nachweis|beleg|ver|voir|vedi|bekijk|zobacz|visa)(?!\p{L})/iu
const maxWords = 3
/** em: above what belongs to the text before it */
const maxGap = 0.6

/** "verify", and other words in small letters, unless they name a certificate. */
const isPointing = (text: string): boolean => whole.test(text) || /^[([]?\p{Ll}/u.test(text) && Certificates.score(text) === 0

export interface Pointer {
  /** where its words begin, with the dash before them */
  readonly start: number
  readonly url: string
}

/** "… – verify": at the end of a row that says more. */
export const atEnd = ({ words }: Row): Pointer | null => {
  const start = words.findLastIndex(({ url }) => url === null) + 1
  const url = words[start]?.url ?? null
  if (url === null || start === 0 || words.length - start > maxWords || !isPointing(words.slice(start).map(({ text }) => text).join(" "))) return null
  return { start: /^[–—|·-]$/u.test(words[start - 1]?.text ?? "") ? start - 1 : start, url }
}

/** The row without its pointer. */
export const without = (row: Row, { start }: Pointer): Row => ({ ...Rows.part(row, row.words.slice(0, start), row.gapAbove), isBullet: row.isBullet })

/** The row without its pointer, whose link is that of the last word before it. */
const linked = (row: Row, pointer: Pointer): Row => {
  const kept = without(row, pointer)
  return { ...kept, words: kept.words.map((word, index) => (index === kept.words.length - 1 ? { ...word, url: word.url ?? pointer.url } : word)) }
}

/** The rows, of which those that `isList` says list things have no pointer at their end: "Tools: R, QGIS – code and data". */
export const unpointed = (rows: ReadonlyArray<Row>, isList: (row: Row) => boolean): ReadonlyArray<Row> =>
  rows.map((row) => {
    const pointer = atEnd(row)
    const bare = pointer === null ? row : linked(row, pointer)
    return pointer !== null && isList(bare) ? bare : row
  })

/** Names of projects may have links too, and are bold, or begin with a capital or stand apart. */
const urlOf = ({ bold, gapAbove, text, words: [first, ...others] }: Row): string | null =>
  !bold && (whole.test(text) || others.length > 0 && gapAbove < maxGap && /^[([]?\p{Ll}+ \p{Ll}+(?: \p{Ll}+)?[)\]]?$/u.test(text)) && others.length < maxWords && others.every(({ url }) => url === first?.url) ? first?.url ?? null : null

/** The rows, with the link of one that is nothing but a pointer behind the last word above it. */
export const lifted = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  rows.flatMap((row, at) => {
    if (at > 0 && urlOf(row) !== null) return []
    const next = rows[at + 1], url = next === undefined ? null : urlOf(next)
    return url === null ? [row] : [{ ...row, words: row.words.map((word, index) => (index === row.words.length - 1 ? { ...word, url: word.url ?? url } : word)) }]
  })
