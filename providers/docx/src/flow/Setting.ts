/** Where blocks are set: the column, how much of it is free at each height, and what lies behind it. */
import type { Block } from "../content/Content.js"
import type { Galley } from "./Galley.js"
import type { Numbers } from "./Tokens.js"

/** The free part of a column at some height; `top` is where it begins to be free. */
export interface Free {
  readonly left: number
  readonly right: number
  readonly top: number
}

export interface Setting {
  readonly left: number
  readonly right: number
  readonly tabEvery: number
  readonly numbers: Numbers
  /** of the area around, such as a cell; null is the page's own */
  readonly shading: string | null
  readonly roomAt: (y: number, height: number) => Free
  /** Sets blocks within a block: given by the module that this one is part of. */
  readonly setBlocks: (blocks: ReadonlyArray<Block>, setting: Setting) => Galley
}

/** A column without anything in its way. */
export const column = (left: number, width: number, around: Omit<Setting, "left" | "right" | "roomAt">): Setting => ({
  ...around, left, right: left + width,
  roomAt: (y) => ({ left, right: left + width, top: y })
})
