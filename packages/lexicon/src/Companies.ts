/** Companies and schools: the words that give them away. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"
import { memoised } from "./Memo.js"

const Words = Schema.Array(Schema.String)
const CompanyData = Schema.Struct({ legalForms: Words, words: Words, firms: Words, institutions: Words })

const lists = lazy((): { readonly legal: Phrases; readonly words: Phrases; readonly firms: ReadonlySet<string>; readonly institutions: Phrases; readonly suffixes: ReadonlyArray<string> } => {
  const data = json("companies", CompanyData)
  return {
    legal: compile(data.legalForms, words),
    words: compile(data.words, words),
    firms: new Set(data.firms),
    institutions: compile(data.institutions, words),
    suffixes: ["klinik", "klinikum", "krankenhaus", "universitat", "hochschule", "schule", "gymnasium", "werke", "bank", "verlag", "akademie", "institut", "hotel", "gasthof", "backerei", "universitet", "universitetet", "hogskola", "hogskolan", "skola", "school", "college", "ziekenhuis", "sjukhus", "universiteit", "hogeschool", "versicherung", "kommun", "gruppe", "group", "bedrijf", "praktijk", "bureau", "kantoor", "brouwerij", "handlung", "verkstad", "mottagning", "kolleg", "lyceum", "gymnasiet", "skolan"]
  }
})

/** 0..1: how much a text looks like the name of an employer. */
export const score: (text: string) => number = memoised((text: string): number => {
  const row = words(text)
  if (row.length === 0 || row.length > 12) return 0
  const { legal, suffixes, words: known } = lists()
  // A legal form stands at the end of a name, "SE" or "AG" elsewhere may be anything.
  const lastLegal = findAll(legal, row).at(-1)
  if (lastLegal !== undefined && lastLegal.from > 0 && (lastLegal.next === row.length || lastLegal.next - lastLegal.from > 1)) return 1
  if (findAll(known, row).length > 0) return 0.7
  return row.some((word) => suffixes.some((suffix) => word.length > suffix.length + 1 && word.endsWith(suffix))) ? 0.7 : lastLegal !== undefined && lastLegal.from > 0 ? 0.5 : 0
})

/** What a text says besides the people a firm is named after, or null where it names none: "Harbour Property Lawyers" → "harbour property". */
export const besideFirm = (text: string): string | null => {
  const row = words(text)
  const rest = row.filter((word) => !lists().firms.has(word))
  return row.length > 1 && row.length < 9 && rest.length < row.length ? rest.join(" ") : null
}

/** 0..1: how much a text looks like the name of a school or university. */
export const institutionScore: (text: string) => number = memoised((text: string): number => {
  const row = words(text)
  if (row.length === 0 || row.length > 14) return 0
  const { institutions, suffixes } = lists()
  const found = findAll(institutions, row)
  if (found.length > 0) return found.some(({ from, next }) => row.slice(from, next).join(" ").length > 3) ? 1 : 0.7
  return row.some((word) => suffixes.some((suffix) => /schule|gymnasi|universit|akademie|institut|kolleg|hogesch|hogskola|skola|lyceum|school|college/.test(suffix) && word.endsWith(suffix))) ? 0.9 : 0
})

/** 0..1: how much a text looks like the name of a firm, a school or another body. */
export const bodyScore = (text: string): number => Math.max(score(text), institutionScore(text))
