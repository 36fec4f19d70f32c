/** Where a text most nearly stands within a longer one, by what each difference costs. */

export interface Costs {
  /** the letter of the wanted text instead of the one that stands there; 0 for equal ones */
  readonly replace: (wanted: number, there: number) => number
  /** a letter that stands there and is not wanted */
  readonly leaveOut: (there: number) => number
  /** a wanted letter before the one that stands there; `there` may be the length of the text */
  readonly add: (wanted: number, there: number) => number
}

export interface Found {
  readonly cost: number
  /** of the longer text, the end excluded */
  readonly start: number
  readonly end: number
}

interface Cell {
  readonly cost: number
  readonly start: number
}

const cheapest = (...cells: ReadonlyArray<Cell>): Cell =>
  cells.reduce((least, cell) => (cell.cost < least.cost ? cell : least), { cost: Infinity, start: 0 })

const dearer = (cell: Cell | undefined, cost: number): Cell => (cell === undefined ? { cost: Infinity, start: 0 } : { ...cell, cost: cell.cost + cost })

/** Null when it stands nowhere at any finite price. Time grows with the product of the lengths. */
export const find = (wantedLength: number, length: number, { add, leaveOut, replace }: Costs): Found | null => {
  let row: ReadonlyArray<Cell> = Array.from({ length: length + 1 }, (_, there) => ({ cost: 0, start: there }))
  for (let wanted = 0; wanted < wantedLength; wanted++) {
    const next: Array<Cell> = []
    for (let there = 0; there <= length; there++) {
      next.push(cheapest(
        there === 0 ? dearer(undefined, 0) : dearer(row[there - 1], replace(wanted, there - 1)),
        there === 0 ? dearer(undefined, 0) : dearer(next[there - 1], leaveOut(there - 1)),
        dearer(row[there], add(wanted, there))
      ))
    }
    row = next
  }
  const end = row.reduce((best, cell, at) => (cell.cost < (row[best]?.cost ?? Infinity) ? at : best), 0)
  const best = row[end]
  return best === undefined || !Number.isFinite(best.cost) ? null : { cost: best.cost, start: best.start, end }
}
