/** Passages: long texts cut out of the document, so that they are verbatim. */
import type { Draft } from "@excv/schema"
import * as Pointer from "./Pointer.js"
import type { Reading } from "./Reading.js"

interface Piece extends Draft.Claim {
  readonly isBullet: boolean
}

/** A word that is broken at the end of a line is one word. */
const joined = (text: string, next: string): string =>
  /\p{Ll}[-\u00AD]$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`

/** What a pointer leads to is one paragraph; each bullet inside it begins a new one. */
const piecesOf = (pointer: Pointer.Pointer, reading: Reading): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  for (const { isBullet, number, text } of Pointer.excerpts(pointer, reading)) {
    const last = pieces.at(-1)
    if (last === undefined || isBullet) pieces.push({ value: text, lines: [number], isBullet })
    else pieces[pieces.length - 1] = { ...last, value: joined(last.value, text), lines: [...last.lines, number] }
  }
  return pieces.filter(({ value }) => value !== "")
}

export interface Passage {
  /** paragraphs and bullets, one a line; null when there is nothing */
  readonly text: Draft.Claim | null
  readonly highlights: ReadonlyArray<Draft.Claim>
}

export const cut = (pointers: ReadonlyArray<Pointer.Pointer>, reading: Reading): Passage => {
  const pieces = pointers.flatMap((pointer) => piecesOf(pointer, reading))
  return {
    text: pieces.length === 0 ? null : {
      value: pieces.map(({ value }) => value).join("\n"),
      lines: [...new Set(pieces.flatMap((piece) => piece.lines))]
    },
    highlights: pieces.filter(({ isBullet }) => isBullet).map(({ lines, value }) => ({ value, lines }))
  }
}
