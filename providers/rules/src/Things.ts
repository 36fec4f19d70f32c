/** Sections of things that somebody got or made, certificates and projects, where the title hardly tells: "Cards", "Things of pride". */
import { Certificates, Companies, Headings, Places } from "@excv/lexicon"
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

/** Who employs, or where: somebody's jobs have one or the other. */
const isEmployed = (row: Row): boolean =>
  row.segments.some(({ date, text }) => date === null && (Companies.score(text) >= 0.6 || Companies.institutionScore(text) >= 0.9 || (Places.parse(text)?.certainty ?? 0) > 0.7))

const isCalled = (row: Row): boolean => row.segments.some(({ date, text }) => date === null && Headings.hints(text).includes("projects"))

const areProjects = (rows: Rows, isHinted: boolean): boolean => {
  const labels = MadeWith.teach(rows.map(({ text }) => text))
  const isLed = (row: Row) => MadeWith.listIn(row.text, labels) !== null
  const tools = ToolRows.of(rows, isLed)
  const isMade = (row: Row) => tools.has(row) || isLed(row) || MadeWith.withoutAddress(row.text) !== row.text || Pointers.atEnd(row) !== null
  const starts = rows.flatMap((row, at) => (isHead(row) && !isMade(row) ? [at] : []))
  if (starts[0] !== 0) return false
  const entries = starts.map((start, at) => rows.slice(start, starts[at + 1]))
  const told = entries.filter(([, ...below]) => below.some((row) => wordsIn(row) >= minTold)).length
  const signed = entries.filter(([head, ...below]) => head !== undefined && (isCalled(head) || below.some(isMade))).length
  const employed = entries.filter(([head, below]) => head !== undefined && (isEmployed(head) || below !== undefined && !isMade(below) && wordsIn(below) < minTold && isEmployed(below))).length
  return told * 2 > entries.length && (isHinted || signed * 2 >= entries.length && employed * 2 < entries.length)
}

/** The end of a validity, or a word that certificates have. */
const isCertificate = (row: Row): boolean =>
  Certificates.score(row.text) === 1 || row.dates.some(({ start }) => Certificates.expiryLead(row.text.slice(0, start)) >= 0)

const areCertificates = (rows: Rows, isHinted: boolean): boolean => {
  const dated = rows.filter(({ dates }) => dates.length > 0)
  const lasting = dated.filter((row) => row.dates.some(({ from, isRange }) => isRange && from !== null)).length
  const certified = rows.filter(isCertificate).length
  // "(2019). Wind and weather."
  const isCited = rows.some(({ text }) => /\((?:19|20)\d\d\w?\)[.:,]/u.test(text))
  if (isCited || rows.some((row) => wordsIn(row) > maxItemWords)) return false
  if (isHinted) return lasting * 2 <= dated.length && (dated.length > 0 || certified > 0)
  return dated.length > 0 && lasting === 0 && certified * 2 >= dated.length
}

/** What the rows of a section are, by its title where a word of it says so, else by what they say; `hasJobs` elsewhere. */
export const kindOf = (heading: Row, rows: Rows, hasJobs: boolean): Kind | null => {
  const hints = Headings.hints(heading.text)
  const isHinted = { certifications: hints.includes("certifications") || hints.includes("courses"), projects: hints.includes("projects") }
  if (rows.length === 0) return null
  if ((isHinted.projects || hasJobs) && areProjects(rows, isHinted.projects)) return "projects"
  return areCertificates(rows, isHinted.certifications) ? "certifications" : null
}
