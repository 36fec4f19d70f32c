/** Education: entries with a degree and its subject, an institution, a place and a grade. */
import { Companies, Dates, Degrees, Labels } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as Claims from "./Claims.js"
import * as Degree from "./Degree.js"
import * as Entries from "./Entries.js"
import type * as EntryRows from "./EntryRows.js"
import * as Looks from "./Looks.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"
import * as Slots from "./Slots.js"
import { isWrapped } from "./Wrap.js"

type Label = "degree" | "institution" | "location" | "grade"

const scorers: Slots.Scorers<Label> = { degree: Looks.degree, institution: Looks.institution, location: Looks.place, grade: Looks.grade }

/** "Biology (B), Physics (A)": the grades of subjects head nothing. */
const isSubjects = (text: string): boolean => (text.match(/\p{L} \((?:\p{Lu}\*?|\d(?:[.,]\d)?)\)/gu)?.length ?? 0) >= 2

const model: EntryRows.Model = {
  evidence: (row) => {
    if (isSubjects(row.text) && !(row.dates.length > 0 && Companies.institutionScore(row.segments[0]?.text ?? "") >= 0.9)) return -1.5
    const texts = row.segments.filter((segment) => segment.date === null).slice(0, 4).map((segment) => segment.text)
    if (texts.length === 1 && row.dates.length === 0 && Degrees.gradeScore(texts[0] ?? "") >= 0.7 && Degrees.score(texts[0] ?? "") < 0.9) return -1.5
    return Math.max(0, ...texts.map((text) => Math.max(Degrees.score(text), Companies.institutionScore(text), Looks.place(text) * 0.8)))
  },
  slot: (row) => {
    const [first] = row.segments.filter((segment) => segment.date === null)
    if (first === undefined || row.isBullet) return ""
    const [degree, institution] = [Degrees.score(first.text), Companies.institutionScore(first.text)]
    return Math.max(degree, institution) < 0.6 || degree === institution ? "" : degree > institution ? "degree" : "institution"
  },
  begins: () => false,
  undated: 2.6,
  headRows: 3,
  hasProse: false
}

export const labelled = (rows: ReadonlyArray<Row>): ReadonlyArray<Slots.Labelled<Label>> =>
  Slots.fill(Entries.cut(Entries.unbulleted(rows), model).entries, scorers, "location")

const gradeLabel = /^(?:[^:\d(]{2,30}:|(?:grade|\p{L}*note|\p{L}*durchschnitt|gpa|cgpa|nota(?: media| final)?|calificación|media|média|moyenne|votazione|gemiddelde|średnia|snitt|voto|cijfer|ocena|betyg|average)(?=\s+\d))\s*/iu

/** "Note: 1,3" says 1,3. */
const bareGrade = (text: string): string => {
  const [label = "", ...said] = text.split(" ")
  const unlabelled = Labels.slotOf(label) === "grade" && /^\d/.test(said[0] ?? "") ? said.join(" ") : text.replace(gradeLabel, "")
  const bare = unlabelled.trim().replace(/(?<=\p{Ll}{2}|\d)\.$/u, "")
  return bare === "" ? text : bare
}

/** "3.7 / 4.3" is one grade, whatever parts it, and "Abschlussnote:" leads to one. */
const wholeGrade = ({ rows, text }: Claims.Filled): string => {
  const row = rows.at(-1)?.text ?? ""
  const start = row.indexOf(text)
  const said = start < 0 || /\d/.test(text) ? null : /^:\s*([^,;|·]+?(?:,\d+)?)\s*(?:[,;|·]|$)/u.exec(row.slice(start + text.length))?.[1]
  if (said != null && Dates.find(said).length === 0) return said
  const of = start < 0 ? null : /^\s*\/\s*\d+(?:[.,]\d+)?/.exec(row.slice(start + text.length))
  return `${text}${of?.[0] ?? ""}`.replace(/(?<=\d)\.$/, "")
}

const maxTail = 2

/** "magna cum" above "laude", "Nota media:" above "7,9": the grade goes on in the next row. */
const goesOn = ({ rows, text }: Claims.Filled, item: Body.Item | undefined): item is Body.Item => {
  const [row, next] = [rows.at(-1), item?.rows[0]]
  return row !== undefined && next !== undefined && item?.rows.length === 1 && !item.isBullet && next.number === row.number + 1 && row.text.replace(/[:,]$/u, "").endsWith(text) &&
    item.text.split(" ").length <= maxTail && isWrapped(next, row)
}

const gradeOf = (one: Slots.Labelled<Label>, items: ReadonlyArray<Body.Item>): { readonly claim: Draft.Claim | null; readonly item: Body.Item | null } => {
  const slot = one.slots.get("grade")
  if (slot !== undefined && goesOn(slot, items[0])) {
    const [item] = items
    const said = Claims.join([slot.text, item.text.replace(/(?<=\d)\.$/u, "")])
    return { claim: Claims.of(bareGrade(said), [...slot.rows, ...item.rows]), item }
  }
  if (slot !== undefined) return { claim: Claims.of(bareGrade(wholeGrade(slot)), slot.rows), item: null }
  const item = items.find(({ text }) => Looks.grade(text) > 0)
  return item === undefined ? { claim: null, item: null } : { claim: Claims.of(bareGrade(item.text), item.rows), item }
}

const datedOf = (entry: Entries.Entry): Period.Dated | null =>
  entry.head.map(Period.of).reduce<Period.Dated | null>((best, dated) =>
    dated !== null && dated.strength >= 0.3 && (best === null || dated.strength > best.strength) ? dated : best, null)

/** "Accounting (Second Class Upper Division)", and "Accounting. GPA", whose number is the grade. */
const graded = (written: string): { readonly field: string; readonly grade: string | null } => {
  const field = written.replace(/[.,;]\s+(\p{L}+)$/u, (all, label: string) => (Labels.slotOf(label) === "grade" ? "" : all))
  const parts = /^(.+?)\s*\(([^()]+)\)$/u.exec(field)
  return parts?.[1] !== undefined && parts[2] !== undefined && Looks.grade(parts[2]) > 0.3 ? { field: parts[1], grade: bareGrade(parts[2]) } : { field, grade: null }
}

/** "A Levels: English Literature (A), History (B)": the degree leads to its subjects. */
const labelledDegree = (item: Body.Item | undefined): Claims.Filled | null => {
  const text = /^([^:(]{2,30}):\s/u.exec(item?.text ?? "")?.[1]
  return item === undefined || text === undefined || Degrees.score(text) < 0.9 ? null : { text, rows: item.rows.slice(0, 1) }
}

/** "Major: ", "Fachrichtung: ": the offset of the subject, or 0. */
const subjectStart = (text: string): number => {
  const end = Degrees.subjectLeadEnd(text)
  return /:\s+$/u.test(text.slice(0, end)) && /^\p{L}/u.test(text.slice(end)) ? end : 0
}

/** "Major: Dental Assisting" below a degree without a subject. */
const labelledSubject = (items: ReadonlyArray<Body.Item>): Body.Item | null =>
  items.find((item) => subjectStart(item.text) > 0 && item.text.split(" ").length <= 9) ?? null

const isSubjectBeside = (text: string): boolean =>
  Labels.slotOf(text) === null && Degrees.gradeScore(text) < 0.5 && Looks.place(text) < 0 && !Looks.isObtained.test(text) && /\p{L}{2}/u.test(text)

/** What stands beside a degree: the text that a label names, else the first that is no faculty, else the subject that the faculty is called by. */
const subjectBeside = (rest: ReadonlyArray<Slots.Rest>): { readonly text: string; readonly rows: ReadonlyArray<Row> } | null => {
  const named = rest.find(({ named: label }) => label === "field")
  if (named !== undefined) return named
  const [first] = rest
  if (first === undefined) return null
  const other = Looks.faculty.test(first.text) ? rest[1] ?? first : first
  if (!isSubjectBeside(other.text)) return null
  // "Studium Physik, Abschluss: Diplom"
  const parts = Degree.split(other.text)
  return { text: parts.field ?? Degree.subject(other.text).replace(Looks.faculty, ""), rows: other.rows }
}

const subjectWords = 5

/** "Accounting" in a line of its own below a degree without a subject. */
const subjectBelow = (one: Slots.Labelled<Label>, written: Claims.Filled | undefined, items: ReadonlyArray<Body.Item>): Body.Item | null => {
  const [item] = items
  const [row, under] = [written?.rows.at(-1), item?.rows[0]]
  if (item === undefined || row === undefined || under === undefined || item.isBullet || item.rows.length > 1 || !one.entry.head.includes(row)) return null
  const isNext = under.number === row.number + 1 && under.page === row.page && Math.abs(under.x - row.x) < 3 && under.dates.length === 0
  return isNext && /^\p{Lu}[\p{L}&' ’-]+$/u.test(item.text) && item.text.split(" ").length <= subjectWords && isSubjectBeside(item.text) && Looks.institution(item.text) < 0.5 ? item : null
}

const toDraft = (one: Slots.Labelled<Label>, look: Body.Look): Draft.DraftEducation => {
  const items = Body.items([...one.unused, ...one.entry.body], look)
  const grade = gradeOf(one, items)
  const named = one.slots.has("degree") ? null : labelledDegree(items[0])
  const written = one.slots.get("degree") ?? named ?? undefined
  const parts = written === undefined ? null : Degree.split(written.text)
  const isOfSchool = parts !== null && Degrees.isOfSchool(parts.degree)
  const said = isOfSchool || parts?.field == null ? null : graded(parts.field)
  const mayHave = said === null && parts !== null && !isOfSchool
  const beside = mayHave ? subjectBeside(one.rest) : null
  const field = said?.field ?? beside?.text ?? null
  const dated = datedOf(one.entry)
  const below = mayHave && field === null ? subjectBelow(one, written, items) : null
  const major = field === null && !isOfSchool ? labelledSubject(items) ?? below : null
  const described = items.flatMap((item, at) => (item === grade.item || item === major ? [] : [named !== null && at === 0 ? { ...item, text: item.text.slice(named.text.length).replace(/^\s*:\s*/u, "") } : item]))
  return {
    institution: Claims.slot(one.slots.get("institution")),
    degree: written === undefined || parts === null ? null : Claims.of(parts.degree, written.rows),
    field_of_study: major !== null ? Claims.of(major.text.slice(subjectStart(major.text)), major.rows) : field === null ? null : Claims.of(field, said?.field === field ? written?.rows ?? [] : beside?.rows ?? []),
    location: Claims.slot(one.slots.get("location")),
    ...dated === null ? { start_date: null, end_date: null } : openEnded(dated),
    grade: grade.claim ?? (said?.grade == null ? null : Claims.of(said.grade, written?.rows ?? [])),
    description: Body.description(described)
  }
}

const openEnded = (dated: Period.Dated): Period.Claims => Period.claims(dated, "end")

/** Entries of education, in document order. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftEducation> => {
  const found = labelled(rows)
  const look = Body.lookOf(found.flatMap(({ entry }) => entry.head), rows)
  return found.map((one) => toDraft(one, look)).filter((draft) => draft.institution !== null || draft.degree !== null)
}
