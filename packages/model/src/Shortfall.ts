/** Entries that an answer left out: periods that code sees where entries stand, and that no value of the answer came from. */
import { Headings } from "@excv/lexicon"
import type { Document, Draft } from "@excv/schema"

/** Sections whose periods are no entries of the answer. */
const others: ReadonlySet<Headings.Kind> = new Set([
  "profile", "skills", "languages", "publications", "awards", "volunteering", "interests", "references", "contact", "memberships", "other"
])

/** The lines of `lines` that belong to sections of entries. */
const entryLines = (lines: ReadonlyArray<Document.Line>): ReadonlySet<number> => {
  let isOther = true
  return new Set(lines.flatMap((line) => {
    const heading = Headings.classify(line.text)
    if (heading !== null && heading.certainty >= 0.8) isOther = heading.kinds.every((kind) => others.has(kind))
    return isOther ? [] : [line.number]
  }))
}

const cited = ({ certifications, education, experience, projects }: Draft.Draft): ReadonlySet<number> =>
  new Set([...certifications, ...education, ...experience, ...projects].flatMap((entry) =>
    Object.values(entry).flatMap((value) => (value === null ? [] : Array.isArray(value) ? value : [value])).flatMap(({ lines }) => lines)))

/** The numbers of the lines. */
export const find = (draft: Draft.Draft, lines: ReadonlyArray<Document.Line>, periods: ReadonlyArray<number>): ReadonlyArray<number> => {
  const [said, wanted] = [cited(draft), entryLines(lines)]
  return periods.filter((number) => wanted.has(number) && !said.has(number))
}
