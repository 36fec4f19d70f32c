/** Rows of education as they are meant, where signs and styles part what is one, or words lead from one thing to the next. */
import { Companies, Degrees } from "@excv/lexicon"
import * as Degree from "./Degree.js"
import * as Looks from "./Looks.js"
import type { Row } from "./Row.js"
import type { Segment } from "./Segment.js"
import { isOpen } from "./Wrap.js"

/** "recognised in Spain in 2016": the year is that of the remark, not of the entry. */
const withDatedRemark = (row: Row): Row => {
  const at = row.segments.findIndex((segment, index) => segment.date === null && isOpen(segment.text) && Looks.remark(segment.text) > 0 && row.segments[index + 1]?.date != null)
  const [remark, dated] = row.segments.slice(at, at + 2)
  if (at < 0 || remark === undefined || dated === undefined) return row
  const whole = { ...remark, end: dated.end, text: row.text.slice(remark.start, dated.end) }
  return { ...row, dates: row.dates.filter((date) => date !== dated.date), segments: [...row.segments.slice(0, at), whole, ...row.segments.slice(at + 2)] }
}

/** "Grado" in bold before "en Ingeniería": one text in two styles. */
const withSubjects = (row: Row): Row => {
  const at = row.segments.findIndex(({ date, joint, text }, index) => {
    const before = row.segments[index - 1]
    return date === null && joint === "style" && before?.date === null && Degrees.score(before.text) >= 0.9 && Degree.leadsToSubject(text)
  })
  const [degree, subject] = [row.segments[at - 1], row.segments[at]]
  if (degree === undefined || subject === undefined) return row
  const whole = { ...degree, end: subject.end, text: row.text.slice(degree.start, subject.end) }
  return { ...row, segments: [...row.segments.slice(0, at - 1), whole, ...row.segments.slice(at + 1)] }
}

const atSchool = /^(?:presso|at|bei|beim|chez|bij|vid)\s+(?=\p{Lu})/iu

/** "Laurea in Fisica conseguita nel 2016 presso Politecnico": words that lead from a degree to its date and its school belong to none. */
const withoutLeads = (row: Row): Row => ({
  ...row,
  segments: row.segments.flatMap((segment, index) => {
    if (segment.date !== null) return [segment]
    const led = row.segments[index + 1]?.date == null || row.text.charAt(segment.end) === ":" ? -1 : Degrees.obtainedStart(segment.text)
    const said = led > 0 && Degrees.score(segment.text) < 0.6 ? -1 : led
    const start = atSchool.exec(segment.text)?.[0].length ?? 0
    const text = segment.text.slice(start, said < 0 ? segment.text.length : said).trimEnd()
    return text === "" ? [] : [{ ...segment, text, start: segment.start + start, end: segment.start + start + text.length }]
  })
})

/** "…, 2018. Merit.": a grade behind the date ends no sentence. */
const withoutStop = (row: Row): Row => {
  const last = row.segments.at(-1)
  return row.text.endsWith(".") && row.dates.length > 0 && last?.date === null && Looks.grade(last.text) > 0 ? { ...row, text: row.text.slice(0, -1) } : row
}

/** What one learnt at school, with its grade or without: no school or place. */
const isLearnt = ({ date, joint, text }: Segment): boolean => date === null && (joint === "comma" || joint === "colon" || joint === "paren") && Companies.institutionScore(text) < 0.5

/** "A levels: English (A), Drama (B) – Blackbrook College": one text up to the school. */
const withLearnt = (row: Row): Row => {
  const at = row.segments.findIndex(({ date, end, text }) => date === null && (text.includes(": ") || row.text.startsWith(": ", end)) && Degrees.isLeaving(text))
  const first = row.segments[at]
  const others = row.segments.slice(at + 1)
  const count = others.findIndex((segment) => !isLearnt(segment))
  const taken = count < 0 ? others : others.slice(0, count)
  const last = taken.at(-1)
  if (first === undefined || last === undefined) return row
  const end = row.text.charAt(last.end) === ")" ? last.end + 1 : last.end
  const whole = { ...first, end, text: row.text.slice(first.start, end) }
  return { ...row, segments: [...row.segments.slice(0, at), whole, ...others.slice(taken.length)] }
}

/** "Part time, expected diploma: summer 2027": how one studied, and neither where nor with what result. */
export const saysHow = (row: Row): boolean =>
  Degrees.isMode(/^[^,;]+/u.exec(row.text)?.[0] ?? "") && !row.segments.some(({ text }) => Looks.grade(text) > 0 || Companies.institutionScore(text) >= 0.5 || Looks.place(text) > 0)

/** What a row of how one studied says of time is not when. */
const withoutTimes = (row: Row): Row => {
  const [first] = row.segments
  return first === undefined || !saysHow(row) ? row : { ...row, dates: [], segments: [{ ...first, text: row.text, end: row.text.length }] }
}

const stop = /(?<=\p{L}{3})\.\s+(?=\p{Lu}|\d)/u

const isDegree = (text: string): boolean => Degrees.score(text) >= 0.9

/** "Graduado en ESO. IES Galileo", "Vale School, Leeds. 5 GCSEs": a full stop parts a degree from its school, or from where that is. */
const withStops = (row: Row): Row => ({
  ...row,
  segments: row.segments.flatMap((segment) => {
    const found = segment.date === null ? stop.exec(segment.text) : null
    if (found === null) return [segment]
    const [left, right] = [segment.text.slice(0, found.index), segment.text.slice(found.index + found[0].length)]
    const isParted = isDegree(left) && Companies.institutionScore(right) >= 0.6 && !isDegree(right) || isDegree(right) && !isDegree(left)
    const start = segment.start + found.index + found[0].length
    return isParted ? [{ ...segment, text: left, end: segment.start + left.length }, { ...segment, joint: "comma" as const, text: right, start }] : [segment]
  })
})

/** A row as it is meant. */
export const whole = (row: Row): Row => withoutStop(withoutLeads(withDatedRemark(withSubjects(withLearnt(withStops(withoutTimes(row)))))))
