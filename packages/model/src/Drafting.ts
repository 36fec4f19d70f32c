/** From a model's answer to a draft: pointers become claims, and line numbers become the text of those lines. */
import type { Document } from "@excv/schema"
import { Draft } from "@excv/schema"
import type { Answer, Text } from "./Answer.js"
import * as Citation from "./Citation.js"
import * as Passage from "./Passage.js"

type Lines = ReadonlyArray<Document.Line>

const isSaid = <A>(value: A | null): value is A => value !== null

export const draft = (answer: Answer, lines: Lines): Draft.Draft => {
  const claim = (text: Text | null) => Citation.claim(text, lines)
  const claims = (texts: ReadonlyArray<Text> | null) => (texts ?? []).map(claim).filter(isSaid)
  return {
    ...Draft.empty,
    full_name: claim(answer.name),
    email: claim(answer.email),
    phone: claim(answer.phone),
    location: { raw: claim(answer.address), city: claim(answer.city), country: claim(answer.country) },
    linkedin_url: claim(answer.linkedin),
    links: claims(answer.links),
    summary: Passage.paragraph(Citation.ranges(answer.summary, lines.length), lines),
    experience: (answer.experience ?? []).map((entry) => experience(entry, lines)),
    education: (answer.education ?? []).map((entry) => education(entry, lines)),
    skills: (answer.skills ?? []).flatMap(({ heading, names }) => skills(claim(heading), names ?? [], lines)),
    languages: (answer.languages ?? []).flatMap(({ level, name }) =>
      named(claim(name), (language) => ({ language, proficiency: claim(level) }))),
    certifications: (answer.certifications ?? []).flatMap((entry) =>
      named(claim(entry.name), (name) => ({
        name,
        issuer: claim(entry.issuer),
        date: claim(entry.date),
        expiry_date: claim(entry.expires),
        credential_id: claim(entry.id),
        url: claim(entry.url)
      }))),
    projects: (answer.projects ?? []).flatMap((entry) =>
      named(claim(entry.name), (name) => ({
        name,
        description: textOf(entry.text, lines).text,
        url: claim(entry.url),
        start_date: claim(entry.start),
        end_date: claim(entry.end),
        technologies: claims(entry.technologies)
      }))),
    detected_language: languageOf(answer.language)
  }
}

const named = <A>(name: Draft.Claim | null, make: (name: Draft.Claim) => A): ReadonlyArray<A> => (name === null ? [] : [make(name)])

const textOf = (text: Text | null, lines: Lines) => Passage.cut(Citation.ranges(text, lines.length), lines)

const experience = (entry: NonNullable<Answer["experience"]>[number], lines: Lines): Draft.DraftExperience => {
  const { highlights, text } = textOf(entry.text, lines)
  return {
    company: Citation.claim(entry.company, lines),
    title: Citation.claim(entry.title, lines),
    location: Citation.claim(entry.location, lines),
    start_date: Citation.claim(entry.start, lines),
    end_date: Citation.claim(entry.end, lines),
    description: text,
    highlights
  }
}

const education = (entry: NonNullable<Answer["education"]>[number], lines: Lines): Draft.DraftEducation => ({
  institution: Citation.claim(entry.institution, lines),
  degree: Citation.claim(entry.degree, lines),
  field_of_study: Citation.claim(entry.field, lines),
  location: Citation.claim(entry.location, lines),
  start_date: Citation.claim(entry.start, lines),
  end_date: Citation.claim(entry.end, lines),
  grade: Citation.claim(entry.grade, lines),
  description: textOf(entry.text, lines).text
})

/** `20|Python|expert`: the level stands behind a second bar, on the same line. */
const skills = (category: Draft.Claim | null, names: ReadonlyArray<Text>, lines: Lines): ReadonlyArray<Draft.DraftSkill> =>
  names.flatMap((text) => {
    const claim = Citation.claim(text, lines)
    if (claim === null) return []
    const [value = "", level] = claim.value.split("|").map((part) => part.trim())
    return value === "" ? [] : [{
      name: { ...claim, value },
      category,
      level: level === undefined || level === "" ? null : { ...claim, value: level }
    }]
  })

const languageOf = (text: Text | null): string | null => {
  const code = String(text ?? "").trim().toLowerCase()
  return /^[a-z]{2}$/.test(code) ? code : null
}
