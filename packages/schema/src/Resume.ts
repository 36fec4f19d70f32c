/**
 * The resume: what a client receives. One JSON document in snake_case, the same for every language, layout and provider.
 * `null` means that the document does not say it; lists keep document order.
 */
import { Schema } from "effect"

const Text = Schema.NullOr(Schema.NonEmptyTrimmedString)

/** `YYYY-MM` or `YYYY`, as precise as the document. */
export const PartialDate = Schema.String.pipe(
  Schema.pattern(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
  Schema.annotations({ identifier: "PartialDate", examples: ["2016", "2016-04"] })
)
export type PartialDate = typeof PartialDate.Type

/** `YYYY-MM`: the reference month at which "present" ends. */
export const Month = Schema.String.pipe(
  Schema.pattern(/^\d{4}-(0[1-9]|1[0-2])$/),
  Schema.annotations({ identifier: "Month", examples: ["2026-03"] })
)
export type Month = typeof Month.Type

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = Schema.String.pipe(Schema.pattern(/^[A-Z]{2}$/))

export const Location = Schema.Struct({
  city: Text,
  country: Schema.NullOr(CountryCode),
  raw: Text
}).annotations({ identifier: "Location" })
export type Location = typeof Location.Type

export const LinkKind = Schema.Literal(
  "github", "gitlab", "website", "portfolio", "twitter", "stackoverflow", "medium", "xing", "orcid",
  "google_scholar", "researchgate", "behance", "dribbble", "kaggle", "youtube", "facebook", "instagram", "other"
)
export type LinkKind = typeof LinkKind.Type

export const Link = Schema.Struct({ kind: LinkKind, url: Schema.String }).annotations({ identifier: "Link" })
export type Link = typeof Link.Type

const Period = {
  start_date: Schema.NullOr(PartialDate),
  end_date: Schema.NullOr(PartialDate)
}

export const Experience = Schema.Struct({
  company: Text,
  title: Text,
  location: Text,
  ...Period,
  is_current: Schema.Boolean,
  description: Text,
  highlights: Schema.Array(Schema.String)
}).annotations({ identifier: "Experience" })
export type Experience = typeof Experience.Type

export const Education = Schema.Struct({
  institution: Text,
  degree: Text,
  field_of_study: Text,
  location: Text,
  ...Period,
  grade: Text,
  description: Text
}).annotations({ identifier: "Education" })
export type Education = typeof Education.Type

export const SkillCategory = Schema.Literal(
  "frontend", "backend", "mobile", "database", "cloud", "devops", "data", "ai_ml", "security", "testing", "design",
  "management", "marketing", "finance", "healthcare", "engineering", "office", "soft", "domain", "other"
)
export type SkillCategory = typeof SkillCategory.Type

export const SkillLevel = Schema.Literal("beginner", "intermediate", "advanced", "expert")
export type SkillLevel = typeof SkillLevel.Type

export const Skill = Schema.Struct({
  name: Schema.NonEmptyTrimmedString,
  category: SkillCategory,
  level: Schema.NullOr(SkillLevel)
}).annotations({ identifier: "Skill" })
export type Skill = typeof Skill.Type

export const Proficiency = Schema.Literal("native", "fluent", "advanced", "intermediate", "basic")
export type Proficiency = typeof Proficiency.Type

export const Language = Schema.Struct({
  language: Schema.NonEmptyTrimmedString,
  proficiency: Schema.NullOr(Proficiency)
}).annotations({ identifier: "Language" })
export type Language = typeof Language.Type

export const Certification = Schema.Struct({
  name: Schema.NonEmptyTrimmedString,
  issuer: Text,
  date: Schema.NullOr(PartialDate),
  expiry_date: Schema.NullOr(PartialDate),
  credential_id: Text,
  url: Text
}).annotations({ identifier: "Certification" })
export type Certification = typeof Certification.Type

export const Project = Schema.Struct({
  name: Schema.NonEmptyTrimmedString,
  description: Text,
  url: Text,
  ...Period,
  technologies: Schema.Array(Schema.String)
}).annotations({ identifier: "Project" })
export type Project = typeof Project.Type

export const SeniorityLevel = Schema.Literal("intern", "junior", "mid", "senior", "lead", "principal", "executive")
export type SeniorityLevel = typeof SeniorityLevel.Type

export const Resume = Schema.Struct({
  full_name: Text,
  email: Text,
  phone: Text,
  location: Location,
  linkedin_url: Text,
  links: Schema.Array(Link),
  summary: Text,
  experience: Schema.Array(Experience),
  education: Schema.Array(Education),
  skills: Schema.Array(Skill),
  languages: Schema.Array(Language),
  certifications: Schema.Array(Certification),
  projects: Schema.Array(Project),
  total_experience_years: Schema.Number.pipe(Schema.nonNegative()),
  seniority_level: SeniorityLevel,
  detected_language: Schema.NullOr(Schema.String.pipe(Schema.pattern(/^[a-z]{2}$/))),
  confidence_score: Schema.Number.pipe(Schema.between(0, 1))
}).annotations({ identifier: "Resume" })
export type Resume = typeof Resume.Type
