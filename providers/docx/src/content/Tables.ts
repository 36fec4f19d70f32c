/** Tables: the grid of columns, and rows of cells with what styles and neighbours give to them. */
import * as Element from "../container/Element.js"
import type { Anchor, Block, Cell, Row, Sides, Table } from "./Content.js"
import type { Context, ReadBlocks } from "./Context.js"
import { placeOf } from "./Frames.js"
import * as TableStyle from "./TableStyle.js"

/** points, left and right of the text in a cell that says nothing */
const standardMargin: Sides = { top: 0, right: 5.4, bottom: 0, left: 5.4 }

const width = (element: Element.Element | undefined): number | undefined =>
  element === undefined || ["pct", "auto", "nil"].includes(Element.attribute(element, "w:type") ?? "dxa") ? undefined : Element.twips(element, "w:w")

const sides = (element: Element.Element | undefined, otherwise: Sides): Sides => {
  const side = (...names: ReadonlyArray<string>) => names.map((name) => width(Element.child(element, name))).find((found) => found !== undefined)
  return {
    top: side("w:top") ?? otherwise.top,
    right: side("w:end", "w:right") ?? otherwise.right,
    bottom: side("w:bottom") ?? otherwise.bottom,
    left: side("w:start", "w:left") ?? otherwise.left
  }
}

/** Rows and cells may stand within content controls; deleted ones are none. */
const within = (element: Element.Element, name: string, property: string, deleted: string): ReadonlyArray<Element.Element> =>
  Element.elements(element).flatMap((inner) => {
    if (inner.name === name) return Element.path(inner, property, deleted) === undefined ? [inner] : []
    return ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"].includes(inner.name) ? within(inner, name, property, deleted) : []
  })

const spanOf = (cell: Element.Element): number =>
  Math.max(1, Math.min(64, Element.number(Element.value(Element.path(cell, "w:tcPr", "w:gridSpan"))) ?? 1))

const skip = (row: Element.Element, name: string): number => Element.number(Element.value(Element.path(row, "w:trPr", name))) ?? 0

interface Placed {
  readonly element: Element.Element
  readonly column: number
  readonly span: number
}

const placedOf = (row: Element.Element): ReadonlyArray<Placed> => {
  let column = Math.min(64, skip(row, "w:gridBefore"))
  return within(row, "w:tc", "w:tcPr", "w:cellDel").map((element) => {
    const span = spanOf(element)
    const placed = { element, column, span }
    column += span
    return placed
  })
}

/** Columns of the grid; where it says nothing, what the cells of each column ask for. */
const widthsOf = (table: Element.Element, rows: ReadonlyArray<ReadonlyArray<Placed>>): ReadonlyArray<number> => {
  const grid = Element.children(Element.child(table, "w:tblGrid"), "w:gridCol").map((column) => Element.twips(column, "w:w") ?? 0)
  const count = Math.max(grid.length, ...rows.map((row) => row.reduce((end, { column, span }) => Math.max(end, column + span), 0)))
  const cells = rows.flat()
  return Array.from({ length: count }, (_, column) => {
    if ((grid[column] ?? 0) > 0) return grid[column] ?? 0
    const own = cells.find((cell) => cell.column === column && cell.span === 1)
    return width(Element.path(own?.element, "w:tcPr", "w:tcW")) ?? 0
  })
}

const anchorOf = (properties: Element.Element | undefined): Anchor | null => {
  const place = Element.child(properties, "w:tblpPr")
  return place === undefined ? null : {
    horizontal: placeOf(Element.attribute(place, "w:horzAnchor"), Element.attribute(place, "w:tblpXSpec"), Element.twips(place, "w:tblpX")),
    vertical: placeOf(Element.attribute(place, "w:vertAnchor") ?? "page", Element.attribute(place, "w:tblpYSpec"), Element.twips(place, "w:tblpY")),
    wrap: "around",
    distance: Element.twips(place, "w:leftFromText") ?? 0,
    isBehind: false,
    order: 0
  }
}

const shareOf = (properties: Element.Element | undefined): number | null => {
  const asked = Element.child(properties, "w:tblW")
  const written = Element.attribute(asked, "w:w") ?? ""
  if (Element.attribute(asked, "w:type") !== "pct" && !written.endsWith("%")) return null
  const amount = Element.number(written.replace("%", ""))
  return amount === undefined || amount <= 0 ? null : written.endsWith("%") ? amount / 100 : amount / 5_000
}

const alignments: Readonly<Record<string, Table["alignment"]>> = { center: "center", right: "right", end: "right" }
const verticals: Readonly<Record<string, Cell["vertical"]>> = { center: "center", bottom: "bottom" }

const isHidden = (row: Element.Element): boolean => Element.toggle(Element.child(row, "w:trPr"), "w:hidden") === true

export const read = (context: Context, element: Element.Element, readBlocks: ReadBlocks): ReadonlyArray<Block> => {
  const properties = Element.child(element, "w:tblPr")
  const style = TableStyle.read(context, properties)
  const elements = within(element, "w:tr", "w:trPr", "w:del")
  const placed = elements.map(placedOf)
  const count = { rows: elements.length, columns: Math.max(0, ...placed.map((row) => row.length)) }
  const margin = sides(Element.child(properties, "w:tblCellMar"), style.properties.reduce((inherited, one) => sides(Element.child(one, "w:tblCellMar"), inherited), standardMargin))

  const cellOf = (row: number, index: number, { column, element: cell, span }: Placed, hidden: boolean): Cell => {
    const own = Element.child(cell, "w:tcPr")
    const merge = Element.child(own, "w:vMerge")
    const look = style.cell({ row, column: index, ...count }, own)
    const run = hidden ? { ...look.run, vanishes: true } : look.run
    const isContinued = merge !== undefined && (Element.value(merge) ?? "continue") === "continue"
    return {
      column, span, isContinued,
      blocks: isContinued ? [] : readBlocks({ ...context, cell: { paragraph: look.paragraph, run } }, Element.elements(cell)),
      shading: look.shading,
      margin: sides(Element.child(own, "w:tcMar"), margin),
      borders: look.borders,
      vertical: verticals[Element.value(Element.child(own, "w:vAlign")) ?? ""] ?? "top"
    }
  }
  const rows = elements.map((row, at): Row => {
    const height = Element.child(Element.child(row, "w:trPr"), "w:trHeight")
    return {
      cells: (placed[at] ?? []).map((cell, index) => cellOf(at, index, cell, isHidden(row))),
      height: Element.twips(height, "w:val") ?? 0,
      isExact: Element.attribute(height, "w:hRule") === "exact"
    }
  })
  const table: Table = {
    kind: "table", widths: widthsOf(element, placed), rows,
    share: shareOf(properties),
    indent: width(Element.child(properties, "w:tblInd")) ?? 0,
    alignment: alignments[Element.value(Element.child(properties, "w:jc")) ?? ""] ?? "left",
    anchor: anchorOf(properties)
  }
  return rows.length === 0 ? [] : [table]
}
