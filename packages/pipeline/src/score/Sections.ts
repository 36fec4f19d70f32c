/** How well an answer serves the sections that a document names: a titled section out of which nothing came was misread. */
import { Headings } from "@excv/lexicon"
import { Document, type Resume } from "@excv/schema"

type Scored = Omit<Resume.Resume, "confidence_score">

interface Section {
  readonly kinds: ReadonlyArray<Headings.Kind>
  readonly lines: Array<Document.Line>
}

/** Share of the words of a line that are a known title. */
const titleCertainty = 0.9
const titleWords = 6

const titleOf = ({ text, words }: Document.Line): Headings.Heading | null => {
  if (words.length > titleWords) return null
  const heading = Headings.classify(text)
  return heading !== null && heading.certainty >= titleCertainty ? heading : null
}

/** From each line that is a known title to the next. */
const sectionsOf = (lines: ReadonlyArray<Document.Line>): ReadonlyArray<Section> => {
  const sections: Array<Section> = []
  for (const line of lines) {
    const title = titleOf(line)
    if (title !== null) sections.push({ kinds: title.kinds, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections
}

/** What the answer holds of a kind; null for kinds that answers do not hold. */
const held = (resume: Scored, kind: Headings.Kind): number | null => {
  switch (kind) {
    case "profile": return resume.summary === null ? 0 : 1
    case "experience": case "education": case "skills": case "languages": case "certifications": case "projects": return resume[kind].length
    default: return null
  }
}

const textLength = (lines: ReadonlyArray<Document.Line>): number => lines.reduce((sum, { text }) => sum + text.length, 0)

export interface Service {
  /** of the titled sections that an answer can hold, the share of which it holds something; 0 for none */
  readonly served: number
  /** of the section of which the least text is explained: how much; 0 for none */
  readonly leastExplained: number
}

/** `explained` are the numbers of the lines that any value came from. */
export const service = (resume: Scored, document: Document.Document, explained: ReadonlySet<number>): Service => {
  const sections = sectionsOf(Document.lines(document)).filter(({ kinds, lines }) => lines.length > 0 && kinds.some((kind) => held(resume, kind) !== null))
  if (sections.length === 0) return { served: 0, leastExplained: 0 }
  const served = sections.filter(({ kinds }) => kinds.some((kind) => (held(resume, kind) ?? 0) > 0)).length
  const shares = sections.map(({ lines }) => textLength(lines.filter(({ number }) => explained.has(number))) / Math.max(1, textLength(lines)))
  return { served: served / sections.length, leastExplained: Math.min(...shares) }
}
