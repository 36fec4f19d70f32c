/** The normalize stage: claims become values in the conventions of the resume. Deterministic code, never a model. */
import { Links, Skills } from "@excv/lexicon"
import type { Draft, Resume } from "@excv/schema"
import { from, type Item, type Normalized, type Profile } from "./Normalized.js"
import * as Entries from "./normalize/Entries.js"
import * as Location from "./normalize/Location.js"
import * as Names from "./normalize/Names.js"
import * as Phone from "./normalize/Phone.js"
import * as Text from "./normalize/Text.js"
import * as Url from "./normalize/Url.js"

/** `language` is the ISO 639-1 code of the document's text. */
export const normalize = (draft: Draft.Draft, language: string | null): Normalized => {
  const location = Location.location(draft.location, language)
  const skills = Names.distinct(Names.skills(draft.skills, titlesOf(draft)), ({ name }) => name)
  return {
    profile: profile(draft, location.value.country, language),
    location,
    links: links(draft, skills),
    experience: distinctEntries(draft.experience.map(Entries.experience)),
    education: distinctEntries(draft.education.map(Entries.education)),
    skills,
    languages: Names.distinct(draft.languages.flatMap(Names.language), (value) => value.language),
    certifications: distinctEntries(draft.certifications.flatMap(Entries.certification)),
    projects: distinctEntries(draft.projects.flatMap(Entries.project)),
    detected_language: language
  }
}

const profile = (draft: Draft.Draft, country: string | null, language: string | null): Item<Profile> => {
  const name = Text.line(draft.full_name)
  return {
    value: {
      full_name: name === null ? null : Text.nameCase(name),
      email: Text.line(draft.email)?.replace(/^mailto:/i, "").toLowerCase() ?? null,
      phone: draft.phone && Phone.e164(draft.phone.value, country, language),
      linkedin_url: draft.linkedin_url && Url.linkedin(draft.linkedin_url.value),
      summary: Text.block(draft.summary)
    },
    sources: {
      full_name: from(draft.full_name),
      email: from(draft.email),
      phone: from(draft.phone),
      linkedin_url: from(draft.linkedin_url),
      summary: from(draft.summary)
    }
  }
}

const titlesOf = (draft: Draft.Draft): ReadonlyArray<string> => draft.experience.flatMap(({ title }) => (title === null ? [] : [title.value]))

const isVisual = (category: Resume.SkillCategory | null): boolean => category === "design" || category === "frontend"

/** Who designs by the titles, or builds what people see by most of the skills, shows the work on a page of their own. */
const showsWork = (draft: Draft.Draft, skills: ReadonlyArray<Item<Resume.Skill>>): boolean =>
  Skills.tradeOf(titlesOf(draft)) === "design" ||
  (skills.length > 0
    ? skills.filter(({ value }) => isVisual(value.category)).length > skills.length / 2
    : titlesOf(draft).slice(0, 2).some((title) => isVisual(Skills.tradeOf([title]))))

/** "Portfolio: anna-berg.example": a link may come with the label that says its kind. */
const labelled = /^([^:/]+):\s*(?!\/\/)(.+)$/u

/** Web addresses beside the LinkedIn profile, each once. */
const links = (draft: Draft.Draft, skills: ReadonlyArray<Item<Resume.Skill>>): ReadonlyArray<Item<Resume.Link>> =>
  Names.distinct(
    draft.links.flatMap((claim) => {
      const [, label, bare] = labelled.exec(claim.value) ?? []
      const said = label === undefined ? null : Links.labelAtEnd(label)
      const address = said === null ? claim : { ...claim, value: bare ?? claim.value }
      const url = Url.linkedin(address.value) === null ? Url.absolute(address.value) : null
      if (url === null) return []
      const kind = Url.kind(url)
      const told = said ?? Links.labelAtEnd(Url.lastPart(url))
      const isPortfolio = kind === "website" && (told === null ? showsWork(draft, skills) : told.kind === "portfolio")
      return [{ value: { kind: isPortfolio ? "portfolio" as const : kind, url }, sources: { url: from(address) } }]
    }),
    ({ url }) => url
  )

/** Entries that say nothing and exact repetitions are left out. */
const distinctEntries = <A extends object>(items: ReadonlyArray<Item<A>>): ReadonlyArray<Item<A>> =>
  Names.distinct(items.filter(({ value }) => Object.values(value).some(isSaid)), (value) => JSON.stringify(value))

const isSaid = (value: unknown): boolean => typeof value === "string" || (Array.isArray(value) && value.length > 0)
