/** How a line looks against the text of its page: what a heading is, without knowing its words. */
import { Headings } from "@excv/lexicon"
import type { Document } from "@excv/schema"
import * as Bullet from "./Bullet.js"
import * as Direction from "./Direction.js"
import * as Geometry from "./Geometry.js"
import type { Segment } from "./Segment.js"
import * as Segments from "./Segment.js"

/** How strongly a line looks like a heading: 2 by size or capitals, 1 by weight or colour, 0 not at all. */
export type Prominence = 0 | 1 | 2

export interface Style {
  /** points, of most of the text */
  readonly bodySize: number
  /** in a colour that running text does not have */
  readonly isColored: (word: Document.Word) => boolean
  readonly prominence: (segment: Segment) => Prominence
  /** the page is read from right to left */
  readonly isRightToLeft: boolean
  /** as large as a name in the head of a page: it stands in no row with other text */
  readonly isTitle: (segment: Segment) => boolean
}

const maxHeadingWords = 6
/** times the body's size */
const larger = 1.12
/** the same where the words are those of a title */
const slightlyLarger = 1.03
const titleScale = 1.5
const dateLike = /(?:19|20)\d\d|\b\d{1,2}[./]\d{2,4}\b/

/** A date, or a part of one: what stands in the margin of a timeline. */
export const isDate = (segment: Segment): boolean => segment.words.length <= 8 && dateLike.test(Segments.text(segment))

const weighted = (segments: ReadonlyArray<Segment>, value: (segment: Segment) => number): number =>
  Geometry.median(segments.flatMap((segment) => new Array<number>(segment.words.length).fill(value(segment))))

/** Colours of running text: a sidebar may have its own. */
const textColors = (segments: ReadonlyArray<Segment>): ReadonlySet<string | null> => {
  const counts = new Map<string | null, number>()
  const words = segments.flatMap((segment) => segment.words)
  for (const { color } of words) counts.set(color, (counts.get(color) ?? 0) + 1)
  return new Set([...counts].flatMap(([color, count]) => (count > 0.12 * words.length ? [color] : [])))
}

const isCapitals = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, "")
  return letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

export const of = (segments: ReadonlyArray<Segment>): Style => {
  const bodySize = weighted(segments, (segment) => segment.fontSize)
  const colors = textColors(segments)
  const isColored = ({ color }: Document.Word) => color !== null && !colors.has(color)
  const judge = (segment: Segment): Prominence => {
    if (segment.words.length > maxHeadingWords) return 0
    const text = Segments.text(segment)
    const [first] = segment.words
    if (!/\p{L}{2}/u.test(text) || /[.,;]$/.test(text) || isDate(segment) || first === undefined) return 0
    if (segment.fontSize >= bodySize * larger || isCapitals(text)) return 2
    const isTitled = segment.fontSize > bodySize * slightlyLarger && (Headings.classify(text)?.certainty ?? 0) >= 0.9
    return segment.words.every((word) => word.bold) || isColored(first) || isTitled ? 1 : 0
  }
  const judged = new WeakMap<Segment, Prominence>()
  const prominence = (segment: Segment): Prominence => {
    const known = judged.get(segment) ?? judge(segment)
    judged.set(segment, known)
    return known
  }
  return { bodySize, isColored, prominence, isRightToLeft: Direction.isRightToLeft(segments.flatMap((segment) => segment.words)), isTitle: (segment) => segment.fontSize > titleScale * bodySize }
}

/** The first word that is no bullet: a bullet has a colour and a font of its own. */
const lead = ({ words }: Segment): Document.Word | undefined => words.find((word) => !Bullet.isBullet(word.text)) ?? words[0]

/** Two lines set in one type: the same size, weight and colour. */
export const isSame = (a: Segment, b: Segment): boolean => {
  const first = lead(a), second = lead(b)
  return Math.abs(a.fontSize - b.fontSize) < 0.5 && first?.bold === second?.bold && first?.color === second?.color
}
