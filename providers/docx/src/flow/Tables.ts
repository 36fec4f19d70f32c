/** Tables: cells beside one another, each a column of its own, rows as high as their highest cell; their lines and areas. */
import type { Cell, Table } from "../content/Content.js"
import * as Galley from "./Galley.js"
import * as Setting from "./Setting.js"

/** points, of a column of which nothing is known */
const minWidth = 12

/** Columns that say nothing share what is left. */
const widthsOf = ({ share, widths }: Table, room: number): ReadonlyArray<number> => {
  const known = widths.reduce((sum, width) => sum + width, 0)
  const open = widths.filter((width) => width <= 0).length
  const each = Math.max(minWidth, (room - known) / Math.max(1, open))
  const full = widths.map((width) => (width > 0 ? width : each))
  const total = full.reduce((sum, width) => sum + width, 0)
  const factor = share === null || total === 0 ? 1 : (share * room) / total
  return full.map((width) => width * factor)
}

export const widthOf = (table: Table, room: number): number => widthsOf(table, room).reduce((sum, width) => sum + width, 0)

interface SetCell {
  readonly cell: Cell
  readonly row: number
  /** of the last row that it reaches */
  readonly last: number
  readonly x: number
  readonly width: number
  readonly galley: Galley.Galley
  /** of all of it */
  readonly height: number
}

/** How far down the cells below go on with this one. */
const lastRowOf = ({ rows }: Table, row: number, { column }: Cell): number => {
  let last = row
  while (rows[last + 1]?.cells.some((below) => below.column === column && below.isContinued) === true) last++
  return last
}

const setCells = (table: Table, left: number, widths: ReadonlyArray<number>, setting: Setting.Setting): ReadonlyArray<SetCell> => {
  const edges = widths.reduce<Array<number>>((found, width) => [...found, (found[found.length - 1] ?? left) + width], [left])
  return table.rows.flatMap(({ cells }, row) => cells.filter((cell) => !cell.isContinued).map((cell): SetCell => {
    const x = edges[cell.column] ?? left
    const width = Math.max(minWidth, (edges[cell.column + cell.span] ?? edges[edges.length - 1] ?? x) - x)
    const { bottom, left: before, right: after, top } = cell.margin
    const shading = cell.shading ?? setting.shading
    const galley = setting.setBlocks(cell.blocks, Setting.column(x + before, Math.max(minWidth / 2, width - before - after), { ...setting, shading }))
    return { cell, row, last: lastRowOf(table, row, cell), x, width, galley, height: galley.height + top + bottom }
  }))
}

/** An exact height below this shows nothing of the text. */
const minExact = 3

/** Cells that reach over several rows make the last of them higher where they need more. */
const rowTops = (table: Table, cells: ReadonlyArray<SetCell>): ReadonlyArray<number> => {
  const tops = [0]
  table.rows.forEach((row, index) => {
    const top = tops[index] ?? 0
    const needs = cells.filter(({ last }) => last === index).map((cell) => (tops[cell.row] ?? 0) + cell.height - top)
    tops.push(top + Math.max(row.height, 0, ...(row.isExact && row.height < minExact ? [] : needs)))
  })
  return tops
}

const ruleThickness = 0.5

const areasOf = ({ cell, width, x }: SetCell, top: number, bottom: number): ReadonlyArray<Galley.Area> => {
  const { borders, shading } = cell
  const height = bottom - top
  const rule = (color: string | null, box: Galley.Area["box"]): ReadonlyArray<Galley.Area> => (color === null ? [] : [{ kind: "rule", box, color, isOpaque: true }])
  const fill: ReadonlyArray<Galley.Area> = shading === null ? [] : [{ kind: "fill", box: { x, y: top, width, height }, color: shading, isOpaque: true }]
  return [
    ...fill,
    ...rule(borders.top, { x, y: top, width, height: ruleThickness }),
    ...rule(borders.bottom, { x, y: bottom, width, height: ruleThickness }),
    ...rule(borders.left, { x, y: top, width: ruleThickness, height }),
    ...rule(borders.right, { x: x + width, y: top, width: ruleThickness, height })
  ]
}

const unseen = (galley: Galley.Galley): Galley.Galley => ({
  ...galley,
  areas: [],
  atoms: galley.atoms.filter((atom) => atom.words.length + atom.hidden.length > 0).map((atom) => ({ ...atom, words: [], links: [], areas: [], anchored: [], hidden: ["clipped" as const] }))
})

const leftOf = ({ alignment, indent }: Table, setting: Setting.Setting, width: number, margin: number): number => {
  const room = setting.right - setting.left
  if (alignment === "center") return setting.left + (room - width) / 2
  return alignment === "right" ? setting.right - width : setting.left + indent - margin
}

export const set = (table: Table, setting: Setting.Setting): Galley.Galley => {
  const widths = widthsOf(table, setting.right - setting.left)
  // The text of the first column stands where the text around the table does.
  const margin = table.rows[0]?.cells[0]?.margin.left ?? 0
  const left = leftOf(table, setting, widths.reduce((sum, width) => sum + width, 0), margin)
  const cells = setCells(table, left, widths, setting)
  const tops = rowTops(table, cells)
  const galleys = cells.map((one): Galley.Galley => {
    const top = tops[one.row] ?? 0, bottom = tops[one.last + 1] ?? top
    const room = Math.max(0, bottom - top - one.height)
    const shift = one.cell.vertical === "center" ? room / 2 : one.cell.vertical === "bottom" ? room : 0
    const text = Galley.moved(one.galley, 0, top + one.cell.margin.top + shift)
    const row = table.rows[one.row]
    const isLost = row !== undefined && row.isExact && row.height < minExact && one.row === one.last
    return { ...(isLost ? unseen(text) : text), areas: [...areasOf(one, top, bottom), ...(isLost ? [] : text.areas)] }
  })
  return { ...Galley.join(galleys), height: tops[tops.length - 1] ?? 0 }
}
