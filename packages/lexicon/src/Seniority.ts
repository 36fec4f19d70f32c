/** Seniority from a job title and from years of experience, by section 2 of the specification. */
import type { Resume } from "@excv/schema"
import { lazy } from "./Data.js"
import { words } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"
import { data } from "./Titles.js"

type Level = Resume.SeniorityLevel

interface Rank {
  readonly phrases: Phrases
  readonly exceptions: Phrases
}

const compiled = lazy(() => {
  const { exceptions, notExecutive, seniority } = data()
  const phrases = (list: ReadonlyArray<string>): Phrases => compile(list, words)
  const rank = (own: ReadonlyArray<string>, others: ReadonlyArray<string>): Rank => ({ phrases: phrases(own), exceptions: phrases(others) })
  return {
    executive: rank(seniority.executive, exceptions.executive), principal: rank(seniority.principal, exceptions.principal),
    lead: rank(seniority.lead, exceptions.lead), senior: rank(seniority.senior, []), mid: rank(seniority.mid, []),
    junior: rank(seniority.junior, exceptions.junior), intern: rank(seniority.intern, exceptions.intern),
    serving: phrases(notExecutive)
  }
})

/** Compounds: "Abteilungsleiterin", "enhetschef", "locatiemanager", "capocuoco". */
const leading = /(?:leiter|leiterin|leitung|chef|chefin|ledare|leider|leder|kierownik|manager|managerin)$|^capo(?!ral)/
const [beginning, long] = [/^junior\p{L}{3}/u, /^senior\p{L}{3}/u]
const learning = /(?:praktikant|praktikantin|larling|lehrling|stagiair|referendar|referendarin|werkstudent|werkstudentin|anwarter|anwarterin)$/

/** The rank is said somewhere outside the phrases that say another thing. */
const isSaid = ({ exceptions, phrases }: Rank, row: ReadonlyArray<string>): boolean => {
  const others = findAll(exceptions, row)
  return findAll(phrases, row).some(({ from, next }) => !others.some((other) => other.from <= from && other.next >= next))
}

const leads = (rank: Rank, row: ReadonlyArray<string>): boolean => {
  const others = findAll(rank.exceptions, row)
  return isSaid(rank, row) || row.some((word, index) => word.length > 6 && leading.test(word) && word !== "manager" && !others.some(({ from, next }) => from <= index && next > index))
}

/** Level that a title says, or null for one that says none ("Nurse"). */
export const ofTitle = (title: string): Level | null => {
  // "Marketing-Managerin" says what "Marketing Manager" does.
  const row = words(title).map((word) => (word === "managerin" ? "manager" : word))
  const { executive, intern, junior, lead, mid, principal, senior, serving } = compiled()
  // "Assistant to the director" leads nobody.
  const isServing = findAll(serving, row).length > 0
  const isExecutive = !isServing && isSaid(executive, row)
  const isLearning = isSaid(intern, row) || row.some((word) => word.length > 8 && learning.test(word))
  if (isLearning && !isExecutive) return "intern"
  if (isExecutive) return "executive"
  if (isSaid(principal, row)) return "principal"
  if (isSaid(junior, row) || row.some((word) => beginning.test(word))) return "junior"
  if (!isServing && leads(lead, row)) return "lead"
  if (isSaid(senior, row) || row.some((word) => long.test(word))) return "senior"
  return isSaid(mid, row) ? "mid" : null
}

/** Level that years of experience say. */
export const ofYears = (years: number): Level => (years < 2 ? "junior" : years < 8 ? "mid" : "senior")
