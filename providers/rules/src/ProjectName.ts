/** The name of a project in a row, and what the row says behind it: what it is, as what somebody worked, with what. */
import { Labels, Skills as Known, Titles } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import * as MadeWith from "./MadeWith.js"
import type * as Period from "./Period.js"
import { address, maxWords, wordCount } from "./ProjectFacts.js"
import type { Row } from "./Row.js"
import type { Segment } from "./Segment.js"

/** words of a row that is no more than a name */
export const maxNameWords = 10

/** "Vision 2030", where the period of the project stands elsewhere. */
const isYearOfName = (segment: Segment, before: Segment | undefined, period: Period.Dated | null): boolean =>
  segment.date?.isWeak === true && period !== null && period.match !== segment.date && period.match.isRange && segment.joint === "date" && before !== undefined && segment.start === before.end + 1

/** "C++. github.com/me/tool" ends a sentence before the address. */
const isText = (segment: Segment): boolean =>
  segment.date === null && /\p{L}/u.test(segment.text) && (!address.test(segment.text) || wordCount(segment.text.replace(address, "")) >= 3 || /[.!?]\s/.test(segment.text.slice(0, address.exec(segment.text)?.index)))

/** "Price panel – Project manager", "Word shop (maker)", "Rig (2022, lead)": as what, behind the name. */
const isRole = (segment: Segment, row: Row): boolean => {
  const { end, joint, start, text } = segment
  const isBracketed = /\((?:[^()]*\d, )?$/.test(row.text.slice(0, start)) && row.text.charAt(end) === ")"
  const isSmall = /^\p{Ll}/u.test(text)
  return wordCount(text) <= maxWords && row.text.charAt(end) !== "." && (isSmall ? isBracketed && Known.knownCategory(text) === null : joint !== "date" && Titles.score(text) >= 0.6)
}

/** With the bracket or the quotation mark that closes it, which a segment leaves out. */
const closed = (row: Row, start: number, end: number): string => {
  const text = row.text.slice(start, end)
  const close = [["(", ")"], ["«", "»"], ["“", "”"], ["„", "“"], ["„", "”"], ["\"", "\""]].find(([open = "", mark = ""]) =>
    text.lastIndexOf(open) >= 0 && !text.includes(mark, text.lastIndexOf(open) + 1) && row.text.slice(end).trimStart().startsWith(mark))?.[1]
  return close === undefined ? text : row.text.slice(start, row.text.indexOf(close, end) + 1)
}

export interface Named {
  readonly row: Row
  readonly name: string
  /** what the row says of the project behind its name */
  readonly inline: string
  readonly technologies: ReadonlyArray<Draft.Claim>
}

/** A part that a sign parts from the name is a description when it reads like one, else more of the name. */
const describes = (text: string): boolean => wordCount(text) >= 3 && (/^\p{Ll}|[.;!]$/u.test(text) || wordCount(text) > 6)

const weak: ReadonlySet<string> = new Set(["comma", "date"])

/** "| Python, pandas |": a known tool behind a sign, and what commas part from it; in a text they are words of it. */
const isToolOf = (segment: Segment, before: ReadonlyArray<Segment>): boolean => {
  const first = weak.has(segment.joint) ? before.findLast((one) => !weak.has(one.joint)) : segment
  return first !== undefined && first.joint !== "colon" && Known.knownCategory(first.text) !== null && segment.text.split(" ").length <= 3
}

/** A text goes on to its period, or to the end of its row. */
const endOf = (row: Row, end: number): number => (row.text.charAt(end) === "." ? end + 1 : /^\s?[,;:]$/.test(row.text.slice(end)) ? row.text.length : end)

/** "Client: Dairy Forum" */
const isLabel = (row: Row, { end, start, text }: Segment): boolean => start === 0 && row.text.charAt(end) === ":" && Labels.slotOf(text) === "company"

const quoted = /^“([^“”]+)”$/u

/** The name that a row gives, or null. */
export const find = (row: Row, period: Period.Dated | null, hasBody: boolean): Named | null => {
  const at = row.segments.findIndex((segment) => isText(segment) && !isLabel(row, segment))
  const first = row.segments[at]
  if (first === undefined) return null
  let end = first.end
  let next = at + 1
  for (let segment = row.segments[next]; segment !== undefined; segment = row.segments[++next]) {
    const isYear = isYearOfName(segment, row.segments[next - 1], period)
    const isPart = isYear || isText(segment) && segment.style === first.style && ["colon", "dash", "paren", "comma"].includes(segment.joint)
    // What the project is stands behind its name only where nothing below says it.
    const isClosed = hasBody && wordCount(row.text) <= maxNameWords
    // "PanierPrêt (Python, Flask)"
    const isTool = segment.joint === "paren" && Known.knownCategory(segment.text) !== null
    if (!isPart || isTool || isRole(segment, row) || !isYear && !isClosed && describes(row.text.slice(segment.start, row.segments.slice(next).find((one) => !isText(one) || one.joint === "gap")?.start ?? row.text.length).trim())) break
    end = segment.end
  }
  const rest = row.segments.slice(next).filter(isText)
  const known = rest.filter((segment, index) => isToolOf(segment, rest.slice(0, index)))
  // "Depot 21 – Entwurf": one word behind a dash is as often what somebody did.
  const tools = known.length === 1 && known[0]?.joint === "dash" || !known.some(({ text }) => MadeWith.isTool(text)) ? [] : known
  const described = rest.filter((segment, index) => !tools.includes(segment) && (segment.joint === "comma" && index > 0 || !isRole(segment, row)))
  const from = described[0]?.start, to = described.at(-1)?.end
  const inline = from === undefined || to === undefined ? "" : row.text.slice(from, described.at(-1) === row.segments.at(-1) || row.text.charAt(to) === "." ? endOf(row, to) : to)
  return {
    row, inline: wordCount(inline) >= 3 ? inline : "", technologies: tools.map(({ text }) => Claims.of(text, [row])),
    name: closed(row, first.start, end).replace(/(?<=[\p{L}\d)]{2})\.$/u, "").replace(quoted, "$1")
  }
}
