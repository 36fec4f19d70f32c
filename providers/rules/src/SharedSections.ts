/** Sections of two titles, "Languages and skills": the rows that name languages are those of one, the others those of the other; where none does, all are. */
import { Certificates, Companies, Degrees, Headings, Languages } from "@excv/lexicon"
import * as Content from "./Content.js"
import type { Kind } from "./HeadingRows.js"
import type { Row } from "./Row.js"
import * as Tongues from "./Tongues.js"
import { isWrapped } from "./Wrap.js"

interface Section {
  readonly kinds: ReadonlyArray<Kind>
  readonly heading: Row | null
  readonly rows: ReadonlyArray<Row>
}

/** What stands beside languages in one section. */
const partners: ReadonlySet<Kind> = new Set(["skills", "certifications", "courses", "interests"])

/** Behind "Languages:", or a gap. */
const behindLabel = ({ segments: [, second], text }: Row): string =>
  second?.joint === "gap" ? text.slice(second.start) : text.replace(/^[\p{L} ]{3,24}:\s*/u, "")

/** "English and French (native), Spanish (B1)": a language first, and as many of them as things. */
export const namesLanguages = (row: Row): boolean => {
  const text = Languages.nameOf(/^\p{L}+/u.exec(row.text)?.[0] ?? "") === null ? behindLabel(row) : row.text
  const things = text.split(/[,;|•·]/).filter((thing) => thing.trim() !== "").length
  return Languages.nameOf(/\p{L}+/u.exec(text)?.[0] ?? "") !== null && Tongues.read([row]).length * 2 > things
}

/** The section as it is, or in two, each with the rows of its kind. */
export const apart = <S extends Section>(section: S): ReadonlyArray<S> => {
  const partner = section.kinds.find((kind) => partners.has(kind))
  if (!section.kinds.includes("languages") || partner === undefined) return [section]
  const isOf: Array<boolean> = []
  section.rows.forEach((row, index) => {
    const above = section.rows[index - 1]
    const goesOn = above !== undefined && !row.isBullet && isWrapped(row, above) && /[,;]$|\($/u.test(above.text)
    isOf.push(goesOn ? isOf[index - 1] === true || namesLanguages(row) : namesLanguages(row))
  })
  const [own, others] = [section.rows.filter((_, index) => isOf[index] === true), section.rows.filter((_, index) => isOf[index] !== true)]
  // "Languages and tools" of who programs: none that people speak.
  if (Tongues.read(section.rows).length === 0) return [{ ...section, kinds: [partner] }]
  if (own.length === 0 || others.length === 0) return [section]
  return [{ ...section, kinds: [partner], rows: others }, { ...section, kinds: ["languages" as const], rows: own }]
}

const isBoth = ({ kinds }: Section): boolean => kinds.includes("education") && (kinds.includes("certifications") || kinds.includes("courses"))

const isSchool = ({ segments }: Row): boolean => segments.some(({ text }) => Companies.institutionScore(text) >= 0.9)

/** What may be a degree or a certificate. */
const titled = /(?<!\p{L})(?:qualif|dipl[oôó]m|t[ií]tul|titol|abschlüsse|cursos?(?!\p{L})|cours(?!\p{L})|cors[io](?!\p{L}))/iu

const academic = /universi|uniwersy|hochschul|högskol|hogeschool|politecn|polytechn|lyc[ée]e|liceo|gymnasi/iu

/** "Certificat d'aptitude (CAPA)": the first name says what it is. */
const isDegree = ({ segments, text }: Row): boolean => {
  const named = segments.find((segment) => Degrees.score(segment.text) >= 0.7)
  return academic.test(text) || named !== undefined && Certificates.score(named.text) === 0
}

/** "09/2024  PRINCE2 Practitioner, PeopleCert": what is got at one time, and at no school. Under "Qualifications" an institute may award it, where none is a degree. */
const areTickets = ({ heading, rows }: Section): boolean => {
  const isStudies = () => (titled.test(heading?.text ?? "") ? rows.some(isDegree) : true) && rows.some(isSchool)
  return Content.areDated(rows) && !Content.areRanges(rows) && !isStudies()
}

/** "Education" of who teaches: courses given, without a time or a school. */
const isTeaching = ({ kinds, rows }: Section): boolean => kinds.length === 1 && kinds[0] === "education" && rows.length > 0 && !rows.some((row) => row.dates.length > 0 || isSchool(row))

/** "Qualifications and tickets", "Qualifications and training", "Qualifications" beside a section of education alone holds no schools. */
export const settled = <S extends Section>(sections: ReadonlyArray<S>): ReadonlyArray<S> => {
  const hasSchools = sections.some((section) => section.heading !== null && section.kinds[0] === "education" && !isBoth(section) && !areTickets(section) && !isTeaching(section) && section.rows.length > 0)
  const isOther = (section: S) => isBoth(section) || section.kinds[0] === "education" && areTickets(section)
  return hasSchools ? sections.map((section) => (isOther(section) ? { ...section, kinds: ["certifications" as const] } : isTeaching(section) ? { ...section, kinds: ["other" as const] } : section)) : sections
}

const awarded: ReadonlySet<Kind> = new Set(["certifications", "courses"])

/** "Stages de formation continue :" below the degrees leads to what is none. */
const leadsToCourses = (row: Row, next: Row | undefined): boolean => {
  const found = next !== undefined && !row.isBullet && row.dates.length === 0 && row.text.endsWith(":") ? Headings.classify(row.text) : null
  return found !== null && found.certainty >= 0.7 && found.kinds.every((kind) => awarded.has(kind))
}

/** Courses and certificates at the end of education, under a line that names them. */
export const coursesApart = <S extends Section>(section: S): ReadonlyArray<S> => {
  const { kinds, rows } = section
  const at = kinds[0] === "education" ? rows.findLastIndex((row, index) => leadsToCourses(row, rows[index + 1])) : -1
  const [own, others] = [rows.slice(0, at), rows.slice(at + 1)]
  // Below a list other studies may follow.
  const isCertain = at > 0 && (others.every(({ isBullet, x }) => isBullet || x > (rows[at]?.x ?? 0) + 3) || !others.some((row) => row.dates.some(({ isRange }) => isRange) || isDegree(row)))
  return isCertain ? [{ ...section, rows: own }, { ...section, kinds: ["certifications" as const], heading: null, rows: others }] : [section]
}
