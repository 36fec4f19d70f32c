/** The rows of a section as the cut into entries sees them: how much each looks like the head of one, and what it has in common with others. */
import { Labels, Places, Titles } from "@excv/lexicon"
import * as Looks from "./Looks.js"
import * as Period from "./Period.js"
import type { Row } from "./Row.js"
import { areCentred, isOpen, isWrapped } from "./Wrap.js"

/** What makes a row a head of an entry in one kind of section. */
export interface Model {
  /** 0..1: words of the slots of an entry (titles, companies, degrees, …) */
  readonly evidence: (row: Row) => number
  /** the slot that the words of a row speak for most; empty where they speak for none */
  readonly slot: (row: Row) => string
  /** its look alone begins an entry */
  readonly begins: (row: Row) => boolean
  /** cost of an entry that has no date, in a section whose entries have dates */
  readonly undated: number
  /** head rows an entry may have before each further one costs */
  readonly headRows: number
  /** the text of entries is prose: what its sentences look like says nothing of the short rows in the same style above them */
  readonly hasProse: boolean
}

export interface Seen {
  readonly row: Row
  readonly index: number
  /** steps of 6 points from the left edge of the section */
  readonly indent: number
  readonly shape: string
  readonly dated: number
  readonly isRange: boolean
  /** what it costs to begin an entry with a row of nothing but a date: little where the section begins so */
  readonly loneDate: number
  /** the second line of a wrapped text */
  readonly goesOn: boolean
  readonly headness: number
  readonly gap: number
  readonly startKey: string
  readonly begins: boolean
  /** the slot that its words speak for most */
  readonly slot: string
  readonly lookKey: string
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

export const wordCount = (row: Row): number => row.text.split(" ").length

/** The style and indent of most letters of the section: its running text. */
const runningLook = (rows: ReadonlyArray<Row>): { readonly style: string; readonly size: number } => {
  const counts = new Map<string, { size: number; count: number }>()
  for (const row of rows) {
    const known = counts.get(row.style) ?? { size: row.size, count: 0 }
    counts.set(row.style, { size: row.size, count: known.count + row.text.length * (row.isBullet ? 2 : 1) })
  }
  const [best] = [...counts].sort((one, other) => other[1].count - one[1].count)
  return { style: best?.[0] ?? "", size: best?.[1].size ?? 10 }
}

const label = /^[\p{L} /&-]{3,28}:\s/u

const named: ReadonlySet<Labels.Slot | null> = new Set(["title", "company", "institution"])

/** "Position: Nurse" heads an entry, "Tools: Git" is text of one. */
const labelCost = (text: string): number => {
  const said = label.exec(text)?.[0]
  return said === undefined ? 0 : named.has(Labels.slotOf(said)) ? -0.8 : 1
}

const goesOnFrom = (row: Row, previous: Row | null): boolean =>
  previous !== null && isWrapped(row, previous) && (previous.segments.at(-1)?.style ?? previous.style) === (row.segments[0]?.style ?? row.style) && (/^[\p{Ll}(]/u.test(row.text) || /:$/.test(previous.text))

/** "University of Leeds, Department of History, Durham" above "Three-year project …": a row that ends with a town is whole. */
const endsInTown = (row: Row, next: Row): boolean => {
  const last = row.segments.at(-1)
  return last?.joint === "comma" && last.date === null && /^\p{Lu}/u.test(row.text) && /^\p{Lu}/u.test(next.text) && Looks.place(last.text) > 0.3
}

/** em: between two lines of one text, unless all lines stand further apart */
const maxLead = 0.8, leadStep = 0.25

/** words of one slot */
const maxSlotWords = 6

/** "Warehouse Manager. Harbour Parts Ltd (Leeds).": what full stops part are slots, not sentences. */
const areSlots = ({ isBullet, segments }: Row): boolean => {
  const texts = segments.filter(({ date }) => date === null)
  return !isBullet && texts.length > 1 && Titles.score(texts[0]?.text ?? "") >= 0.75 && texts.every(({ text }) => /^\(?\p{Lu}/u.test(text) && text.split(" ").length <= maxSlotWords)
}

/** For each row, whether it belongs to a sentence, which may go on over several rows. */
const sentences = (rows: ReadonlyArray<Row>): ReadonlyArray<boolean> => {
  const found = rows.map(() => false)
  const gaps = rows.slice(1).map(({ gapAbove }) => gapAbove).sort((one, other) => one - other)
  const lead = Math.max(maxLead, (gaps[Math.floor(gaps.length / 4)] ?? 0) + leadStep)
  for (let from = 0; from < rows.length; from++) {
    let to = from
    for (;;) {
      const [row, next] = [rows[to], rows[to + 1]]
      if (row === undefined || next === undefined || !isWrapped(next, row) || next.style !== row.style || next.gapAbove > lead || /[.;!?:]$/.test(row.text) || to === from && endsInTown(row, next)) break
      to++
    }
    const text = rows.slice(from, to + 1).map((row) => row.text).join(" ")
    const words = text.split(" ").length
    const first = rows[from]
    const isSentence = /[.;!?]$/.test(text) && !(to === from && first !== undefined && areSlots(first)) && !Places.endsInShortRegion(text) && (words > 5 || words > 3 && /\p{Ll}{4}[.!?]$/u.test(text) || /\p{Ll} \p{Ll}+ \d{4}\.$/u.test(text))
    if (isSentence) for (let index = from; index <= to; index++) found[index] = true
    from = to
  }
  return found
}

/** words of what is left of a head for its last line */
const maxPartWords = 6

/** A short line that ends in a comma goes on in the next: "Example Works," above "Leeds" in a narrow cell. */
const isUnfinished = (row: Row | null): boolean => row !== null && /,$/.test(row.text) && wordCount(row) <= 6 && !row.isBullet

/** "Università del Lago," above "Lecce. 110/110": the line was full within the head of an entry, or leads on to a place. */
const isNextPart = (row: Row, previous: Row | null, model: Model): boolean =>
  !model.hasProse && previous !== null && !row.isBullet && !previous.isBullet && wordCount(row) <= maxPartWords && isOpen(previous.text) && !previous.text.endsWith(":") && model.evidence(previous) >= 0.8 &&
  (isWrapped(row, previous) || previous.text.endsWith(",") && row.dates.length === 0 && row.segments.some(({ text }) => Looks.place(text) > 0.3))

/** A small letter begins no head, but "magister, filologia" does, where the text of entries is no prose. */
const smallCost = (row: Row, model: Model): number => (!model.hasProse && model.evidence(row) >= 0.9 ? 0.3 : 1.2)

const headnessOf = (row: Row, previous: Row | null, isSentence: boolean, running: ReturnType<typeof runningLook>, inset: number, model: Model): number => {
  const first = row.segments[0]
  const isStyled = row.bold || first !== undefined && /^[\d.]+(b|i)/.test(first.style) || row.size > running.size * 1.05 || row.style !== running.style
  const words = wordCount(row)
  const goesOn = goesOnFrom(row, previous)
  // The second line of a title that was too long is as much a head as the first.
  const isShortEnd = previous !== null && words <= 3 && !previous.isBullet && model.evidence(previous) >= 0.8
  const isNamed = !model.hasProse && !isSentence && model.evidence(row) >= 0.9 && previous !== null && !previous.isBullet
  if (isNextPart(row, previous, model) || goesOn && (isStyled || isShortEnd || isNamed)) return 0.8
  return (row.isBullet ? -3 : 0) + (isStyled ? 1 : -0.3) + model.evidence(row) * 1.4 - (isSentence ? 1.4 : 0) - (words > 13 ? 1.2 : 0) -
    (/^\p{Ll}/u.test(row.text) ? smallCost(row, model) : 0) - (goesOn ? 2 : 0) - (inset > 5 && inset < 45 ? 0.9 : 0) -
    labelCost(row.text) + (words <= 7 && !isSentence ? 0.3 : 0) +
    (isUnfinished(row) || isUnfinished(previous) && Math.abs(row.x - (previous?.x ?? 0)) < 3 ? 0.8 : 0) - (row.room < row.size * 6 && words > 9 && row.segments.length < 3 ? 0.8 : 0)
}

/** Where the text of a row begins, a date in the margin apart. */
const textEdge = (row: Row): number => row.segments.find((segment) => segment.date === null)?.x ?? row.x

const isOnlyDate = (row: Row): boolean => row.segments.every((segment) => segment.date !== null)

/** points: what stands this much higher than the row before it is in the next cell or column */
const stepUp = 3

/** How far the text of each row stands in from the left edge of its cell or column. */
const insetsOf = (rows: ReadonlyArray<Row>): ReadonlyArray<number> => {
  const blocks: Array<Array<Row>> = []
  rows.forEach((row, index) => {
    const previous = rows[index - 1]
    const isNext = previous !== undefined && previous.page === row.page && row.y < previous.y - stepUp
    const last = blocks.at(-1)
    // A cell of dates stands in the margin of the text beside it.
    if (last === undefined || isNext && !last.every(isOnlyDate)) blocks.push([row])
    else last.push(row)
  })
  return blocks.flatMap((block) => {
    const texts = block.filter((row) => !isOnlyDate(row))
    const left = Math.min(...(texts.length > 0 ? texts : block).map(textEdge))
    return block.map((row) => textEdge(row) - left)
  })
}

/** Inset of rows that surely date an entry: a row set in deeper dates something within one. */
const dateMargin = (rows: ReadonlyArray<Row>, insets: ReadonlyArray<number>): number =>
  Math.min(Infinity, ...rows.flatMap((row, index) => ((Period.of(row)?.strength ?? 0) >= 0.6 && !isOnlyDate(row) ? [insets[index] ?? 0] : [])))

/** rows of nothing but a date that show where the dates of a section stand */
const minLone = 2
/** share of its strength that the date of a sentence keeps beside them */
const saidShare = 0.2

/** "MBA" is written so anywhere, "MASTER OF ARTS" is a style. */
const isInCapitals = (row: Row): boolean => row.caps && (row.text.match(/\p{Lu}/gu)?.length ?? 0) >= 8

/** Rows are asked for their evidence again as what stands above others. */
const remembering = (model: Model): Model => {
  const known = new Map<Row, number>()
  return { ...model, evidence: (row) => {
    const value = known.get(row) ?? model.evidence(row)
    known.set(row, value)
    return value
  } }
}

export const see = (rows: ReadonlyArray<Row>, asked: Model): ReadonlyArray<Seen> => {
  const model = remembering(asked)
  const running = runningLook(rows)
  const insets = insetsOf(rows)
  const isSentence = sentences(rows)
  const margin = dateMargin(rows, insets)
  const areLone = rows.filter((row, index) => isOnlyDate(row) && isSentence[index] !== true).length >= minLone
  const beginsWithDate = rows[0] !== undefined && isOnlyDate(rows[0])
  const centred = rows.filter((row, index) => index > 0 && areCentred(row, rows[index - 1] ?? row)).length > rows.length * 0.4
  const gaps = median(rows.slice(1).map((row) => row.gapAbove))
  return rows.map((row, index) => {
    const date = Period.of(row)
    const inset = centred ? 0 : insets[index] ?? 0
    const indent = Math.round(inset / 6)
    const shape = `${row.segments[0]?.style ?? ""}|${row.isBullet ? "*" : ""}${isInCapitals(row) ? "C" : ""}`
    const hasGap = row.segments.some((segment) => segment.joint === "gap")
    return {
      row, index, indent, shape, dated: (date?.strength ?? 0) * (inset > margin + 5 && !row.bold ? 0.45 : 1) * (areLone && isSentence[index] === true && (row.segments[0]?.date == null || goesOnFrom(row, rows[index - 1] ?? null)) ? saidShare : 1), isRange: date?.match.isRange === true,
      goesOn: goesOnFrom(row, rows[index - 1] ?? null) || row.dates.length === 0 && isNextPart(row, rows[index - 1] ?? null, model),
      loneDate: !isOnlyDate(row) ? 0 : beginsWithDate ? 0.3 : 1.8,
      headness: headnessOf(row, rows[index - 1] ?? null, isSentence[index] === true, running, inset, model),
      gap: row.gapAbove - gaps, begins: row.opens === true || model.begins(row), slot: model.slot(row),
      startKey: `${shape}|${indent}|${(date?.strength ?? 0) > 0.45 ? "d" : ""}${hasGap ? "g" : ""}`,
      lookKey: `${shape}|${indent}|${model.hasProse && isSentence[index] === true ? "s" : ""}`
    }
  })
}
