/**
 * A draft: what an extractor answers. Every value is a claim, as written in the document or in its normalised form,
 * with the numbers of the lines that say it. The normalize stage turns a draft into a resume; the score stage checks the claims.
 */
import { Schema } from "effect"

/** A value and the numbers of the lines (`Line.number`) that it was read from, in reading order; never empty. */
export const Claim = Schema.Struct({
  value: Schema.String,
  lines: Schema.Array(Schema.Int)
}).annotations({ identifier: "Claim" })
export type Claim = typeof Claim.Type

const Maybe = Schema.NullOr(Claim)

/** `start_date` and `end_date` as written ("Jan. 2020", "03/18", "heute") or as a PartialDate; an open end is a word such as "present". */
const Period = { start_date: Maybe, end_date: Maybe }

export const DraftLocation = Schema.Struct({ raw: Maybe, city: Maybe, country: Maybe })
export type DraftLocation = typeof DraftLocation.Type

export const DraftExperience = Schema.Struct({
  company: Maybe,
  title: Maybe,
  location: Maybe,
  ...Period,
  description: Maybe,
  highlights: Schema.Array(Claim)
})
export type DraftExperience = typeof DraftExperience.Type

export const DraftEducation = Schema.Struct({
  institution: Maybe,
  degree: Maybe,
  field_of_study: Maybe,
  location: Maybe,
  ...Period,
  grade: Maybe,
  description: Maybe
})
export type DraftEducation = typeof DraftEducation.Type

/** `level` as written ("expert", "●●●○○", "80 %", "sehr gut") or as a SkillLevel; `category` is the heading of its group, if any. */
export const DraftSkill = Schema.Struct({ name: Claim, category: Maybe, level: Maybe })
export type DraftSkill = typeof DraftSkill.Type

/** As written: "Deutsch", "Muttersprache". */
export const DraftLanguage = Schema.Struct({ language: Claim, proficiency: Maybe })
export type DraftLanguage = typeof DraftLanguage.Type

export const DraftCertification = Schema.Struct({
  name: Claim,
  issuer: Maybe,
  date: Maybe,
  expiry_date: Maybe,
  credential_id: Maybe,
  url: Maybe
})
export type DraftCertification = typeof DraftCertification.Type

export const DraftProject = Schema.Struct({
  name: Claim,
  description: Maybe,
  url: Maybe,
  ...Period,
  technologies: Schema.Array(Claim)
})
export type DraftProject = typeof DraftProject.Type

export const Draft = Schema.Struct({
  full_name: Maybe,
  email: Maybe,
  phone: Maybe,
  location: DraftLocation,
  linkedin_url: Maybe,
  /** URLs, with or without scheme */
  links: Schema.Array(Claim),
  summary: Maybe,
  experience: Schema.Array(DraftExperience),
  education: Schema.Array(DraftEducation),
  skills: Schema.Array(DraftSkill),
  languages: Schema.Array(DraftLanguage),
  certifications: Schema.Array(DraftCertification),
  projects: Schema.Array(DraftProject),
  /** ISO 639-1 of the text, when the extractor knows it */
  detected_language: Schema.NullOr(Schema.String)
}).annotations({ identifier: "Draft" })
export type Draft = typeof Draft.Type

/** A draft that claims nothing. */
export const empty: Draft = {
  full_name: null,
  email: null,
  phone: null,
  location: { raw: null, city: null, country: null },
  linkedin_url: null,
  links: [],
  summary: null,
  experience: [],
  education: [],
  skills: [],
  languages: [],
  certifications: [],
  projects: [],
  detected_language: null
}
