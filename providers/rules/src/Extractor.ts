/** The extractor without a model: reads a document by its layout and by words, offline, free and always the same. */
import type { Extractor } from "@excv/provider"
import { Languages, Text } from "@excv/lexicon"
import { Attempt, Document, Draft } from "@excv/schema"
import { Effect } from "effect"
import * as Certifications from "./Certifications.js"
import * as Contact from "./Contact.js"
import * as ContactCells from "./ContactCells.js"
import * as Content from "./Content.js"
import * as Curriculum from "./Curriculum.js"
import * as Education from "./Education.js"
import * as Experience from "./Experience.js"
import * as FormEntries from "./FormEntries.js"
import * as FormRows from "./FormRows.js"
import * as Forms from "./Forms.js"
import * as HeadingRows from "./HeadingRows.js"
import * as Home from "./Home.js"
import * as Labels from "./Labels.js"
import * as Name from "./Name.js"
import * as Projects from "./Projects.js"
import type { Row } from "./Row.js"
import * as BrokenDates from "./BrokenDates.js"
import * as Rows from "./Row.js"
import * as RunIn from "./RunIn.js"
import * as Schooling from "./Schooling.js"
import * as Sections from "./Sections.js"
import * as SkillGroups from "./SkillGroups.js"
import * as Skills from "./Skills.js"
import * as SkillsAmid from "./SkillsAmid.js"
import * as Summary from "./Summary.js"
import * as Tickets from "./Tickets.js"
import * as Tongues from "./Tongues.js"

type Kind = HeadingRows.Kind

/** What a section is read as: courses are certificates. */
const kindOf = ({ kinds }: Sections.Section): Kind =>
  kinds[0] === "courses" ? "certifications" : kinds[0] ?? "unknown"

const rowsOf = (sections: ReadonlyArray<Sections.Section>, ...kinds: ReadonlyArray<Kind>): ReadonlyArray<Row> =>
  sections.filter((section) => kinds.includes(kindOf(section))).flatMap((section) => section.rows)

/** A section under a title of both is parted: rows that begin with a language, and the others. "Languages" may also be those of programs. */
const languagesApart = (section: Sections.Section): ReadonlyArray<Sections.Section> => {
  const { heading, kinds, rows } = section
  if (!kinds.includes("languages")) return [section]
  const languages = rows.filter(Tongues.isNaming)
  if (kinds[0] === "languages" && heading !== null && languages.length === 0 && Content.isSkillGroup(heading, rows)) return [{ ...section, kinds: ["skills"] }]
  if (!kinds.includes("skills") || languages.length === 0) return [section]
  const skills = rows.filter((row) => !languages.includes(row))
  return [{ ...section, kinds: ["languages"], rows: languages }, { ...section, kinds: ["skills"], rows: skills }]
}

const namedLanguages = (sections: ReadonlyArray<Sections.Section>): ReadonlyArray<Draft.DraftLanguage> => {
  // "Mother tongue" may be a heading of its own.
  const own = sections.filter((section) => kindOf(section) === "languages").flatMap(({ heading, rows }) =>
    heading !== null && Languages.proficiencyOf(heading.text) === "native" ? [heading, ...rows] : rows)
  if (own.length > 0) return Tongues.read(own)
  const grouped = SkillGroups.groups(rowsOf(sections, "skills", "other", "contact")).filter((group) => group.isLanguages)
  return grouped.length > 0 ? Tongues.read(grouped.flatMap((group) => group.rows)) : SkillsAmid.languages(rowsOf(sections, "other"))
}

/** "Certificates: First Aid, 2024" among the skills. */
const ticketsApart = (section: Sections.Section): ReadonlyArray<Sections.Section> => {
  if (kindOf(section) !== "skills") return [section]
  const { skills, tickets } = SkillGroups.withTickets(section.rows)
  return tickets.length === 0 ? [section] : [{ ...section, rows: skills }, { kinds: ["certifications"], heading: null, rows: tickets }]
}

/** Also one that only the skills name: "Excel, forklifts, Spanish (fluent)". */
const languagesOf = (sections: ReadonlyArray<Sections.Section>): ReadonlyArray<Draft.DraftLanguage> => {
  const named = namedLanguages(sections)
  return [...named, ...each(sections, "skills", Skills.languages).filter(({ language }) => !named.some((one) => one.language.value === language.value))]
}

const skillsOf = (sections: ReadonlyArray<Sections.Section>): ReadonlyArray<Draft.DraftSkill> => {
  const own = each(sections, "skills", Skills.read)
  return own.length > 0 ? own : SkillsAmid.read(rowsOf(sections, "experience", "projects"), rowsOf(sections, "other"))
}

/** Each section read by its own kind; several sections of one kind are read apart, so that each teaches only itself. */
const each = <A>(sections: ReadonlyArray<Sections.Section>, kind: Kind, read: (rows: ReadonlyArray<Row>) => ReadonlyArray<A>): ReadonlyArray<A> =>
  sections.filter((section) => kindOf(section) === kind && section.rows.length > 0).flatMap((section) => read(section.rows))

/** A section of unknown title before work and studies is often a profile under another name. */
const introduction = (sections: ReadonlyArray<Sections.Section>): ReadonlyArray<Row> => {
  const end = sections.findIndex((section) => section.kinds.includes("experience") || section.kinds.includes("education"))
  return sections.slice(0, Math.max(0, end)).filter((section) => section.kinds[0] === "unknown").flatMap((section) => section.rows)
}

/** What stands around the e-mail address belongs to it, whatever section it was taken for. */
const around = 4
/** what is longer is no detail of contact */
const maxWords = 11

const withAddress = (near: ReadonlyArray<Row>, rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const hasEmail = (row: Row) => row.text.includes("@")
  if (near.some(hasEmail)) return near
  const at = rows.findIndex(hasEmail)
  if (at === -1) return near
  const beside = rows.slice(Math.max(0, at - around), at + around + 1).filter((row) => !near.includes(row))
  return [...near, ...ContactCells.apart(beside).filter((row) => row.text.split(" ").length <= maxWords)]
}

const draftOf = (document: Document.Document): Draft.Draft => {
  const language = Text.detectLanguage(Document.text(document))
  const rows = BrokenDates.join(FormRows.joined(Rows.all(document)))
  const sections = Tickets.apart(Schooling.apart(Sections.split(rows).flatMap(languagesApart).flatMap(ticketsApart)))
  if (!Curriculum.isCv(sections)) return { ...Draft.empty, detected_language: language }
  const top = rowsOf(sections, "top")
  const near = withAddress([...top, ...rowsOf(sections, "contact")], rows)
  const details = ContactCells.apart(near.length > 0 ? near : rows.slice(0, 8))
  const contact = Contact.read(details, rows)
  const handles = [contact.email?.value ?? "", contact.linkedin_url?.value ?? ""].join(" ").toLowerCase()
  const name = Name.read([...Labels.named(near), ...rows.filter((row) => row.page === 1).slice(0, 6)], HeadingRows.bodyOf(rows), handles, document.pages[0]?.height ?? 842)
  return {
    full_name: name,
    ...contact,
    location: Home.locationOf(details, name),
    summary: Summary.read(rowsOf(sections, "profile"), introduction(sections), top.filter(({ number }) => name?.lines.includes(number) !== true)),
    experience: [...each(sections, "experience", (own) => FormEntries.experience(own) ?? Forms.read(own) ?? Experience.read(RunIn.apart(Labels.without(own)))), ...each(sections.filter((section) => section.kinds.length === 1), "military", Experience.read)],
    education: each(sections, "education", (own) => Education.read(FormEntries.ordered(own) ?? Labels.without(own))),
    skills: skillsOf(sections),
    languages: languagesOf(sections),
    certifications: each(sections, "certifications", (own) => Certifications.read(Labels.without(own))),
    projects: each(sections, "projects", (own) => Projects.read(Labels.without(own))),
    detected_language: language
  }
}

/** Never fails: a document that is no CV gives an empty draft. */
export const extractor: Extractor = {
  provider: "rules",
  model: "rules-1",
  extract: (document) => Effect.sync(() => ({ draft: draftOf(document), usage: Attempt.localUsage }))
}
