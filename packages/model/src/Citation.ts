/** Citations: `12|Acme` says that line 12 has "Acme"; `14,15-16` names lines whose text is wanted whole. */
import type { Document, Draft } from "@excv/schema"
import { Fold } from "@excv/lexicon"
import type { Text } from "./Answer.js"

export interface Range {
  readonly from: number
  readonly to: number
}

const cited = /^\s*\[?(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?\]?\s*[|:]\s*([^]*)$/u

/** A value cannot stand on more lines than this. */
const maxLines = 12

const numbers = ({ from, to }: Range, count: number): ReadonlyArray<number> =>
  from < 1 || to > count || to < from || to - from >= maxLines ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** A value with the lines that it names; lines that say it are looked for when it names none. */
export const claim = (text: Text | null, lines: ReadonlyArray<Document.Line>): Draft.Claim | null => {
  if (text === null) return null
  const match = cited.exec(String(text))
  const value = (match?.[3] ?? String(text)).trim()
  if (value === "" || /^(null|n\/a|none)$/i.test(value)) return null
  const named = match === null ? [] : numbers({ from: Number(match[1]), to: Number(match[2] ?? match[1]) }, lines.length)
  return { value, lines: named.length > 0 ? named : saying(value, lines) }
}

const saying = (value: string, lines: ReadonlyArray<Document.Line>): ReadonlyArray<number> => {
  const wanted = Fold.fold(value)
  const found = lines.find((line) => Fold.fold(line.text).includes(wanted))
  return found === undefined ? [] : [found.number]
}

/** The lines that a long text stands on, a range for each paragraph or bullet; those that do not exist are left out. */
export const ranges = (text: Text | null, count: number): ReadonlyArray<Range> =>
  text === null ? [] : [...String(text).matchAll(/(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?/g)].flatMap(([, from, to]) => {
    const range = { from: Number(from), to: Math.min(count, Number(to ?? from)) }
    return range.from < 1 || range.to < range.from ? [] : [range]
  })
