/** What sections are: unknown titles, and those that may head one thing or another, are understood by what is below them and by their neighbours. */
import { Headings, Labels } from "@excv/lexicon"
import * as Content from "./Content.js"
import * as HeadingRows from "./HeadingRows.js"
import type { Row } from "./Row.js"
import { licence } from "./NoSkills.js"
import * as Things from "./Things.js"
import * as Tongues from "./Tongues.js"

type Kind = HeadingRows.Kind

export interface Section {
  readonly kinds: ReadonlyArray<Kind>
  readonly heading: Row | null
  readonly rows: ReadonlyArray<Row>
}

/** What stands in the document around a section. */
interface Around {
  /** sections of these are named */
  readonly named: ReadonlySet<Kind>
  /** the one above holds skills */
  readonly isBelowSkills: boolean
  /** nothing but the top stands above */
  readonly isFirst: boolean
  /** another is a profile */
  readonly isTold: boolean
  /** as hobbies are */
  readonly isLast: boolean
}

const areSkillItems = (rows: ReadonlyArray<Row>): boolean => Content.isList(rows) || Content.areSkills(rows) || Content.areItems(rows)

/** "And also" below skills: more of them, unless it is about what no skill is. */
const areFurther = (rows: ReadonlyArray<Row>): boolean =>
  Content.areKnown(rows) || Content.isList(rows) && !rows.some(({ text }) => text.split(/[,;|•·]/).some((item) => licence.test(item.trim()) || (Headings.classify(item)?.certainty ?? 0) > 0.6))

/** The kind that a title in people's own words hints at, where what is below it is such a thing. */
const hinted = ({ heading, rows }: Section): Kind | null => {
  const kind = heading === null ? null : Headings.hintOf(heading.text)
  switch (kind) {
    case "projects": return Content.areDated(rows) || Content.areMade(rows) ? kind : null
    case "certifications": return !Content.isProse(rows) && !Content.areRanges(rows) ? kind : null
    case "skills": return !Content.areDated(rows) && (!Content.isProse(rows) || Content.tellsSkills(rows)) ? kind : null
    case "languages": return Tongues.read(rows).length >= rows.length ? kind : null
    case "experience": case "education": return Content.areRanges(rows) ? kind : null
    default: return null
  }
}

const unknownKind = (section: Section, { isFirst, isLast, named }: Around): Kind | null => {
  const { heading, rows } = section
  const content = Content.kindOf(rows), hint = hinted(section), hasHeading = heading !== null
  // "My sites, my bosses": who has no other jobs was employed there.
  if (content === "experience" && hint === "projects" && !named.has("experience")) return content
  // What was made beside one's work has its dates, and what it was made with.
  if (content !== "education" && (named.has("experience") || hint === "projects") && (content === null || content === "experience") && Content.areMade(rows)) return "projects"
  if (content !== null && content === hint) return content
  const things = heading === null ? null : Things.kindOf(heading, rows, named.has("experience"))
  if (things === "projects" && content !== "education" || things === "certifications" && (content === null || content === "skills")) return things
  // A school has no titles but those that it teaches.
  if (content === "experience" && hint === "education" && named.has("experience") && Content.areSchools(rows)) return "education"
  if (content === null || content === "experience" && hint === "projects" || content === "education" && hint === "experience") return hint ?? (
    // "In two words": what is said first, in sentences.
    isFirst && Content.isProse(rows) ? "profile"
    // "Can do": a list under a title of its own, where no other holds skills.
    : !isFirst && hasHeading && !named.has("skills") && (Content.isList(rows) || Content.areSkills(rows) || Content.areBulleted(rows) || !isLast && Content.areItems(rows)) ? "skills"
    : hasHeading && !named.has("education") && Content.areStudies(rows) ? "education"
    : hasHeading && !named.has("certifications") && !Things.areCited(rows) && Content.areTickets(rows) ? "certifications"
    : null)
  return content
}

const understood = (section: Section, around: Around): Section => {
  const { heading, rows } = section, { isBelowSkills, isFirst, named } = around
  const others = HeadingRows.mainFirst(section.kinds.filter((kind) => kind !== "other"))
  // "Short and tickets" is no profile.
  const isProfile = others.includes("profile") && (others.length === 1 || Content.isProse(rows))
  const further = others.filter((kind) => kind !== "profile")
  const kinds = isProfile ? ["profile" as const] : further.length > 0 ? further : section.kinds
  const as = (kind: Kind): Section => ({ ...section, kinds: [kind] })
  if (kinds[0] === "other" && isBelowSkills && areFurther(rows)) return as("skills")
  if ((kinds[0] === "skills" || kinds.includes("projects")) && (Content.areProjects(rows) || Content.areNamedWithYears(rows))) return as("projects")
  // "Software and data projects": what is known lasts from no year to another.
  if (kinds[0] === "skills" && kinds.includes("projects") && rows.some(({ dates }) => dates.some(({ isRange }) => isRange))) return as("projects")
  if (kinds[0] === "skills" && (Content.areCertificates(rows) || Things.areGot(rows))) return as("certifications")
  if ((kinds[0] === "skills" || kinds[0] === "projects") && (kinds.includes("experience") || !named.has("experience")) && Content.kindOf(rows) === "experience") return as("experience")
  if (kinds[0] === "courses" && (kinds.includes("education") || !named.has("education")) && Content.kindOf(rows) === "education") return as("education")
  // "Who I am" above qualities, where another section tells about the person.
  if (kinds[0] === "profile" && around.isTold && heading !== null && Content.isList(rows)) return as("skills")
  // "Say hi" above how to.
  if (kinds[0] === "profile" && heading !== null && Content.isDetails(rows)) return as("contact")
  if (kinds[0] !== "unknown") return { ...section, kinds }
  // "Cloud   AWS, Azure" under a heading of its own is a group of skills.
  if (heading !== null && Content.isSkillGroup(heading, rows)) return { ...as("skills"), rows: [heading, ...rows] }
  if (isBelowSkills && areSkillItems(rows) && Content.kindOf(rows) !== "languages") return as("skills")
  // A form may set each label as a heading.
  if (heading !== null && Labels.slotOf(heading.text) === "contact") return as("contact")
  const kind = unknownKind(section, around)
  // The name in the style of headings, above the address.
  if (isFirst && kind === "contact" && heading !== null) return { ...as("top"), rows: [heading, ...rows] }
  return kind === null ? section : as(kind)
}

/** "In the kitchen" above "Beyond the stove": a list before a section of skills is more of them. */
const beforeSkills = (sections: ReadonlyArray<Section>): ReadonlyArray<Section> =>
  sections.reduceRight<ReadonlyArray<Section>>((done, section) => {
    const isList = section.kinds[0] === "unknown" && section.heading !== null && done[0]?.kinds[0] === "skills" && done[0].heading?.style === section.heading.style && areSkillItems(section.rows)
    return [isList ? { ...section, kinds: ["skills"] } : section, ...done]
  }, [])

/** What a section is may depend on what the one above it was understood to be. */
export const all = (found: ReadonlyArray<Section>): ReadonlyArray<Section> => {
  const named = new Set(found.flatMap(({ kinds }) => kinds))
  return beforeSkills(found.reduce<ReadonlyArray<Section>>((done, section, index) =>
    [...done, understood(section, { named: new Set([...named, ...done.map(({ kinds: [kind] }) => kind ?? "unknown")]), isBelowSkills: done.at(-1)?.kinds[0] === "skills", isFirst: done.every(({ kinds }) => kinds[0] === "top"), isTold: found.some((other) => other !== section && other.kinds[0] === "profile"), isLast: index === found.length - 1 })], []))
}
