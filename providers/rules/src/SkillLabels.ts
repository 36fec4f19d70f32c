/** Labels of groups of skills: what of a row heads a group, and what of it belongs to the list. */
import { Columns, Headings, Languages, Skills } from "@excv/lexicon"
import { licence } from "./NoSkills.js"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { dots, levelSign } from "./SkillNames.js"
import { isWrapped } from "./Wrap.js"

const labelPattern = /^([\p{L}\p{N}][^:•|;]{1,48}?)\s*:\s*(.*)$/u

/** "Data — PostgreSQL, Redis" */
const dashedPattern = /^(\p{Lu}[\p{L}\p{N} &/-]{1,30}?)\s+[—–]\s+([^,;]+[,;].*)$/u

/** Items set side by side in a grid stand apart by wide gaps; a level beside its skill belongs to it. */
const byGaps = (row: Row, from: number): string => {
  const levels = row.segments.filter((segment) => segment.start > from && (segment.joint === "gap" || segment.joint === "style") && Skills.levelOf(segment.text) !== null && !dots.test(segment.text))
  const text = levels.reduce((parted, { start }) => parted.slice(0, start - 1) + levelSign + parted.slice(start), row.text)
  const starts = row.segments.filter((segment) => segment.joint === "gap" && segment.start > from && !isLevel(segment.text)).map((segment) => segment.start)
  const ends = [...starts, row.text.length]
  return ends.map((end, index) => text.slice(index === 0 ? from : starts[index - 1], end).trim()).join("\n")
}

export interface Labelled {
  readonly label: string | null
  readonly rest: string
}

/** "HPLC ●●●●○" is a thing with its level, "●●●●○" and "Expert ●●●●○" are levels. */
const isRated = (text: string): boolean => dots.test(text) && /\p{L}/u.test(text) && Skills.levelOf(text.replace(new RegExp(dots, "gu"), "").trim()) === null

const isLevel = (text: string): boolean => !isRated(text) && (Skills.levelOf(text) !== null || Languages.proficiencyOf(text) !== null && text.split(" ").length < 4)

/** "Expert" is a level, "Excel 80 %" and dots only show one. */
const saysLevel = (text: string): boolean => !/[\d%]/.test(text) && !dots.test(text) && Skills.levelOf(text) !== null

/** "Excel: good, daily" says how well, and "Computers: Osiris, Word (beginner)" what. */
const areLevels = (list: string): boolean => {
  const [first = "", ...others] = list.split(/[,;]/)
  return saysLevel(first) || others.length === 0 && isLevel(list)
}

/** Offset of the word that begins at this x, where it is not the first of its row. */
const startAt = ({ words }: Row, x: number): number | null => {
  const index = words.findIndex((word) => Math.abs(word.box.x - x) < 1.5)
  return index < 1 ? null : words.slice(0, index).reduce((offset, word) => offset + word.text.length + 1, 0)
}

/** em: the least gap before the lists of a column of labels, which may be narrower than what parts columns elsewhere */
const labelGap = 0.5

/** The x where rows go on with a list behind their label, in two rows at least; null where there is no such column. */
export const listColumn = (rows: ReadonlyArray<Row>): number | null => {
  const starts = rows.flatMap(({ words }) => words.flatMap((word, index) => {
    const previous = words[index - 1]
    return previous !== undefined && index <= 4 && word.box.x - previous.box.x - previous.box.width > labelGap * word.fontSize ? [word.box.x] : []
  }))
  return starts.find((x) => {
    const cut = rows.flatMap((row) => {
      const start = startAt(row, x)
      return start === null ? [] : [{ label: row.text.slice(0, start), list: row.text.slice(start) }]
    })
    return cut.length >= 2 && cut.length >= rows.length * 0.4 && cut.every(({ label }) => !/[,;|•·]/.test(label)) && cut.filter(({ list }) => /^[^,;|•·]+[,;]/.test(list)).length >= cut.length * 0.6
  }) ?? null
}

/** "CAD / CAE: SolidWorks, AutoCAD": a slash within the label, and none in the list. */
const isSlashedLabel = (text: string): boolean => /^[^:|,;/]+\/[^:|,;/]+:\s(?!.*\s\/\s)/u.test(text)

/** The first of several things that bars or slashes part is no label. */
const isListed = ({ segments: [first, second], text }: Row): boolean =>
  !isSlashedLabel(text) && first !== undefined && second !== undefined && first.style === second.style && /^\s*[|/](?:\s|$)/.test(text.slice(first.end))

/** The first item of the list beside a label has its bullet in the label's row. */
const isBulletBetween = ({ segments: [first, second], text }: Row): boolean =>
  first !== undefined && second !== undefined && /^[•∙●◦▪■♦►]$/u.test(text.slice(first.end, second.start).trim())

const dashedShare = 0.6

/** Most rows are lists behind a dash: what is before it is a label, whatever else may be called so. */
export const areDashed = (rows: ReadonlyArray<Row>): boolean => {
  const dashed = rows.filter(({ text }) => /[,;]/.test(dashedPattern.exec(text)?.[2] ?? "")).length
  return dashed > 1 && dashed >= rows.length * dashedShare
}

/** "Databases: a, b", "Databases   a, b" and a label in another style on its own row. */
export const labelOf = (row: Row, itemStyle: string, column: number | null, isDashed = false): Labelled => {
  const start = column === null ? null : startAt(row, column)
  if (start !== null) return { label: row.text.slice(0, start).trim().replace(/\s*:$/, ""), rest: byGaps(row, start) }
  const [one, other] = row.segments
  if (one !== undefined && other !== undefined && licence.test(one.text)) return { label: one.text, rest: row.text.slice(other.start) }
  if (isListed(row)) return { label: null, rest: byGaps(row, 0) }
  const matched = labelPattern.exec(row.text)
  if (matched?.[1] !== undefined && matched[1].split(" ").length <= 6 && !areLevels(matched[2] ?? "")) return { label: matched[1], rest: matched[2] === undefined || matched[2] === "" ? "" : byGaps(row, row.text.length - matched[2].length) }
  const dashed = dashedPattern.exec(row.text)
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && (isDashed || Skills.knownCategory(dashed[1]) === null) && !isLevel(dashed[2].split(/[,;]/)[0] ?? "")) {
    return { label: dashed[1], rest: byGaps(row, row.text.length - dashed[2].length) }
  }
  const [first, second] = row.segments
  if (first === undefined) return { label: null, rest: row.text }
  if (second !== undefined && (second.joint === "gap" || second.joint === "style" || isBulletBetween(row)) && first.style !== second.style && first.style !== itemStyle && !isLevel(second.text)) {
    return { label: first.text, rest: byGaps(row, second.start) }
  }
  // "IT   Excel, SAP": in one style the list beside it tells a label from an item of a grid.
  const isBeside = second !== undefined && second.joint === "gap" && !/[,;|•·]/.test(first.text) && first.text.split(" ").length <= 4 && !isLevel(second.text) &&
    (/[,;|•·]|\s\/\s/.test(row.text.slice(second.start)) || isTitle(first.text) || saysLevel(first.text))
  if (isBeside && second !== undefined) return { label: first.text, rest: byGaps(row, second.start) }
  // "Languages   Python   Scala": what nobody knows as a skill heads a row of skills.
  const [, ...others] = row.segments
  const isHead = others.length >= 2 && others.every((segment) => segment.joint === "gap") && Skills.knownCategory(first.text) === null && first.text.split(" ").length <= 4 &&
    others.filter((segment) => Skills.knownCategory(segment.text) !== null).length >= others.length * 0.6
  if (isHead && second !== undefined) return { label: first.text, rest: byGaps(row, second.start) }
  const isOwnRow = second === undefined && !row.isBullet && row.style !== itemStyle && row.text.split(" ").length <= 5 && !/^[(\p{Ll}]|[,;]/u.test(row.text)
  return isOwnRow ? { label: row.text, rest: "" } : { label: null, rest: byGaps(row, 0) }
}

/** It heads a group of skills, or what is none. */
const isTitle = (text: string): boolean =>
  text.split(" ").length <= 2 && Skills.categoryOfLabel(text) !== null && Skills.knownCategory(text) === null || (Headings.classify(text)?.certainty ?? 0) >= 0.9

/** The style of most rows; lists count more, since there may be as many labels. */
export const itemStyleOf = (rows: ReadonlyArray<Row>): string => {
  const counts = new Map<string, number>()
  for (const row of rows) for (const segment of row.segments.slice(-1)) counts.set(segment.style, (counts.get(segment.style) ?? 0) + (isFlow(row.text) ? 2 : 1))
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ""
}

export const isFlow = (text: string): boolean => /[,;|•·]|\s(?:\/\/|[*~›»→✓✔☑▸►➢➤❖✦◆‖¦])\s/u.test(text)

/** "Skill   Level" in a type of its own above a table. */
export const isTableHead = (row: Row, next: Row | undefined): boolean =>
  next !== undefined && row.segments.length > 1 && row.style !== next.style && row.segments.slice(1).every(({ joint, text }) => joint === "gap" && Columns.exact(text) !== null)

const maxLabelWords = 3

/** "Methods: R, QGIS. Other: teaching", "Excel (expert) Personal: patience" and "Office: Excel   People: Mentoring" as a row for each label. */
export const labelsApart = (row: Row): ReadonlyArray<Row> => {
  const gaps = new Set(row.segments.filter(({ joint }) => joint === "gap").map(({ x }) => x))
  const isBehindSign = (at: number) => /[\p{L})];$/u.test(row.words[at - 1]?.text ?? "")
  const starts = row.words.flatMap((word, at) => {
    if (at === 0 || !/^\p{Lu}/u.test(word.text) && !isBehindSign(at)) return []
    const isApart = gaps.has(word.box.x) || /[\p{L})]{2}[.;]$|\p{L}\)$/u.test(row.words[at - 1]?.text ?? "")
    return isApart && row.words.slice(at, at + maxLabelWords).some(({ text }) => /\p{L}:$/u.test(text)) ? [at] : []
  })
  if (starts.length === 0 || !labelPattern.test(row.text) && !starts.every(isBehindSign)) return [row]
  const cuts = [0, ...starts, row.words.length]
  return cuts.slice(1).map((end, at) => Rows.part(row, row.words.slice(cuts[at], end), at === 0 ? row.gapAbove : 0.3, end === row.words.length ? row.room : Infinity))
}

/** "Crafts" above "Plumbing, Painting", "PC" above "Word, Excel": rows of one style in turn, none of them cut off by the end of its line. */
export const labelRows = (rows: ReadonlyArray<Row>): ReadonlySet<Row> => {
  const short = rows.filter((row) => !isFlow(row.text))
  const areLabels = short.length >= 2 && short.every((row) => {
    const [previous, next] = [rows[rows.indexOf(row) - 1], rows[rows.indexOf(row) + 1]]
    return !row.isBullet && row.segments.length === 1 && row.text.split(" ").length <= 3 && /^\p{Lu}/u.test(row.text) && next !== undefined && isFlow(next.text) && !next.isBullet &&
      (previous === undefined || isFlow(previous.text) && !/[,;|•·&/]$/.test(previous.text) && !isWrapped(row, previous))
  })
  return new Set(areLabels && rows[0] === short[0] ? short : [])
}

/** points that a list may be indented from its head by at least */
const minIndent = 3

/** "Plumbing" above "Heat pumps" and "Radiators", which stand further in: heads at the left edge, each with its list. */
export const outdentedRows = (rows: ReadonlyArray<Row>): ReadonlySet<Row> => {
  const edge = Math.min(...rows.map(({ x }) => x))
  const heads = rows.filter(({ x }) => x < edge + minIndent)
  const isHead = (row: Row): boolean => {
    const next = rows[rows.indexOf(row) + 1]
    return next !== undefined && next.x >= edge + minIndent && next.page === row.page && next.column === row.column && next.isBullet === row.isBullet && (row.isBullet || !isWrapped(next, row)) &&
      row.segments.length === 1 && row.text.split(" ").length <= 4 && !isFlow(row.text) && !dots.test(row.text) && /^\p{Lu}/u.test(row.text)
  }
  return new Set(heads.length >= 2 && heads.length * 2 <= rows.length && rows[0] === heads[0] && heads.every(isHead) ? heads : [])
}

const minTold = 5
/** share of the bullets */
const toldShare = 0.6

/** Bullets that tell of work below rows that list, with the lines that they go on in: who heads a CV with skills says what was done with them. */
export const tellingRows = (rows: ReadonlyArray<Row>): ReadonlySet<Row> => {
  const bullets = rows.filter((row) => row.isBullet)
  const telling = bullets.filter(({ text }) => text.split(" ").length >= minTold && /^[^:,|•·]{20}/u.test(text))
  const listing = rows.filter((row) => !row.isBullet && isFlow(row.text))
  if (listing.length === 0 || telling.length < bullets.length * toldShare) return new Set()
  const told = new Set<Row>()
  rows.forEach((row, at) => {
    const above = rows[at - 1]
    if (row.isBullet || above !== undefined && told.has(above) && /^\p{Ll}/u.test(row.text) && isWrapped(row, above)) told.add(row)
  })
  return told
}
