/**
 * The answer of a model: short values with the line that says them (`12|Acme`), long texts as line numbers only (`14,15-16`).
 * Read leniently: what is missing is null or empty, what is too much is ignored.
 */
import { Schema } from "effect"
import { strict } from "./StrictSchema.js"

/** Models answer a bare number where a line number is all there is to say. */
const Text = Schema.Union(Schema.String, Schema.Number)

const Maybe = Schema.optionalWith(Schema.NullOr(Text), { default: () => null })
const list = <A, I>(item: Schema.Schema<A, I>) =>
  Schema.optionalWith(Schema.NullOr(Schema.Array(item)), { default: () => [] })

const Period = { start: Maybe, end: Maybe }

const Experience = Schema.Struct({ company: Maybe, title: Maybe, location: Maybe, ...Period, text: Maybe })
export type Experience = typeof Experience.Type

const Education = Schema.Struct({
  institution: Maybe, degree: Maybe, field: Maybe, location: Maybe, ...Period, grade: Maybe, text: Maybe
})
export type Education = typeof Education.Type

const SkillGroup = Schema.Struct({ heading: Maybe, names: list(Text) })
const Language = Schema.Struct({ name: Maybe, level: Maybe })
const Certification = Schema.Struct({ name: Maybe, issuer: Maybe, date: Maybe, expires: Maybe, id: Maybe, url: Maybe })
const Project = Schema.Struct({ name: Maybe, url: Maybe, ...Period, text: Maybe, technologies: list(Text) })

export const Answer = Schema.Struct({
  name: Maybe,
  email: Maybe,
  phone: Maybe,
  address: Maybe,
  city: Maybe,
  country: Maybe,
  linkedin: Maybe,
  links: list(Text),
  summary: Maybe,
  experience: list(Experience),
  education: list(Education),
  skills: list(SkillGroup),
  languages: list(Language),
  certifications: list(Certification),
  projects: list(Project),
  language: Maybe
})
export type Answer = typeof Answer.Type
export type Text = typeof Text.Type

/** Changes with every change of the instructions, the schema or the form of the document. */
export const version = "1"

/** What strict structured output is asked for. */
export const answerFormat = { name: "cv", schema: strict(Answer) }
