/** The lines of the document as a model was given them, and where in them a value stands. */
import { Dates, Fold, Resemblance } from "@excv/lexicon"

export interface Numbered {
  readonly number: number
  readonly cells: ReadonlyArray<string>
  readonly text: string
}

export type Sheet = ReadonlyArray<Numbered>

/** From the user's turn: our marks are left out. */
export const read = (prompt: string): Sheet =>
  [...prompt.matchAll(/^\[(\d+)\] (?:# |\*\* )?(.*)$/gmu)].map(([, number, marked = ""]) => {
    const cells = marked.split(/\^\d+ /u)
    return { number: Number(number), cells, text: cells.join("") }
  })

export const compact = (text: string): string => Fold.fold(text).replace(/[^\p{L}\p{N}]+/gu, "")

/** What stands above is further away than what stands below. */
const distance = (line: number, near: number): number => (line < near ? 3 * (near - line) : line - near)

const nearest = <A>(found: ReadonlyArray<A>, lineOf: (one: A) => number, near: number): A | null =>
  found.reduce<A | null>((best, one) => best === null || distance(lineOf(one), near) < distance(lineOf(best), near) ? one : best, null)

/** Both ends are numbers of lines. */
export type Run = readonly [from: number, to: number]

/** The nearest run of lines, none longer than `most`, that says the text. */
export const find = (text: string, sheet: Sheet, near = 0, most = 4): Run | null => {
  const wanted = compact(text)
  if (wanted === "") return null
  for (let length = 1; length <= most; length++) {
    const runs = sheet.slice(0, sheet.length - length + 1).flatMap(({ number }, index): ReadonlyArray<Run> =>
      compact(sheet.slice(index, index + length).map((line) => line.text).join("")).includes(wanted) ? [[number, number + length - 1]] : [])
    if (runs.length > 0) return nearest(runs, ([from]) => from, near)
  }
  return null
}

/** A reader of pictures knows a line again when so many of a value's letters are wrong in it. */
const knownAgain = 0.4

/** The line that says it most nearly, for a value that no line says. */
export const resembling = (text: string, sheet: Sheet, near = 0): number | null => {
  const wanted = [...compact(text)]
  const found = sheet.flatMap(({ number, text: line }) => {
    const letters = [...compact(line)]
    const match = Resemblance.find(wanted.length, letters.length, {
      replace: (one, there) => (wanted[one] === letters[there] ? 0 : 1), leaveOut: () => 1, add: () => 1
    })
    return match === null || match.cost > knownAgain * wanted.length ? [] : [{ number, cost: match.cost }]
  })
  const least = Math.min(...found.map(({ cost }) => cost))
  return nearest(found.filter(({ cost }) => cost === least), ({ number }) => number, near)?.number ?? null
}

/** Cells of one line that say the text and nothing else, as a pointer. */
const cellsSaying = (wanted: string, { cells, number }: Numbered): string | null => {
  for (let first = 0; first < cells.length; first++) {
    for (let last = first; last < cells.length; last++) {
      if (compact(cells.slice(first, last + 1).join("")) !== wanted) continue
      if (first === 0 && last === cells.length - 1) return String(number)
      return first === last ? `${number}.${first + 1}` : `${number}.${first + 1}-${last + 1}`
    }
  }
  return null
}

/** A pointer to exactly this value, the nearest one; else the value written out with its lines, or alone when it stands nowhere. */
export const point = (value: string, sheet: Sheet, near = 0): string => {
  const wanted = compact(value)
  const exact = sheet.flatMap((line) => {
    const pointer = wanted === "" ? null : cellsSaying(wanted, line)
    return pointer === null ? [] : [{ line: line.number, pointer }]
  })
  const found = nearest(exact, ({ line }) => line, near)
  const run = find(value, sheet, near)
  if (found !== null && (run === null || distance(found.line, near) <= distance(run[0], near) + 2)) return found.pointer
  return run === null ? value : `${run[0] === run[1] ? run[0] : run.join("-")}|${value}`
}

type End = string | null

interface Dated {
  readonly line: number
  readonly pointer: string
  readonly dates: ReadonlyArray<Dates.Match>
}

const dated = (sheet: Sheet): ReadonlyArray<Dated> =>
  sheet.flatMap(({ cells, number, text }) => [
    ...cells.map((cell, index) => ({ line: number, pointer: cells.length === 1 ? String(number) : `${number}.${index + 1}`, dates: Dates.find(cell) })),
    { line: number, pointer: String(number), dates: Dates.find(text) }
  ]).filter(({ dates }) => dates.length > 0)

/** A pointer to the nearest place that has this period and no other date; else to one that has its start, or its end. */
export const pointAtPeriod = (start: End, end: End, isOpen: boolean, sheet: Sheet, near: number): string | null => {
  const places = dated(sheet)
  const alone = places.filter(({ dates }) => dates.length === 1 && says(dates[0], start, end, isOpen))
  const among = places.filter(({ dates }) => dates.some((match) => match.from === start || match.to === (end ?? start)))
  return (nearest(alone, ({ line }) => line, near) ?? nearest(among, ({ line }) => line, near))?.pointer ?? null
}

const says = (match: Dates.Match | undefined, start: End, end: End, isOpen: boolean): boolean =>
  match !== undefined && (isOpen
    ? match.isOpen && match.from === start
    : match.isRange
    ? match.from === start && match.to === end
    : match.from === (end ?? start) && (start === null || end === null || start === end))

/** The pointer to the cell behind this one, on its line or the next, that says the level; as short as it can be written. */
export const levelBehind = (pointer: string, sheet: Sheet, isLevel: (text: string) => boolean): string | null => {
  const [, line, cell = "1", last] = /^(\d+)(?:\.(\d+)(?:-(\d+))?)?/.exec(pointer) ?? []
  const own = sheet.find(({ number }) => number === Number(line))
  const below = sheet.find(({ number }) => number === Number(line) + 1)
  const after = Number(last ?? cell)
  const beside = own?.cells.findIndex((text, index) => index >= after && index <= after + 1 && isLevel(text)) ?? -1
  if (beside >= 0) return String(beside + 1)
  if (own !== undefined && pointer.includes("|") && isLevel(own.text)) return line ?? null
  return below !== undefined && isLevel(below.text) ? String(below.number) : null
}
