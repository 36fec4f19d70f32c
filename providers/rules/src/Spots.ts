/** Spots: the segments of an entry's head that may fill a slot, with the places they stand at. */
import { Companies, Dates, Degrees, Labels } from "@excv/lexicon"
import * as Claims from "./Claims.js"
import type { Entry } from "./Entries.js"
import * as Looks from "./Looks.js"
import type { Row } from "./Row.js"
import type { Joint, Segment } from "./Segment.js"
import { isSurelyCompany } from "./Segment.js"
import { isOpen, isWrapped } from "./Wrap.js"

export interface Spot {
  readonly row: Row
  readonly segment: Segment
  readonly keys: readonly [string, string]
  /** it goes on where the row above was full */
  readonly isWrapped: boolean
  /** the last of several slots that commas part */
  readonly isTail: boolean
  /** what the label before it says that it is */
  readonly named: Labels.Slot | null
  /** a dash before a capital parts it from the one before as a comma does */
  readonly isNewName: boolean
  /** in brackets between two slots, and no name of a firm */
  readonly isAside: boolean
}

const weak: ReadonlySet<Joint> = new Set(["comma", "paren", "dash", "colon"])

/** "Position:" before a title, "Full-time", and how long something was, and "Consultancy, 60 staff", fill no slot; "Note:" tells a grade. */
const saysNothing = (row: Row, segment: Segment): boolean => {
  const { end, text } = segment
  const slot = Labels.slotOf(text)
  // "Dates   2009 – 2016"
  if (slot === "period" && row.dates.length > 0) return true
  if (Looks.isSize(row.text) && row.dates.length === 0) return true
  return slot === "employment" || slot !== null && slot !== "grade" && Degrees.score(text) < 0.9 && (row.text.charAt(end) === ":" || row.segments[row.segments.indexOf(segment) + 1]?.joint === "gap") || Dates.isDuration(text)
}

/** "Field: Geodesy, title: Engineer": the slot named by the label that stands before a segment. */
const namedBefore = (row: Row, segment: Segment): Labels.Slot | null => {
  const label = row.segments[row.segments.indexOf(segment) - 1]
  return label === undefined || !/^\s*:\s*$/u.test(row.text.slice(label.end, segment.start)) ? null : Labels.slotOf(label.text)
}

/** "Coach bij Vierstroom": the word between them says which is which. */
const namedBy = (row: Row, segments: ReadonlyArray<Segment>, order: number): Labels.Slot | null => {
  const [segment, next] = [segments[order], segments[order + 1]]
  if (segment === undefined) return null
  if (isSurelyCompany(row.text, segment.start)) return "company"
  return order === 0 && next !== undefined && isSurelyCompany(row.text, next.start) ? "title" : namedBefore(row, segment)
}

/** "Hotel Panorama" before a comma: what follows is where it stands. */
const isBody = (text: string): boolean => Companies.score(text) >= 0.6 || Companies.institutionScore(text) >= 0.9

/** "FH Krems, Krems": what a school or a firm is called by is where it is. */
const isNamesake = (text: string, before: string | undefined): boolean => before !== undefined && before.endsWith(` ${text}`)

/** "Welder (site work), Flexwerk": in brackets between two slots, and no name of a firm. */
const isAsideIn = (row: Row, segments: ReadonlyArray<Segment>, order: number): boolean => {
  const segment = segments[order]
  return order > 0 && order < segments.length - 1 && segment?.joint === "paren" && row.text.charAt(segment.start - 1) === "(" && row.text.startsWith("),", segment.end) && !isBody(segment.text)
}

/** "Little Coffee, Carlton — Barista": the town between a firm and what somebody was there. */
const isBeforeTitle = ({ joint }: Segment, next: Segment | undefined): boolean => (joint === "comma" || joint === "style") && next?.joint === "dash" && Looks.title(next.text) > 1

/** "Lakeside College, Greifenau, 2016 – 2019, Abitur" */
const isBeforeDate = (row: Row, segment: Segment): boolean =>
  segment.joint === "comma" && row.text.startsWith(", ", segment.end) && row.segments[row.segments.indexOf(segment) + 1]?.date != null

const maxSubjectWords = 4

/** "Architektur" between "Bachelor of Science" and "Bauhaus-Universität", each in a row of its own. */
const isSubjectRow = (head: ReadonlyArray<Row>, offset: number): boolean => {
  const [degree, row, school] = [head[offset - 1], head[offset], head[offset + 1]].map((one) => (one?.segments.length === 1 ? one.text : ""))
  return degree !== undefined && row !== undefined && school !== undefined && school !== "" && Degrees.score(degree) >= 0.9 && !Degrees.isOfSchool(degree) && Companies.institutionScore(school) >= 0.6 &&
    /^\p{Lu}[\p{L} &-]+$/u.test(row) && row.split(" ").length <= maxSubjectWords && Degrees.score(row) === 0 && Companies.institutionScore(row) === 0 && Looks.place(row) < 0.3 && !isOpen(row)
}

/** "Lakeside College," above "Greifenau" */
const isBelow = (row: Row, segments: ReadonlyArray<Segment>, before: Spot | undefined): boolean =>
  segments.length === 1 && row.dates.length === 0 && before !== undefined && before.row.number === row.number - 1 && before.row.text.endsWith(`${before.segment.text},`) && isBody(before.segment.text)

/** "2019 – 2023 — Greifenau" above title and company: a row of its own beside the date. */
const isAlone = (row: Row, segments: ReadonlyArray<Segment>, head: ReadonlyArray<Row>): boolean =>
  segments.length === 1 && row.dates.some((date) => date.isRange) && head.some((one) => one !== row && one.segments.filter(({ date }) => date === null).length > 1)

const capitals = (text: string): string => text.replace(/[^\p{Lu}]/gu, "")

/** "Bachelor of Commerce – BCom": the letters of what stands before the dash. */
const areLettersOf = (text: string, before: string): boolean => /^\S{2,8}$/u.test(text) && capitals(text).length > 1 && capitals(text) === capitals(before)

/** At the end of its row behind a comma or a bar, and no label of what follows. */
const closes = (row: Row, segments: ReadonlyArray<Segment>, order: number, place: number): boolean => {
  const [first, segment] = [segments[0], segments[order]]
  if (first === undefined || segment === undefined || /^\s?:/.test(row.text.slice(segment.end))) return false
  return segment.joint === "comma" && (place >= 2 || order === 1 && (isBody(first.text) || isNamesake(segment.text, first.text))) || segment.joint === "bar" && order >= 2
}

/** Between a school or a firm and a title, a colon or a date. */
const isBetween = (row: Row, [first, segment, next]: ReadonlyArray<Segment>, order: number): boolean =>
  order === 1 && first !== undefined && segment !== undefined && (isBeforeTitle(segment, next) || isBody(first.text) && (next?.joint === "colon" || isBeforeDate(row, segment)))

/** The segments of an entry's head that are no dates, with the places they stand at. */
export const spotsOf = (entry: Entry): ReadonlyArray<Spot> => {
  const spots: Array<Spot> = []
  entry.head.forEach((row, offset) => {
    const segments = row.segments.filter((segment) => segment.date === null && /[\p{L}\p{N}]/u.test(segment.text) && !saysNothing(row, segment))
    const letters = segments.map(({ joint, text }, index) => joint === "dash" && areLettersOf(text, segments[index - 1]?.text ?? ""))
    // "Town Gymnasium, Wolfenfelde, Note 2,7"
    const last = segments.length > 2 && Looks.grade(segments.at(-1)?.text ?? "") > 0.4 ? segments.length - 2 : segments.length - 1
    segments.forEach((segment, order) => {
      const before = spots.at(-1)
      const goesOn = order === 0 && row.segments[0] === segment && before !== undefined && before.row !== row && (isWrapped(row, before.row) || isOpen(before.segment.text)) && before.segment.style === segment.style &&
        before.row.segments.at(-1) === before.segment
      const place = order - letters.filter((one) => one).length
      const isTail = Looks.isTown(segment.text) && (order === last ? closes(row, segments, order, place) || isAlone(row, segments, entry.head) || order === 0 && isBelow(row, segments, before) : isBetween(row, segments, order))
      const isAside = isAsideIn(row, segments, order)
      const isNewName = (segment.joint === "dash" || isAsideIn(row, segments, order - 1)) && /^\p{Lu}/u.test(segment.text) && letters[order] !== true
      spots.push({ row, segment, isAside, isWrapped: goesOn, isTail, named: isSubjectRow(entry.head, offset) ? "field" : namedBy(row, segments, order), isNewName, keys: [`${offset}.${order}.${segment.style}.${segment.joint}`, `${order}.${segment.style}`] })
    })
  })
  return spots.slice(0, 14)
}

export const textOf = (spots: ReadonlyArray<Spot>, from: number, to: number): string => {
  const [first, last] = [spots[from], spots[to]]
  if (first === undefined || last === undefined) return ""
  if (first.row === last.row) {
    const text = first.row.text.slice(first.segment.start, last.segment.end)
    return text.includes("(") && !text.includes(")") && first.row.text.charAt(last.segment.end) === ")" ? `${text})` : text
  }
  const rows = spots.slice(from, to + 1).map((spot) => spot.row).filter((row, index, list) => list.indexOf(row) === index)
  return Claims.join(rows.map((row) => row.text.slice(row === first.row ? first.segment.start : 0, row === last.row ? last.segment.end : row.text.length)))
}

export const canMerge = (spots: ReadonlyArray<Spot>, at: number): boolean => {
  const [before, spot] = [spots[at - 1], spots[at]]
  if (before === undefined || spot === undefined) return false
  if (before.row !== spot.row) return spot.isWrapped
  if (spot.named !== null) return false
  // A date between them parts them.
  return weak.has(spot.segment.joint) && !before.row.segments.some((one) => one.date !== null && one.start >= before.segment.end && one.end <= spot.segment.start)
}
