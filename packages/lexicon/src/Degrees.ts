/** Degrees, school-leaving certificates and grades, in the languages read. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { endOfFirst, startOfLast } from "./Edges.js"
import { fold, words } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"
import { memoised } from "./Memo.js"

const Words = Schema.Array(Schema.String)
const DegreeData = Schema.Struct({
  degrees: Words, fieldJoiners: Words, grades: Words, subjectLeads: Words, faculties: Words, modes: Words, ranks: Words, leaving: Words, ofSchool: Words, stays: Words, ofProgramme: Words, generalProgrammes: Words, compounds: Words, remarks: Words, credits: Words, gradeLabels: Words, obtained: Words
})

interface Lists {
  readonly degrees: Phrases
  readonly grades: Phrases
  readonly joiners: ReadonlySet<string>
  readonly subjectLeads: Phrases
  readonly faculties: Phrases
  readonly modes: Phrases
  readonly ranks: Phrases
  readonly leaving: Phrases
  readonly ofSchool: Phrases
  readonly stays: Phrases
  readonly ofProgramme: Phrases
  readonly generalProgrammes: Phrases
  readonly compounds: ReadonlyArray<string>
  readonly remarks: Phrases
  readonly credits: Phrases
  readonly gradeLabels: Phrases
  readonly obtained: Phrases
}

const lists = lazy((): Lists => {
  const data = json("degrees", DegreeData)
  return {
    degrees: compile(data.degrees, words),
    grades: compile(data.grades, words),
    joiners: new Set(data.fieldJoiners.map((joiner) => words(joiner).join(" "))),
    subjectLeads: compile(data.subjectLeads, words),
    faculties: compile(data.faculties, words),
    modes: compile(data.modes, words),
    ranks: compile(data.ranks, words),
    leaving: compile(data.leaving, words),
    ofSchool: compile(data.ofSchool, words),
    stays: compile(data.stays, words),
    ofProgramme: compile(data.ofProgramme, words),
    generalProgrammes: compile(data.generalProgrammes, words),
    compounds: data.compounds,
    remarks: compile(data.remarks, words),
    credits: compile(data.credits, words),
    gradeLabels: compile(data.gradeLabels, words),
    obtained: compile(data.obtained, words)
  }
})

/** The word ends as names of degrees and programmes do: "Bachelorstudium", "Kandidatprogrammet". */
export const isCompound = (word: string): boolean => {
  const folded = fold(word)
  return lists().compounds.some((ending) => folded.endsWith(ending))
}

/** 0..1: how much a text looks like a degree. */
export const score: (text: string) => number = memoised((text: string): number => {
  const row = words(text)
  if (row.length === 0 || row.length > 20) return 0
  const found = findAll(lists().degrees, row)
  const early = found.find(({ from }) => from <= 1)
  const longest = Math.max(0, ...found.map(({ from, next }) => row.slice(from, next).join("").length))
  if (early !== undefined) return longest >= 3 ? 1 : 0.7
  if (row.some(isCompound)) return 0.7
  return found.length > 0 && longest >= 3 ? 0.6 : 0
})

/** Words of a text that name a degree: index ranges into `Fold.words(text)`. */
export const find = (row: ReadonlyArray<string>): ReadonlyArray<{ readonly from: number; readonly next: number }> =>
  findAll(lists().degrees, row)

/** The words lead from a degree to its subject: "in", "en", "im", "of". */
export const isJoiner = (text: string): boolean => lists().joiners.has(words(text).join(" "))

/** The offset after the words that name what follows as a subject: "with a major in", "Schwerpunkt:", "na kierunku"; 0 without them. */
export const subjectLeadEnd = (text: string): number => {
  const end = endOfFirst(lists().subjectLeads, text)
  return end === 0 ? 0 : end + (/^[:\s]\s*/u.exec(text.slice(end))?.[0].length ?? -end)
}

/** The offset after a faculty that belongs to the name of a degree, or 0: the "Science" of a Master, the "Medicine & Surgery" of a Bachelor. */
export const facultyEnd = (text: string): number => {
  const end = endOfFirst(lists().faculties, text)
  const joint = end === 0 ? null : /^\s+(?:and|&)\s+/iu.exec(text.slice(end))
  const other = joint === null ? 0 : endOfFirst(lists().faculties, text.slice(end + joint[0].length))
  return joint === null || other === 0 ? end : end + joint[0].length + other
}

/** "evening course", "berufsbegleitend": how one studied, not what. */
export const isMode = (text: string): boolean => text !== "" && endOfFirst(lists().modes, text) === text.length

/** The offset after a word that ranks a degree and belongs to it, as "técnica" and "magistrale" do, or 0. */
export const rankEnd = (text: string): number => endOfFirst(lists().ranks, text)

/** What is said of studies beside what they were: "not completed", "Minor in Law", "recognised in Spain in 2016", "180 hp", "7th semester". */
export const isRemark: (text: string) => boolean = memoised((text: string): boolean => {
  const credits = /^\d{1,3}(?:[.,]\d)?\s/u.exec(text)?.[0].length ?? 0
  return credits > 0 && endOfFirst(lists().credits, text.slice(credits)) === text.length - credits || endOfFirst(lists().remarks, text) > 0
})

/** A time at another school within one's studies: "Erasmus term at Karolinska", "Auslandssemester in Porto", "Programa Erasmus". */
export const isStay = (text: string): boolean => findAll(lists().stays, words(text)).some(({ from }) => from <= 1)

/** A school-leaving certificate whose subjects are many: "3 A-levels". */
export const isLeaving = (text: string): boolean =>
  endOfFirst(lists().leaving, text.replace(/^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+/iu, "")) > 0

/** What one leaves school with, which has no subject of its own. */
export const isOfSchool = (text: string): boolean => isLeaving(text) || endOfFirst(lists().ofSchool, text) > 0

/** What one leaves school with has a subject where its programme taught a trade: "Gymnasieexamen" with "Fordons- och transportprogrammet". */
export const isTaughtAt = (degree: string, programme: string): boolean =>
  endOfFirst(lists().ofProgramme, degree) > 0 && endOfFirst(lists().generalProgrammes, programme) === 0

/** The offset at the end of a text from which it says that something was obtained, or -1: "Diploma behaald", "Laurea in Fisica conseguita nel". */
export const obtainedStart: (text: string) => number = memoised((text: string): number => startOfLast(lists().obtained, text))

/** Before a number: "Note", "nota media", "eindcijfer". */
export const endsInGradeLabel = (text: string): boolean => startOfLast(lists().gradeLabels, text) >= 0

/** 0..1: how much a text looks like a grade: "GPA 3.8", "Note: 1,3", "First Class Honours", "110/110 e lode". */
export const gradeScore: (text: string) => number = memoised((written: string): number => {
  const text = written.trim().replace(/(?<=\d|\p{Ll}{3})\.$/u, "")
  const row = words(text)
  if (row.length === 0 || row.length > 10) return 0
  const found = findAll(lists().grades, row)
  const hasNumber = /\d/.test(text)
  // "Schnitt 5.2"
  if (/^\d[\d.,/ ]*$/u.test(text.slice(endOfFirst(lists().gradeLabels, text)).replace(/^[\s:]+/u, "")) && /^\p{L}/u.test(text)) return 1
  // "(First)"
  if (/^first$/iu.test(text)) return 0.8
  // "mention" above "bien"; "mention Informatique" names what was studied.
  if (/^mention$/iu.test(text)) return 1
  if (found.some(({ from }) => from === 0)) return hasNumber || row.length <= 5 ? 1 : 0.5
  // "Métiers de la mer, mention bien" holds a grade, and more.
  if (found.length > 0) return row.length <= 5 ? 0.7 : 0.5
  if (/^[\p{L} ]*(?:note|cijfer|betyg|ocena|grade|voto|nota|moyenne|punteggio|calificacion|media|mark):/u.test(fold(text))) return 1
  if (/^\d{2,3}(?:[.,]\d{1,2})?\s?%$/.test(text)) return 0.8
  if (/^\d{2,3} ?\/ ?(?:60|70|100|110)(?: (?:e|con|cum) (?:lode|laude))?$/u.test(text)) return 0.9
  if (/^\d{2,3} (?:(?:ucas |cao )?points|punkte|puntos|punti|pontos|punten|punktów|pkt|poäng)$/iu.test(text)) return 0.9
  // "Class 1", "Class II A": Australian honours
  if (/^(?:honou?rs )?class (?:[1-3]|i{1,3})(?: ?[ab])?$/iu.test(text)) return 0.9
  if (/^\d{1,2}(?:[.,]\d{1,2})?(?: ?\/ ?20| (?:valores|val\.))$/u.test(text)) return 0.9
  return /^\d([.,]\d{1,2})?( ?\/ ?\d{1,3}([.,]\d)?)?$/.test(text) ? 0.6 : 0
})
