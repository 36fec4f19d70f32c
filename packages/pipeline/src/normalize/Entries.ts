/** Entries of experience, education, certifications and projects. */
import { Places } from "@excv/lexicon"
import type { Draft, Resume } from "@excv/schema"
import { from, type Item } from "../Normalized.js"
import * as Period from "./Period.js"
import * as Text from "./Text.js"
import * as Url from "./Url.js"

const texts = (claims: ReadonlyArray<Draft.Claim>) => {
  const kept = claims.filter((claim) => Text.line(claim) !== null)
  return { values: kept.map((claim) => Text.collapse(claim.value)), claims: kept }
}

/** The period that ends a line is no part of a place; that of an abbreviation is. */
const place = (claim: Draft.Claim | null): string | null => {
  const text = Text.line(claim)
  return text === null || Places.endsInShortRegion(text) ? text : text.replace(/(?<=\p{L}{2}|\))\.$/u, "")
}

export const experience = (draft: Draft.DraftExperience): Item<Resume.Experience> => {
  const { isOpen, ...dates } = Period.period(draft.start_date, draft.end_date)
  const highlights = texts(draft.highlights)
  return {
    value: {
      company: Text.line(draft.company),
      title: Text.line(draft.title),
      location: place(draft.location),
      ...dates,
      is_current: isOpen,
      description: Text.block(draft.description),
      highlights: highlights.values
    },
    sources: {
      ...sourcesOf(draft),
      company: from(draft.company),
      title: from(draft.title),
      is_current: from(draft.end_date),
      highlights: highlights.claims
    }
  }
}

export const education = (draft: Draft.DraftEducation): Item<Resume.Education> => {
  const { start_date, end_date } = Period.period(draft.start_date, draft.end_date)
  return {
    value: {
      institution: Text.line(draft.institution),
      degree: Text.line(draft.degree),
      field_of_study: Text.line(draft.field_of_study),
      location: place(draft.location),
      start_date,
      end_date,
      grade: Text.line(draft.grade),
      description: Text.block(draft.description)
    },
    sources: {
      ...sourcesOf(draft),
      institution: from(draft.institution),
      degree: from(draft.degree),
      field_of_study: from(draft.field_of_study),
      grade: from(draft.grade)
    }
  }
}

export const certification = (draft: Draft.DraftCertification): ReadonlyArray<Item<Resume.Certification>> => {
  const name = Text.line(draft.name)
  if (name === null) return []
  const [first, second] = [Period.date(draft.date), Period.date(draft.expiry_date)]
  // "Valid to 2028, issued 2025": nothing expires before it is given.
  const [issued, expires] = first !== null && second !== null && first > second ? [draft.expiry_date, draft.date] : [draft.date, draft.expiry_date]
  return [{
    value: {
      name,
      issuer: Text.line(draft.issuer),
      date: Period.date(issued),
      expiry_date: Period.date(expires),
      credential_id: Text.line(draft.credential_id),
      url: draft.url && Url.absolute(draft.url.value)
    },
    sources: {
      name: from(draft.name),
      issuer: from(draft.issuer),
      date: from(issued),
      expiry_date: from(expires),
      credential_id: from(draft.credential_id),
      url: from(draft.url)
    }
  }]
}

export const project = (draft: Draft.DraftProject): ReadonlyArray<Item<Resume.Project>> => {
  const name = Text.line(draft.name)
  if (name === null) return []
  const { start_date, end_date } = Period.period(draft.start_date, draft.end_date)
  const technologies = texts(draft.technologies)
  return [{
    value: {
      name,
      description: Text.block(draft.description),
      url: draft.url && Url.absolute(draft.url.value),
      start_date,
      end_date,
      technologies: technologies.values
    },
    sources: {
      name: from(draft.name),
      description: from(draft.description),
      url: from(draft.url),
      start_date: from(draft.start_date),
      end_date: from(draft.end_date, draft.start_date),
      technologies: technologies.claims
    }
  }]
}

/** The claims of what work and study have in common; an end such as "14" leans on its start. */
const sourcesOf = (draft: Pick<Draft.DraftExperience, "location" | "start_date" | "end_date" | "description">) => ({
  location: from(draft.location),
  start_date: from(draft.start_date),
  end_date: from(draft.end_date, draft.start_date),
  description: from(draft.description)
})
