/** A page while it is filled: layers of words and areas, and what keeps text away. */
import type { Document } from "@excv/schema"
import type { Section } from "../content/Content.js"
import type { Area, Galley, SetWord } from "./Galley.js"
import type { Free } from "./Setting.js"

/** What lies on one level of the page; the higher rank covers the lower. */
export interface Layer {
  readonly rank: number
  readonly words: ReadonlyArray<SetWord>
  readonly areas: ReadonlyArray<Area>
  /** it begins on the page, so that text which is longer than thought still belongs to it */
  readonly isOnPage: boolean
}

export interface Obstacle {
  readonly box: Document.Box
  /** leaves no room beside it */
  readonly isFull: boolean
}

export interface Page {
  readonly number: number
  readonly section: Section
  /** the section begins with it */
  readonly isFirst: boolean
  readonly layers: Array<Layer>
  readonly links: Array<Document.Hyperlink>
  readonly hidden: Set<Document.HiddenReason>
  readonly obstacles: Array<Obstacle>
}

export const make = (number: number, section: Section, isFirst: boolean): Page =>
  ({ number, section, isFirst, layers: [], links: [], hidden: new Set(), obstacles: [] })

/** Ranks: headers and footers below the text, drawings behind or before it in the order that they say. */
export const rank = {
  running: -2e12,
  text: 0,
  behind: (order: number) => -1e12 + order,
  before: (order: number) => 1 + Math.max(0, order)
}

export const add = (page: Page, galley: Galley, level: number, isOnPage = true): void => {
  page.layers.push({
    rank: level, isOnPage,
    words: galley.atoms.flatMap((atom) => atom.words),
    areas: [...galley.areas, ...galley.atoms.flatMap((atom) => atom.areas)]
  })
  for (const atom of galley.atoms) {
    page.links.push(...atom.links)
    atom.hidden.forEach((reason) => page.hidden.add(reason))
  }
}

/** More drawings than this keep no text away. */
const maxObstacles = 200
/** points: a narrower room is none */
const minRoom = 60

const overlaps = ({ box }: Obstacle, top: number, bottom: number, left: number, right: number): boolean =>
  box.y < bottom && box.y + box.height > top && box.x < right && box.x + box.width > left

/** The room that obstacles leave in a column at a height of the page; where there is none, it begins below them. */
export const free = (page: Page, left: number, right: number, y: number, height: number): Free => {
  let top = y
  for (let step = 0; step <= Math.min(page.obstacles.length, maxObstacles); step++) {
    const found = page.obstacles.slice(0, maxObstacles).filter((obstacle) => overlaps(obstacle, top, top + height, left, right))
    if (found.length === 0) return { left, right, top }
    let from = left, to = right
    for (const { box, isFull } of found) {
      const before = box.x - from, after = to - (box.x + box.width)
      if (isFull) to = from
      else if (before > after) to = Math.min(to, box.x)
      else from = Math.max(from, box.x + box.width)
    }
    if (to - from >= Math.min(minRoom, right - left)) return { left: from, right: to, top }
    top = Math.min(...found.map(({ box }) => box.y + box.height)) + 0.01
  }
  return { left, right, top }
}
