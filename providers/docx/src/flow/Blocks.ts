/** Blocks below one another in a column. */
import type { Block } from "../content/Content.js"
import * as Galley from "./Galley.js"
import * as Lines from "./Lines.js"
import type { Setting } from "./Setting.js"
import * as Tables from "./Tables.js"

/** Neighbours of the same style may stand without space between them. */
export const spaced = (block: Block, before: Block | undefined, after: Block | undefined): Block => {
  if (block.kind !== "paragraph" || !block.style.contextual) return block
  const isAlike = (other: Block | undefined) => other?.kind === "paragraph" && other.style.styleId === block.style.styleId
  return { ...block, style: { ...block.style, before: isAlike(before) ? 0 : block.style.before, after: isAlike(after) ? 0 : block.style.after } }
}

/** One block from the top of its column. */
export const one = (block: Block, setting: Setting): Galley.Galley => {
  switch (block.kind) {
    case "paragraph": return Lines.set(block, setting)
    case "stop": return Galley.empty
    case "frame": return floating(block, setting)
    case "table": return block.anchor === null ? Tables.set(block, setting) : floating(block, setting)
  }
}

const floating = (content: Galley.Anchored["content"], setting: Setting): Galley.Galley => {
  const anchored = { content, columnX: setting.left, columnWidth: setting.right - setting.left, y: 0 }
  return { height: 0, areas: [], atoms: [{ top: 0, bottom: 0, words: [], areas: [], links: [], hidden: [], anchored: [anchored] }] }
}

export const set = (blocks: ReadonlyArray<Block>, setting: Setting): Galley.Galley => {
  let y = 0
  const galleys = blocks.map((block, index) => {
    const galley = Galley.moved(one(spaced(block, blocks[index - 1], blocks[index + 1]), setting), 0, y)
    y = galley.height
    return galley
  })
  return Galley.join(galleys)
}
