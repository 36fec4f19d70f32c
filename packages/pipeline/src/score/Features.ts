/** What the confidence is computed from: numbers between 0 and 1 that say how well an answer explains its document. */
import { Dates } from "@excv/lexicon"
import { Document, type Resume } from "@excv/schema"

type Scored = Omit<Resume.Resume, "confidence_score">

export const names = [
  "has_name", "has_email", "has_phone", "has_city", "has_experience", "has_education", "has_skills",
  "experience_complete", "experience_dated", "education_complete", "periods_explained", "text_explained", "grounded"
] as const

const share = (part: number, whole: number, whenNone: number): number => (whole === 0 ? whenNone : Math.min(1, part / whole))

const given = (condition: boolean): number => (condition ? 1 : 0)

/** Periods that the text shows, against those that the answer holds. */
const periodsExplained = (resume: Scored, text: string): number => {
  const shown = text.split("\n").flatMap((line) => Dates.find(line)).filter((match) => match.isRange).length
  const held = [...resume.experience, ...resume.education, ...resume.projects].filter((entry) => entry.start_date !== null).length
  return shown === 0 && held === 0 ? 1 : Math.min(shown, held) / Math.max(shown, held)
}

/** `explainedLines` counts the lines that any value came from; `grounded` is the share of claims that held. */
export const features = (
  resume: Scored,
  document: Document.Document,
  { explainedLines, grounded }: { readonly explainedLines: number; readonly grounded: number }
): ReadonlyArray<number> => {
  const { education, experience } = resume
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
    periodsExplained(resume, Document.text(document)),
    share(explainedLines, Document.lines(document).length, 0),
    grounded
  ]
}
