/** A document as its model sees it: lines, and the cells in them. */
import type { Document } from "@excv/schema"
import type { Cell } from "./Cells.js"
import { cellsOf } from "./Cells.js"

export interface Reading {
  readonly lines: ReadonlyArray<Document.Line>
  /** of the line with this number */
  readonly cells: (number: number) => ReadonlyArray<Cell>
}

export const of = (lines: ReadonlyArray<Document.Line>): Reading => {
  const known = new Map<number, ReadonlyArray<Cell>>()
  const cells = (number: number): ReadonlyArray<Cell> => {
    const line = lines[number - 1]
    const found = known.get(number) ?? (line === undefined ? [] : cellsOf(line))
    known.set(number, found)
    return found
  }
  return { lines, cells }
}
