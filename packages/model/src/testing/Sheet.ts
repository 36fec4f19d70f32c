/** The lines of the document as a model was given them, and where in them a text stands. */
import { Dates, Fold } from "@excv/lexicon"

export interface Numbered {
  readonly number: number
  readonly text: string
}

/** From the user's turn: our marks are left out. */
export const read = (prompt: string): ReadonlyArray<Numbered> =>
  [...prompt.matchAll(/^\[(\d+)\] (?:# |\*\* )?(.*)$/gmu)].map(([, number, text]) => ({ number: Number(number), text: text ?? "" }))

const compact = (text: string): string => Fold.fold(text).replace(/[^\p{L}\p{N}]+/gu, "")

/** The nearest run of lines, none longer than `most`, that says the text; from the line `near` on if it can be. */
export const find = (text: string, sheet: ReadonlyArray<Numbered>, near = 0, most = 4): readonly [from: number, to: number] | null => {
  const wanted = compact(text)
  if (wanted === "") return null
  for (let length = 1; length <= most; length++) {
    const runs = sheet.slice(0, sheet.length - length + 1).flatMap(({ number }, index) =>
      compact(sheet.slice(index, index + length).map((line) => line.text).join("")).includes(wanted) ? [[number, number + length - 1] as const] : [])
    if (runs.length > 0) return nearest(runs, near)
  }
  return null
}

const nearest = (runs: ReadonlyArray<readonly [number, number]>, near: number): readonly [number, number] | null =>
  runs.reduce<readonly [number, number] | null>((best, run) => best === null || distance(run[0], near) < distance(best[0], near) ? run : best, null)

/** What stands above is further away than what stands below. */
const distance = (line: number, near: number): number => (line < near ? 3 * (near - line) : line - near)

/** The nearest line with a period or date of which this is an end. */
export const findDate = (date: string, sheet: ReadonlyArray<Numbered>, near = 0): number | null => {
  const found = sheet.filter(({ text }) => Dates.find(text).some(({ from, to }) => from === date || to === date))
  return nearest(found.map(({ number }) => [number, number] as const), near)?.[0] ?? null
}

/** The line of this period, or at least of its start. */
export const findPeriod = (start: string | null, end: string | null, sheet: ReadonlyArray<Numbered>, near: number): number | null => {
  const whole = sheet.filter(({ text }) => Dates.find(text).some(({ from, to }) => from === start && to === end))
  return nearest(whole.map(({ number }) => [number, number] as const), near)?.[0] ?? (start ?? end ? findDate(start ?? end ?? "", sheet, near) : null)
}
