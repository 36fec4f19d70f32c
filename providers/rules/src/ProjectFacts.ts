/** Rows below the name of a project that tell facts, not what it is: "2022 | Initiator | example.org/radar", "Role: editor · Python, QGIS". */
import { Labels, ToolLabels } from "@excv/lexicon"
import * as MadeWith from "./MadeWith.js"
import type { Row } from "./Row.js"
import { isOpen, isWrapped } from "./Wrap.js"

export const address = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|ai|co|me|de|fr|es|it|pt|nl|pl|se|uk|eu|example|test)(?:\/\S*)?/iu

/** Of people, not of what they made. */
const profile = /linkedin\.com\/in\//iu

/** The first address of a text: "ASP.NET" is a tool. */
export const addressIn = (text: string): string | null =>
  [...text.matchAll(new RegExp(address.source, "giu"))].map(([found]) => found).find((found) => !MadeWith.isTool(found) && !profile.test(found)) ?? null

export const wordCount = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0

/** of what somebody was or did in a project */
export const maxWords = 4

/** letters beside an address or a date of a row that is nothing else */
const maxBeside = 8

const isAddress = (text: string): boolean => addressIn(text) !== null && text.replace(address, "").replace(/[^\p{L}]/gu, "").length < maxBeside

/** Nothing but a date, perhaps with how long that was. */
const isDate = (row: Row): boolean =>
  row.dates.length > 0 && row.dates.reduce((text, date) => text.replace(row.text.slice(date.start, date.end), ""), row.text).replace(/[^\p{L}]/gu, "").length < maxBeside

const label = /^(\p{L}[\p{L} ]{1,20}):\s/u

/** "Role: editor" */
export const isOfRole = (text: string): boolean => Labels.slotOf(label.exec(text)?.[1] ?? "") === "title"

/** What signs between spaces part in a row. */
const partsOf = ({ text }: Row): ReadonlyArray<string> => text.split(/\s+[|·•]\s+/u)

const areTools = (part: string): boolean => MadeWith.areTools(part.split(/,\s+/))

/** When, as what, with what and where to see it, in a row without a sentence. */
const isFacts = (row: Row): boolean => {
  const parts = partsOf(row)
  const isPeriod = (part: string) => row.dates.some(({ end, start }) => part.replace(row.text.slice(start, end), "").replace(/[^\p{L}\d]/gu, "") === "")
  const isFact = (part: string) => isPeriod(part) || isAddress(part) || areTools(part) || wordCount(part) <= maxWords
  const isTelling = parts.length > 1 ? parts.some((part) => isPeriod(part) || isOfRole(part)) : isOfRole(row.text)
  return isTelling && !ToolLabels.is(label.exec(row.text)?.[1] ?? "") && !/[.!?;]$/.test(row.text) && parts.every(isFact)
}

/** "2022 – Initiator", "Location: Leeds" */
const isLed = (row: Row): boolean => {
  const [first] = row.segments
  const said = row.segments.filter(({ date, text }) => date === null && !address.test(text))
  return first !== undefined && (first.date !== null || Labels.slotOf(first.text) !== null) && !/[.!?;]$/.test(row.text) && said.every(({ joint, text }) => joint !== "comma" && joint !== "date" && wordCount(text) <= maxWords)
}

/** Rows that tell no more than facts; the last word of a sentence may be a year. */
export const of = (rows: ReadonlyArray<Row>): ReadonlySet<Row> =>
  new Set(rows.filter((row, at) => {
    const above = rows[at - 1]
    const goesOn = above !== undefined && isOpen(above.text) && isWrapped(row, above)
    return !goesOn && (isAddress(row.text) || isDate(row) || isLed(row) || isFacts(row))
  }))

/** The tools that such a row names between signs. */
export const toolsIn = (row: Row): ReadonlyArray<string> => {
  const parts = partsOf(row)
  return parts.length < 2 ? [] : parts.filter(areTools).flatMap((part) => part.split(/,\s+/))
}
