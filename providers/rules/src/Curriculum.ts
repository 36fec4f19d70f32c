/** What makes a document a CV: letters and invoices have names, addresses and dates too. */
import { Headings } from "@excv/lexicon"
import { emailPattern } from "./ContactPatterns.js"
import type { Kind } from "./HeadingRows.js"
import type { Section } from "./Sections.js"

/** Sections that only a CV has, and how many of them make one. */
const telling: ReadonlySet<Kind> = new Set(["profile", "experience", "education", "skills", "languages", "certifications", "volunteering", "interests", "references"])
const enough = 2

/** times that something lasted: so many in jobs make a CV of what has an address, or one below a title that says what follows */
const enoughTimes = 2

const timesIn = (sections: ReadonlyArray<Section>): number =>
  sections.flatMap(({ rows }) => rows).filter((row) => row.dates.some(({ isRange }) => isRange)).length

const isTitled = ({ heading, kinds }: Section): boolean => {
  const [kind] = kinds, title = heading === null ? null : Headings.classify(heading.text)
  return kind !== undefined && title !== null && title.certainty === 1 && title.kinds.some((one) => one === kind)
}

/** share of a title: "My last two jobs" */
const leastNamed = 0.3

const isNamed = ({ heading }: Section): boolean => heading !== null && (Headings.classify(heading.text)?.certainty ?? 0) >= leastNamed

const hasAddress = (sections: ReadonlyArray<Section>): boolean => sections.some(({ rows }) => rows.some((row) => emailPattern.test(row.text)))

const hasHistory = (sections: ReadonlyArray<Section>): boolean => {
  const jobs = sections.filter(({ kinds: [kind] }) => kind === "experience"), studies = sections.filter(({ kinds: [kind] }) => kind === "education")
  return hasAddress(sections) &&
    (timesIn(jobs) >= enoughTimes || timesIn([...jobs, ...studies].filter(isTitled)) > 0)
}

export const isCv = (sections: ReadonlyArray<Section>): boolean => {
  const kinds = new Set(sections.flatMap((section) => section.kinds.filter((kind) => telling.has(kind))))
  // What is understood by its content alone may be the menu of a restaurant.
  const isTold = sections.some(isNamed) || hasAddress(sections) && timesIn(sections) > 0
  return isTold && kinds.size >= enough && (kinds.has("experience") || kinds.has("education") || kinds.has("skills")) || hasHistory(sections)
}
