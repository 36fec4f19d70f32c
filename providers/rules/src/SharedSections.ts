/** Sections of two titles, "Languages and skills": the rows that name languages are those of one, the others those of the other; where none does, all are. */
import { Companies, Languages } from "@excv/lexicon"
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

/** "English and French (native), Spanish (B1)": a language first, and as many of them as things. */
export const namesLanguages = (row: Row): boolean => {
  const text = Languages.nameOf(/^\p{L}+/u.exec(row.text)?.[0] ?? "") === null ? row.text.replace(/^[\p{L} ]{3,24}:\s*/u, "") : row.text
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

/** "09/2024  PRINCE2 Practitioner, PeopleCert": what is got at one time, and at no school. */
const areTickets = ({ rows }: Section): boolean => {
  const dated = rows.flatMap((row) => row.dates)
  return dated.length > 0 && !dated.some(({ isRange }) => isRange) && !rows.some(isSchool)
}

/** "Education" of who teaches: courses given, without a time or a school. */
const isTeaching = ({ kinds, rows }: Section): boolean => kinds.length === 1 && kinds[0] === "education" && rows.length > 0 && !rows.some((row) => row.dates.length > 0 || isSchool(row))

/** "Qualifications and tickets", "Qualifications and training", "Qualifications" beside a section of education alone holds no schools. */
export const settled = <S extends Section>(sections: ReadonlyArray<S>): ReadonlyArray<S> => {
  const hasSchools = sections.some((section) => section.heading !== null && section.kinds[0] === "education" && !isBoth(section) && !areTickets(section) && !isTeaching(section) && section.rows.length > 0)
  const isOther = (section: S) => isBoth(section) || section.kinds[0] === "education" && areTickets(section)
  return hasSchools ? sections.map((section) => (isOther(section) ? { ...section, kinds: ["certifications" as const] } : isTeaching(section) ? { ...section, kinds: ["other" as const] } : section)) : sections
}
