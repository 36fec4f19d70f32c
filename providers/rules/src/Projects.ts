/** Projects: name, period, address, technologies and description of each. */
import { Skills as Known } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Entries from "./Entries.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"
import * as Skills from "./Skills.js"

const technologies = /^(?:technolog\p{L}*|software(?: used| eingesetzt)?|languages? used|tools? used|tech(?: |-)?stack|stack(?: technique)?|tools?|built with|used|tecnolog\p{L}*|teknik(?:er)?|outils|herramientas|strumenti|ferramentas|werkzeuge|eingesetzte technologien|gebruikte technologieën|narzędzia|environnement(?: technique)?|skills|kompetenzen|kenntnisse|keywords)\s*[:–-]\s*/iu

const address = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|ai|co|me|de|fr|es|it|pt|nl|pl|se|uk|eu|example|test)(?:\/\S*)?/iu

const datedOf = (entry: Entries.Entry): Period.Dated | null =>
  entry.head.map(Period.of).find((dated) => dated !== null && dated.strength >= 0.3) ?? null

/** A row that is nothing but an address. */
const isAddress = (text: string): boolean => text.replace(address, "").replace(/[^\p{L}]/gu, "").length < 8 && address.test(text)

const model: Entries.Model = {
  evidence: (row) => (technologies.test(row.text) ? -2 : row.segments.some((segment) => segment.date !== null) ? 0.5 : 0.2),
  undated: 0.9,
  headRows: 2
}

/** A row that is nothing but a date, perhaps with how long that was. */
const isDate = (row: Row): boolean =>
  row.dates.length > 0 && row.dates.reduce((text, date) => text.replace(row.text.slice(date.start, date.end), ""), row.text).replace(/[^\p{L}]/gu, "").length < 8

const nameIn = (row: Row) => row.segments.find((segment) => segment.date === null && /\p{L}/u.test(segment.text) && !address.test(segment.text))

const toDraft = (entry: Entries.Entry, look: Body.Look): Draft.DraftProject | null => {
  // A date may stand alone before the name.
  const first = [...entry.head, ...entry.body.slice(0, 1)].find((row) => nameIn(row) !== undefined)
  const named = first === undefined ? undefined : nameIn(first)
  if (first === undefined || named === undefined) return null
  const others = entry.head.filter((row) => row !== first)
  const items = Body.items([...others, ...entry.body].filter((row) => row !== first && !isAddress(row.text) && !isDate(row)), look)
  const using = items.filter((item) => technologies.test(item.text))
  const urlRow = [...entry.head, ...entry.body].find((row) => address.test(row.text) || row.words.some((word) => word.url !== null))
  const url = urlRow === undefined ? null : address.exec(urlRow.text)?.[0] ?? urlRow.words.find((word) => word.url !== null)?.url ?? null
  const beside = first.segments.filter((segment) => segment !== named && segment.date === null && !address.test(segment.text))
  const listed = beside.filter((segment) => Known.knownCategory(segment.text) !== null).map((segment) => Claims.of(segment.text, [first]))
  const dated = datedOf(entry)
  return {
    name: Claims.of(named.text, [first]),
    description: Body.description(items.filter((item) => !using.includes(item))),
    url: url === null || urlRow === undefined ? null : Claims.of(url.replace(/[),.;]+$/, ""), [urlRow]),
    ...dated === null ? { start_date: null, end_date: null } : Period.claims(dated, "both"),
    technologies: [...listed, ...using.flatMap((item) => Skills.namesIn(item.text.replace(technologies, "")).map(({ name }) => Claims.of(name, item.rows)))]
  }
}

/** Projects of a section, in document order. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftProject> => {
  const { entries } = Entries.cut(rows, model)
  const look = Body.lookOf(entries.flatMap((entry) => entry.head), rows)
  return entries.flatMap((entry) => toDraft(entry, look) ?? [])
}
