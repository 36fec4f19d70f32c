/** What a table's style and its own properties give to each cell: borders, areas and letters by the cell's place in the table. */
import * as Element from "../container/Element.js"
import * as ParagraphStyle from "../style/ParagraphStyle.js"
import * as RunStyle from "../style/RunStyle.js"
import * as Theme from "../style/Theme.js"
import type { Edges } from "./Content.js"
import type { CellStyle, Context } from "./Context.js"

interface Place {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface CellLook extends CellStyle {
  readonly shading: string | null
  readonly borders: Edges
}

export interface TableStyle {
  /** `w:tblPr` of the style and its ancestors, the eldest first */
  readonly properties: ReadonlyArray<Element.Element>
  readonly cell: (place: Place, own: Element.Element | undefined) => CellLook
}

/** Bits of the look's old form, and the names of the new one. */
const bits = { firstRow: 0x20, lastRow: 0x40, firstColumn: 0x80, lastColumn: 0x100, noHBand: 0x200, noVBand: 0x400 }

type Part = keyof typeof bits

const lookOf = (properties: Element.Element | undefined): Readonly<Record<Part, boolean>> => {
  const look = Element.child(properties, "w:tblLook")
  const value = Number.parseInt(Element.value(look) ?? "04A0", 16)
  const has = (part: Part) => {
    const named = Element.attribute(look, `w:${part}`)
    return named === undefined ? (value & bits[part]) !== 0 : named === "1" || named === "true" || named === "on"
  }
  return { firstRow: has("firstRow"), lastRow: has("lastRow"), firstColumn: has("firstColumn"), lastColumn: has("lastColumn"), noHBand: has("noHBand"), noVBand: has("noVBand") }
}

/** The parts of the style that hold for a cell, the strongest last. */
const partsOf = ({ column, columns, row, rows }: Place, look: Readonly<Record<Part, boolean>>): ReadonlyArray<string> => {
  const parts: Array<string> = ["wholeTable"]
  if (!look.noVBand) parts.push((column - (look.firstColumn ? 1 : 0)) % 2 === 0 ? "band1Vert" : "band2Vert")
  if (!look.noHBand) parts.push((row - (look.firstRow ? 1 : 0)) % 2 === 0 ? "band1Horz" : "band2Horz")
  if (look.firstColumn && column === 0) parts.push("firstCol")
  if (look.lastColumn && column === columns - 1) parts.push("lastCol")
  if (look.firstRow && row === 0) parts.push("firstRow")
  if (look.lastRow && row === rows - 1) parts.push("lastRow")
  return parts
}

const borderOf = (theme: Theme.Theme, element: Element.Element | undefined): string | null | undefined => {
  if (element === undefined) return undefined
  if (["nil", "none"].includes(Element.value(element) ?? "")) return null
  return Theme.wordColor(theme, element, "color", "themeColor") ?? "#000000"
}

/** Lines between cells are the sides of the cells that do not stand at the table's edge. */
const edgesOf = (theme: Theme.Theme, borders: ReadonlyArray<Element.Element | undefined>, place: Place): Edges => {
  const line = (...names: ReadonlyArray<string>): string | null =>
    borders.reduce<string | null>((found, element) => {
      const own = names.map((name) => borderOf(theme, Element.child(element, name))).find((value) => value !== undefined)
      return own === undefined ? found : own
    }, null)
  return {
    top: place.row === 0 ? line("w:top") : line("w:insideH"),
    bottom: place.row === place.rows - 1 ? line("w:bottom") : line("w:insideH"),
    left: place.column === 0 ? line("w:start", "w:left") : line("w:insideV"),
    right: place.column === place.columns - 1 ? line("w:end", "w:right") : line("w:insideV")
  }
}

/** A cell's own borders replace those of the table. */
const withOwn = (theme: Theme.Theme, edges: Edges, own: Element.Element | undefined): Edges => {
  const side = (inherited: string | null, ...names: ReadonlyArray<string>) => {
    const found = names.map((name) => borderOf(theme, Element.child(own, name))).find((value) => value !== undefined)
    return found === undefined ? inherited : found
  }
  return {
    top: side(edges.top, "w:top"), bottom: side(edges.bottom, "w:bottom"),
    left: side(edges.left, "w:start", "w:left"), right: side(edges.right, "w:end", "w:right")
  }
}

export const read = (context: Context, properties: Element.Element | undefined): TableStyle => {
  const { styles, theme } = context
  const chain = styles.chain("table", Element.value(Element.child(properties, "w:tblStyle"))).map(({ element }) => element)
  const look = lookOf(properties)
  const conditional = (parts: ReadonlyArray<string>): ReadonlyArray<Element.Element> =>
    parts.flatMap((part) => chain.flatMap((style) =>
      Element.children(style, "w:tblStylePr").filter((one) => Element.attribute(one, "w:type") === part)))
  const ofTable = chain.flatMap((style) => Element.child(style, "w:tblPr") ?? [])
  const cell: TableStyle["cell"] = (place, own) => {
    const layers = [...chain, ...conditional(partsOf(place, look))]
    const shadings = [...layers.map((layer) => Element.path(layer, "w:tcPr", "w:shd")), Element.child(own, "w:shd")]
    const borders = [...ofTable, properties].map((one) => Element.child(one, "w:tblBorders"))
    return {
      paragraph: Object.assign({}, ...layers.map((layer) => ParagraphStyle.read(theme, Element.child(layer, "w:pPr")))),
      run: Object.assign({}, ...layers.map((layer) => RunStyle.read(theme, Element.child(layer, "w:rPr")))),
      shading: shadings.reduce<string | null>((found, shading) => {
        const value = RunStyle.shadingOf(theme, shading)
        return value === undefined ? found : value
      }, null),
      borders: withOwn(theme, edgesOf(theme, borders, place), Element.child(own, "w:tcBorders"))
    }
  }
  return { properties: ofTable, cell }
}
