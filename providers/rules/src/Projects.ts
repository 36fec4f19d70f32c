/** Projects: name, period, address, technologies and description of each. */
import { Labels, Skills as Known, Titles } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Entries from "./Entries.js"
import type * as EntryRows from "./EntryRows.js"
import * as MadeWith from "./MadeWith.js"
import * as Period from "./Period.js"
import * as Pointers from "./Pointers.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import type { Segment } from "./Segment.js"
import * as ToolRows from "./ToolRows.js"
import { isOpen, isWrapped } from "./Wrap.js"

const address = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|ai|co|me|de|fr|es|it|pt|nl|pl|se|uk|eu|example|test)(?:\/\S*)?/iu

const datedOf = (entry: Entries.Entry): Period.Dated | null =>
  entry.head.map(Period.of).find((dated) => dated !== null && dated.strength >= 0.3) ?? null

/** A row that is nothing but an address. */
const isAddress = (text: string): boolean => text.replace(address, "").replace(/[^\p{L}]/gu, "").length < 8 && address.test(text)

/** "Lambing log: an app for farms": a name in bold before a text that is not. */
const isLed = (row: Row | undefined): boolean => {
  const [first, second] = row?.segments ?? []
  return row !== undefined && !row.bold && first !== undefined && second !== undefined && /^[\d.]+b/.test(first.style) && !/^[\d.]+b/.test(second.style)
}

const modelOf = (tools: Tools, areLed: boolean): EntryRows.Model => ({
  evidence: (row) => (MadeWith.listIn(row.text, tools.labels) !== null || tools.rows.has(row) ? -2 : row.segments.some((segment) => segment.date !== null) ? 0.5 : 0.2),
  slot: () => "",
  begins: (row) => areLed && isLed(row),
  undated: 0.9,
  headRows: 2,
  hasProse: false
})

/** A row that is nothing but a date, perhaps with how long that was. */
const isDate = (row: Row): boolean =>
  row.dates.length > 0 && row.dates.reduce((text, date) => text.replace(row.text.slice(date.start, date.end), ""), row.text).replace(/[^\p{L}]/gu, "").length < 8

/** "Vision 2030", where the period of the project stands elsewhere. */
const isYearOfName = (segment: Segment, before: Segment | undefined, period: Period.Dated | null): boolean =>
  segment.date?.isWeak === true && period !== null && period.match !== segment.date && period.match.isRange && segment.joint === "date" && before !== undefined && segment.start === before.end + 1

const maxRoleWords = 4

/** "2022 | Initiator | example.org/radar": when, as what and where to see it, in a row without a sentence. */
const isFacts = (row: Row): boolean => {
  const [first] = row.segments
  const said = row.segments.filter(({ date, text }) => date === null && !address.test(text))
  return first !== undefined && (first.date !== null || Labels.slotOf(first.text) !== null) && !/[.!?;]$/.test(row.text) &&
    said.every(({ joint, text }) => joint !== "comma" && joint !== "date" && wordCount(text) <= maxRoleWords)
}

/** Rows that tell no more than facts; the last word of a sentence may be a year. */
const factsIn = (rows: ReadonlyArray<Row>): ReadonlySet<Row> =>
  new Set(rows.filter((row, at) => {
    const above = rows[at - 1]
    const goesOn = above !== undefined && isOpen(above.text) && isWrapped(row, above)
    return !goesOn && (isAddress(row.text) || isDate(row) || isFacts(row))
  }))

const wordCount = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0

const isText = (segment: Segment): boolean => segment.date === null && /\p{L}/u.test(segment.text) && (!address.test(segment.text) || wordCount(segment.text.replace(address, "")) >= 3)

const maxNameWords = 10

/** "Price panel – Project manager", "Word shop (maker)", "Rig (2022, lead)": as what, behind the name. */
const isRole = (segment: Segment, row: Row): boolean => {
  const { end, joint, start, text } = segment
  const isBracketed = /\((?:[^()]*\d, )?$/.test(row.text.slice(0, start)) && row.text.charAt(end) === ")"
  const isSmall = /^\p{Ll}/u.test(text)
  return wordCount(text) <= maxRoleWords && row.text.charAt(end) !== "." && (isSmall ? isBracketed && Known.knownCategory(text) === null : joint !== "date" && Titles.score(text) >= 0.6)
}

/** With the bracket or the quotation mark that closes it, which a segment leaves out. */
const closed = (row: Row, start: number, end: number): string => {
  const text = row.text.slice(start, end)
  const close = [["(", ")"], ["«", "»"], ["“", "”"], ["„", "“"], ["„", "”"], ["\"", "\""]].find(([open = "", mark = ""]) =>
    text.lastIndexOf(open) >= 0 && !text.includes(mark, text.lastIndexOf(open) + 1) && row.text.slice(end).trimStart().startsWith(mark))?.[1]
  return close === undefined ? text : row.text.slice(start, row.text.indexOf(close, end) + 1)
}

/** What the rows of a section that name tools have in common. */
interface Tools {
  readonly rows: ReadonlySet<Row>
  readonly labels: MadeWith.Taught
}

interface Named {
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
const endOf = (row: Row, end: number): number => (row.text.charAt(end) === "." ? end + 1 : /^[,;:]$/.test(row.text.slice(end)) ? end + 1 : end)

const nameIn = (row: Row, period: Period.Dated | null, hasBody: boolean): Named | null => {
  const at = row.segments.findIndex(isText)
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
  const tools = known.length === 1 && known[0]?.joint === "dash" ? [] : known
  const described = rest.filter((segment) => !tools.includes(segment) && !isRole(segment, row))
  const from = described[0]?.start, to = described.at(-1)?.end
  const inline = from === undefined || to === undefined ? "" : row.text.slice(from, described.at(-1) === row.segments.at(-1) || row.text.charAt(to) === "." ? endOf(row, to) : to)
  return {
    row, inline: wordCount(inline) >= 3 ? inline : "", technologies: tools.map(({ text }) => Claims.of(text, [row])),
    name: closed(row, first.start, end).replace(/(?<=[\p{L}\d)]{2})\.$/u, "")
  }
}

const toDraft = (entire: Entries.Entry, look: Body.Look, tools: Tools): Draft.DraftProject | null => {
  const isTools = (row: Row) => tools.rows.has(row)
  const toolRows = [...entire.head, ...entire.body].filter(isTools)
  const entry = { head: entire.head.filter((row) => !isTools(row)), body: entire.body.filter((row) => !isTools(row)) }
  // A date may stand alone before the name.
  const dated = datedOf(entry)
  const facts = factsIn([...entry.head, ...entry.body])
  const hasBody = entry.body.some((row) => !facts.has(row) && MadeWith.listIn(row.text, tools.labels) === null)
  const named = [...entry.head, ...entry.body.slice(0, 1)].map((row) => nameIn(row, dated, hasBody)).find((found) => found !== null)
  if (named === undefined || named === null) return null
  const items = Body.items([...entry.head, ...entry.body].filter((row) => row !== named.row && !facts.has(row)), look)
  const lists = items.map((item) => MadeWith.listIn(item.text, tools.labels))
  const described = items.filter((_, at) => lists[at] === null)
  const listed = items.flatMap((item, at) => (lists[at] ?? []).map((name) => Claims.of(name, item.rows)))
  const urlRow = [...entire.head, ...entire.body].find((row) => address.test(row.text) || row.words.some((word) => word.url !== null))
  const url = urlRow === undefined ? null : address.exec(urlRow.text)?.[0] ?? urlRow.words.find((word) => word.url !== null)?.url ?? null
  const whole = named.inline === "" ? described : Body.led(named.inline, named.row, described)
  const cut = whole.map((item, at) => (at === whole.length - 1 ? MadeWith.parted(item.text, tools.labels) : { text: item.text, names: [] }))
  const told = whole.flatMap((item, at) => (cut[at]?.text === "" ? [] : [{ ...item, text: cut[at]?.text ?? item.text }]))
  const known = [...cut.flatMap(({ names }, at) => names.map((name) => Claims.of(name, whole[at]?.rows ?? []))), ...named.technologies, ...toolRows.flatMap((row) => ToolRows.namesIn(row).map((name) => Claims.of(name, [row]))), ...listed]
  return {
    name: Claims.of(named.name, [named.row]),
    description: Body.description(told),
    url: url === null || urlRow === undefined ? null : Claims.of(url.replace(/[),.;]+$/, ""), [urlRow]),
    ...dated === null ? { start_date: null, end_date: null } : Period.claims(dated, "both"),
    technologies: known.length > 0 ? known : told.flatMap((item) => MadeWith.namesIn(item.text).map((name) => Claims.of(name, item.rows)))
  }
}

/** Each paragraph a project, its name at its beginning. */
const paragraphs = (rows: ReadonlyArray<Row>): ReadonlyArray<Entries.Entry> => {
  const found: Array<Array<Row>> = []
  rows.forEach((row, index) => {
    const previous = rows[index - 1]
    const last = found.at(-1)
    if (last === undefined || previous === undefined || !isWrapped(row, previous) || row.gapAbove > 0.6) found.push([row])
    else last.push(row)
  })
  return found.map(([head, ...body]) => ({ head: head === undefined ? [] : [head], body }))
}

/** The rows, with an address that goes on in the next whole in its first: "github.com/harbour-" above "tools/queue". */
const withAddresses = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const goesOn = (row: Row | undefined, next: Row | undefined): boolean =>
    row !== undefined && next !== undefined && next.words.length === 1 && !next.isBullet && /[-/_]$/.test(row.text) && address.test(row.words.at(-1)?.text ?? "") && isWrapped(next, row)
  return rows.flatMap((row, at) => {
    const next = rows[at + 1]
    if (goesOn(rows[at - 1], row)) return []
    const last = row.words.at(-1)
    if (!goesOn(row, next) || last === undefined || next === undefined) return [row]
    return [{ ...Rows.part(row, [...row.words.slice(0, -1), { ...last, text: `${last.text}${next.text}` }], row.gapAbove), further: [...row.further, next.number] }]
  })
}

/** Projects of a section, in document order. */
export const read = (section: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftProject> => {
  const written = Entries.unbulleted(withAddresses(Pointers.lifted(section)))
  const labels = MadeWith.teach(written.map(({ text }) => text))
  const rows = Pointers.unpointed(written, ({ text }) => MadeWith.listIn(text, labels) !== null)
  const tools = { rows: ToolRows.of(rows, (row) => MadeWith.listIn(row.text, labels) !== null), labels }
  const { entries, preface } = Entries.cut(rows, modelOf(tools, isLed(rows[0])))
  const found = preface.length > rows.length / 2 ? paragraphs(rows) : entries
  const look = Body.lookOf(found.flatMap((entry) => entry.head), rows)
  return found.flatMap((entry) => toDraft(entry, look, tools) ?? [])
}
