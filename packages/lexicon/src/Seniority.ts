/** Seniority from a job title and from years of experience, by section 2 of the specification. */
import type { Resume } from "@excv/schema"
import { lazy } from "./Data.js"
import { words } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"
import { data } from "./Titles.js"

type Level = Resume.SeniorityLevel

const compiled = lazy(() => {
  const { notExecutive, notLead, seniority } = data()
  const phrases = (list: ReadonlyArray<string>): Phrases => compile(list, words)
  return {
    executive: phrases(seniority.executive), principal: phrases(seniority.principal), lead: phrases(seniority.lead),
    senior: phrases(seniority.senior), junior: phrases(seniority.junior), intern: phrases(seniority.intern),
    notExecutive: phrases(notExecutive), notLead: phrases(notLead)
  }
})

const leading = /(leiter|leiterin|leitung|chef|ledare|leider|kierownik)$/

/** Level that a title says, or null for one that says none ("Nurse"). */
export const ofTitle = (title: string): Level | null => {
  const row = words(title)
  const lists = compiled()
  const has = (phrases: Phrases): boolean => findAll(phrases, row).length > 0
  // "Assistant to the director" and "account manager" lead nobody.
  const isExecutive = has(lists.executive) && !has(lists.notExecutive)
  const isLead = !has(lists.notLead) && !has(lists.notExecutive) && (has(lists.lead) || row.some((word) => word.length > 6 && leading.test(word)))
  if (has(lists.intern) && !isExecutive) return "intern"
  if (isExecutive) return "executive"
  if (has(lists.principal)) return "principal"
  if (has(lists.junior)) return "junior"
  if (isLead) return "lead"
  return has(lists.senior) ? "senior" : null
}

/** Level that years of experience say. */
export const ofYears = (years: number): Level => (years < 2 ? "junior" : years < 8 ? "mid" : "senior")
