/** The walk through a part: paragraphs and tables, wherever they stand, in the order of the file. */
import * as Element from "../container/Element.js"
import type { Block, Paragraph } from "./Content.js"
import type { ReadBlocks } from "./Context.js"
import * as Frames from "./Frames.js"
import * as Paragraphs from "./Paragraphs.js"
import * as Runs from "./Runs.js"
import * as Tables from "./Tables.js"

/** Deleted or moved away, or about the text rather than text. */
const skipped = new Set(["w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:sectPr", "w:tblPr", "w:tcPr", "w:altChunk"])

/** A paragraph that runs on takes the text of the next one, which keeps its own style. */
const joined = (blocks: ReadonlyArray<Block>): ReadonlyArray<Block> => {
  const found: Array<Block> = []
  for (const block of blocks) {
    const last = found[found.length - 1]
    if (last?.kind === "paragraph" && last.runsOn && block.kind === "paragraph") {
      const paragraph: Paragraph = { ...block, label: last.label ?? block.label, inlines: [...last.inlines, ...block.inlines] }
      found[found.length - 1] = paragraph
    } else found.push(block)
  }
  return found
}

export const read: ReadBlocks = (context, elements) => {
  const blocks: Array<Block> = []
  const visit = (element: Element.Element): void => {
    if (skipped.has(element.name)) return
    switch (element.name) {
      case "w:p": return void blocks.push(...Frames.framed(element, Paragraphs.read(context, element, read)))
      case "w:tbl": return void blocks.push(...Tables.read(context, element, read))
      case "mc:AlternateContent": return Runs.alternative(element).forEach(visit)
      default: return Element.elements(element).forEach(visit)
    }
  }
  elements.forEach(visit)
  return joined(blocks)
}
