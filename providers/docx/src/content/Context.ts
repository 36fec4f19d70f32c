/** What the walk through a part needs to know: the styles of the document, and what the part refers to. */
import type { DocumentRefused } from "@excv/provider"
import type { Element } from "../container/Element.js"
import type { Part } from "../container/Parts.js"
import type { Numbering } from "../style/Numbering.js"
import type * as ParagraphStyle from "../style/ParagraphStyle.js"
import type * as RunStyle from "../style/RunStyle.js"
import type { Styles } from "../style/Styles.js"
import type { Theme } from "../style/Theme.js"
import type { Block } from "./Content.js"

/** What a table's style gives to the text in one of its cells. */
export interface CellStyle {
  readonly paragraph: Partial<ParagraphStyle.ParagraphStyle>
  readonly run: Partial<RunStyle.RunStyle>
}

export interface Context {
  readonly theme: Theme
  readonly styles: Styles
  readonly numbering: Numbering
  readonly relationships: Part["relationships"]
  readonly cell: CellStyle
  /** Counts the characters that were read; throws `Refused` when they are too many. */
  readonly count: (characters: number) => void
}

/** Reads the blocks inside of a drawing or a cell: given by the walk that the reader is part of. */
export type ReadBlocks = (context: Context, elements: ReadonlyArray<Element>) => ReadonlyArray<Block>

/** Carries a refusal out of a deep walk. */
export class Refused extends Error {
  constructor(readonly reason: DocumentRefused.Reason) {
    super(reason)
  }
}

/** A counter that throws beyond the number of characters. */
export const counter = (maxCharacters: number): Context["count"] => {
  let read = 0
  return (characters) => {
    read += characters
    if (read > maxCharacters) throw new Refused("too_many_words")
  }
}

export const plainCell: CellStyle = { paragraph: {}, run: {} }

/** All text is as if it were marked as hidden. */
export const hidden = (context: Context): Context => ({ ...context, cell: { ...context.cell, run: { ...context.cell.run, vanishes: true } } })
