/**
 * The answer of a model: pointers to lines and their cells (`12.2`), or where no cell has a value alone, the value and its line
 * (`12|Acme`).
 * Read leniently: what is missing is null or empty, what is too much is ignored.
 */
import { Schema } from "effect"
import { strict } from "./StrictSchema.js"

/** Models answer a bare number where a line number is all there is to say. */
const Text = Schema.Union(Schema.String, Schema.Number)

const Maybe = Schema.optionalWith(Schema.NullOr(Text), { default: () => null })
const list = <A, I>(item: Schema.Schema<A, I>) =>
  Schema.optionalWith(Schema.NullOr(Schema.Array(item)), { default: () => [] })

const Experience = Schema.Struct({ company: Maybe, title: Maybe, location: Maybe, when: Maybe, text: Maybe })
export type Experience = typeof Experience.Type

const Education = Schema.Struct({ institution: Maybe, degree: Maybe, field: Maybe, location: Maybe, when: Maybe, grade: Maybe, text: Maybe })
export type Education = typeof Education.Type

/** `when` is from its issue to its expiry. */
const Certification = Schema.Struct({ name: Maybe, issuer: Maybe, when: Maybe, id: Maybe })
export type Certification = typeof Certification.Type

const Project = Schema.Struct({ name: Maybe, when: Maybe, url: Maybe, text: Maybe, technologies: Maybe })
export type Project = typeof Project.Type

export const Answer = Schema.Struct({
  name: Maybe,
  email: Maybe,
  phone: Maybe,
  address: Maybe,
  city: Maybe,
  /** pointers, separated by commas; profiles too */
  links: Maybe,
  summary: Maybe,
  experience: list(Experience),
  education: list(Education),
  /** a group each: pointers, after the pointer of its label and a colon when it has one; `=` leads to the level of a skill, `=2` to that cell of the same line */
  skills: list(Text),
  /** `=` leads to the level */
  languages: list(Text),
  certifications: list(Certification),
  projects: list(Project)
})
export type Answer = typeof Answer.Type
export type Text = typeof Text.Type

/** Changes with every change of the instructions, the schema or the form of the document. */
export const version = "1"

/** What strict structured output is asked for. */
export const answerFormat = { name: "cv", schema: strict(Answer) }
