/** What was studied: the subject of a degree, wherever it stands, and what one learnt at school, which is none. */
import { Degrees, Labels } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import type * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Degree from "./Degree.js"
import * as Looks from "./Looks.js"
import type * as Slots from "./Slots.js"
import { isWrapped } from "./Wrap.js"

type Entry = Pick<Slots.Labelled<string>, "entry" | "rest">

/** A degree as written, with its parts. */
export interface Written {
  readonly filled: Claims.Filled
  readonly parts: Degree.Parts
}

export interface Subject {
  readonly claim: Draft.Claim | null
  /** that stands in brackets behind it */
  readonly grade: Draft.Claim | null
  /** the item of the body that names it */
  readonly item: Body.Item | null
  /** what one learnt at school */
  readonly learnt: Claims.Filled | null
}

const none: Subject = { claim: null, grade: null, item: null, learnt: null }

/** "Note: 1,3" and "Abschluss Note 1,3" say 1,3. */
export const bareGrade = (text: string): string => {
  const label = /^[^:\d(,]{2,30}(?::|\s(?=\d))\s*/u.exec(text)?.[0] ?? ""
  const unlabelled = label.includes(":") || Degrees.endsInGradeLabel(label) ? text.slice(label.length) : text
  const bare = unlabelled.trim().replace(/^\(([^()]+)\)$/u, "$1").replace(/(?<=\p{Ll}{2}|\d)\.$/u, "")
  return bare === "" ? text : bare
}

/** "Accounting (Second Class Upper Division)", and "Accounting. GPA", whose number is the grade. */
const graded = (written: string): { readonly field: string; readonly grade: string | null } => {
  const field = written.replace(/[.,;]\s+(\p{L}+)$/u, (all, label: string) => (Labels.slotOf(label) === "grade" ? "" : all))
  const parts = /^(.+?)\s*\(([^()]+)\)$/u.exec(field)
  return parts?.[1] !== undefined && parts[2] !== undefined && Looks.grade(parts[2]) > 0.3 ? { field: parts[1], grade: bareGrade(parts[2]) } : { field, grade: null }
}

/** "Major: ", "Fachrichtung: ": the offset of the subject, or 0. */
const subjectStart = (text: string): number => {
  const label = /^(\p{L}[\p{L} ]{2,24}):\s+(?=\p{L})/u.exec(text)
  if (label !== null && Labels.slotOf(label[1] ?? "") === "field") return label[0].length
  const end = Degrees.subjectLeadEnd(text)
  return /:\s+$/u.test(text.slice(0, end)) && /^\p{L}/u.test(text.slice(end)) ? end : 0
}

/** "Major: Dental Assisting" below a degree without a subject. */
const labelledSubject = (items: ReadonlyArray<Body.Item>): Body.Item | null =>
  items.find((item) => subjectStart(item.text) > 0 && item.text.split(" ").length <= 9) ?? null

const isSubjectBeside = (text: string): boolean =>
  Labels.slotOf(text) === null && !Degrees.isMode(text) && Degrees.gradeScore(text) < 0.5 && Looks.place(text) < 0 && Degrees.obtainedStart(text) < 0 && /\p{L}{2}/u.test(text)

/** "Métiers des administrations et collectivités" above "territoriales" */
const wrapped = (first: Claims.Filled, next: Claims.Filled | undefined): Claims.Filled => {
  const goesOn = next !== undefined && /^\p{Ll}/u.test(next.text) && next.rows[0]?.number === (first.rows.at(-1)?.number ?? 0) + 1 && isSubjectBeside(next.text)
  return goesOn ? { text: Claims.join([first.text, next.text]), rows: [...first.rows, ...next.rows] } : first
}

/** What stands beside a degree: the text that a label names, else the first that is no faculty, else the subject that the faculty is called by. */
const subjectBeside = (rest: ReadonlyArray<Slots.Rest>): Claims.Filled | null => {
  const named = rest.find(({ named: label }) => label === "field")
  if (named !== undefined) return named
  const [first] = rest
  if (first === undefined) return null
  const other = Looks.faculty.test(first.text) ? rest[1] ?? first : first
  if (!isSubjectBeside(other.text)) return null
  const whole = wrapped(other, rest[rest.indexOf(other) + 1])
  // "Studium Physik, Abschluss: Diplom"
  const parts = Degree.split(whole.text)
  return { text: parts.field ?? Degree.subject(whole.text).replace(Looks.faculty, ""), rows: whole.rows }
}

const subjectWords = 5

/** "dependientes" below "Certificado: Atención sociosanitaria a personas", which fills its row. */
const furtherOf = ({ rows, text }: Claims.Filled, item: Body.Item | undefined): Body.Item | null => {
  const [row, next] = [rows.at(-1), item?.rows[0]]
  const goesOn = row !== undefined && next !== undefined && item?.rows.length === 1 && !item.isBullet && next.number === row.number + 1 && row.text.endsWith(text) &&
    /^\p{Ll}/u.test(item.text) && item.text.split(" ").length <= subjectWords && isWrapped(next, row)
  return goesOn ? item : null
}

/** "Accounting" in a line of its own below a degree without a subject. */
const subjectBelow = (one: Entry, written: Claims.Filled, items: ReadonlyArray<Body.Item>): Body.Item | null => {
  const [item] = items
  const [row, under] = [written.rows.at(-1), item?.rows[0]]
  if (item === undefined || row === undefined || under === undefined || item.isBullet || item.rows.length > 1 || !one.entry.head.includes(row)) return null
  const isNext = under.number === row.number + 1 && under.page === row.page && Math.abs(under.x - row.x) < 3 && under.dates.length === 0
  return isNext && /^\p{Lu}[\p{L}&' ’-]+$/u.test(item.text) && item.text.split(" ").length <= subjectWords && isSubjectBeside(item.text) && Looks.institution(item.text) < 0.5 ? item : null
}

/** What one learnt at school, in brackets or behind commas: no subject of a degree. "A levels, History, Law", "Bachillerato (Humanidades)". */
const schoolSubjects = ({ degree }: Degree.Parts, { rows, text }: Claims.Filled, rest: ReadonlyArray<Slots.Rest>): Claims.Filled | null => {
  const behind = /^\s*(?:\(([^()]+)\)|[,:]\s+(.+))$/u.exec(text.slice(text.indexOf(degree) + degree.length))
  const within = behind?.[1] ?? behind?.[2]
  if (within !== undefined && isSubjectBeside(within)) return { text: within, rows }
  const [first, last] = [rest[0], rest.at(-1)]
  if (rest.length === 1 && first !== undefined && /^\p{L}+(?: \p{L}+)?$/u.test(first.text) && Degrees.isCompound(first.text) && isSubjectBeside(first.text)) return first
  const row = first?.rows[0]
  if (row === undefined || first === undefined || last === undefined || rest.length < 2 || !Degrees.isLeaving(degree) || !rest.every((one) => one.rows[0] === row && isSubjectBeside(one.text))) return null
  return { text: row.text.slice(row.text.indexOf(first.text), row.text.lastIndexOf(last.text) + last.text.length), rows: [row] }
}

/** The subject of an entry with its degree and the items of its body. */
export const of = (entry: Entry, written: Written | null, items: ReadonlyArray<Body.Item>): Subject => {
  if (written === null) return ofItem(labelledSubject(items))
  const { filled, parts } = written
  if (Degrees.isOfSchool(parts.degree)) {
    const learnt = schoolSubjects(parts, filled, entry.rest)
    return learnt !== null && Degrees.isTaughtAt(parts.degree, learnt.text) ? { ...none, claim: Claims.of(learnt.text, learnt.rows) } : { ...none, learnt }
  }
  if (parts.field !== null) {
    const { field, grade } = graded(parts.field)
    return { ...none, claim: Claims.of(field, filled.rows), grade: grade === null ? null : Claims.of(grade, filled.rows) }
  }
  const beside = subjectBeside(entry.rest)
  const further = beside === null ? null : furtherOf(beside, items[0])
  if (beside !== null && further !== null) return { ...none, claim: Claims.of(Claims.join([beside.text, further.text]), [...beside.rows, ...further.rows]), item: further }
  return beside !== null ? { ...none, claim: Claims.of(beside.text, beside.rows) } : ofItem(labelledSubject(items) ?? subjectBelow(entry, filled, items))
}

const ofItem = (item: Body.Item | null): Subject =>
  item === null ? none : { ...none, claim: Claims.of(item.text.slice(subjectStart(item.text)), item.rows), item }
