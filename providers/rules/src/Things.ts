/** Sections of things that somebody got or made, certificates and projects, where the title hardly tells: "Cards", "Things of pride". */
import { Certificates, Companies, Headings, Places, Titles } from "@excv/lexicon"
import * as Content from "./Content.js"
import * as MadeWith from "./MadeWith.js"
import * as Pointers from "./Pointers.js"
import type { Row } from "./Row.js"
import * as ToolRows from "./ToolRows.js"

export type Kind = "certifications" | "projects"
type Rows = ReadonlyArray<Row>

const minTold = 4, maxHeadWords = 14, maxItemWords = 22

const wordsIn = ({ text }: Row): number => text.split(" ").length

/** "Red tray (2019)": a date in a row that is no sentence. */
const isHead = (row: Row): boolean =>
  !row.isBullet && row.segments.some(({ date }) => date !== null) && wordsIn(row) <= maxHeadWords && !/[.;]$/.test(row.text) && /^[\p{Lu}\d«“"„]/u.test(row.text)

const best = (rows: Rows, score: (text: string) => number): number =>
  Math.max(0, ...rows.flatMap(({ segments }) => segments.flatMap(({ date, text }) => (date === null ? [score(text)] : []))))

/** Who employs, or where: somebody's jobs have one or the other. */
const isEmployed = (rows: Rows): boolean => best(rows, Companies.bodyScore) >= 0.7 || best(rows, (text) => Places.parse(text)?.certainty ?? 0) > 0.7

const isTitled = (rows: Rows): boolean => best(rows, Titles.score) >= 0.6

const isCalled = (row: Row): boolean => row.segments.some(({ date, text }) => date === null && Headings.hints(text).includes("projects"))

/** Words enough for a sentence. */
const isTold = (row: Row): boolean => wordsIn(row) >= minTold

interface Made {
  /** the head, and a short row below it that says where or as what */
  readonly head: Rows
  readonly isTold: boolean
  /** in a sentence */
  readonly isSaid: boolean
  /** a tool, an address or a word for projects */
  readonly isSigned: boolean
}

const madeIn = (rows: Rows): ReadonlyArray<Made> => {
  const labels = MadeWith.teach(rows.map(({ text }) => text))
  const isLed = (row: Row) => MadeWith.listIn(row.text, labels) !== null
  const tools = ToolRows.of(rows, isLed)
  const isMade = (row: Row) => tools.has(row) || isLed(row) || MadeWith.withoutAddress(row.text) !== row.text || Pointers.atEnd(row) !== null
  const starts = rows.flatMap((row, at) => (isHead(row) && !tools.has(row) && !isLed(row) ? [at] : []))
  return starts[0] !== 0 ? [] : starts.map((start, at) => {
    const [head, ...below] = rows.slice(start, starts[at + 1])
    const under = below.slice(0, 1).filter((row) => !isMade(row) && !isTold(row))
    return { head: head === undefined ? [] : [head, ...under], isTold: below.some(isTold), isSaid: below.some((row) => isTold(row) && /\p{Ll}[.!](?:$|\s\p{Lu})/u.test(row.text)), isSigned: head !== undefined && (isCalled(head) || isMade(head)) || below.some(isMade) }
  })
}

const areProjects = (rows: Rows, isHinted: boolean): boolean => {
  const made = madeIn(rows)
  const share = (is: (one: Made) => boolean): number => made.filter(is).length / made.length
  if (made.length === 0 || share((one) => one.isTold) <= 0.5) return false
  const isSigned = share((one) => one.isSigned) >= 0.5 && share(({ head }) => isEmployed(head) && isTitled(head)) < 0.5
  // Nothing but names, dates and sentences.
  const isPlain = made.length > 1 && made.every((one) => one.isSaid && !(isEmployed(one.head) && isTitled(one.head))) && share(({ head }) => isEmployed(head)) <= 0.5 && share(({ head }) => isTitled(head)) <= 0.5
  return isHinted || isSigned || isPlain
}

/** It says the end of a validity. */
const expires = ({ dates, text }: Row): boolean => Certificates.expiryLead(text) >= 0 || dates.some(({ start }) => Certificates.expiryLead(text.slice(0, start)) >= 0)

const isCertificate = (row: Row): boolean => Certificates.score(row.text) === 1 || expires(row)

/** "(2019). Wind and weather." */
const cited = /\((?:19|20)\d\d\w?\)[.:,]/u

export const areCited = (rows: Rows): boolean => rows.some(({ text }) => cited.test(text))

const areCertificates = (rows: Rows, isHinted: boolean): boolean => {
  const dated = rows.filter(({ dates }) => dates.length > 0)
  const lasting = dated.filter((row) => !expires(row) && Content.areRanges([row])).length
  const certified = rows.filter(isCertificate).length
  if (areCited(rows) || rows.some((row) => wordsIn(row) > maxItemWords)) return false
  if (isHinted) return lasting * 2 <= dated.length && (dated.length > 0 || certified > 0)
  const issued = rows.filter((row) => !isCertificate(row) && best([row], Companies.bodyScore) >= 0.7).length
  return certified > 0 && dated.length > 0 && lasting === 0 && (certified + issued) * 2 >= dated.length
}

/** Things got at a day each, among what was taken for things that somebody knows. */
export const areGot = (rows: Rows): boolean => rows.filter(({ dates }) => dates.length > 0).length * 2 > rows.length && areCertificates(rows, false)

const others: ReadonlySet<Headings.Kind> = new Set(["awards", "publications", "volunteering", "interests", "memberships", "military", "references", "languages"])

/** What the rows of a section are, by its title where a word of it says so, else by what they say; `hasJobs` elsewhere. */
export const kindOf = (heading: Row, rows: Rows, hasJobs: boolean): Kind | null => {
  const hints = Headings.hints(heading.text)
  const isHinted = { certifications: hints.includes("certifications") || hints.includes("courses"), projects: hints.includes("projects") }
  if (rows.length === 0 || !isHinted.certifications && !isHinted.projects && hints.some((kind) => others.has(kind))) return null
  if ((isHinted.projects || hasJobs) && areProjects(rows, isHinted.projects)) return "projects"
  return areCertificates(rows, isHinted.certifications) ? "certifications" : null
}
