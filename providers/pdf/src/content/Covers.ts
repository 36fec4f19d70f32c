/** What was painted over text that stood there before: filled rectangles and pictures. */
import type { Document } from "@excv/schema"
import * as Clip from "./Clip.js"
import type { Glyph } from "./Glyph.js"

export interface Cover {
  readonly box: Document.Box
  /** how many glyphs had been placed: it lies over these */
  readonly after: number
  readonly isPicture: boolean
}

/** A page with more is an illustration: the largest ones count. */
const maxCovers = 300
const maxKept = 5_000
/** points that a glyph may stand over the edge */
const slack = 0.5
/** share of the page's area: the picture of a scan lies over its text, which says what the picture shows */
const fullPage = 0.6

interface Size {
  readonly width: number
  readonly height: number
}

const area = ({ height, width }: Document.Box): number => width * height

export const add = (covers: Array<Cover>, cover: Cover): void => {
  if (covers.length < maxKept && cover.after > 0 && Number.isFinite(area(cover.box)) && area(cover.box) > 1) covers.push(cover)
}

const contains = (outer: Document.Box, inner: Document.Box): boolean =>
  inner.x >= outer.x - slack && inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y >= outer.y - slack && inner.y + inner.height <= outer.y + outer.height + slack

const touches = (outer: Document.Box, inner: Document.Box): boolean =>
  inner.x < outer.x + outer.width && inner.x + inner.width > outer.x && inner.y < outer.y + outer.height && inner.y + inner.height > outer.y

interface Boxed {
  readonly glyph: Glyph
  readonly index: number
  readonly box: Document.Box
}

const isSeen = ({ glyph }: Boxed): boolean => glyph.ink === "seen" && !glyph.isSpace

/** A picture that lies across letters is a watermark, which one sees through. */
const isOpaque = (cover: Cover, boxed: ReadonlyArray<Boxed>): boolean =>
  !cover.isPicture || !boxed.some((one) => one.index < cover.after && isSeen(one) && touches(cover.box, one.box) && !contains(cover.box, one.box))

const isSheet = ({ box, isPicture }: Cover, page: Size): boolean => isPicture && area(box) >= fullPage * page.width * page.height

/** How many of the first glyphs lie beneath a picture of the page's size. */
export const beneathSheet = (covers: ReadonlyArray<Cover>, page: Size): number =>
  covers.reduce((most, cover) => (isSheet(cover, page) ? Math.max(most, cover.after) : most), 0)

/** The glyphs, with those marked that something was painted over. */
export const mark = (glyphs: ReadonlyArray<Glyph>, covers: ReadonlyArray<Cover>, page: Size): ReadonlyArray<Glyph> => {
  const candidates = covers.filter((cover) => !isSheet(cover, page))
  if (candidates.length === 0) return glyphs
  const boxed = glyphs.map((glyph, index): Boxed => ({ glyph, index, box: Clip.boxOf(glyph) }))
  const largest = [...candidates].sort((a, b) => area(b.box) - area(a.box)).slice(0, maxCovers).filter((cover) => isOpaque(cover, boxed))
  return boxed.map((one) => {
    const isCovered = one.glyph.ink === "seen" && largest.some(({ after, box }) => one.index < after && contains(box, one.box))
    return isCovered ? { ...one.glyph, ink: "covered" as const } : one.glyph
  })
}
