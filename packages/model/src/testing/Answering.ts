/** A model that reads without mistakes: the answer to a prompt, from the truth about its document. For fake servers. */
import { Languages, Skills } from "@excv/lexicon"
import type { Resume } from "@excv/schema"
import * as Sheet from "./Sheet.js"
import * as Tongue from "./Tongue.js"

export type Truth = Omit<Resume.Resume, "confidence_score">

/** What to do with a value before it is answered, given the field's name; null leaves it out. */
export type Twist = (value: string, field: string) => string | null

const asIs: Twist = (value) => value

/** The object that the model answers with, for the lines in the prompt. */
export const object = (truth: Truth, prompt: string, twist: Twist = asIs) => {
  const sheet = Sheet.read(prompt)
  const say = sayer(sheet, twist)
  return {
    name: say("full_name", truth.full_name),
    email: say("email", truth.email),
    phone: phone(truth.phone, sheet, twist),
    address: say("location.raw", truth.location.raw),
    city: say("location.city", truth.location.city),
    links: listed([
      address("linkedin_url", truth.linkedin_url, prompt, say),
      ...truth.links.map(({ url }) => address("links.url", url, prompt, say))
    ]),
    summary: passage(truth.summary, sheet, 0),
    experience: truth.experience.map((entry) => experience(entry, sheet, twist)),
    education: truth.education.map((entry) => education(entry, sheet, twist)),
    skills: skills(truth.skills.flatMap(({ level, name }) => {
      const pointer = say("skills.name", name)
      return pointer === null ? [] : [withLevel(pointer, level !== null, sheet, (text) => Skills.levelOf(text) === level)]
    })),
    languages: truth.languages.flatMap((one) => spoken(one, truth.detected_language ?? "en", sheet, twist)),
    certifications: truth.certifications.map((entry) => certification(entry, sheet, twist)),
    projects: truth.projects.map((entry) => project(entry, sheet, twist))
  }
}

/** The same, as the model would send it. */
export const text = (truth: Truth, prompt: string, twist?: Twist): string => JSON.stringify(object(truth, prompt, twist))

const bare = (url: string | null): string | null => url?.replace(/^https:\/\//, "") ?? null

/** A value that was changed, or that its line does not say, cannot be pointed at: it is written out beside the line of the true one. */
const sayer = (sheet: Sheet.Sheet, twist: Twist, near = 0) => (field: string, value: string | null): string | null => {
  const told = value === null ? null : twist(value, field)
  if (told === null || value === null) return null
  const run = Sheet.find(value, sheet, near)
  if (told === value && run !== null) return Sheet.point(value, sheet, near)
  const line = run?.[0] ?? Sheet.resembling(value, sheet, near)
  return line === null ? told : `${line}|${told}`
}

/** An address that lies alone behind the words of a line is pointed at by its line. */
const address = (field: string, url: string | null, prompt: string, say: ReturnType<typeof sayer>): string | null => {
  const told = say(field, bare(url))
  const hidden = [...prompt.matchAll(/ (\d+)\|(https?:\/\/\S+)/gu)].map(([, line, target]) => ({ line, target: target?.replace(/^https?:\/\/(www\.)?|\/$/g, "") }))
  const found = hidden.find(({ target }) => target === told)
  return found?.line !== undefined && hidden.filter(({ line }) => line === found.line).length === 1 ? found.line : told
}

/** A list of pointers is one string; a value that is written out has commas of its own and stands alone. */
const listed = (values: ReadonlyArray<string | null>): string | null => {
  const pointers = values.filter((value) => value !== null && !value.includes("|"))
  return pointers.length === 0 ? values.find((value) => value !== null) ?? null : pointers.join(",")
}

/** Neighbours are a range. */
const skills = (pointers: ReadonlyArray<string>): ReadonlyArray<string> => {
  const runs: Array<string> = []
  for (const pointer of pointers) {
    const [, line, last] = /^(\d+)\.(?:\d+-)?(\d+)$/.exec(runs.at(-1) ?? "") ?? []
    const [, end] = /^(?:\d+-)?(\d+)$/.exec(runs.at(-1) ?? "") ?? []
    const longer = (to: number) => `${(runs.pop() ?? "").replace(/-\d+$/, "")}-${to}`
    if (last !== undefined && pointer === `${line}.${Number(last) + 1}`) runs.push(longer(Number(last) + 1))
    else if (end !== undefined && pointer === String(Number(end) + 1)) runs.push(longer(Number(end) + 1))
    else runs.push(pointer)
  }
  const [short, long] = [runs.filter((run) => !run.includes("|")), runs.filter((run) => run.includes("|"))]
  return [...(short.length > 0 ? [short.join(",")] : []), ...long]
}

const phone = (number: string | null, sheet: Sheet.Sheet, twist: Twist): string | null => {
  const told = number === null ? null : twist(number, "phone")
  if (number === null || told === null) return null
  const tail = number.replace(/\D/g, "").slice(-7)
  const line = sheet.find(({ text }) => text.replace(/\D/g, "").includes(tail))
  if (told !== number) return line === undefined ? told : `${line.number}|${told}`
  const written = line?.text.match(/(?:\+|\(|00)?\d[\d\s()./-]{5,}\d/g)?.find((run) => run.replace(/\D/g, "").endsWith(tail))
  return line === undefined || written === undefined ? null : Sheet.point(written, sheet, line.number)
}

/** Each paragraph by the lines that it stands on, neighbouring bullets as one; those that are not found in one piece are left out. */
const passage = (text: string | null, sheet: Sheet.Sheet, near: number): string | null => {
  const runs: Array<Sheet.Run> = []
  for (const paragraph of (text ?? "").split("\n")) {
    const run = Sheet.find(paragraph, sheet, near, 12)
    const last = runs.at(-1)
    if (run === null) continue
    if (last !== undefined && run[0] === last[1] + 1 && isBullet(sheet, run[0])) runs[runs.length - 1] = [last[0], run[1]]
    else runs.push(run)
  }
  return runs.length === 0 ? null : runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",")
}

const isBullet = (sheet: Sheet.Sheet, line: number): boolean => sheet.find(({ number }) => number === line)?.text.startsWith("•") === true

const lineOf = (value: string | null, sheet: Sheet.Sheet): number => (value === null ? 0 : Sheet.find(value, sheet)?.[0] ?? 0)

const pointed = (pointer: string | null): number | null => (pointer === null ? null : Number.parseInt(pointer, 10))

/** A period that was changed is written out. */
const when = (start: string | null, end: string | null, isOpen: boolean, sheet: Sheet.Sheet, near: number, twist: Twist): string | null => {
  if (start === null && end === null) return null
  const pointer = Sheet.pointAtPeriod(start, end, isOpen, sheet, near)
  const told = [start, isOpen ? "present" : end].map((date) => (date === null || date === "present" ? date : twist(date, "date")))
  if (told[0] === start && (isOpen || told[1] === end)) return pointer
  return `${pointed(pointer) ?? 1}|${told.filter((date) => date !== null).join(" – ")}`
}

const experience = (entry: Resume.Experience, sheet: Sheet.Sheet, twist: Twist) => {
  const near = lineOf(entry.title ?? entry.company, sheet)
  const at = when(entry.start_date, entry.end_date, entry.is_current, sheet, near, twist)
  const start = pointed(at) ?? near
  const say = sayer(sheet, twist, Math.max(1, start - 1))
  return {
    company: say("experience.company", entry.company),
    title: say("experience.title", entry.title),
    location: say("experience.location", entry.location),
    when: at,
    text: passage(entry.description, sheet, start)
  }
}

const education = (entry: Resume.Education, sheet: Sheet.Sheet, twist: Twist) => {
  const near = lineOf(entry.institution ?? entry.degree, sheet)
  const say = sayer(sheet, twist, Math.max(1, near - 1))
  return {
    institution: say("education.institution", entry.institution),
    degree: say("education.degree", entry.degree),
    field: say("education.field_of_study", entry.field_of_study),
    location: say("education.location", entry.location),
    when: when(entry.start_date, entry.end_date, false, sheet, near, twist),
    grade: say("education.grade", entry.grade),
    text: passage(entry.description, sheet, near)
  }
}

const certification = (entry: Resume.Certification, sheet: Sheet.Sheet, twist: Twist) => {
  const near = lineOf(entry.name, sheet)
  const say = sayer(sheet, twist, near)
  return {
    name: say("certifications.name", entry.name),
    issuer: say("certifications.issuer", entry.issuer),
    when: validity(entry, sheet, near, twist),
    id: say("certifications.credential_id", entry.credential_id)
  }
}

/** The cells from the issue to the expiry, where they stand on one line. */
const validity = ({ date, expiry_date }: Resume.Certification, sheet: Sheet.Sheet, near: number, twist: Twist): string | null => {
  const [issue, expiry] = [when(null, date, false, sheet, near, twist), when(null, expiry_date, false, sheet, near, twist)]
  if (issue === null || expiry === null || issue === expiry) return issue ?? expiry
  return issue.includes("|") || expiry.includes("|") ? issue : `${issue},${expiry}`
}

const project = (entry: Resume.Project, sheet: Sheet.Sheet, twist: Twist) => {
  const near = lineOf(entry.name, sheet)
  const say = sayer(sheet, twist, near)
  return {
    name: say("projects.name", entry.name),
    when: when(entry.start_date, entry.end_date, entry.start_date !== null && entry.end_date === null, sheet, near, twist),
    url: say("projects.url", bare(entry.url)),
    text: passage(entry.description, sheet, near),
    technologies: listed(entry.technologies.map((technology) => say("projects.technologies", technology)))
  }
}

const spoken = ({ language, proficiency }: Resume.Language, documentLanguage: string, sheet: Sheet.Sheet, twist: Twist): ReadonlyArray<string> => {
  const written = Tongue.written(language, documentLanguage, sheet)
  const pointer = written === null ? null : sayer(sheet, twist)("languages.language", written)
  return pointer === null ? [] : [withLevel(pointer, proficiency !== null, sheet, (text) => Languages.proficiencyOf(text) === proficiency)]
}

const withLevel = (pointer: string, isLevelled: boolean, sheet: Sheet.Sheet, isLevel: (text: string) => boolean): string => {
  const level = isLevelled ? Sheet.levelBehind(pointer, sheet, isLevel) : null
  return level === null ? pointer : `${pointer}=${level}`
}
