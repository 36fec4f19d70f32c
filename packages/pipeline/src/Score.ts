/**
 * The score stage: every value is checked against the visible text, what is not grounded is dropped and reported,
 * and what is left gets the probability that it is right.
 */
import type { Document, Evidence, Extraction, Issue, Resume } from "@excv/schema"
import type { Item, Normalized } from "./Normalized.js"
import * as Totals from "./normalize/Totals.js"
import * as Agreement from "./score/Agreement.js"
import * as Check from "./score/Check.js"
import * as Confidence from "./score/Confidence.js"
import * as Features from "./score/Features.js"
import * as Grounding from "./score/Grounding.js"
import * as Stage from "./Stage.js"

export interface Scored {
  readonly resume: Resume.Resume
  readonly fields: { readonly [pointer: string]: Extraction.FieldMeta }
  readonly signals: { readonly [name: string]: number }
  readonly issues: ReadonlyArray<Issue.Issue>
}

/** What an answer is held against. */
export interface Against {
  readonly document: Document.Document
  /** pages whose pictures the extractor saw */
  readonly seenPages: ReadonlyArray<number>
  /** what somebody else read in the same document; null when nobody did */
  readonly witnessed: Normalized | null
}

/** What the checks of all items leave behind. */
interface Ledger {
  readonly at: Grounding.Index
  readonly evidence: Map<string, ReadonlyArray<Evidence.Evidence>>
  readonly issues: Array<Issue.Issue>
}

const note = (ledger: Ledger, path: string, checked: { readonly dropped: ReadonlyArray<string> }) =>
  checked.dropped.forEach((field) => ledger.issues.push(Check.droppedIssue(`${path}/${field}`)))

const single = <A extends object>(ledger: Ledger, path: string, item: Item<A>): A => {
  const checked = Check.item(item, ledger.at)
  note(ledger, path, checked)
  if (checked.value === null) return item.value
  Object.entries(checked.evidence).forEach(([field, found]) => ledger.evidence.set(`${path}/${field}`, found))
  return checked.value
}

/** The items that hold, at their new positions. */
const list = <A extends object>(
  ledger: Ledger,
  path: string,
  items: ReadonlyArray<Item<A>>,
  key?: keyof A & string
): ReadonlyArray<A> => {
  const kept: Array<A> = []
  for (const item of items) {
    const checked = Check.item(item, ledger.at, key)
    const place = `${path}/${kept.length}`
    note(ledger, checked.value === null ? path : place, checked)
    if (checked.value === null) continue
    Object.entries(checked.evidence).forEach(([field, found]) => ledger.evidence.set(`${place}/${field}`, found))
    kept.push(checked.value)
  }
  return kept
}

/** `/experience/0/company` → `experience.company` */
const kindOf = (pointer: string): string => pointer.slice(1).replace(/\/\d+/g, "").replaceAll("/", ".")

const explained = (ledger: Ledger): ReadonlySet<number> =>
  new Set([...ledger.evidence.values()].flat().map(({ line }) => line))

const looksLikeACv = (resume: Omit<Resume.Resume, "confidence_score">): boolean =>
  resume.experience.length + resume.education.length + resume.skills.length + resume.languages.length > 0

export const score = (normalized: Normalized, against: Against, asOf: Resume.Month): Scored => {
  const ledger: Ledger = { at: Grounding.index(against.document, against.seenPages), evidence: new Map(), issues: [] }
  const experience = list(ledger, "/experience", normalized.experience)
  const years = Totals.experienceYears(experience, asOf)
  const resume = {
    ...single(ledger, "", normalized.profile),
    location: single(ledger, "/location", normalized.location),
    links: list(ledger, "/links", normalized.links, "url"),
    experience,
    education: list(ledger, "/education", normalized.education),
    skills: list(ledger, "/skills", normalized.skills, "name"),
    languages: list(ledger, "/languages", normalized.languages, "language"),
    certifications: list(ledger, "/certifications", normalized.certifications, "name"),
    projects: list(ledger, "/projects", normalized.projects, "name"),
    total_experience_years: years,
    seniority_level: Totals.seniority(experience, years),
    detected_language: normalized.detected_language
  }
  if (!looksLikeACv(resume)) ledger.issues.push(Stage.issue("not_a_cv", "The document does not look like a CV."))
  return { ...judged(inOrder(resume), ledger, against), issues: ledger.issues }
}

const isLoose = (evidence: ReadonlyArray<Evidence.Evidence>): boolean => evidence.some(({ match }) => match === "loose")

const judged = (resume: Omit<Resume.Resume, "confidence_score">, ledger: Ledger, { document, witnessed }: Against) => {
  const [held, dropped] = [ledger.evidence.size, ledger.issues.filter(({ code }) => code === "ungrounded_value_dropped").length]
  const found = Features.features(resume, document, {
    explained: explained(ledger),
    grounded: held === 0 ? 0 : held / (held + dropped)
  })
  const agreement = witnessed && Agreement.of(resume, witnessed)
  const confidenceOf = Confidence.ofValues(found)
  const fields = Object.fromEntries([...ledger.evidence].map(([pointer, evidence]) => {
    const opinion = agreement && (agreement.opinions.get(pointer) ?? "nothing")
    const confidence = confidenceOf({ kind: kindOf(pointer), isLoose: isLoose(evidence), opinion })
    return [pointer, { confidence, evidence, ...(opinion === null ? {} : { second_opinion: opinion }) }] as const
  }))
  const named = Features.names.map((name, index) => [name, found[index] ?? 0] as const)
  const signals = Object.fromEntries(agreement === null ? named : [...named, ["agreement", agreement.shared] as const, ["undisputed", agreement.undisputed] as const])
  return { resume: { ...resume, confidence_score: Confidence.ofDocument(found, agreement) }, fields, signals }
}

/** The order of the specification. */
const inOrder = ({ full_name, email, phone, location, linkedin_url, links, summary, ...rest }: Omit<Resume.Resume, "confidence_score">) => ({
  full_name, email, phone, location, linkedin_url, links, summary, ...rest
})
