/** What follows from the entries: years of experience and seniority. */
import { Seniority } from "@excv/lexicon"
import type { Resume } from "@excv/schema"

type Dated = Pick<Resume.Experience, "start_date" | "end_date" | "is_current">

/** Months since year 0. */
const month = (date: Resume.PartialDate, ofYear: 1 | 12): number =>
  Number(date.slice(0, 4)) * 12 + (date.length > 4 ? Number(date.slice(5)) : ofYear) - 1

/** First and last month of an entry, both included; a year stands for all its months, up to the reference month. */
const interval = (entry: Dated, asOf: Resume.Month): readonly [number, number] | null => {
  const first = entry.start_date ?? entry.end_date
  if (first === null) return null
  const last = entry.is_current ? asOf : entry.end_date ?? first
  const [from, to] = [month(first, 1), Math.min(month(last, 12), month(asOf, 12))]
  return from <= to ? [from, to] : null
}

/** Months covered by the union of the intervals, ÷ 12, one decimal. */
export const experienceYears = (entries: ReadonlyArray<Dated>, asOf: Resume.Month): number => {
  const intervals = entries.flatMap((entry) => {
    const found = interval(entry, asOf)
    return found === null ? [] : [found]
  }).sort(([left], [right]) => left - right)
  let [months, covered] = [0, -Infinity]
  for (const [from, to] of intervals) {
    months += Math.max(0, to - Math.max(from - 1, covered))
    covered = Math.max(covered, to)
  }
  return Math.round((months / 12) * 10) / 10
}

const isDated = ({ end_date, is_current, start_date }: Dated): boolean => is_current || start_date !== null || end_date !== null

/** "(nebenberuflich)", "Profesor por horas": beside another job. */
const side = /(?<!\p{L})(?:nebenberuflich|nebenjob|nebentätigkeit|minijob|por horas|vacataire|bijbaan|bisyssla|0[.,]\d fte)(?!\p{L})/iu

const isSide = ({ title }: Resume.Experience): boolean => title !== null && side.test(title)

/** Running entries before ended ones, what is done beside another job behind that, later starts before earlier ones, the document's order among equals. */
const latest = (entries: ReadonlyArray<Resume.Experience>): Resume.Experience | undefined => {
  const [first] = entries
  // Where nothing goes on, what stands first without a date is the latest: so people order their jobs.
  if (first !== undefined && !isDated(first) && !entries.some(({ is_current }) => is_current)) return first
  return [...entries].sort((left, right) =>
    Number(right.is_current) - Number(left.is_current) ||
    Number(isSide(left)) - Number(isSide(right)) ||
    (right.end_date ?? "").localeCompare(left.end_date ?? "") ||
    (right.start_date ?? "").localeCompare(left.start_date ?? ""))[0]
}

/** The latest title decides, else the years. */
export const seniority = (entries: ReadonlyArray<Resume.Experience>, years: number): Resume.SeniorityLevel => {
  const title = latest(entries)?.title ?? null
  return (title === null ? null : Seniority.ofTitle(title)) ?? Seniority.ofYears(years)
}
