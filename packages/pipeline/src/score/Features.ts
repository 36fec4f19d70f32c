/** What the confidence is computed from: numbers between 0 and 1 that say how well an answer explains its document. */
import { Dates, Skills } from "@excv/lexicon"
import { Document, type Resume } from "@excv/schema"
import * as Order from "./Order.js"
import * as Sections from "./Sections.js"

type Scored = Omit<Resume.Resume, "confidence_score">

export const names = [
  "has_name", "has_email", "has_phone", "has_city", "has_experience", "has_education", "has_skills",
  "experience_complete", "experience_dated", "education_complete", "certifications_complete", "projects_complete", "skills_known",
  "skills_concise", "languages_levelled", "entries_placed", "periods_explained", "dates_explained", "items_explained", "text_explained", "grounded",
  "sections_served", "sections_explained",
  "entries_ordered", "skills_many"
] as const

const share = (part: number, whole: number, whenNone: number): number => (whole === 0 ? whenNone : Math.min(1, part / whole))

const given = (condition: boolean): number => (condition ? 1 : 0)

/** Periods that the text shows, against those that the answer holds. */
const periodsExplained = (resume: Scored, dates: ReadonlyArray<Dates.Match>): number => {
  const shown = dates.filter((match) => match.isRange).length
  const held = [...resume.experience, ...resume.education, ...resume.projects].filter((entry) => entry.start_date !== null).length
  return shown === 0 && held === 0 ? 1 : Math.min(shown, held) / Math.max(shown, held)
}

/** Dates of any kind that the text shows, against those that the answer holds. */
const datesExplained = (resume: Scored, dates: ReadonlyArray<Dates.Match>): number => {
  const shown = dates.reduce((count, { from, isOpen, to }) => count + (from === null ? 0 : 1) + (to === null && !isOpen ? 0 : 1), 0)
  const periods = [...resume.experience, ...resume.education, ...resume.projects].flatMap(({ end_date, start_date }) => [start_date, end_date])
  const held = [...periods, ...resume.experience.map(({ is_current }) => (is_current ? "now" : null)), ...resume.certifications.flatMap(({ date, expiry_date }) => [date, expiry_date])]
    .filter((date) => date !== null).length
  return shown === 0 && held === 0 ? 1 : Math.min(shown, held) / Math.max(shown, held)
}

const isItem = ({ text }: Document.Line): boolean => text.startsWith("•")

const conciseWords = 4
/** a CV that lists skills lists some of them */
const enoughSkills = 4

const wordCount = (text: string): number => text.split(/\s+/).length

/** `explained` are the numbers of the lines that any value came from; `grounded` is the share of claims that held. */
export const features = (
  resume: Scored,
  document: Document.Document,
  { explained, grounded }: { readonly explained: ReadonlySet<number>; readonly grounded: number }
): ReadonlyArray<number> => {
  const { certifications, education, experience, languages, projects, skills } = resume
  const lines = Document.lines(document)
  const items = lines.filter(isItem)
  const dates = lines.flatMap(({ text }) => Dates.find(text))
  const { leastExplained, served } = Sections.service(resume, document, explained)
  const length = (some: ReadonlyArray<Document.Line>) => some.reduce((sum, line) => sum + line.text.length, 0)
  return [
    given(resume.full_name !== null),
    given(resume.email !== null),
    given(resume.phone !== null),
    given(resume.location.city !== null),
    given(experience.length > 0),
    given(education.length > 0),
    given(resume.skills.length > 0),
    share(experience.filter(({ company, title }) => company !== null && title !== null).length, experience.length, 0),
    share(experience.filter(({ end_date, is_current, start_date }) => start_date !== null && (is_current || end_date !== null)).length, experience.length, 0),
    share(education.filter(({ degree, institution }) => degree !== null && institution !== null).length, education.length, 0),
    share(certifications.filter(({ date, issuer }) => date !== null && issuer !== null).length, certifications.length, 1),
    share(projects.filter(({ description, end_date, start_date }) => description !== null && (start_date ?? end_date) !== null).length, projects.length, 1),
    share(skills.filter(({ name }) => Skills.knownCategory(name) !== null).length, skills.length, 0),
    share(skills.filter(({ name }) => wordCount(name) <= conciseWords).length, skills.length, 0),
    share(languages.filter(({ proficiency }) => proficiency !== null).length, languages.length, 1),
    share([...experience, ...education].filter(({ location }) => location !== null).length, experience.length + education.length, 0),
    periodsExplained(resume, dates),
    datesExplained(resume, dates),
    share(items.filter(({ number }) => explained.has(number)).length, items.length, 1),
    share(length(lines.filter(({ number }) => explained.has(number))), length(lines), 0),
    grounded,
    served,
    leastExplained,
    Order.share(resume),
    share(skills.length, enoughSkills, 0)
  ]
}
