/** The summary: the profile section, or a paragraph near the top that has no heading. */
import { Text } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"

const wordCount = (row: Row): number => row.text.match(/\p{L}{2,}/gu)?.length ?? 0

/** "Hill Road 8, 32300 Ourense" */
const address = /,\s*(?:\p{Lu}{1,2}-?)?\d{2,5}[- ]?\d{2,3}\s+\p{Lu}/u

const isContact = (row: Row): boolean =>
  address.test(row.text) || /@|https?:|www\.|\+\d{2}|linkedin|(?:^|[|•·–—-]\s*)(?:née? le|geb\.|geboren|born|nato|nata|nacido|nacida|nascid[oa]|geboortedatum|urodz|född|permis|führerschein|nationalit|staatsang)/iu.test(row.text)

/** "Nombre y apellidos: Ana Lima", "Teléfono: 600 555 071": a label and few words that are no sentence. */
const isLabelled = ({ text }: Row): boolean => /^\p{Lu}[\p{L} ]{2,28}:\s\S+(?:\s\S+){0,7}$/u.test(text) && !/\p{Ll}{2}[.!?]$/u.test(text)

const sentence = /\p{Ll}{2}[.!?…]["”»’]?(?:\s|$)|[%)\d][.!?]$/u

/** Running text has sentences, or words that join others over more than a line; a headline, an address and a list of catchwords have not. */
const isProse = (rows: ReadonlyArray<Row>): boolean => {
  const text = rows.map((row) => row.text).join(" ")
  const isFlowing = rows.length > 1 && !/[|•·]/u.test(text) && Text.functionWords(text) >= Math.max(4, 2 * (text.match(/[,;]/gu)?.length ?? 0))
  return (sentence.test(text) || isFlowing) && !rows.every((row) => row.caps)
}

/** One line that is a sentence: what some say of themselves instead of a paragraph. */
const isMotto = (rows: ReadonlyArray<Row>): boolean =>
  rows.some((row) => sentence.test(row.text.slice(-4)) && !/[\d|•·:]/u.test(row.text) && Text.functionWords(row.text) >= 2)

const ofRows = (rows: ReadonlyArray<Row>): Draft.Claim | null => {
  const look = { left: Math.min(...rows.map((row) => row.x)), hasGlyphs: rows.some((row) => row.isBullet) }
  return rows.length === 0 ? null : Body.description(Body.items(rows, look))
}

/** Set as one paragraph, also where its lines are centred. */
const ofBlock = (rows: ReadonlyArray<Row>): Draft.Claim | null =>
  rows.some((row) => row.isBullet) || rows.length === 0 ? ofRows(rows) : Claims.of(Claims.join(rows.map((row) => row.text)), rows)

const blockFrom = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const block: Array<Row> = []
  for (const row of rows) {
    const previous = block.at(-1)
    const isApart = previous !== undefined && (row.gapAbove > 1.2 || isLabelled(row) || row.style !== previous.style && wordCount(row) < 7 || isContact(row))
    if (isApart) break
    block.push(row)
  }
  return block
}

/** A line of few words begins running text where all lines but the last are as full. */
const isColumn = (rows: ReadonlyArray<Row>): boolean => {
  const widths = rows.slice(0, -1).map((row) => row.right - row.x)
  return widths.length > 1 && Math.min(...widths) > 0.7 * Math.max(...widths)
}

/** words */
const least = 11
const leastOfMotto = 7

/** The first block of running text: long lines that follow each other, and the shorter line that ends it; without one, a motto. */
const paragraph = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  let motto: ReadonlyArray<Row> = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    if (row === undefined || wordCount(row) < 3 || isContact(row) || isLabelled(row)) continue
    const block = blockFrom(rows.slice(index))
    if (wordCount(row) < 6 && !isColumn(block)) continue
    const words = block.reduce((sum, one) => sum + wordCount(one), 0)
    if (words >= least && isProse(block)) return block
    if (motto.length === 0 && words >= leastOfMotto && isMotto(block)) motto = block
  }
  return motto
}

/** `introduction` are sections of unknown title near the top, `top` what stands before any heading. */
export const read = (profile: ReadonlyArray<Row>, introduction: ReadonlyArray<Row>, top: ReadonlyArray<Row>): Draft.Claim | null =>
  profile.length > 0 ? ofRows(profile.filter((row) => !isContact(row) || wordCount(row) > 6)) : ofBlock(paragraph(introduction)) ?? ofBlock(paragraph(top))
