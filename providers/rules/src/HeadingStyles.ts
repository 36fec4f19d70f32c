/** The types that headings are set in: those of known titles, and where hardly one is known, what stands out. */
import { Headings } from "@excv/lexicon"
import type { Row } from "./Row.js"

/** How a row looks against the text that most of the document is set in. */
export interface Look {
  readonly row: Row
  readonly signature: string
  readonly heading: Headings.Heading | null
  readonly distinct: number
  /** the same by its type alone, whatever white space is above */
  readonly look: number
}

/** Icons before headings look like bullets, but what bullets stand before is set as all text is. */
export const isShort = (row: Row, distinct: number): boolean => row.text.length <= 60 && row.text.split(" ").length <= 8 && (!row.isBullet || distinct >= 1.2)

export const isOnePiece = (row: Row): boolean =>
  row.segments.length > 0 && row.segments.every((segment) => segment.joint !== "gap" && segment.joint !== "style" && segment.date === null)

/** It heads an entry at most, and says nothing of its style. */
const isBesideDates = ({ segments: [first, second] }: Row): boolean => first !== undefined && first.date !== null && second !== undefined

interface StyleCount {
  readonly known: number
  /** hold a word of a title among others: "My last two projects" */
  readonly hinted: number
  readonly all: number
  /** stand alone, apart from what is above them and above text of another look, as headings do */
  readonly apart: number
  readonly distinct: number
  /** least white space above known ones */
  readonly gap: number
  /** known ones */
  readonly rows: ReadonlyArray<Row>
}

/** In a style that stands for itself and holds known titles, also the unknown ones are headings. */
const structural = 0.62
/** In one that nothing else is set in and that differs so much, also those that hold a word of firms: "Kitchens and galleys". */
const sure = 0.72, unmistaken = 1.6

/** The signature of most letters. */
const textSignature = (looks: ReadonlyArray<Look>): string => {
  const letters = new Map<string, number>()
  for (const { row, signature } of looks) letters.set(signature, (letters.get(signature) ?? 0) + row.text.length)
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0] as const)[0]
}

/** How known headings are set. */
export interface HeadingStyle {
  /** how sure it is that a row so set is a heading, 0..1 */
  readonly certainty: number
  /** em: the least white space above one */
  readonly gap: number
  /** where all of them begin, or null, and in which columns */
  readonly left: number | null
  readonly columns: ReadonlySet<number>
}

/** of titles that are known or hold such a word, so many make a style */
const minHinted = 3
const leastDistinct = 1.2
/** em: where no title is known, that of the others */
const maxGap = 1.5

const minAligned = 3
/** em */
const maxLeftSpread = 1

const leftOf = (lefts: ReadonlyArray<number>, size: number): number | null =>
  lefts.length >= minAligned && Math.max(...lefts) - Math.min(...lefts) <= maxLeftSpread * size ? Math.min(...lefts) : null

/** of one style: then what known titles are set in is told by them */
const enoughKnown = 2
const minUnnamed = 3

/** Alone in its line, with white space above, and above text of another look. */
const standsApart = (look: Look | undefined, next: Look | undefined): boolean =>
  look !== undefined && isOnePiece(look.row) && look.row.gapAbove > 0.5 && next !== undefined && (next.signature !== look.signature || next.row.gapAbove > 1.4)

/** Where hardly a title is known, the type that stands out most in a column, and only ever apart, is that of its headings. */
const unnamed = (looks: ReadonlyArray<Look>): ReadonlyArray<readonly [string, HeadingStyle]> => {
  const columns = [...new Set(looks.map(({ row }) => row.column))]
  const styles = new Set(columns.flatMap((column) => {
    const own = looks.filter(({ look, row }) => row.column === column && look >= leastDistinct)
    const whole = [...new Set(own.map(({ signature }) => signature))].map((signature) => own.filter((one) => one.signature === signature)).filter((same) => same.length > 1 && same.every((one) =>
      isShort(one.row, one.distinct) && one.row.dates.length === 0 && standsApart(one, looks[looks.indexOf(one) + 1])))
    const [best] = [...whole].sort(([one], [other]) => (other?.look ?? 0) - (one?.look ?? 0) || (other?.row.size ?? 0) - (one?.row.size ?? 0))
    return best?.[0]?.signature ?? []
  }))
  const set = looks.filter(({ signature }) => styles.has(signature)), gap = Math.min(...set.map(({ row }) => row.gapAbove))
  return set.length >= minUnnamed ? [...styles].map((signature) => [signature, { gap, left: null, columns: new Set(), certainty: set.every(({ look }) => look >= unmistaken) ? sure : structural }] as const) : []
}

/** Signatures that known headings are set in. */
export const headingStyles = (looks: ReadonlyArray<Look>, bodySize: number): ReadonlyMap<string, HeadingStyle> => {
  const counts = new Map<string, StyleCount>()
  const text = textSignature(looks)
  looks.forEach(({ distinct, heading, row, signature }, index) => {
    if (!isShort(row, distinct) || isBesideDates(row)) return
    const count = counts.get(signature) ?? { known: 0, hinted: 0, all: 0, apart: 0, distinct: 0, gap: Infinity, rows: [] }
    const next = looks[index + 1]
    const isApart = standsApart(looks[index], next)
    // Also a title in italics, or smaller than its text, is one where it stands apart.
    const isKnown = heading !== null && heading.certainty >= 0.9 && (distinct > 0.4 || isApart && signature !== text)
    const isHinted = !isKnown && isApart && distinct >= leastDistinct && row.segments.length === 1 && row.dates.length === 0 && Headings.hintOf(row.text) !== null
    counts.set(signature, {
      known: count.known + (isKnown ? 1 : 0), hinted: count.hinted + (isHinted ? 1 : 0), all: count.all + 1, apart: count.apart + (isApart ? 1 : 0), distinct: Math.max(count.distinct, distinct),
      gap: isKnown ? Math.min(count.gap, row.gapAbove) : count.gap, rows: isKnown ? [...count.rows, row] : count.rows
    })
  })
  const found: ReadonlyArray<readonly [string, HeadingStyle]> = [...counts].filter(([, { hinted, known }]) => known + hinted > 0).flatMap(([signature, { all, apart, distinct, gap, hinted, known, rows }]) => {
    const share = (known + 0.3) / (all + 0.6) * Math.min(1, 0.4 + known * 0.3)
    const areHinted = known + hinted >= minHinted && (known + hinted) * 2 >= all
    const isStructural = apart >= all * 0.7 && distinct >= leastDistinct && (known >= 2 && known * 4 >= all || known * 2 >= all || areHinted)
    if (known === 0 && !isStructural) return []
    return [[signature, { gap: Number.isFinite(gap) ? gap : maxGap, left: leftOf(rows.map(({ x }) => x), bodySize), columns: new Set(rows.map(({ column }) => column)), certainty: isStructural ? Math.max(structural, share) : share }]]
  })
  return new Map(Math.max(...[...counts.values()].map(({ known }) => known)) >= enoughKnown ? found : [...found, ...unnamed(looks)])
}

