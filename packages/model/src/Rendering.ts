/**
 * The document as a model reads it: numbered lines with light marks of structure, between fences that no line can forge, because
 * every line of the document begins with its number.
 */
import { Headings } from "@excv/lexicon"
import type { Document } from "@excv/schema"
import { createHash } from "node:crypto"
import type { Reading } from "./Reading.js"

/** The most common size of the letters. */
const bodySize = (lines: ReadonlyArray<Document.Line>): number => {
  const lengths = new Map<number, number>()
  for (const line of lines) lengths.set(sizeOf(line), (lengths.get(sizeOf(line)) ?? 0) + line.text.length)
  return [...lengths].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0] as const)[0]
}

const sizeOf = ({ words }: Document.Line): number => Math.round(Math.max(0, ...words.map(({ fontSize }) => fontSize)))

const isBold = ({ words }: Document.Line): boolean => words.length > 0 && words.every(({ bold }) => bold)

/** The title of a section: known words, set apart or alone on their line. */
export const isHeading = (line: Document.Line): boolean => (Headings.classify(line.text)?.certainty ?? 0) >= 0.8

const markOf = (line: Document.Line, body: number): string =>
  isHeading(line) || sizeOf(line) > body * 1.2 ? "# " : isBold(line) ? "** " : ""

/** White space and controls are typesetting: a line stays a line. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim()

const placeOf = ({ column, page }: Document.Line): string => `--- page ${page}${column < 0 ? "" : `, column ${column + 1}`} ---`

/** Each cell but the first begins with its number. */
const celled = ({ number, text }: Document.Line, { cells }: Reading): string =>
  plain(cells(number).reduceRight((whole, { start }, index) =>
    index === 0 ? whole : `${whole.slice(0, start)}^${index + 1} ${whole.slice(start)}`, text))

export const numbered = (lines: ReadonlyArray<Document.Line>, reading: Reading): string => {
  const body = bodySize(lines)
  let place = ""
  return lines.flatMap((line) => {
    const here = placeOf(line)
    const turn = here === place ? [] : [here]
    place = here
    return [...turn, `[${line.number}] ${markOf(line, body)}${celled(line, reading)}`]
  }).join("\n")
}

/** The same for the same text, so that answers can be kept, and not to be known before the text is. */
const fenceOf = (text: string): string => `=====${createHash("sha256").update(text).digest("hex").slice(0, 12)}=====`

export const fenced = (text: string): string => {
  const fence = fenceOf(text)
  return `${fence}\n${text}\n${fence}`
}
