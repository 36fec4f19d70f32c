/** Passages: long texts cut out of the document, so that they are verbatim. */
import type { Document, Draft } from "@excv/schema"
import type { Range } from "./Citation.js"

/** What layout makes of every bullet. */
const bullet = /^•\s*/u

interface Piece extends Draft.Claim {
  readonly isBullet: boolean
}

/** A word that is broken at the end of a line is one word. */
const joined = (text: string, next: string): string =>
  /\p{Ll}[-\u00AD]$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`

/** A range is one paragraph; each bullet inside it begins a new one. */
const piecesOf = ({ from, to }: Range, lines: ReadonlyArray<Document.Line>): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  for (const { number, text } of lines.slice(from - 1, to)) {
    const last = pieces.at(-1)
    const isBullet = bullet.test(text)
    if (last === undefined || isBullet) {
      pieces.push({ value: text.replace(bullet, "").trim(), lines: [number], isBullet })
    } else {
      pieces[pieces.length - 1] = { ...last, value: joined(last.value, text.trim()), lines: [...last.lines, number] }
    }
  }
  return pieces.filter(({ value }) => value !== "")
}

export interface Passage {
  /** paragraphs and bullets, one a line; null when there is nothing */
  readonly text: Draft.Claim | null
  readonly highlights: ReadonlyArray<Draft.Claim>
}

export const cut = (ranges: ReadonlyArray<Range>, lines: ReadonlyArray<Document.Line>): Passage => {
  const pieces = ranges.flatMap((range) => piecesOf(range, lines))
  return {
    text: pieces.length === 0 ? null : {
      value: pieces.map(({ value }) => value).join("\n"),
      lines: [...new Set(pieces.flatMap((piece) => piece.lines))]
    },
    highlights: pieces.filter(({ isBullet }) => isBullet).map(({ lines: own, value }) => ({ value, lines: own }))
  }
}

/** A paragraph of its own, whatever lines it stands on. */
export const paragraph = (ranges: ReadonlyArray<Range>, lines: ReadonlyArray<Document.Line>): Draft.Claim | null =>
  cut(ranges, lines).text
