/** The shapes of a drawing, with the text in them, measured from the drawing's corner. */
import type { Drawing, Shape } from "../content/Content.js"
import * as Galley from "./Galley.js"
import * as Setting from "./Setting.js"

/** points: what is thinner is a line */
const maxRule = 3

const areaOf = ({ fill, height, isPicture, width, x, y }: Shape): ReadonlyArray<Galley.Area> => {
  if (fill === null && !isPicture) return []
  const kind = isPicture ? "picture" : Math.min(width, height) <= maxRule ? "rule" : "fill"
  return [{ kind, box: { x, y, width, height }, color: fill?.color ?? null, isOpaque: fill?.isOpaque ?? true }]
}

/** The four sides of a shape that has only an outline. */
const outlineOf = ({ fill, height, outline, width, x, y }: Shape): ReadonlyArray<Galley.Area> => {
  if (outline === null || fill !== null) return []
  const rule = (box: Galley.Area["box"]): Galley.Area => ({ kind: "rule", box, color: outline, isOpaque: true })
  const level = (at: number) => rule({ x, y: at, width, height: 0.5 })
  const upright = (at: number) => rule({ x: at, y, width: 0.5, height })
  if (Math.min(width, height) <= maxRule) return [width > height ? level(y) : upright(x)]
  return [level(y), level(y + height), upright(x), upright(x + width)]
}

/** A line this far below the end of its box cannot be seen, however much wider the letters are than thought. */
const overflow = (height: number): number => Math.max(40, 0.5 * height)

/** What stands far below the edge of a box that does not grow is cut off. */
const clipped = (galley: Galley.Galley, { grows, height }: Shape): Galley.Galley => {
  if (grows) return galley
  const isLost = (atom: Galley.Atom) => atom.top > height + overflow(height)
  const lost = galley.atoms.filter(isLost)
  if (lost.length === 0) return galley
  const [first] = lost
  const report = lost.some((atom) => atom.words.length > 0) && first !== undefined ? [{ ...first, words: [], links: [], areas: [], anchored: [], hidden: ["clipped" as const] }] : []
  return { ...galley, atoms: [...galley.atoms.filter((atom) => !isLost(atom)), ...report] }
}

const textOf = (shape: Shape, setting: Setting.Setting): Galley.Galley => {
  if (shape.blocks.length === 0) return Galley.empty
  const { bottom, left, right, top } = shape.inset
  const width = Math.max(1, shape.width - left - right)
  const fill = shape.fill?.color ?? null
  const galley = setting.setBlocks(shape.blocks, Setting.column(0, width, { ...setting, shading: fill }))
  const room = Math.max(0, shape.height - top - bottom - galley.height)
  const shift = shape.vertical === "center" ? room / 2 : shape.vertical === "bottom" ? room : 0
  return Galley.moved(clipped(galley, shape), shape.x + left, shape.y + top + shift)
}

export const set = (drawing: Drawing, setting: Setting.Setting): Galley.Galley => {
  const parts = drawing.shapes.map((shape): Galley.Galley => {
    const text = textOf(shape, setting)
    return { ...text, areas: [...areaOf(shape), ...outlineOf(shape), ...text.areas] }
  })
  return Galley.join(parts)
}
