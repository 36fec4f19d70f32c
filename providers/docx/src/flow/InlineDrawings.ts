/** Pictures and text boxes that stand in a line like a letter. */
import type { Document } from "@excv/schema"
import type { Placed } from "./Fill.js"
import * as Galley from "./Galley.js"
import type { Setting } from "./Setting.js"
import * as Shapes from "./Shapes.js"

export interface Inner {
  readonly height: number
  /** with its lower edge at this height */
  readonly at: (bottom: number) => Galley.Galley
}

/** null for a word. */
export const set = ({ token, x }: Placed, setting: Setting): Inner | null => {
  if (token.kind !== "drawing") return null
  const { drawing } = token
  const galley = Shapes.set(drawing, setting)
  const height = Math.max(drawing.height, galley.height)
  const link: ReadonlyArray<Document.Hyperlink> = drawing.url === null ? [] : [{ box: { x: 0, y: 0, width: drawing.width, height: drawing.height }, url: drawing.url }]
  const whole: Galley.Galley = { ...galley, atoms: [{ top: 0, bottom: height, words: [], areas: [], links: link, hidden: [], anchored: [] }, ...galley.atoms] }
  return { height, at: (bottom) => Galley.moved(whole, x, bottom - height) }
}
