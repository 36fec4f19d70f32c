/** Headers and footers: which of them a page shows, the room that they leave, and the page's number in them. */
import type { Block, Document, Running } from "../content/Content.js"
import * as Anchors from "./Anchors.js"
import * as Galley from "./Galley.js"
import * as Page from "./Page.js"
import * as Setting from "./Setting.js"

type Around = Omit<Setting.Setting, "left" | "right" | "roomAt">

/** share of the page that one may take */
const maxShare = 0.4

const blocksOf = ({ first, even, standard }: Running, { isFirst, number, section }: Page.Page, { hasEven }: Document): ReadonlyArray<Block> => {
  if (isFirst && section.hasFirst) return first ?? []
  return (hasEven && number % 2 === 0 ? even : standard) ?? []
}

const both = (page: Page.Page, document: Document, around: Around) => {
  const { section } = page
  const { left, right } = section.margin
  const setting = Setting.column(left, section.width - left - right, around)
  const set = (running: Running) => setting.setBlocks(blocksOf(running, page, document), setting)
  return { setting, header: set(section.header), footer: set(section.footer) }
}

/** An empty paragraph takes no room away. */
const heightOf = (galley: Galley.Galley): number =>
  galley.atoms.some(({ areas, words }) => words.length + areas.length > 0) ? galley.height : 0

/** Where the text of the page begins and ends. */
export const room = (page: Page.Page, document: Document, around: Around): { readonly top: number; readonly bottom: number } => {
  const { footerAt, headerAt, height, margin } = page.section
  const { footer, header } = both(page, document, around)
  const most = maxShare * height
  return {
    top: Math.min(Math.max(margin.top, headerAt + heightOf(header)), Math.max(margin.top, most)),
    bottom: height - Math.min(Math.max(margin.bottom, footerAt + heightOf(footer)), Math.max(margin.bottom, most))
  }
}

export const draw = (page: Page.Page, document: Document, around: Around): void => {
  const { footerAt, headerAt, height } = page.section
  const { footer, header, setting } = both(page, document, around)
  for (const placed of [Galley.moved(header, 0, headerAt), Galley.moved(footer, 0, height - footerAt - footer.height)]) {
    Page.add(page, placed, Page.rank.running)
    placed.atoms.flatMap((atom) => atom.anchored).forEach((one) => Anchors.draw(page, one, setting, Page.rank.running))
  }
}
