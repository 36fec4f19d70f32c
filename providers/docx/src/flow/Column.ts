/** Columns of a section: where they stand, and how high they are when a section ends in the middle of a page. */
import type { Section } from "../content/Content.js"
import * as Galley from "./Galley.js"
import * as Setting from "./Setting.js"

export const x = ({ columns, margin }: Section, column: number): number =>
  columns.slice(0, column).reduce((at, { space, width }) => at + width + space, margin.left)

export const width = ({ columns }: Section, column: number): number => columns[column]?.width ?? columns[0]?.width ?? 0

/** points by which a height is raised until all columns fit */
const step = 4

const fits = (whole: Galley.Galley, columns: number, height: number): boolean => {
  let rest = whole
  for (let column = 0; column < columns; column++) rest = Galley.split(rest, height)[1]
  return rest.atoms.length === 0
}

/** The height at which the text fills all columns alike, at most the room. */
export const balanced = (section: Section, room: number, around: Omit<Setting.Setting, "left" | "right" | "roomAt">): number => {
  const count = section.columns.length
  if (count < 2 || section.blocks.some(({ kind }) => kind === "stop")) return room
  const whole = around.setBlocks(section.blocks, Setting.column(0, width(section, 0), around))
  for (let height = whole.height / count; height < room; height += step) {
    if (fits(whole, count, height)) return height + 1
  }
  return room
}
