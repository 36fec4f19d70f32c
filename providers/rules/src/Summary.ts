/** The summary: the profile section, or a paragraph near the top that has no heading. */
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import type { Row } from "./Row.js"

const wordCount = (row: Row): number => row.text.match(/\p{L}{2,}/gu)?.length ?? 0

const isContact = (row: Row): boolean =>
  /@|https?:|www\.|\+\d{2}|linkedin|(?:^|[|•·–—-]\s*)(?:née? le|geb\.|geboren|born|nato|nata|nacido|nacida|nascid[oa]|geboortedatum|urodz|född|permis|führerschein|nationalit|staatsang)/iu.test(row.text)

/** Running text has sentences, or lines that were full; a headline and an address have not. */
const isProse = (rows: ReadonlyArray<Row>): boolean => /\p{Ll}{2}[.!?…]["”»’]?(?:\s|$)/u.test(rows.map((row) => row.text).join(" ")) && !rows.every((row) => row.caps)

const ofRows = (rows: ReadonlyArray<Row>): Draft.Claim | null => {
  const look = { left: Math.min(...rows.map((row) => row.x)), hasGlyphs: rows.some((row) => row.isBullet) }
  return rows.length === 0 ? null : Body.description(Body.items(rows, look))
}

const blockFrom = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const block: Array<Row> = []
  for (const row of rows) {
    const previous = block.at(-1)
    const isApart = previous !== undefined && (row.gapAbove > 1.2 || row.style !== previous.style && wordCount(row) < 7 || isContact(row))
    if (isApart) break
    block.push(row)
  }
  return block
}

const least = 14

/** The first block of running text: long lines that follow each other, and the shorter line that ends it. */
const paragraph = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    if (row === undefined || wordCount(row) < 6 || isContact(row)) continue
    const block = blockFrom(rows.slice(index))
    if (block.reduce((sum, one) => sum + wordCount(one), 0) >= least && isProse(block)) return block
  }
  return []
}

/** `introduction` are sections of unknown title near the top, `top` what stands before any heading. */
export const read = (profile: ReadonlyArray<Row>, introduction: ReadonlyArray<Row>, top: ReadonlyArray<Row>): Draft.Claim | null =>
  profile.length > 0 ? ofRows(profile.filter((row) => !isContact(row) || wordCount(row) > 6)) : ofRows(paragraph(introduction)) ?? ofRows(paragraph(top))
