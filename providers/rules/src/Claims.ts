/** Claims from rows: the text as written with the numbers of its lines. */
import type { Draft } from "@excv/schema"
import type { Row } from "./Row.js"

/** What fills a slot. */
export interface Filled {
  readonly text: string
  readonly rows: ReadonlyArray<Row>
}

/** With the lines in the order of the rows, for a text that its document says the other way round. */
export const said = (value: string, rows: ReadonlyArray<Row>): Draft.Claim => ({ value, lines: [...new Set(rows.flatMap((row) => [row.number, ...row.further]))] })

export const of = (value: string, rows: ReadonlyArray<Row>): Draft.Claim => {
  const { lines } = said(value, rows)
  return { value, lines: [...lines].sort((one, other) => one - other) }
}

/** The period that ends a line is no part of a name; that of an abbreviation is. */
const bare = (text: string): string => text.trim().replace(/(?<=\p{Ll}{4}|\d)\.$/u, "")

export const slot = (filled: Filled | undefined): Draft.Claim | null =>
  filled === undefined || bare(filled.text) === "" ? null : of(bare(filled.text), filled.rows)

/** "sous-" above "traitants": what words begin with that are always written with a hyphen. */
const compound = /(?<!\p{L})(?:sous|demi|avant|arrière|self|non|ex|vice|well)[-‐]$/iu

/** Wrapped lines as one: a hyphen at the end of a line joins the parts of a word, unless it is a compound's own. */
export const join = (texts: ReadonlyArray<string>): string =>
  texts.reduce((joined, text) => {
    if (joined === "") return text
    if (/\u00ad$/.test(joined)) return joined.slice(0, -1) + text
    if (/\p{Ll}[-‐]$/u.test(joined) && /^\p{Ll}/u.test(text) && !compound.test(joined)) return `${joined.slice(0, -1)}${text}`
    return /\p{L}[-‐/]$/u.test(joined) ? joined + text : `${joined} ${text}`
  }, "")
