/** Groups of skills: the rows of a section that belong to one label, and the text that they list. */
import { Headings, Languages, Skills } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import * as ItemGaps from "./ItemGaps.js"
import { licence } from "./NoSkills.js"
import * as LevelMatrix from "./LevelMatrix.js"
import * as RatedRows from "./RatedRows.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import type { Labelled } from "./SkillLabels.js"
import { areDashed, isFlow, isTableHead, itemStyleOf, labelOf, labelRows, labelsApart, listColumn, outdentedRows, tellingRows } from "./SkillLabels.js"
import { dots } from "./SkillNames.js"
import * as Tongues from "./Tongues.js"
import { isWrapped } from "./Wrap.js"

/** A run of rows that belong to one label; `languages` when the label says so. */
export interface Group {
  readonly label: Draft.Claim | null
  readonly rows: ReadonlyArray<Row>
  readonly text: string
  readonly isLanguages: boolean
  /** the label says what no skill is: "Driving licence", "Interests" */
  readonly isForeign: boolean
}

/** A row with what of it belongs to the list. */
interface Part {
  readonly row: Row
  readonly text: string
}

const foreign: ReadonlySet<Headings.Kind> = new Set(["interests", "references", "contact", "volunteering", "memberships", "awards", "publications"])

const isForeign = (label: string): boolean => {
  const heading = Headings.classify(label)
  return licence.test(label) || heading !== null && heading.certainty >= 0.9 && heading.kinds.every((kind) => foreign.has(kind)) && Skills.categoryOfLabel(label) === null
}

const opened = /\s(?:con|de|del|di|da|do|du|des|et|und|and|y|e|i|och|en|of|for|für|mit|with|von|van|à|aux?|med|av|w|z|&)$/iu

/** The name before the last dots, with the rest of it from the next row; null where that row begins a name. */
const wrappedBeside = (joined: string, text: string): string | null => {
  const start = joined.lastIndexOf("\n") + 1
  const line = joined.slice(start)
  const shown = dots.exec(line)
  if (shown === null) return null
  const name = line.slice(0, shown.index).trim()
  return name !== "" && (/^[\p{Ll}(&]/u.test(text) || opened.test(name)) ? `${joined.slice(0, start)}${Claims.join([name, text])} ${line.slice(shown.index)}` : null
}

/** "Revit średnio" above "zaawansowany": the level goes on. */
const goesOnWithLevel = (text: string, before: string): boolean =>
  !/[^\p{L}\s]/u.test(text) && Skills.levelOf(text) !== null && Skills.levelOf(`${before.split(/\s/).at(-1) ?? ""} ${text}`) !== null

/** A word in small letters, not a name such as "eSocial". */
const goesOnSmall = /^(?:\(|\p{Ll}[^\s\p{Lu}]*(?:\s|$))/u

/** "Looker - advanced", "npm (gut)": a thing with how well it is known, whole in its row. */
const isRatedRow = (text: string): boolean => Skills.levelOf(/(?:\s[–—-]\s|:\s|\()([^()]+)\)?$/u.exec(text)?.[1] ?? "") !== null

const capitalShare = 0.7

/** "składowania" below "Wózek wysokiego", where all else begins with a capital: the second line of a name, which the list is too narrow for. */
const secondLines = (parts: ReadonlyArray<Part>): ReadonlySet<Part> => {
  const right = Math.max(...parts.map(({ row }) => row.right))
  const small = parts.filter(({ row, text }, at) => {
    const above = parts[at - 1]?.row
    return above !== undefined && !row.isBullet && goesOnSmall.test(text) && !isRatedRow(text) && above.style === row.style && !isFlow(text) && Skills.knownCategory(text) === null &&
      above.right + (row.words[0]?.box.width ?? 0) + row.size * 0.25 > right
  })
  return new Set(parts.length - small.length >= capitalShare * parts.length && parts.every((part) => small.includes(part) || /^[\p{Lu}\d]/u.test(part.text)) ? small : [])
}

/** Rows joined where a list goes on in the next line, parted by a line break where it does not. */
const textOf = (parts: ReadonlyArray<Part>): string => {
  const second = secondLines(parts)
  const ratedShare = parts.filter(({ text }) => dots.test(text)).length / parts.length
  return parts.reduce((joined, part, index) => {
    const { row, text } = part
    const before = parts[index - 1]
    if (before === undefined) return text
    const line = joined.split("\n").at(-1) ?? ""
    if (goesOnWithLevel(text, line)) return `${joined} ${text}`
    // "Negociación con ●●●●○" above "subcontratas": the dots stand beside the first line of a name.
    const rated = row.isBullet || dots.test(text) || isFlow(text) ? null : wrappedBeside(joined, text)
    if (rated !== null) return rated
    const isUnrated = index > 0 && ratedShare > 0.6 && !dots.test(line) && !isFlow(before.text)
    const goesOn = !row.isBullet && (second.has(part) || isUnrated || /[,;|•·&/]$/.test(before.text) || /^[,;|•·&/]\s/.test(text) || isFlow(line) && isWrapped(row, before.row) ||
      goesOnSmall.test(text) && isWrapped(row, before.row) && !(isRatedRow(text) && isRatedRow(before.text)))
    return goesOn ? Claims.join([joined, text]) : `${joined}\n${text}`
  }, "")
}

const areLanguages = (label: string | null): boolean =>
  label !== null && Headings.classify(label)?.kinds[0] === "languages" && Skills.categoryOfLabel(label) === null

/** "Spoken: English (native), Tamil": all that a group lists are languages, and how well one is spoken is said. */
const areSpoken = (text: string, rows: ReadonlyArray<Row>): boolean => {
  if (Languages.nameOf(/[\p{L}]+/u.exec(text)?.[0] ?? "") === null) return false
  const found = Tongues.read(rows), things = text.split(/[,;|•·\n]/).filter((thing) => thing.trim() !== "").length
  return found.length > 1 && found.length >= things && found.some(({ proficiency }) => proficiency !== null)
}

const groupOf = ({ label, rest: text }: Labelled, labelled: ReadonlyArray<Row>, rows: ReadonlyArray<Row>): Group => ({
  label: label === null ? null : Claims.of(label, labelled),
  text,
  rows,
  isForeign: label !== null && isForeign(label),
  // "Languages: Kotlin, Java" are none that people speak.
  isLanguages: areSpoken(text, rows) || areLanguages(label) && (Languages.nameOf(/[\p{L}]+/u.exec(text)?.[0] ?? "") !== null || Tongues.read(rows).length > 1)
})

interface Open {
  readonly label: string | null
  /** that of the label, or the first */
  readonly row: Row
  readonly parts: Array<Part>
}

/** words that a thing named in a list has at most, on average */
const maxListed = 2.5

const isTold = (text: string): boolean => text.split(/\s/u).length / text.split(/[,;|•·]/u).length > maxListed

/** "Databases" heads a group, "Stock control" is a thing. */
const isOfGroup = ({ label }: Open): boolean => label !== null && Skills.categoryOfLabel(label) !== null && Skills.knownCategory(label) === null

/** "Load securing" above or before "Straps and chains to the guidance of the agency.": each label is a thing, and what is below or behind it says more of it. */
const areExplained = (open: ReadonlyArray<Open>): boolean => {
  const texts = open.map(({ parts }) => parts.map(({ text }) => text).join(" "))
  const isLed = ({ label, parts, row }: Open) => label !== null && parts.length > 0 && !parts.some((part) => part.row.isBullet && part.row !== row)
  return open.length > 1 && open.every(isLed) && texts.every((text) => /[.!]$/u.test(text)) && texts.filter(isTold).length > texts.length / 2 && open.filter(isOfGroup).length * 2 < open.length
}

/** Certificates, skills and languages are read from the same rows. */
const openedOf = new WeakMap<ReadonlyArray<Row>, ReadonlyArray<Open>>()

const openedIn = (all: ReadonlyArray<Row>): ReadonlyArray<Open> => {
  const known = openedOf.get(all) ?? openedAnew(all)
  openedOf.set(all, known)
  return known
}

const openedAnew = (all: ReadonlyArray<Row>): ReadonlyArray<Open> => {
  const [first, second] = all
  const listed = LevelMatrix.read(all) ?? (first !== undefined && isTableHead(first, second) ? all.slice(1) : all)
  const rows = ItemGaps.apart(RatedRows.joinedIn(listed).flatMap(labelsApart))
  const [itemStyle, column, isDashed, heads, telling] = [itemStyleOf(rows), listColumn(rows), areDashed(rows), new Set([...labelRows(rows), ...outdentedRows(rows)]), tellingRows(rows)]
  const open: Array<Open> = []
  for (const row of rows.filter((one) => !telling.has(one))) {
    const { label, rest } = heads.has(row) ? { label: row.text, rest: "" } : labelOf(row, itemStyle, column, isDashed)
    if (label !== null || open.length === 0) open.push({ label, row, parts: rest === "" ? [] : [{ row, text: rest }] })
    else open.at(-1)?.parts.push({ row, text: rest })
  }
  return areExplained(open) ? open.map(({ label, row }) => ({ label: null, row, parts: [{ row, text: label ?? row.text }] })) : open
}

export const groups = (all: ReadonlyArray<Row>): ReadonlyArray<Group> =>
  openedIn(all).map(({ label, parts, row }) => groupOf({ label, rest: textOf(parts) }, [row], parts.map((part) => part.row)))

/** "Certificates: First Aid (Red Cross, 2024)" */
const areTickets = ({ label }: Open): boolean => {
  const heading = label === null ? null : Headings.classify(label)
  return heading !== null && heading.certainty >= 0.9 && heading.kinds.every((kind) => kind === "certifications" || kind === "courses")
}

/** What of the row belongs to the list. */
const listOf = ({ row, text }: Part): Row => {
  const count = text.split(/\s+/u).length
  return count < row.words.length ? Rows.part(row, row.words.slice(-count), row.gapAbove) : row
}

/** The rows of skills, and those that a label among them says are certificates. */
export const withTickets = (rows: ReadonlyArray<Row>): { readonly skills: ReadonlyArray<Row>; readonly tickets: ReadonlyArray<Row> } => {
  const open = openedIn(rows), tickets = open.filter(areTickets)
  if (tickets.length === 0) return { skills: rows, tickets: [] }
  const skills = open.filter((one) => !tickets.includes(one)).flatMap(({ parts, row }) => [row, ...parts.map((part) => part.row)])
  return { skills: [...new Set(skills)], tickets: tickets.flatMap(({ parts }) => parts.map(listOf)) }
}
