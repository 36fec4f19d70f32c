/** From a model's answer to a draft: pointers become claims with the text that they lead to. */
import { Draft } from "@excv/schema"
import * as Address from "./Address.js"
import type { Answer, Certification, Education, Experience, Project, Text } from "./Answer.js"
import * as Passage from "./Passage.js"
import * as Pointer from "./Pointer.js"
import type { Reading } from "./Reading.js"
import * as When from "./When.js"

export const draft = (answer: Answer, reading: Reading): Draft.Draft => {
  const claim = (text: Text | null) => Pointer.claim(text, reading)
  const links = Address.all(answer.links, reading)
  return {
    ...Draft.empty,
    full_name: claim(answer.name),
    email: claim(answer.email),
    phone: claim(answer.phone),
    location: { raw: claim(answer.address), city: claim(answer.city), country: null },
    linkedin_url: links.find(({ value }) => Address.isProfile(value)) ?? null,
    links: links.filter(({ value }) => !Address.isProfile(value)),
    summary: textOf(answer.summary, reading).text,
    experience: (answer.experience ?? []).map((entry) => experience(entry, reading)),
    education: (answer.education ?? []).map((entry) => education(entry, reading)),
    skills: (answer.skills ?? []).flatMap((group) => skills(group, reading)),
    languages: (answer.languages ?? []).flatMap((language) => levelled(String(language), reading))
      .map(({ level, name }) => ({ language: name, proficiency: level })),
    certifications: (answer.certifications ?? []).flatMap((entry) => certification(entry, reading)),
    projects: (answer.projects ?? []).flatMap((entry) => project(entry, reading))
  }
}

const textOf = (text: Text | null, reading: Reading) => Passage.cut(Pointer.parse(String(text ?? ""), reading), reading)

const experience = (entry: Experience, reading: Reading): Draft.DraftExperience => {
  const { highlights, text } = textOf(entry.text, reading)
  return {
    company: Pointer.claim(entry.company, reading),
    title: Pointer.claim(entry.title, reading),
    location: Pointer.claim(entry.location, reading),
    ...When.period(entry.when, reading, true),
    description: text,
    highlights
  }
}

const education = (entry: Education, reading: Reading): Draft.DraftEducation => ({
  institution: Pointer.claim(entry.institution, reading),
  degree: Pointer.claim(entry.degree, reading),
  field_of_study: Pointer.claim(entry.field, reading),
  location: Pointer.claim(entry.location, reading),
  ...When.period(entry.when, reading, false),
  grade: Pointer.claim(entry.grade, reading),
  description: textOf(entry.text, reading).text
})

const certification = (entry: Certification, reading: Reading): ReadonlyArray<Draft.DraftCertification> => {
  const name = Pointer.claim(entry.name, reading)
  return name === null ? [] : [{
    name,
    issuer: Pointer.claim(entry.issuer, reading),
    ...When.validity(entry.when, reading),
    credential_id: Pointer.claim(entry.id, reading),
    url: Address.near([name, Pointer.claim(entry.id, reading)], reading)
  }]
}

const project = (entry: Project, reading: Reading): ReadonlyArray<Draft.DraftProject> => {
  const name = Pointer.claim(entry.name, reading)
  return name === null ? [] : [{
    name,
    description: textOf(entry.text, reading).text,
    url: Address.one(entry.url, reading),
    ...When.period(entry.when, reading, true),
    technologies: Pointer.claims(entry.technologies, reading)
  }]
}

const labelled = /^\s*([\d.\s-]+):\s*(\S[^]*)$/u

/** `20.1: 20.2-9,21`: the label of the group, then its skills. */
const skills = (group: Text, reading: Reading): ReadonlyArray<Draft.DraftSkill> => {
  const [, label, items] = labelled.exec(String(group)) ?? []
  const category = label === undefined ? null : Pointer.claim(label, reading)
  return levelled(items ?? String(group), reading).map(({ level, name }) => ({ name, category, level }))
}

interface Levelled {
  readonly name: Draft.Claim
  readonly level: Draft.Claim | null
}

/**
 * `30.1=30.2`: something and its level; `30.1=2` when both are on one line. A text that is written out is one item, whatever commas
 * it has.
 */
const levelled = (text: string, reading: Reading): ReadonlyArray<Levelled> =>
  (text.includes("|") ? [text] : text.split(",")).flatMap((item) => {
    const [name = "", level = ""] = item.split("=")
    const of = Pointer.claim(besideOf(name, level, reading), reading)
    return Pointer.claims(name, reading).map((claim) => ({ name: claim, level: of }))
  })

/** `2` behind a pointer to line 30 is `30.2`, as far as that line has so many cells. */
const besideOf = (name: string, level: string, reading: Reading): string => {
  const line = /^\s*(\d+)/.exec(name)?.[1]
  const cell = /^\s*(\d{1,2})\s*$/.exec(level)?.[1]
  return line !== undefined && cell !== undefined && Number(cell) <= reading.cells(Number(line)).length ? `${line}.${cell}` : level
}
