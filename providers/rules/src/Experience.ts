/** Experience: entries with a title, a company and a place; one for every role. */
import { Companies, Titles } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Entries from "./Entries.js"
import * as Looks from "./Looks.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"
import * as Slots from "./Slots.js"

type Label = "title" | "company" | "location"

const scorers: Slots.Scorers<Label> = { title: Looks.title, company: Looks.company, location: Looks.place }

const model: Entries.Model = {
  evidence: (row) => {
    const texts = row.segments.filter((segment) => segment.date === null).slice(0, 4).map((segment) => segment.text)
    return Math.max(0, ...texts.map((text) => Math.max(Titles.score(text), Companies.score(text) * 0.9, Looks.place(text) * 0.8)))
  },
  undated: 2.5,
  headRows: 3
}

export interface Role {
  readonly labelled: Slots.Labelled<Label>
  readonly dated: Period.Dated | null
}

const datedOf = (entry: Entries.Entry): Period.Dated | null =>
  entry.head.map(Period.of).reduce<Period.Dated | null>((best, one) =>
    one !== null && one.strength >= 0.3 && (best === null || one.strength > best.strength) ? one : best, null)

/** The roles of the section, as labelled. */
export const roles = (rows: ReadonlyArray<Row>): ReadonlyArray<Role> =>
  Slots.fill(Entries.cut(rows, model).entries, scorers).map((labelled) => ({ labelled, dated: datedOf(labelled.entry) }))

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

/** A company with no role of its own, whose roles follow. */
const isGroupHead = (role: Role, following: Role | undefined): boolean =>
  following !== undefined && role.labelled.slots.has("company") && !role.labelled.slots.has("title") && role.labelled.entry.body.length === 0 &&
  following.labelled.slots.has("title") && !following.labelled.slots.has("company") &&
  (role.dated === null || encloses(role.dated, following.dated))

const toDraft = (role: Role, employer: Employer | null, left: number): Draft.DraftExperience => {
  const { entry, slots, unused } = role.labelled
  const found = Body.items([...unused, ...entry.body], left)
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
  const left = Body.leftOf(found.flatMap((role) => role.labelled.entry.head))
  let employer: Employer | null = null
  return found.flatMap((role, index) => {
    const { slots } = role.labelled
    const company = slots.get("company")
    if (company !== undefined) {
      employer = { company: Claims.slot(company), location: Claims.slot(slots.get("location")), style: company.rows[0]?.style ?? "" }
    }
    if (isGroupHead(role, found[index + 1])) return []
    const draft = toDraft(role, employer, left)
    return isEntry(draft) ? [draft] : []
  })
}
