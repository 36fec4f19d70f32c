/** Projects: name, period, address, technologies and description of each. */
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Entries from "./Entries.js"
import type * as EntryRows from "./EntryRows.js"
import * as MadeWith from "./MadeWith.js"
import * as Period from "./Period.js"
import * as ProjectFacts from "./ProjectFacts.js"
import { address, addressIn, wordCount } from "./ProjectFacts.js"
import * as ProjectName from "./ProjectName.js"
import * as Pointers from "./Pointers.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import * as ToolRows from "./ToolRows.js"
import { isWrapped } from "./Wrap.js"

/** "Rape seed fleet, 2023: forty lorries": between a comma and the sign that ends the name. */
const isBetween = (before: string, behind: string): boolean => /^[^.:;]+,\s$/u.test(before) && /^\s?[.:]\s/u.test(behind)

/** "“Low tide”, for the harbour museum (2024). Thirty portraits": in brackets that close a name and what it was for. */
const bracketed = (row: Row): Period.Dated | null => {
  const segment = row.segments.find(({ date, end, start }) => date !== null && (row.text.charAt(start - 1) === "(" && /^\)[.:]\s/.test(row.text.slice(end)) || isBetween(row.text.slice(0, start), row.text.slice(end))))
  const match = segment?.date ?? null
  return segment === undefined || match === null || wordCount(row.text.slice(0, segment.start)) > ProjectName.maxNameWords ? null : { row, segment, match, strength: 0.5 }
}

const datedOf = (entry: Entries.Entry): Period.Dated | null =>
  entry.head.map((row) => [Period.of(row), bracketed(row)].find((dated) => dated != null && dated.strength >= 0.3)).find((dated) => dated != null) ?? null

/** "Lambing log: an app for farms": a name in bold before a text that is not. */
const isNameLed = (row: Row | undefined): boolean => {
  const [first, second] = row?.segments ?? []
  return row !== undefined && !row.bold && first !== undefined && second !== undefined && /^[\d.]+b/.test(first.style) && !/^[\d.]+b/.test(second.style)
}

/** What rows say by their place of where a project begins. */
interface Starts {
  readonly begins: (row: Row) => boolean
  /** within a project */
  readonly isInner: (row: Row) => boolean
  readonly areCells: boolean
}

/** of the bullets of a section: where they have times each is a project */
const datedShare = 0.7
/** cells of a row of a table */
const minCells = 3

/** Names in bold, bullets with times, and the first of the cells of a table begin a project. */
const beginning = (section: ReadonlyArray<Row>, rows: ReadonlyArray<Row>): Starts => {
  const areLed = isNameLed(rows[0])
  const bullets = section.filter(({ isBullet }) => isBullet)
  const areDated = section[0]?.isBullet === true && bullets.length > 1 && bullets.filter(({ dates }) => dates.length > 0).length >= datedShare * bullets.length
  const starts = new Set(areDated ? bullets.map(({ number }) => number) : [])
  const cellsOf = (row: Row | undefined) => rows.filter(({ number }) => number === row?.number)
  const isCell = (row: Row) => cellsOf(row).length >= minCells
  const areCells = rows[0] !== undefined && rows.every(isCell)
  return {
    areCells,
    begins: (row) => areLed && isNameLed(row) || starts.has(row.number) || areCells && cellsOf(row)[0] === row,
    isInner: (row) => areCells && cellsOf(row)[0] !== row
  }
}

const modelOf = (tools: Tools, starts: Starts): EntryRows.Model => ({
  evidence: (row) => (starts.isInner(row) || MadeWith.listIn(row.text, tools.labels) !== null || tools.rows.has(row) || ProjectFacts.isOfRole(row.text) ? -2 : row.segments.some((segment) => segment.date !== null) ? 0.5 : 0.2),
  slot: () => "",
  begins: starts.begins,
  undated: 0.9,
  headRows: 2,
  hasProse: false
})

/** What the rows of a section that name tools have in common. */
interface Tools {
  readonly rows: ReadonlySet<Row>
  /** as they are, of rows that were taken without their dates */
  readonly dated: ReadonlyMap<Row, Row>
  /** rows are cells of a table */
  readonly areCells: boolean
  /** in a box behind a name */
  readonly boxed: ReadonlyMap<Row, ReadonlyArray<string>>
  readonly labels: MadeWith.Taught
}

const toDraft = (entire: Entries.Entry, look: Body.Look, tools: Tools): Draft.DraftProject | null => {
  const isTools = (row: Row) => tools.rows.has(row)
  const toolRows = [...entire.head, ...entire.body].filter(isTools)
  const entry = { head: entire.head.filter((row) => !isTools(row)), body: entire.body.filter((row) => !isTools(row)) }
  // A date may stand alone before the name, or behind the tools.
  const dated = datedOf(entry) ?? (tools.areCells ? datedOf({ head: entry.body, body: [] }) : null) ?? datedOf({ head: toolRows.flatMap((row) => tools.dated.get(row) ?? []), body: [] })
  const facts = ProjectFacts.of([...entry.head, ...entry.body])
  const hasBody = entry.body.some((row) => !facts.has(row) && MadeWith.listIn(row.text, tools.labels) === null)
  const named = [...entry.head, ...entry.body.slice(0, 1)].map((row) => ProjectName.find(row, dated, hasBody)).find((found) => found !== null)
  if (named === undefined || named === null) return null
  const items = Body.items([...entry.head, ...entry.body].filter((row) => row !== named.row && !facts.has(row)).map((row) => (row === dated?.row ? Rows.undated(row) : row)), look)
  const lists = items.map((item) => MadeWith.listIn(item.text, tools.labels))
  const described = items.filter((_, at) => lists[at] === null)
  const listed = items.flatMap((item, at) => (lists[at] ?? []).map((name) => Claims.of(name, item.rows)))
  const urlRow = [...entire.head, ...entire.body].find((row) => addressIn(row.text) !== null || row.words.some((word) => word.url !== null && addressIn(word.url) !== null))
  const url = urlRow === undefined ? null : addressIn(urlRow.text) ?? urlRow.words.find((word) => word.url !== null)?.url ?? null
  const whole = named.inline === "" ? described : Body.led(named.inline, named.row, described)
  const cut = whole.map((item, at) => (at === whole.length - 1 ? MadeWith.parted(item.text, tools.labels) : { text: item.text, names: [] }))
  const told = whole.flatMap((item, at) => (cut[at]?.text === "" ? [] : [{ ...item, text: cut[at]?.text ?? item.text }]))
  const known = [...cut.flatMap(({ names }, at) => names.map((name) => Claims.of(name, whole[at]?.rows ?? []))), ...named.technologies, ...[...entry.head, ...entry.body].flatMap((row) => (tools.boxed.get(row) ?? []).map((name) => Claims.of(name, [row]))), ...[...facts].flatMap((row) => ProjectFacts.toolsIn(row).map((name) => Claims.of(name, [row]))), ...toolRows.flatMap((row) => ToolRows.namesIn(row).map((name) => Claims.of(name, [row]))), ...listed]
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
  const isLed = (row: Row) => MadeWith.listIn(row.text, labels) !== null
  const pointed = Pointers.unpointed(written, (row) => isLed(row) || ToolRows.areKnown(row) || MadeWith.parted(row.text, labels).names.length > 0)
  const { dated, rows: undated } = ToolRows.withoutDates(pointed)
  const { names: boxed, rows } = ToolRows.withoutBoxes(undated)
  const starts = beginning(section, rows)
  const tools = { rows: new Set([...ToolRows.of(rows, isLed), ...dated.keys()]), dated, boxed, labels, areCells: starts.areCells }
  const { entries, preface } = Entries.cut(rows, modelOf(tools, starts))
  const found = preface.length > rows.length / 2 ? paragraphs(rows) : entries
  const look = Body.lookOf(found.flatMap((entry) => entry.head), rows)
  return found.flatMap((entry) => toDraft(entry, look, tools) ?? [])
}
