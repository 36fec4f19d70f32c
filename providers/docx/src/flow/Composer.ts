/** Fills pages: sections one after the other, each column from top to bottom, breaking where the room ends. */
import { Refused } from "../content/Context.js"
import type { Block, Document, Section } from "../content/Content.js"
import * as Anchors from "./Anchors.js"
import * as Blocks from "./Blocks.js"
import * as Column from "./Column.js"
import * as Galley from "./Galley.js"
import * as Page from "./Page.js"
import * as Running from "./Running.js"
import * as Setting from "./Setting.js"

/** Where the next line goes. */
interface Cursor {
  readonly page: Page.Page
  readonly column: number
  readonly y: number
  /** of the columns on this page */
  readonly top: number
  readonly bottom: number
  /** end of the longest column so far */
  readonly lowest: number
}

type Around = Omit<Setting.Setting, "left" | "right" | "roomAt">

interface Press {
  readonly around: (page: Page.Page) => Around
  readonly startPage: (section: Section, isFirst: boolean) => Cursor
}

const settingAt = (press: Press, section: Section, { column, page, y }: Cursor): Setting.Setting => {
  const left = Column.x(section, column), width = Column.width(section, column)
  const roomAt: Setting.Setting["roomAt"] = (at, height) => {
    const room = Page.free(page, left, left + width, y + at, height)
    return { ...room, top: room.top - y }
  }
  return { ...Setting.column(left, width, press.around(page)), roomAt }
}

const put = (press: Press, { page, y }: Cursor, galley: Galley.Galley): void => {
  const placed = Galley.moved(galley, 0, y)
  Page.add(page, placed, Page.rank.text)
  const setting = Setting.column(0, page.section.width, press.around(page))
  placed.atoms.flatMap((atom) => atom.anchored).forEach((one) => Anchors.draw(page, one, setting, 0))
}

const anchoredIn = (block: Block): ReadonlyArray<Galley.Anchored["content"]> => {
  switch (block.kind) {
    case "paragraph": return block.inlines.filter((inline) => inline.kind === "drawing").filter(({ anchor }) => anchor !== null)
    case "stop": return []
    default: return [block]
  }
}

/** Text keeps away from what is anchored in its paragraph. */
const clear = (press: Press, section: Section, cursor: Cursor, block: Block): void => {
  const setting = settingAt(press, section, cursor)
  const y = cursor.y + (block.kind === "paragraph" ? block.style.before : 0)
  for (const content of anchoredIn(block)) {
    const obstacle = Anchors.obstacle({ content, columnX: setting.left, columnWidth: setting.right - setting.left, y }, section, setting)
    if (obstacle !== null) cursor.page.obstacles.push(obstacle)
  }
}

const nextColumn = (press: Press, section: Section, cursor: Cursor): Cursor =>
  cursor.column + 1 < section.columns.length
    ? { ...cursor, column: cursor.column + 1, y: cursor.top, lowest: Math.max(cursor.lowest, cursor.y) }
    : press.startPage(section, false)

/** Places a galley from the cursor on, in as many columns as it takes. */
const fill = (press: Press, section: Section, start: Cursor, whole: Galley.Galley): Cursor => {
  let cursor = start
  let rest = whole
  for (;;) {
    const [head, tail] = Galley.split(rest, cursor.bottom - cursor.y)
    // What is higher than a column stands over its end.
    const isStuck = head.atoms.length === 0 && cursor.y <= cursor.top + 0.01
    if (tail.atoms.length === 0 || isStuck) {
      put(press, cursor, rest)
      return { ...cursor, y: cursor.y + rest.height }
    }
    if (head.atoms.length > 0) put(press, cursor, head)
    const next = nextColumn(press, section, head.atoms.length > 0 ? { ...cursor, y: cursor.bottom } : cursor)
    rest = Galley.moved(tail, Column.x(section, next.column) - Column.x(section, cursor.column), 0)
    cursor = next
  }
}

/** A chain of headings is no longer than this. */
const maxChain = 4

/** The height of a paragraph with all that has to stand on its page: what it keeps with, and the first line after. */
const together = (blocks: ReadonlyArray<Block>, index: number, setting: Setting.Setting): number => {
  let height = 0
  for (const block of blocks.slice(index, index + maxChain)) {
    const galley = Blocks.one(block, setting)
    if (block.kind !== "paragraph" || !block.style.keepsWithNext) return height + (galley.atoms[0]?.bottom ?? 0)
    height += galley.height
  }
  return height
}

/** The next column where a heading would stand at the end of this one, without its text. */
const kept = (press: Press, section: Section, cursor: Cursor, index: number): Cursor => {
  const block = section.blocks[index]
  if (block?.kind !== "paragraph" || !block.style.keepsWithNext || cursor.y <= cursor.top) return cursor
  const height = together(section.blocks, index, settingAt(press, section, cursor))
  return cursor.y + height > cursor.bottom && height < cursor.bottom - cursor.top ? nextColumn(press, section, cursor) : cursor
}

const place = (press: Press, section: Section, cursor: Cursor, block: Block): Cursor => {
  if (block.kind === "stop") return block.of === "page" ? press.startPage(section, false) : nextColumn(press, section, cursor)
  const isBreak = block.kind === "paragraph" && block.style.breaksBefore && cursor.y > cursor.top
  const from = isBreak ? press.startPage(section, false) : cursor
  clear(press, section, from, block)
  return fill(press, section, from, Blocks.one(block, settingAt(press, section, from)))
}

/** `goesOn`: another section follows on the page, so that all columns end alike. */
const set = (press: Press, section: Section, start: Cursor, goesOn: boolean): Cursor => {
  const height = goesOn ? Column.balanced(section, start.bottom - start.y, press.around(start.page)) : start.bottom - start.y
  const from = { ...start, bottom: Math.min(start.bottom, start.y + height) }
  const end = section.blocks.reduce(
    (cursor, block, index) => place(press, section, kept(press, section, cursor, index), Blocks.spaced(block, section.blocks[index - 1], section.blocks[index + 1])),
    from
  )
  const bottom = end.page === start.page ? start.bottom : end.bottom
  return { ...end, bottom, y: Math.max(end.lowest, end.y) }
}

const isEmpty = (page: Page.Page): boolean =>
  page.hidden.size === 0 && page.layers.every(({ areas, rank, words }) => rank <= Page.rank.running || words.length + areas.length === 0)

/** Throws `Refused` when there are more pages. */
export const compose = (document: Document, maxPages: number): ReadonlyArray<Page.Page> => {
  const pages: Array<Page.Page> = []
  const around: Press["around"] = (page) =>
    ({ tabEvery: document.tabEvery, numbers: { page: page.number, pages: pages.length }, shading: null, setBlocks: Blocks.set })
  const startPage: Press["startPage"] = (section, isFirst) => {
    if (pages.length >= maxPages) throw new Refused("too_many_pages")
    const page = Page.make(pages.length + 1, section, isFirst)
    pages.push(page)
    const { bottom, top } = Running.room(page, document, around(page))
    return { page, column: 0, y: top, top, bottom, lowest: top }
  }
  const press = { around, startPage }
  let cursor: Cursor | null = null
  document.sections.forEach((section, index) => {
    const goesOn = document.sections[index + 1]?.isContinuous === true
    const start: Cursor = cursor === null || !section.isContinuous
      ? startPage(section, true)
      : { ...cursor, column: 0, top: cursor.y, lowest: cursor.y }
    cursor = set(press, section, start, goesOn)
  })
  // Empty paragraphs at the end make no page.
  while (pages.length > 1 && pages.at(-1) !== undefined && pages.slice(-1).every(isEmpty)) pages.pop()
  pages.forEach((page) => Running.draw(page, document, around(page)))
  return pages
}
