/** The body of an entry: paragraphs and bullets, with wrapped lines joined. */
import { Labels } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"
import { isOpen, isWrapped } from "./Wrap.js"

export interface Item {
  readonly isBullet: boolean
  readonly rows: ReadonlyArray<Row>
  readonly text: string
}

interface Open {
  readonly isBullet: boolean
  readonly rows: Array<Row>
}

/** Where bullets are drawn, not written, only their indent is left: text set in deeper than the head of its entry. */
const isIndented = (row: Row, left: number): boolean => row.x > left + 4 && row.x < left + 40

/** "Technologies: …" is a line of its own. */
const label = /^([\p{L} &/-]{3,28}):\s/u

const goesOn = (row: Row, last: Open, gap: number): boolean => {
  const previous = last.rows.at(-1)
  if (previous === undefined || row.isBullet) return false
  if (row.page === previous.page && row.gapAbove > gap + 0.35) return false
  const isAligned = Math.abs(row.x - previous.x) < 3
  if (!isAligned && !(last.isBullet && row.x > previous.x - 14 && row.x <= previous.x + 3)) return false
  // "ocena: dobry"
  if (Labels.slotOf(label.exec(row.text)?.[1] ?? "") === "grade") return false
  if (/^[\p{Ll}(,;]/u.test(row.text) && !/[.!?:]$/.test(previous.text)) return true
  if (!isWrapped(row, previous)) return /[,\-–&/]$/u.test(previous.text)
  if (label.test(row.text)) return false
  const isDrawn = last.isBullet && !last.rows.some((one) => one.isBullet)
  return !(isDrawn && (/[.!?;]$/.test(previous.text) || /^[\p{Lu}\d]/u.test(row.text) && !isOpen(previous.text)))
}

/** What the bodies of the entries of a section have in common. */
export interface Look {
  /** where their heads stand, dates in the margin apart */
  readonly left: number
  /** bullets are written */
  readonly hasGlyphs: boolean
}

export const lookOf = (heads: ReadonlyArray<Row>, rows: ReadonlyArray<Row>): Look => ({ left: leftOf(heads), hasGlyphs: rows.some((row) => row.isBullet) })

const leftOf = (heads: ReadonlyArray<Row>): number =>
  Math.min(...heads.flatMap((row) => row.segments.filter((segment) => segment.date === null).slice(0, 1).map((segment) => segment.x)))

/** Items of body rows. */
export const items = (rows: ReadonlyArray<Row>, { hasGlyphs, left }: Look): ReadonlyArray<Item> => {
  const gap = Math.min(...rows.slice(1).map((row) => row.gapAbove), 0.6)
  const open: Array<Open> = []
  // "* * *" between sections is none.
  for (const row of rows.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    const last = open.at(-1)
    const isBullet = row.isBullet || !hasGlyphs && isIndented(row, left)
    if (last !== undefined && goesOn(row, last, gap)) last.rows.push(row)
    else open.push({ isBullet, rows: [row] })
  }
  return open.map(({ isBullet, rows: parts }) => ({ isBullet, rows: parts, text: Claims.join(parts.map((row) => row.text)) }))
}

/** The items with a text before them that began in the row of their head, and may go on in the first of them. */
export const led = (text: string, row: Row, found: ReadonlyArray<Item>): ReadonlyArray<Item> => {
  const [first, ...others] = found
  const next = first?.rows[0]
  const continued = first !== undefined && next !== undefined && !first.isBullet && isWrapped(next, row) && !/[.!?]$/.test(text)
  return continued
    ? [{ ...first, text: Claims.join([text, first.text]), rows: [row, ...first.rows] }, ...others]
    : [{ isBullet: false, rows: [row], text }, ...found]
}

/** All of it, an item a line, verbatim. */
export const description = (found: ReadonlyArray<Item>): Draft.Claim | null =>
  found.length === 0 ? null : Claims.of(found.map((item) => item.text).join("\n"), found.flatMap((item) => item.rows))

/** The bullets. */
export const highlights = (found: ReadonlyArray<Item>): ReadonlyArray<Draft.Claim> =>
  found.filter((item) => item.isBullet).map((item) => Claims.of(item.text, item.rows))
