/** A model that reads without mistakes: the answer to a prompt, from the truth about its document. For fake servers. */
import type { Resume } from "@excv/schema"
import * as Sheet from "./Sheet.js"

export type Truth = Omit<Resume.Resume, "confidence_score">

type Lines = ReadonlyArray<Sheet.Numbered>

/** What to do with a value before it is answered; null leaves it out. */
export type Twist = (value: string, field: string) => string | null

const asIs: Twist = (value) => value

/** The object that the model answers with, for the lines in the prompt. */
export const object = (truth: Truth, prompt: string, twist: Twist = asIs) => {
  const lines = Sheet.read(prompt)
  const say = sayer(lines, twist)
  return {
    name: say("full_name", truth.full_name),
    email: say("email", truth.email),
    phone: phone(truth.phone, lines, twist),
    address: say("location.raw", truth.location.raw),
    city: say("location.city", truth.location.city),
    country: null,
    linkedin: say("linkedin_url", truth.linkedin_url?.replace(/^https:\/\//, "") ?? null),
    links: truth.links.flatMap(({ url }) => say("links.url", url) ?? []),
    summary: passage(truth.summary, lines, 0),
    experience: truth.experience.map((entry) => experience(entry, lines, twist)),
    education: truth.education.map((entry) => education(entry, lines, twist)),
    skills: truth.skills.length === 0 ? [] : [{ heading: null, names: truth.skills.flatMap(({ name }) => say("skills.name", name) ?? []) }],
    languages: truth.languages.flatMap(({ language }) => spoken(language, truth.detected_language ?? "en", lines, twist)),
    certifications: truth.certifications.map((entry) => certification(entry, lines, twist)),
    projects: truth.projects.map((entry) => project(entry, lines, twist)),
    language: truth.detected_language
  }
}

/** The same, as the model would send it. */
export const text = (truth: Truth, prompt: string, twist?: Twist): string => JSON.stringify(object(truth, prompt, twist))

const cite = (value: string, at: readonly [number, number] | null): string =>
  at === null ? value : at[0] === at[1] ? `${at[0]}|${value}` : `${at[0]}-${at[1]}|${value}`

/** A value as the document has it; what cannot be found there is said without a line. */
const sayer = (lines: Lines, twist: Twist, near = 0) => (field: string, value: string | null): string | null => {
  const told = value === null ? null : twist(value, field)
  return told === null || value === null ? null : cite(told, Sheet.find(value, lines, near))
}

const phone = (number: string | null, lines: Lines, twist: Twist): string | null => {
  const told = number === null ? null : twist(number, "phone")
  if (number === null || told === null) return null
  if (told !== number) return told
  const tail = number.replace(/\D/g, "").slice(-7)
  const line = lines.find(({ text }) => text.replace(/\D/g, "").includes(tail))
  const written = line?.text.match(/(?:\+|\(|00)?\d[\d\s()./-]{5,}\d/g)?.find((run) => run.replace(/\D/g, "").endsWith(tail))
  return line === undefined || written === undefined ? null : `${line.number}|${written}`
}

/** Each paragraph by the lines that it stands on; those that are not found in one piece are left out. */
const passage = (text: string | null, lines: Lines, near: number): string | null => {
  const found = (text ?? "").split("\n").flatMap((paragraph) => {
    const at = Sheet.find(paragraph, lines, near, 12)
    return at === null ? [] : [at[0] === at[1] ? String(at[0]) : `${at[0]}-${at[1]}`]
  })
  return found.length === 0 ? null : found.join(",")
}

const period = (entry: { readonly start_date: string | null; readonly end_date: string | null }, lines: Lines, near: number, twist: Twist) => {
  const line = Sheet.findPeriod(entry.start_date, entry.end_date, lines, near)
  const end = (date: string | null, field: string) => {
    const told = date === null ? null : twist(date, field)
    return told === null ? null : line === null ? told : `${line}|${told}`
  }
  return { start: end(entry.start_date, "start_date"), end: end(entry.end_date, "end_date") }
}

const experience = (entry: Resume.Experience, lines: Lines, twist: Twist) => {
  const near = Sheet.find(entry.title ?? entry.company ?? "", lines)?.[0] ?? 0
  const start = Sheet.findPeriod(entry.start_date, entry.end_date, lines, near) ?? near
  const say = sayer(lines, twist, Math.max(1, start - 1))
  const dates = period(entry, lines, near, twist)
  return {
    company: say("experience.company", entry.company),
    title: say("experience.title", entry.title),
    location: say("experience.location", entry.location),
    start: dates.start,
    end: entry.is_current ? (start === 0 ? "present" : `${start}|present`) : dates.end,
    text: passage(entry.description, lines, start)
  }
}

const education = (entry: Resume.Education, lines: Lines, twist: Twist) => {
  const near = Sheet.find(entry.institution ?? entry.degree ?? "", lines)?.[0] ?? 0
  const say = sayer(lines, twist, Math.max(1, near - 1))
  return {
    institution: say("education.institution", entry.institution),
    degree: say("education.degree", entry.degree),
    field: say("education.field_of_study", entry.field_of_study),
    location: say("education.location", entry.location),
    ...period(entry, lines, near, twist),
    grade: say("education.grade", entry.grade),
    text: passage(entry.description, lines, near)
  }
}

const certification = (entry: Resume.Certification, lines: Lines, twist: Twist) => {
  const near = Sheet.find(entry.name, lines)?.[0] ?? 0
  const say = sayer(lines, twist, near)
  const date = (value: string | null, field: string) => period({ start_date: value, end_date: null }, lines, near, (told) => twist(told, field)).start
  return {
    name: say("certifications.name", entry.name),
    issuer: say("certifications.issuer", entry.issuer),
    date: date(entry.date, "date"),
    expires: date(entry.expiry_date, "expiry_date"),
    id: say("certifications.credential_id", entry.credential_id),
    url: say("certifications.url", entry.url)
  }
}

const project = (entry: Resume.Project, lines: Lines, twist: Twist) => {
  const near = Sheet.find(entry.name, lines)?.[0] ?? 0
  const say = sayer(lines, twist, near)
  return {
    name: say("projects.name", entry.name),
    url: say("projects.url", entry.url),
    ...period(entry, lines, near, twist),
    text: passage(entry.description, lines, near),
    technologies: entry.technologies.flatMap((technology) => say("projects.technologies", technology) ?? [])
  }
}

const codes = "en de fr es it pt nl pl sv da fi ar tr ru ja zh ko uk ro cs hu el he hi ca gl eu hr sr bg sk sl no nb lt lv et ur fa vi id ms th ta bn ga cy is mt sq hy ka az kk uz sw yo ig ha zu af am".split(" ")

/** "Polish" as a Polish document calls it, with what stands behind it as its level. */
const spoken = (language: string, documentLanguage: string, lines: Lines, twist: Twist) => {
  const nameIn = (locale: string, code: string) => new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code
  const code = codes.find((candidate) => nameIn("en", candidate) === language)
  const names = code === undefined ? [language] : [nameIn(documentLanguage, code), language, nameIn(code, code)]
  const written = names.find((name) => Sheet.find(name, lines) !== null)
  if (written === undefined) return []
  const told = twist(written, "languages.language")
  return told === null ? [] : [{ name: cite(told, Sheet.find(written, lines)), level: null }]
}
