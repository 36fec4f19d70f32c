/** What has a place of its own on a page: drawings, frames and tables that text flows around. */
import type { Anchor, Place, Section } from "../content/Content.js"
import type { Anchored, Galley as GalleyType } from "./Galley.js"
import * as Galley from "./Galley.js"
import * as Page from "./Page.js"
import * as Setting from "./Setting.js"
import * as Shapes from "./Shapes.js"
import * as Tables from "./Tables.js"

interface Range {
  readonly start: number
  readonly end: number
}

const horizontal = (from: string, { margin, width }: Section, { columnWidth, columnX }: Anchored): Range => {
  switch (from) {
    case "page": return { start: 0, end: width }
    case "margin": return { start: margin.left, end: width - margin.right }
    case "leftMargin":
    case "insideMargin": return { start: 0, end: margin.left }
    case "rightMargin":
    case "outsideMargin": return { start: width - margin.right, end: width }
    default: return { start: columnX, end: columnX + columnWidth }
  }
}

const vertical = (from: string, { height, margin }: Section, { y }: Anchored): Range => {
  switch (from) {
    case "page": return { start: 0, end: height }
    case "margin": return { start: margin.top, end: height - margin.bottom }
    case "topMargin":
    case "insideMargin": return { start: 0, end: margin.top }
    case "bottomMargin":
    case "outsideMargin": return { start: height - margin.bottom, end: height }
    default: return { start: y, end: y }
  }
}

const along = ({ at }: Place, { end, start }: Range, size: number): number => {
  if (typeof at === "number") return start + at
  return at === "start" ? start : at === "end" ? end - size : (start + end - size) / 2
}

const fixed = new Set(["page", "margin", "topMargin", "bottomMargin", "insideMargin", "outsideMargin"])

/** What is placed from its paragraph is kept on the page; further away than a page it was put where nobody sees it. */
const kept = ({ at, from }: Place, y: number, size: number, height: number): number =>
  fixed.has(from) || (typeof at === "number" && Math.abs(at) > height) ? y : Math.max(0, Math.min(y, height - size))

interface Sized {
  readonly width: number
  readonly height: number
  readonly anchor: Anchor | null
  readonly galley: GalleyType
}

/** An anchored thing set from a corner of its own; a table's first text, not its edge, stands at the corner. */
const sized = ({ columnWidth, content }: Anchored, setting: Setting.Setting): Sized => {
  switch (content.kind) {
    case "drawing": return { width: content.width, height: content.height, anchor: content.anchor, galley: Shapes.set(content, setting) }
    case "frame": {
      const width = content.width ?? columnWidth
      const galley = setting.setBlocks(content.blocks, Setting.column(0, width, setting))
      return { width, height: galley.height, anchor: content.anchor, galley }
    }
    case "table": {
      const width = Tables.widthOf(content, columnWidth)
      const galley = setting.setBlocks([{ ...content, anchor: null, alignment: "left", indent: 0 }], Setting.column(0, width, setting))
      return { width, height: galley.height, anchor: content.anchor, galley }
    }
  }
}

const rankOf = ({ isBehind, order }: Anchor): number => (isBehind ? Page.rank.behind(order) : Page.rank.before(order))

interface Located extends Sized {
  readonly x: number
  readonly y: number
}

const locate = (anchored: Anchored, section: Section, setting: Setting.Setting): Located => {
  const one = sized(anchored, setting)
  const { anchor, height, width } = one
  if (anchor === null) return { ...one, x: anchored.columnX, y: anchored.y }
  const x = along(anchor.horizontal, horizontal(anchor.horizontal.from, section, anchored), width)
  const y = along(anchor.vertical, vertical(anchor.vertical.from, section, anchored), height)
  return { ...one, x, y: kept(anchor.vertical, y, height, section.height) }
}

/** Where text has to keep away from it, null where text runs through. */
export const obstacle = (anchored: Anchored, section: Section, setting: Setting.Setting): Page.Obstacle | null => {
  const { anchor, height, width, x, y } = locate(anchored, section, setting)
  if (anchor === null || anchor.wrap === "none" || width <= 0 || height <= 0) return null
  const distance = Math.min(anchor.distance, 40)
  return { box: { x: x - distance, y, width: width + 2 * distance, height }, isFull: anchor.wrap === "topAndBottom" }
}

/** Draws it, and what is anchored in it, on the page; `rank` is that of headers and footers where it belongs to one. */
export const draw = (page: Page.Page, anchored: Anchored, setting: Setting.Setting, base: number): void => {
  const { anchor, galley, height, width, x, y } = locate(anchored, page.section, setting)
  const { content } = anchored
  const placed = Galley.moved(galley, x, y)
  const isOnPage = x < page.section.width && x + width > 0 && y < page.section.height && (height <= 0 || y + height > 0)
  Page.add(page, placed, anchor === null ? base : base + rankOf(anchor), isOnPage)
  if (content.kind === "drawing" && content.url !== null) page.links.push({ box: { x, y, width: content.width, height: content.height }, url: content.url })
  placed.atoms.flatMap((atom) => atom.anchored).forEach((inner) => draw(page, inner, setting, base))
}
