/** Education: entries with a degree and its subject, an institution, a place and a grade. */
import { Companies, Dates, Degrees, Labels, Places } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Body from "./Body.js"
import * as OpenRows from "./OpenRows.js"
import * as Claims from "./Claims.js"
import * as Degree from "./Degree.js"
import * as Entries from "./Entries.js"
import type * as EntryRows from "./EntryRows.js"
import * as Looks from "./Looks.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"
import * as SchoolRows from "./SchoolRows.js"
import * as Slots from "./Slots.js"
import * as Stays from "./Stays.js"
import * as Subject from "./Subject.js"
import { isWrapped } from "./Wrap.js"

type Label = "degree" | "institution" | "location" | "grade" | "remark"

/** "Grado" is a degree wherever degrees are, and "au" a word, whatever towns are called so. */
const isNoTown = (text: string): boolean => !/\p{Lu}/u.test(text) || !/[\s,]/u.test(text) && Degrees.score(text) >= 0.9

const scorers: Slots.Scorers<Label> = { degree: Looks.degree, institution: Looks.institution, location: (text) => (isNoTown(text) ? -1 : Looks.place(text)), grade: Looks.grade, remark: Looks.remark }

/** "Biology (B), Physics (A)": the grades of subjects head nothing. */
const isSubjects = (text: string): boolean => (text.match(/\p{L} \((?:\p{Lu}\*?|\d(?:[.,]\d)?)\)/gu)?.length ?? 0) >= 2

const model: EntryRows.Model = {
  evidence: (row) => {
    if (isSubjects(row.text) && !(row.dates.length > 0 && Companies.institutionScore(row.segments[0]?.text ?? "") >= 0.9)) return -1.5
    const texts = row.segments.filter((segment) => segment.date === null).slice(0, 4).map((segment) => segment.text)
    if (SchoolRows.saysHow(row)) return -1.5
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

export const labelled = (rows: ReadonlyArray<Row>): ReadonlyArray<Slots.Labelled<Label>> => {
  const { rows: own, whole } = Stays.apart(Entries.unbulleted(OpenRows.closed(rows)).map(SchoolRows.whole))
  return Slots.fill(whole(Entries.cut(own, model).entries), scorers, "location")
}

/** "3.7 / 4.3" is one grade, whatever parts it, and "Abschlussnote:" leads to one. */
const wholeGrade = ({ rows, text }: Claims.Filled, rest: ReadonlyArray<Slots.Rest>): string => {
  const named = /\d/.test(text) ? undefined : rest.find((one) => one.named === "grade" && /\d/.test(one.text))
  if (named !== undefined) return named.text
  const row = rows.at(-1)?.text ?? ""
  const start = row.indexOf(text)
  // "Second Class Honours, Grade 1"
  const before = start < 0 ? undefined : rest.find((one) => one.rows[0] === rows.at(-1) && row.slice(0, start).endsWith(`${one.text}, `) && Looks.grade(one.text) > 0.4)
  if (before !== undefined) return `${before.text}, ${text}`
  const said = start < 0 || /\d/.test(text) ? null : /^\s?:\s*([^,;|·]+?(?:,\d+)?)\s*(?:[,;|·]|$)/u.exec(row.slice(start + text.length))?.[1]
  if (said != null && Dates.find(said).length === 0) return said
  const of = start < 0 ? null : /^\s*\/\s*\d+(?:[.,]\d+)?/.exec(row.slice(start + text.length))
  return `${text}${of?.[0] ?? ""}`.replace(/(?<=\d)\.$/, "")
}

const maxTail = 2

/** "magna cum" above "laude", "Nota media:" above "7,9": the grade goes on in the next row. */
const goesOn = ({ rows, text }: Claims.Filled, item: Body.Item | undefined): item is Body.Item => {
  const [row, next] = [rows.at(-1), item?.rows[0]]
  const last = row?.segments.findLast(({ date }) => date === null)
  return row !== undefined && next !== undefined && item?.rows.length === 1 && !item.isBullet && next.number === row.number + 1 && last?.text.endsWith(text) === true &&
    item.text.split(" ").length <= maxTail && isWrapped(next, row)
}

/** "AAB", "A*AA", "(DDM)": the grades of three subjects or four */
const lettersOf = /^\(?(?:(?:A\*?|[B-E]){3,4}|(?:D\*?|[MP]){2,3})\)?$/u
/** that has such grades */
const btec = /^BTEC(?!\p{L})/u

const gradeOf = (one: Slots.Labelled<Label>, items: ReadonlyArray<Body.Item>): { readonly claim: Draft.Claim | null; readonly item: Body.Item | null } => {
  const slot = one.slots.get("grade")
  if (slot !== undefined && goesOn(slot, items[0])) {
    const [item] = items
    const said = Claims.join([slot.text, item.text.replace(/(?<=\d)\.$/u, "")])
    return { claim: Claims.of(Subject.bareGrade(said), [...slot.rows, ...item.rows]), item }
  }
  if (slot !== undefined) return { claim: Claims.of(Subject.bareGrade(wholeGrade(slot, one.rest)), slot.rows), item: null }
  const degree = one.slots.get("degree")?.text ?? ""
  const isLeaving = Degrees.isLeaving(degree) || btec.test(degree)
  const item = items.find(({ text }) => Looks.grade(text) > 0 || isLeaving && lettersOf.test(text))
  return item === undefined ? { claim: null, item: null } : { claim: Claims.of(Subject.bareGrade(item.text), item.rows), item }
}

const datedOf = (entry: Entries.Entry): Period.Dated | null =>
  entry.head.map(Period.of).reduce<Period.Dated | null>((best, dated) =>
    dated !== null && dated.strength >= 0.3 && (best === null || dated.strength > best.strength) ? dated : best, null)

/** "A Levels: English Literature (A), History (B)", "5 GCSEs inc. Maths": the degree leads to its subjects. */
const labelledDegree = (item: Body.Item | undefined): Claims.Filled | null => {
  const text = /^([^:(]{2,30}):\s/u.exec(item?.text ?? "")?.[1] ?? (Degrees.isLeaving(item?.text ?? "") ? Degree.split(item?.text ?? "").degree : undefined)
  return item === undefined || text === undefined || Degrees.score(text) < 0.9 ? null : { text, rows: item.rows.slice(0, 1) }
}

const label = /^(\p{L}[\p{L} ]{2,24}):\s+(.+)$/u

/** "kierunek: Finanse, tytuł: magister" in one row: what each label names. */
const labelsApart = (item: Body.Item): ReadonlyArray<Body.Item> => {
  const parts = item.text.split(/,\s+(?=\p{L}[\p{L} ]{2,24}:\s)/u)
  return parts.length > 1 && parts.every((part) => Labels.slotOf(label.exec(part)?.[1] ?? "") !== null) ? parts.map((text) => ({ ...item, text })) : [item]
}

/** "tytuł: magister" */
const toldDegree = (items: ReadonlyArray<Body.Item>): { readonly item: Body.Item; readonly filled: Claims.Filled } | null => {
  for (const item of items) {
    const [, said = "", text = ""] = label.exec(item.text) ?? []
    if (Labels.slotOf(said) === "degree" && Degrees.score(text) >= 0.7) return { item, filled: { text, rows: item.rows } }
  }
  return null
}

/** "Evening course" beside a school; in brackets it says less. */
const isHow = ({ rows: [row], text }: Slots.Rest): boolean => Degrees.isMode(text) && row?.text.includes(`(${text}`) !== true

/** The text below an entry, after what was said beside its degree. */
const withRemarks = (remarks: ReadonlyArray<Claims.Filled | null | undefined>, items: ReadonlyArray<Body.Item>): ReadonlyArray<Body.Item> =>
  [...remarks.flatMap((remark) => (remark == null ? [] : [{ isBullet: false, rows: remark.rows, text: remark.text }])), ...items]

/** "CNAM (cours du soir)": how one studied is no part of where. */
const withoutMode = (school: Claims.Filled | undefined): Claims.Filled | undefined =>
  school === undefined ? undefined : { ...school, text: school.text.replace(/\s*\(([^()]+)\)$/u, (all, inner: string) => (Degrees.isMode(inner) ? "" : all)) }

/** What is left of the head, and the body, which goes on with it where it stands right below. */
const itemsOf = ({ entry: { body }, unused }: Slots.Labelled<Label>, look: Body.Look): ReadonlyArray<Body.Item> =>
  body[0]?.number === (unused.at(-1)?.number ?? 0) + 1 ? Body.items([...unused, ...body], look) : [...Body.items(unused, look), ...Body.items(body, look)]

const toDraft = (one: Slots.Labelled<Label>, look: Body.Look): Draft.DraftEducation => {
  const all = itemsOf(one, look).flatMap(labelsApart)
  const told = one.slots.has("degree") ? null : toldDegree(all)
  const items = all.filter((item) => item !== told?.item)
  const grade = gradeOf(one, items)
  const named = one.slots.has("degree") || told !== null ? null : labelledDegree(items[0])
  // "Erasmus year" is said beside a degree, and stands for one where there is none.
  const remark = one.slots.get("remark")
  const stay = Degrees.score(remark?.text ?? "") >= 0.9 ? remark : undefined
  const filled = one.slots.get("degree") ?? told?.filled ?? named ?? stay ?? null
  // "Germanistik, Universität Tübingen (ohne Abschluss)"
  const unfinished = filled !== null && filled === one.slots.get("degree") && remark !== undefined && stay === undefined && Degrees.score(filled.text) === 0 ? filled : null
  const written = filled === null || unfinished !== null ? null : { filled, parts: Degree.split(filled.text) }
  const subject = Subject.of(one, written, items)
  // "A levels: Maths A, Physics B" says grades.
  const learnt = subject.learnt !== null && grade.claim?.value.includes(subject.learnt.text) === true ? null : subject.learnt
  const dated = datedOf(one.entry)
  const described = items.flatMap((item, at) => (item === grade.item || item === subject.item ? [] : [named !== null && at === 0 ? { ...item, text: item.text.slice(named.text.length).replace(/^[\s:]+/u, "") } : item]))
  return {
    institution: Claims.slot(withoutMode(one.slots.get("institution"))),
    degree: written === null ? null : Claims.of(written.parts.degree, written.filled.rows),
    field_of_study: subject.claim ?? (unfinished === null ? null : Claims.of(unfinished.text, unfinished.rows)),
    location: Claims.slot(one.slots.get("location")),
    ...dated === null ? { start_date: null, end_date: null } : openEnded(dated),
    grade: grade.claim ?? subject.grade,
    description: Body.description(withRemarks([filled === remark || Dates.isOpenEnd(remark?.text ?? "") ? null : remark, learnt, ...one.rest.filter(isHow)], described))
  }
}

/** "Tecnólogo – início em 2025, em andamento", "cursando (desde 2025)", "2025 → 2027 (en cours)": studies that go on. */
const isRunning = ({ row, segment }: Period.Dated): boolean =>
  Dates.isOpenEnd(saidBehind(row, segment)) || row.segments.some(isProgress)

const isProgress = ({ date, text }: { readonly date: Dates.Match | null; readonly text: string }): boolean => date === null && Dates.isOpenEnd(text)

const saidBehind = (row: Row, { end }: Period.Dated["segment"]): string => /^[\s,;(–—-]+([^,;()]+)/u.exec(row.text.slice(end))?.[1] ?? ""

/** The only year of studies that go on is the first, and that when they will end is not yet one. */
const openEnded = (dated: Period.Dated): Period.Claims =>
  // "2023 – 2027 (expected)"
  dated.match.isRange && Dates.isExpected(saidBehind(dated.row, dated.segment)) ? { ...Period.claims(dated, "end"), end_date: null }
  : !isRunning(dated) ? Period.claims(dated, "end") : dated.match.isRange ? { ...Period.claims(dated, "end"), end_date: null } : Period.claims(dated, "start")

/** A school above several degrees: "City College, Leeds" above "A levels, 2020 – 2022" and "GCSEs, 2015 – 2020". */
const withSchools = (all: ReadonlyArray<Slots.Labelled<Label>>): ReadonlyArray<Slots.Labelled<Label>> =>
  all.reduce<ReadonlyArray<Slots.Labelled<Label>>>((done, one) => {
    const above = done.at(-1)?.slots
    const school = above?.get("institution")
    const [schoolRow, beforeRow, row] = [school?.rows[0], above?.get("degree")?.rows[0], one.entry.head[0]]
    const isShared = above !== undefined && school !== undefined && schoolRow !== undefined && beforeRow !== undefined && row !== undefined && !one.slots.has("institution") &&
      schoolRow.dates.length === 0 && schoolRow.number < beforeRow.number && beforeRow.dates.length > 0 && row.dates.length > 0 && row.style === beforeRow.style && Degrees.score(row.segments[0]?.text ?? "") >= 0.7
    if (!isShared) return [...done, one]
    const place = above.get("location")
    const slots = new Map([...one.slots, ["institution", school], ...(place === undefined || one.slots.has("location") ? [] : [["location", place]] as const)] as const)
    return [...done, { ...one, slots }]
  }, [])

const maxTownWords = 2

/** "Universiteit Salland, Deventer cum laude": a town that no sign parts from the grade behind it. */
const withTown = (one: Slots.Labelled<Label>): Slots.Labelled<Label> => {
  const grade = one.slots.get("grade")
  const row = grade?.text.split(" ") ?? []
  if (grade === undefined || one.slots.has("location") || row.length < 2 || !/^\p{Lu}/u.test(grade.text)) return one
  const count = Array.from({ length: maxTownWords }, (_, at) => at + 1).find((words) =>
    (Places.parse(row.slice(0, words).join(" "))?.certainty ?? 0) > 0.7 && Degrees.gradeScore(row.slice(words).join(" ")) === 1)
  if (count === undefined) return one
  return { ...one, slots: new Map([...one.slots, ["location", { ...grade, text: row.slice(0, count).join(" ") }], ["grade", { ...grade, text: row.slice(count).join(" ") }]]) }
}

/** "School" alone in a row names what stands below it. */
const isLabel = (row: Row): boolean => !row.isBullet && row.segments.length === 1 && Labels.slotOf(row.text) === "institution"

/** Entries of education, in document order. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftEducation> => {
  const found = withSchools(labelled(rows.filter((row) => !isLabel(row))))
  const look = Body.lookOf(found.flatMap(({ entry }) => entry.head), rows)
  return found.map((one) => toDraft(withTown(one), look)).filter((draft) => draft.institution !== null || draft.degree !== null)
}
