/** Experience: entries with a title, a company and a place; one for every role. */
import { Companies, Countries, Places, Titles } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Employers from "./Employers.js"
import * as Entries from "./Entries.js"
import type * as EntryRows from "./EntryRows.js"
import * as Looks from "./Looks.js"
import * as OpenRows from "./OpenRows.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"
import * as Slots from "./Slots.js"

type Label = "title" | "company" | "location"

const scorers: Slots.Scorers<Label> = { title: Looks.title, company: Looks.company, location: Looks.place }

/** of what a place says of a row that it says of the head of an entry */
const placeShare = 0.8

const model: EntryRows.Model = {
  evidence: (row) => {
    const texts = row.segments.filter((segment) => segment.date === null).slice(0, 4).map((segment) => segment.text)
    const named = Math.max(0, ...texts.map((text) => Math.max(Titles.score(text), Companies.score(text) * 0.9)))
    // No place says more.
    return named >= placeShare ? named : Math.max(named, ...texts.map((text) => Looks.place(text) * placeShare))
  },
  slot: (row) => {
    const [first] = row.segments.filter((segment) => segment.date === null)
    if (first === undefined || row.isBullet) return ""
    const [title, company] = [Titles.score(first.text), Companies.score(first.text)]
    return Math.max(title, company) < 0.6 || title === company ? "" : title > company ? "title" : "company"
  },
  begins: () => false,
  undated: 2.5,
  headRows: 3,
  hasProse: true
}

export interface Role {
  readonly labelled: Slots.Labelled<Label>
  readonly dated: Period.Dated | null
}

const datedOf = (entry: Entries.Entry): Period.Dated | null =>
  entry.head.map(Period.of).reduce<Period.Dated | null>((best, one) =>
    one !== null && one.strength >= 0.3 && (best === null || one.strength > best.strength) ? one : best, null)

/** Time without work, said in the place of a job. */
const idle = /^(?:(?:in )?elternzeit|mutterschutz(?: und elternzeit)?|(?:parental|maternity|paternity|family|carer['’]?s) leave|career break|congé (?:parental|maternité|de maternité|sabbatique)|excedencia(?: por .+)?|permiso de maternidad|congedo parentale|maternità|licença (?:de )?maternidade|licença parental|ouderschapsverlof|urlop (?:macierzyński|rodzicielski|wychowawczy)|föräldra(?:ledig|ledighet)|sabbatical|arbeitslos|arbeits?suchend|arbeitslosigkeit|arbeits?suche|unemployed|unemployment|job ?seek(?:er|ing)|job search|between jobs|looking for work|sans emploi|(?:en )?recherche d['’]emploi|demandeu(?:r|se) d['’]emploi|chômage|desemplead[oa]|en paro|(?:en )?búsqueda (?:activa )?de empleo|disoccupat[oa]|in cerca di (?:occupazione|lavoro)|ricerca di lavoro|desempregad[oa]|(?:à )?procura de emprego|werkloos|werkzoekend|bezrobotn[ya]|poszukiwanie pracy|arbetslös|arbetssökande)(?:\s*\([^()]*\))?\.?$/iu

/** Nothing but that, or in the place of a title. */
const isIdle = ({ entry, slots }: Role["labelled"]): boolean => {
  const alone = slots.size === 0 ? entry.body : [...slots.values()]
  const said = alone.length === 1 ? alone[0] : slots.get("title")
  return idle.test(said?.text ?? "")
}

/** The roles of the section, as labelled. */
export const roles = (rows: ReadonlyArray<Row>): ReadonlyArray<Role> =>
  Slots.fill(Employers.apart(Entries.cut(Entries.unbulleted(OpenRows.closed(rows)), model).entries), scorers, "location").filter((labelled) => !isIdle(labelled)).map((labelled) => ({ labelled, dated: datedOf(labelled.entry) }))

interface Employer {
  readonly company: Draft.Claim | null
  readonly location: Draft.Claim | null
  readonly style: string
}

const years = (dated: Period.Dated | null): readonly [number, number] | null => {
  if (dated === null) return null
  const { from, isOpen, isRange, to } = dated.match
  const start = Number((from ?? to ?? "0").slice(0, 4))
  return [start, isOpen ? 9999 : isRange && to !== null ? Number(to.slice(0, 4)) : start]
}

const encloses = (outer: Period.Dated | null, inner: Period.Dated | null): boolean => {
  const [one, other] = [years(outer), years(inner)]
  return one !== null && other !== null && one[0] <= other[0] && one[1] >= other[1]
}

/** "Logistics Manager" has a word of firms in it, and is a title all the same. */
const isFirm = (text: string): boolean => Companies.score(text) >= 0.6 && Titles.score(text) < 0.6

/** A company with no role of its own, whose roles follow. */
const isGroupHead = (role: Role, following: Role | undefined): boolean =>
  following !== undefined && role.labelled.slots.has("company") && !role.labelled.slots.has("title") && Employers.isDescription(role.labelled.entry.body) &&
  following.labelled.slots.has("title") && !isFirm(following.labelled.slots.get("company")?.text ?? "") &&
  (role.dated === null || encloses(role.dated, following.dated))

/** A country or a part of one: what stands before it is a place in it. */
const isWide = (text: string): boolean => Countries.codeOf(text) !== null || Places.countriesOfRegion(text).length > 0

/** Below its title a role of an employer that stands above has a place, not another employer: "Camp Humphreys, South Korea". */
const withPlaceBelow = (role: Role): Role => {
  const { entry, slots } = role.labelled
  const [title, company, location] = [slots.get("title"), slots.get("company"), slots.get("location")]
  const row = company?.rows[0]
  if (title === undefined || company === undefined || row === undefined || location?.rows[0] !== row || !isWide(location.text) || isFirm(company.text) || entry.head.indexOf(row) <= entry.head.indexOf(title.rows[0] ?? row)) return role
  const start = row.text.indexOf(company.text), end = row.text.lastIndexOf(location.text) + location.text.length
  const others = [...slots].filter(([label]) => label !== "company" && label !== "location")
  return start >= end ? role : { ...role, labelled: { ...role.labelled, slots: new Map([...others, ["location", { text: row.text.slice(start, end), rows: [row] }]]) } }
}

/** Under the head of an employer "Regional Manager, Midlands & Wales" is all title. */
const ofEmployer = (role: Role): Role => {
  const { slots } = role.labelled
  const [title, company] = [slots.get("title"), slots.get("company")]
  const row = title?.rows[0]
  const isPart = title !== undefined && company !== undefined && row !== undefined && company.rows[0] === row && !isFirm(company.text)
  if (!isPart) return role
  const [first, last] = [title, company].map(({ text }) => ({ start: row.text.indexOf(text), end: row.text.indexOf(text) + text.length })).sort((one, other) => one.start - other.start)
  const [start, end] = [first?.start ?? 0, (last?.end ?? 0) + (row.text.slice(first?.start, last?.end).includes("(") && row.text.charAt(last?.end ?? 0) === ")" ? 1 : 0)]
  const whole = { text: row.text.slice(start, end), rows: [row] }
  const others = [...slots].filter(([label]) => label !== "title" && label !== "company")
  return { ...role, labelled: { ...role.labelled, slots: new Map([...others, ["title", whole]]) } }
}

const lookOf = (row: Row): string => `${row.segments.find(({ date }) => date === null)?.style ?? row.style}|${Math.round(row.x / 3)}`

/** The row of the title, where the one of the employer stands above it. */
const roleRow = ({ labelled }: Role): Row | null => {
  const [title, company] = [labelled.slots.get("title")?.rows[0], labelled.slots.get("company")?.rows[0]]
  return title !== undefined && company !== undefined && labelled.entry.head.indexOf(company) < labelled.entry.head.indexOf(title) ? title : null
}

/** It begins as the entry before it goes on below its employer: "Staff Nurse, 4 West" is a further role there. */
const isFurther = ({ labelled }: Role, under: Row | null): boolean => {
  const first = labelled.entry.head[0]
  return under !== null && first !== undefined && labelled.slots.get("title")?.rows[0] === first && lookOf(first) === lookOf(under)
}

const wordCount = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0

/** "Manager, Acme (Leeds): leading a team of nine" says in the head what the role was. */
const withInline = ({ rest, slots }: Slots.Labelled<Label>, items: ReadonlyArray<Body.Item>): ReadonlyArray<Body.Item> => {
  const [first] = rest
  const row = first?.rows[0]
  if (first === undefined || row === undefined) return items
  const start = row.text.lastIndexOf(first.text)
  const inline = row.text.slice(start)
  const isLast = [...slots.values()].every((slot) => !slot.rows.includes(row) || row.text.indexOf(slot.text) < start)
  if (!isLast || wordCount(inline) < 3 || row.dates.some((date) => date.start >= start)) return items
  return Body.led(inline, row, items)
}

const toDraft = (role: Role, employer: Employer | null, body: Body.Look): Draft.DraftExperience => {
  const { entry, slots, unused } = role.labelled
  const found = withInline(role.labelled, Body.items([...unused, ...entry.body], body))
  const location = Claims.slot(slots.get("location"))
  return {
    title: Claims.slot(slots.get("title")),
    company: Claims.slot(slots.get("company")) ?? employer?.company ?? null,
    location: location ?? (slots.has("company") ? null : employer?.location ?? null),
    ...role.dated === null ? { start_date: null, end_date: null } : Period.claims(role.dated, "both"),
    description: Body.description(found),
    highlights: Body.highlights(found)
  }
}

/** An entry says something only with a title or company, and a date or a body. */
const isEntry = (draft: Draft.DraftExperience): boolean =>
  (draft.title !== null || draft.company !== null) && (draft.start_date !== null || draft.end_date !== null || draft.title !== null)

/** One entry for every role, in document order. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftExperience> => {
  const found = roles(rows)
  const body = Body.lookOf(found.flatMap((role) => role.labelled.entry.head), rows)
  let employer: Employer | null = null
  let head: Role | null = null
  let under: Row | null = null
  return found.flatMap((labelled, index) => {
    const isHead = isGroupHead(labelled, found[index + 1])
    under = roleRow(labelled) ?? (isFurther(labelled, under) ? under : null)
    const isWithin = under !== null && roleRow(labelled) === null
    // What is older than all the time at an employer was somewhere else.
    if (head !== null && head.dated !== null && labelled.dated !== null && !encloses(head.dated, labelled.dated)) head = null
    const role = (head !== null || isWithin) && !isHead ? ofEmployer(withPlaceBelow(labelled)) : labelled
    const { slots } = role.labelled
    const company = slots.get("company")
    if (isHead || company !== undefined) head = isHead ? labelled : null
    if (company !== undefined) {
      employer = { company: Claims.slot(company), location: Claims.slot(slots.get("location")), style: company.rows[0]?.style ?? "" }
    }
    if (isHead) return []
    const draft = toDraft(role, employer, body)
    return isEntry(draft) ? [draft] : []
  })
}
