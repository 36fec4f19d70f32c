/** Frames of older documents: a paragraph at a place of its own, or the large first letter of the next paragraph. */
import * as Element from "../container/Element.js"
import type { Anchor, Block, Place } from "./Content.js"

const aligned: Readonly<Record<string, Place["at"]>> = {
  left: "start", inside: "start", top: "start", inline: "start", center: "center", right: "end", outside: "end", bottom: "end"
}

/** Of `w:framePr` and `w:tblpPr`, whose attributes differ in case only. */
export const placeOf = (from: string | undefined, alignment: string | undefined, at: number | undefined): Place =>
  ({ from: from ?? "text", at: aligned[alignment ?? ""] ?? at ?? 0 })

const anchorOf = (frame: Element.Element): Anchor => ({
  horizontal: placeOf(Element.attribute(frame, "w:hAnchor") ?? "page", Element.attribute(frame, "w:xAlign"), Element.twips(frame, "w:x")),
  vertical: placeOf(Element.attribute(frame, "w:vAnchor") ?? "page", Element.attribute(frame, "w:yAlign"), Element.twips(frame, "w:y")),
  wrap: "around",
  distance: Element.twips(frame, "w:hSpace") ?? 0,
  isBehind: false,
  order: 0
})

/** The blocks of a paragraph, as they stand in the text or in a frame. */
export const framed = (element: Element.Element, blocks: ReadonlyArray<Block>): ReadonlyArray<Block> => {
  const frame = Element.path(element, "w:pPr", "w:framePr")
  if (frame === undefined) return blocks
  const dropped = Element.attribute(frame, "w:dropCap")
  if (dropped === "drop" || dropped === "margin") {
    return blocks.map((block) => (block.kind === "paragraph" ? { ...block, runsOn: true } : block))
  }
  return [{ kind: "frame", width: Element.twips(frame, "w:w") ?? null, anchor: anchorOf(frame), blocks }]
}
