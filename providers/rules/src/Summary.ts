/** The summary: the profile section, or a paragraph near the top that has no heading. */
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import type { Row } from "./Row.js"

const wordCount = (row: Row): number => row.text.split(" ").length

const isContact = (row: Row): boolean => /@|https?:|www\.|\+\d{2}|linkedin/i.test(row.text)

const ofRows = (rows: ReadonlyArray<Row>): Draft.Claim | null => {
  const left = Math.min(...rows.map((row) => row.x))
  return rows.length === 0 ? null : Body.description(Body.items(rows, left))
}

/** The first block of running text: long lines that follow each other, and the shorter line that ends it. */
const paragraph = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const start = rows.findIndex((row) => wordCount(row) >= 7 && !isContact(row) && /\p{Ll}{2}.*\p{Ll}{2}/u.test(row.text) && row.segments.length < 8)
  if (start === -1) return []
  const block: Array<Row> = []
  for (const row of rows.slice(start)) {
    const previous = block.at(-1)
    const isApart = previous !== undefined && (row.gapAbove > 1.2 || row.style !== previous.style && wordCount(row) < 7 || isContact(row))
    if (isApart) break
    block.push(row)
  }
  const words = block.reduce((sum, row) => sum + wordCount(row), 0)
  return words >= 14 ? block : []
}

/** `introduction` are sections of unknown title near the top, `top` what stands before any heading. */
export const read = (profile: ReadonlyArray<Row>, introduction: ReadonlyArray<Row>, top: ReadonlyArray<Row>): Draft.Claim | null =>
  profile.length > 0 ? ofRows(profile) : ofRows(paragraph(introduction)) ?? ofRows(paragraph(top))
