/** The person's name: what stands out at the top, looks like a name and agrees with the e-mail address. */
import { Companies, Fold, Headings, NameLabels, Places, Titles } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import type { Body } from "./HeadingRows.js"

interface Candidate {
  readonly text: string
  readonly rows: ReadonlyArray<Row>
  readonly score: number
}

/** "Ana Lima, RDH", "Zoé Roy, ing.": what somebody may be called by the law of a trade, behind a comma. */
const title = /,\s+(?:(?:\p{Lu}{2,5}(?:-\p{Lu}{1,3})?|\p{Lu}\.(?:\p{Lu}\.)+|[Ii]ng\.|[Aa]rch\.|[Aa]vv\.|[Dd]ott\.(?:ssa)?|[Ii]nf\.|[Nn]ot\.)(?=,|$)(?:,\s+)?)+$/u
const postnominal = /,?\s+(?:ph\.?d\.?|m\.?d\.?|mba|msc|ma|bsc|ba|rn|bsn|cpa|pmp|esq\.?|cfa|pe|llm|jd|dds|frcs|mrcp|facs)\.?(?=,|\s|$)/giu
const word = /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.|(?:de|del|della|di|da|das|do|dos|du|des|la|le|van|von|der|den|zu|zur|y|e|af|av|bin|ibn|ten|ter|het|al|el|st|van't|d’|d'|['’][ts])|dr\.?|prof\.?|dipl\.-ing\.?|ing\.?|mag\.?|mgr\.?|inż\.?)$/iu

/** "Renate Schüttpelz, geb. Amthor": the name before a marriage. */
const bornAs = /,?\s+\(?(?:geb\.?|geborene?|née?|nata|z domu|z d\.|född|født|rozená|de soltera|nascida)\s+\p{Lu}[\p{L}'’ -]*\)?$/u

/** "Iturralde de": no name ends so, it goes on in the next row. */
const open = /\s(?:de|del|della|di|da|das|do|dos|du|des|van|von|der|den|zu|y|e)$/iu

const particle = /^(?:de|del|della|di|da|das|do|dos|du|des|la|le|van|von|der|den|zu|zur|y|e|af|av|bin|ibn|ten|ter|het|al|el)$/iu

const maxNames = 6

const shape = (text: string): number => {
  const words = text.split(/\s+/)
  // "Maria Clara da Conceição Vaz de Moura e Silva" has five.
  if (/[\d@/:|]/.test(text) || words.filter((one) => !particle.test(one)).length > maxNames) return -3
  const fitting = words.filter((one) => word.test(one.replace(/,$/, ""))).length
  const capitalised = words.filter((one) => /^\p{Lu}/u.test(one)).length
  const length = words.length >= 2 && words.length <= 4 ? 1 : words.length === 1 ? -0.7 : 0.3
  return length + (fitting === words.length && capitalised >= Math.min(2, words.length) ? 0.8 : -1.5) - (open.test(text) ? 1 : 0)
}

const agreement = (text: string, handles: string): number => {
  const matching = Fold.words(text).filter((one) => one.length > 2 && handles.includes(one)).length
  return Math.min(2, matching) * 0.9
}

/** times the body's size */
const display = 1.4

const isLarge = (text: string, { words }: Row, body: Body): boolean =>
  words.some((word) => word.fontSize >= display * body.size && text.includes(word.text))

/** A designer may set the own name all in small letters. */
const cased = (text: string, row: Row, body: Body): string =>
  text.includes(" ") && isLarge(text, row, body) && text === text.toLowerCase() ? text.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : text

const scoreOf = (text: string, row: Row, index: number, body: Body, handles: string, pageHeight: number): number =>
  Math.max(-0.5, Math.min(2.2, (row.size / body.size - 1) * 2)) + shape(cased(text, row, body)) + agreement(text, handles) + (row.bold ? 0.2 : 0) +
  (row.page === 1 && row.y < pageHeight * 0.25 ? 0.5 : -0.5) + (index === 0 ? 0.4 : 0) -
  ((Headings.classify(text)?.certainty ?? 0) >= 0.9 ? 3 : 0) - Titles.score(text) * 1.6 - Companies.score(text) * 1 -
  ((Places.parse(text)?.certainty ?? 0) > 0.75 ? 1 : 0) - (Headings.isDocumentTitle(text) ? 4 : 0)

/** times: "Marcus OYELARAN", the first name light and the family name in a larger face */
const faces = 1.5

const isTwoFaced = ({ segments, words }: Row): boolean => {
  const sizes = words.map(({ fontSize }) => fontSize)
  return words.length <= 4 && segments.length === 2 && segments[1]?.joint === "style" && Math.max(...sizes) < faces * Math.min(...sizes)
}

/** Runs of one style within a row, and what is left beside a title such as "Curriculum Vitae". */
const textsOf = (row: Row): ReadonlyArray<string> => {
  const runs: Array<string> = []
  let start = 0
  row.segments.forEach((segment, index) => {
    const next = row.segments[index + 1]
    if (next !== undefined && !["style", "gap", "bar", "dash", "comma"].includes(next.joint)) return
    if (row.segments.length > 1) runs.push(row.text.slice(row.segments[start]?.start ?? 0, segment.end))
    start = index + 1
  })
  const isOne = (row.words.every((one) => Math.abs(one.fontSize - row.size) < 0.6) || isTwoFaced(row)) && row.segments.every((segment) => segment.joint !== "gap" && segment.joint !== "bar")
  const bare = (text: string) => text.replace(postnominal, "").replace(title, "").replace(bornAs, "").trim()
  const labelled = NameLabels.labelled(row.text)
  // "Name, Vorname     Brandl, Sevgi"
  const isForm = labelled?.parts.has("whole") === true && row.segments.filter(({ joint }) => joint === "gap").length === 1
  const whole = isOne || isForm ? bare(labelled?.name ?? Headings.withoutDocumentTitle(row.text)) : ""
  return [whole, ...runs.map(bare)].filter((text) => text !== "")
}

/** Without what stands behind a gap, as contact details beside a name do. */
const cellOf = (row: Row): Row => {
  const end = row.segments.find((segment, at) => at > 0 && segment.joint === "gap")?.start
  if (end === undefined) return row
  let offset = 0
  const words = row.words.filter((one) => {
    const start = offset
    offset += one.text.length + 1
    return start < end - 1
  })
  return words.length > 0 && words.length < row.words.length ? Rows.part(row, words, row.gapAbove) : row
}

const isBelow = (row: Row, next: Row): boolean => row.page === next.page && next.y > row.y && next.y - row.bottom < row.size * 1.2

/** A name may be set in two lines, of one look where they are long. */
const isHalf = (row: Row, next: Row | undefined, body: Body): next is Row =>
  next !== undefined && Math.min(row.size, next.size) > body.size * 1.3 && isBelow(row, next) && !Headings.isDocumentTitle(row.text) &&
  row.text.split(" ").length <= (row.style === next.style ? 5 : 2) && next.text.split(" ").length <= 3

/** The row below in the same column: what stands beside a name may come before its second half. */
const underneath = (row: Row, following: ReadonlyArray<Row>): Row | undefined =>
  following.find((next, at) => at === 0 && next.x < row.right || next.style === row.style && isBelow(row, next) && Math.abs(next.x - row.x) < 4) ?? following[0]

/** A name set wide may be taken for the heads of two columns. */
const levelHalf = (row: Row, rows: ReadonlyArray<Row>, body: Body): Row | undefined =>
  row.size > body.size * 1.3 && row.text.split(" ").length <= 2
    ? rows.find((other) =>
      other.page === row.page && other.x > row.x && Math.abs(other.size - row.size) < 0.6 &&
      Math.abs(other.y - row.y) < row.size * 0.2 && other.text.split(" ").length <= 3)
    : undefined

/** "Nom Ndiaye" and "Prénom Rokhaya", in neighbouring rows: the name, and its rows in the order of its words. */
const halves = (row: Row, next: Row | undefined): Pick<Candidate, "text" | "rows"> | null => {
  const [one, other] = [NameLabels.labelled(row.text), NameLabels.labelled(next?.text ?? "")]
  if (one === null || other === null || next === undefined) return null
  if (one.parts.has("given") && other.parts.has("family")) return { text: `${one.name} ${other.name}`, rows: [row, next] }
  return one.parts.has("family") && other.parts.has("given") ? { text: `${other.name} ${one.name}`, rows: [next, row] } : null
}

/** what a label adds to the score of a name */
const bonus = 2

const least = 1.6

/** `rows` are the first of the document, before and in the first sections. */
export const read = (rows: ReadonlyArray<Row>, body: Body, handles: string, pageHeight: number): Draft.Claim | null => {
  const candidates = rows.flatMap((row, index): ReadonlyArray<Candidate> => {
    const cell = cellOf(row)
    const below = underneath(cell, rows.slice(index + 1, index + 4).map(cellOf))
    const next = isHalf(cell, below, body) ? below : levelHalf(row, rows, body)
    const parted = halves(row, rows[index + 1])
    if (parted !== null) return [{ ...parted, score: scoreOf(parted.text, row, index, body, handles, pageHeight) + bonus }]
    const labelled = NameLabels.labelled(row.text)?.parts.has("whole") === true ? bonus : 0
    const own = textsOf(row).map((text) => ({ text, rows: [row], score: scoreOf(text, row, index, body, handles, pageHeight) + labelled }))
    if (next === undefined) return own
    // Halves of different looks are of one name where the address of mail says so.
    const isOne = Math.abs(cell.size - next.size) < 0.6 || agreement(`${cell.text} ${next.text}`, handles) > Math.max(agreement(cell.text, handles), agreement(next.text, handles))
    if (!isOne) return own
    const joined = (parts: ReadonlyArray<Row>, longer: number): Candidate => {
      const text = Claims.join(parts.map((part) => part.text))
      return { text, rows: parts, score: scoreOf(text, row, index, body, handles, pageHeight) + longer }
    }
    // In a narrow column a name may take three lines.
    const third = next === below && isHalf(next, rows[index + 2], body) ? rows[index + 2] : undefined
    return [...own, joined([cell, next], 0.4), ...third === undefined ? [] : [joined([cell, next, third], 0.8)]]
  })
  const best = candidates.reduce<Candidate | null>((one, other) => (one === null || other.score > one.score ? other : one), null)
  return best === null || best.score < least ? null : Claims.said(best.text, best.rows)
}
