/** What a section is by its content, where its title does not tell: "Clients", "Where I have cooked", "I speak". */
import { Certificates, Companies, Degrees, Dates, Fold, Languages, Places, Skills, Titles } from "@excv/lexicon"
import * as MadeWith from "./MadeWith.js"
import * as Period from "./Period.js"
import * as RatedRows from "./RatedRows.js"
import type { Row } from "./Row.js"
import * as SkillNames from "./SkillNames.js"
import * as ToolRows from "./ToolRows.js"

export type Kind = "experience" | "education" | "languages" | "skills" | "contact"

const pieces = (row: Row): ReadonlyArray<string> => row.segments.filter((segment) => segment.date === null).map((segment) => segment.text)

const best = (texts: ReadonlyArray<string>, score: (text: string) => number): number => Math.max(0, ...texts.map(score))

/** The rows around a date that can head an entry: title, company and place may each have one of their own. */
const near = (rows: ReadonlyArray<Row>, index: number): ReadonlyArray<string> =>
  rows.slice(Math.max(0, index - 3), index + 3).filter((row) => !row.isBullet).flatMap(pieces)

const periods = (rows: ReadonlyArray<Row>): ReadonlyArray<number> =>
  rows.flatMap((row, index) => ((Period.of(row)?.strength ?? 0) >= 0.6 && Period.of(row)?.match.isRange === true ? [index] : []))

/** "BA Acting": two letters are a degree where they lead to a subject. */
const isDegree = (text: string): boolean => {
  const score = Degrees.score(text), row = Fold.words(text)
  return score >= 0.9 || score >= 0.7 && row.length > 1 && Degrees.find(row)[0]?.from === 0
}

/** letters */
const maxHead = 120

const isEducation = (rows: ReadonlyArray<Row>): boolean => {
  const heads = rows.filter((row) => !row.isBullet && row.text.length < maxHead)
  const degrees = heads.filter((row) => [row.text, ...pieces(row)].some(isDegree)).length
  // "IES Galileo"
  const schools = heads.filter((row) => best(pieces(row), (text) => Companies.institutionScore(text) + (text.includes(" ") ? 0.25 : 0)) >= 0.9).length
  // "Degree, school that no list knows, 2009 – 2012", and no firm
  const dated = periods(rows).filter((at) => rows[at]?.isBullet === false)
  const studied = dated.filter((at) => best(near(rows, at).slice(0, 3), Degrees.score) >= 0.9 && best(near(rows, at).filter((text) => Degrees.score(text) < 0.9), Companies.score) < 0.6).length
  return degrees >= 1 && schools >= 1 && Math.min(degrees, schools) * 5 >= heads.length || studied > 0 && studied === dated.length && degrees >= studied
}

const isExperience = (rows: ReadonlyArray<Row>): boolean => {
  const dated = periods(rows)
  const isNear = (score: (text: string) => number) => (index: number) => best(near(rows, index), score) >= 0.6
  const titled = dated.filter(isNear(Titles.score)).length
  // One title among firms that a dictionary knows tells what the others are.
  const employed = dated.filter(isNear(Companies.score)).length
  return titled > 0 && Math.max(titled, employed) * 2 >= dated.length
}

const isLanguages = (rows: ReadonlyArray<Row>): boolean => {
  const naming = rows.filter((row) => row.text.split(" ").length <= 6 && Languages.nameOf(/\p{L}+/u.exec(row.text)?.[0] ?? "") !== null).length
  return rows.length > 0 && naming >= Math.max(1, rows.length * 0.6) && (naming > 1 || rows.some((row) => Languages.proficiencyOf(row.text) !== null))
}

/** "m: 0491 570 156" */
const called = /^(?:t|m|p|tel|mob|phone|mobile|telefon|téléphone|teléfono|telefono|telefone|telefoon)\s*[.:]+\s*[+(]?\d[\d\s().\/-]{6,}\d$/iu

const isContact = (rows: ReadonlyArray<Row>): boolean => rows.length <= 10 && rows.some((row) => /@[\p{L}\d-]+\.\p{L}/u.test(row.text) || called.test(row.text))

const maxDetailWords = 6

/** Nothing but how to reach somebody, a detail a row. */
export const isDetails = (rows: ReadonlyArray<Row>): boolean => isContact(rows) && rows.every(({ text }) => text.split(" ").length <= maxDetailWords && !/[.!?]$/.test(text))

const minSkills = 4

/** Known skills among what rows list, as count and as share. */
const skillsIn = (rows: ReadonlyArray<Row>): readonly [number, number] => {
  const names = rows.flatMap((row) => pieces(row).flatMap((piece) => piece.split(/[,;|•·]/))).map((name) => name.trim()).filter((name) => name !== "")
  const known = names.filter((name) => Skills.knownCategory(name) !== null).length
  return [known, known / Math.max(1, names.length)]
}

const isUndated = (rows: ReadonlyArray<Row>): boolean => rows.every((row) => Dates.find(row.text).length === 0)

const minRated = 2

const percent = /\p{L}.* \d{1,3} ?%$/u

const behindSign = /^\p{L}.*?\s*(?:[–—:-]\s|\()([^–—:()]+)\)?$/u

/** "Java – expert", "Welding (good)" */
const saysLevel = (text: string): boolean => Skills.levelOf(behindSign.exec(text)?.[1]?.trim() ?? "") !== null && Languages.nameOf(/^\p{L}+/u.exec(text)?.[0] ?? "") === null

/** "Welding ■■■□", "Survey design 75 %", "Java – expert": things that are rated, a row each. */
const isRated = (all: ReadonlyArray<Row>): boolean => {
  const rows = RatedRows.joinedIn(all), rated = rows.filter(({ text }) => SkillNames.dots.test(text) || percent.test(text) || saysLevel(text)).length
  return rated >= minRated && rated >= rows.length * ratedShare && rows.every(({ text }) => text.split(" ").length <= 6)
}
/** the others are second lines of names */
const ratedShare = 0.6

const minProseWords = 12

/** A telephone number or an address of the net or of a house. */
const detail = /\+\d|\d{3}[\s./-]\d{3}|https?:|www\.|@\p{L}|\b\d{4,5}\b.*,/u

/** Sentences, and nothing that an entry or an address has. */
export const isProse = (rows: ReadonlyArray<Row>): boolean => {
  const text = rows.map((row) => row.text).join(" ")
  return rows.length <= 8 && !rows.some((row) => row.isBullet || detail.test(row.text)) && text.split(" ").length >= minProseWords &&
    /\p{Ll}{2}[.!](?:\s|$)/u.test(text) && periods(rows).length === 0
}

const isSkills = (rows: ReadonlyArray<Row>): boolean => {
  const [known, share] = skillsIn(rows)
  return known >= minSkills && share > 0.5 && isUndated(rows)
}

/** "Python, LaTeX": nothing but skills that are known. */
export const areKnown = (rows: ReadonlyArray<Row>): boolean => skillsIn(rows)[1] === 1

/** Bullets before short things, at least three. */
export const areBulleted = (rows: ReadonlyArray<Row>): boolean => rows.length > 2 && rows.every(({ isBullet }) => isBullet) && areItems(rows)

/** Short things that signs part, and no sentence: what stands below skills under a title of its own are more of them. */
export const isList = (rows: ReadonlyArray<Row>): boolean => {
  const items = rows.map((row) => row.text).join(" | ").split(/[,;|•·]/).map((item) => item.trim()).filter((item) => item !== "")
  return rows.length <= 8 && items.length >= 3 && items.every((item) => item.split(" ").length <= 4 && !/[.!?]$/.test(item)) &&
    rows.some((row) => /[,;|•·]/.test(row.text)) && isUndated(rows)
}

const maxItemWords = 4

/** "Curious" above "Good with children": short things without a date or a name, a row each. */
export const areItems = (rows: ReadonlyArray<Row>): boolean =>
  rows.length >= 2 && rows.length <= 8 && isUndated(rows) &&
  rows.every(({ segments, text }) => segments.length === 1 && text.split(" ").length <= maxItemWords && /^\p{Lu}[^\d@:.,;]+$/u.test(text) && Places.lookUp(text).length === 0)

const isAtEdge = ({ segments }: Row): boolean => segments.length > 1 && [segments[0], segments.at(-1)].some((segment) => segment?.date != null)

const minTold = 4

/** "2020 – now  SnailDB. Open database of genomes." */
const isTold = (row: Row): boolean => /\p{Ll}\.$/u.test(row.text) && row.text.split(" ").length >= 2 * minTold

/** "2022 – 2024  plotkit" above what it does, or before it: programs that somebody made, not ones that somebody knows. */
export const areProjects = (rows: ReadonlyArray<Row>): boolean => {
  const dated = rows.flatMap((row, at) => (isAtEdge(row) && !row.isBullet ? [at] : []))
  return dated.length > 0 && dated[0] === 0 && dated.every((at) => {
    const [row, next] = [rows[at], rows[at + 1]]
    return row !== undefined && isTold(row) || next !== undefined && !isAtEdge(next) && next.text.split(" ").length >= minTold
  })
}

export const areDated = (rows: ReadonlyArray<Row>): boolean => rows.some(({ dates }) => dates.length > 0)

/** Something in them lasted for a time; what is valid until a day did not. */
export const areRanges = (rows: ReadonlyArray<Row>): boolean => rows.some(({ dates }) => dates.some(({ from, isRange }) => isRange && from !== null))

/** Below dated heads, what was made, and of one of them at least what it was made with: "Tools: Go, Redis". */
export const areMade = (rows: ReadonlyArray<Row>): boolean => {
  const labels = MadeWith.teach(rows.map(({ text }) => text))
  const isLed = ({ text }: Row) => MadeWith.listIn(text, labels) !== null
  const lists = ToolRows.of(rows, isLed)
  const heads = rows.filter((row) => row.dates.length > 0 && !row.isBullet)
  return heads.length > 0 && rows.indexOf(heads[0] as Row) <= 1 && rows.some((row) => isLed(row) || lists.has(row)) && best(heads.flatMap(pieces), Companies.score) < sureCompany
}
const sureCompany = 0.9

const minSaid = 2

/** "In Word I am at home, in Excel a beginner": a sentence that names things that people know. */
export const tellsSkills = (rows: ReadonlyArray<Row>): boolean =>
  SkillNames.namesIn(rows.map(({ text }) => text).join(" ")).filter(({ name }) => Skills.knownCategory(name) !== null).length >= minSaid

const namedWithYears = /^[^()]{2,40} \([^()]*\)(?:[.:]|\s[–—-])\s\p{L}/u
const minNamed = 2

/** "plotkit (2018 – 2020). Draws what a telescope sees.": things of some years, each with what it is. */
export const areNamedWithYears = (rows: ReadonlyArray<Row>): boolean => {
  const named = rows.filter(({ dates, text }) => dates.length === 1 && dates[0]?.isRange === true && namedWithYears.test(text))
  return named.length >= minNamed && named[0] === rows[0] && named.length * 4 >= rows.length
}

const minCertificates = 2

/** "05/2015  Crane licence, TÜV": things got at a day, a row each, and not ones that somebody knows. */
export const areCertificates = (rows: ReadonlyArray<Row>): boolean =>
  rows.length >= minCertificates && rows.every((row) => isAtEdge(row) && Period.of(row)?.match.isRange === false)

/** "HACCP, County Council, 2023": things got at a day, and one of them at least is called as certificates are, or runs out. */
export const areTickets = (rows: ReadonlyArray<Row>): boolean =>
  areDated(rows) && !areRanges(rows) && !rows.some((row) => row.isBullet && isTold(row)) &&
  rows.some(({ dates, text }) => Certificates.score(text) > 0 || dates.some(({ from, start }) => from === null || Certificates.expiryLead(text.slice(0, start)) >= 0))

/** A degree or a school, with the years there, and nothing of work. */
export const areStudies = (rows: ReadonlyArray<Row>): boolean => {
  const texts = rows.filter((row) => !row.isBullet).flatMap((row) => [row.text, ...pieces(row)])
  return areDated(rows) && rows.length <= maxStudies && (texts.some(isDegree) || best(texts, Companies.institutionScore) >= 0.9) && best(texts, Titles.score) < 0.6
}
const maxStudies = 8

/** Each date of a range stands beside a school. */
export const areSchools = (rows: ReadonlyArray<Row>): boolean => periods(rows).every((index) => best(near(rows, index), Companies.institutionScore) >= 0.9)

const maxSkillWords = 3

/** One short thing a row, half of them known. */
export const areSkills = (rows: ReadonlyArray<Row>): boolean => {
  const [known, share] = skillsIn(rows)
  return known > 0 && share >= 0.5 && rows.length <= 8 && rows.every((row) => row.text.split(" ").length <= maxSkillWords) && isUndated(rows)
}

/** Under a title that groups skills a few that are known will do. */
export const isSkillGroup = (heading: Row, rows: ReadonlyArray<Row>): boolean => {
  const [known, share] = skillsIn(rows)
  return known >= (Skills.categoryOfLabel(heading.text) === null ? 3 : 1) && share >= 0.5 && rows.length <= 8 && isUndated(rows)
}

/** Null where nothing speaks for one. */
export const kindOf = (rows: ReadonlyArray<Row>): Kind | null =>
  isContact(rows) ? "contact"
  : isEducation(rows) ? "education"
  : isExperience(rows) ? "experience"
  : isLanguages(rows) ? "languages"
  : isRated(rows) || RatedRows.areInWords(rows) || isSkills(rows) ? "skills"
  : null
