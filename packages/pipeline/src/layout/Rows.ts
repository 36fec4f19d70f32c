/** Words on one baseline, and the pieces of it between wide gaps. */
import type { Document } from "@excv/schema"
import * as Bullet from "./Bullet.js"
import * as Geometry from "./Geometry.js"

/** Words close together on one baseline. */
export interface Segment {
  readonly words: ReadonlyArray<Document.Word>
  readonly box: Document.Box
}

/** em: a wider gap may part columns */
const maxGap = 1.2
/** em: a bullet may stand this far from its text */
const maxBulletGap = 4

const segment = (words: ReadonlyArray<Document.Word>): Segment => ({ words, box: Geometry.union(words.map((word) => word.box)) })

/** A word belongs to a row when most of the smaller of the two boxes lies within the other's height. */
const belongs = (row: Document.Box, word: Document.Box): boolean =>
  Geometry.verticalOverlap(row, word) > 0.55 * Math.min(row.height, word.height)

/** Rows from top to bottom, their words from left to right. */
export const make = (words: ReadonlyArray<Document.Word>): ReadonlyArray<ReadonlyArray<Document.Word>> => {
  const rows: Array<{ box: Document.Box; readonly words: Array<Document.Word> }> = []
  for (const word of [...words].sort((a, b) => Geometry.bottom(a.box) - Geometry.bottom(b.box))) {
    const row = rows.slice(-4).find((candidate) => belongs(candidate.box, word.box))
    if (row === undefined) rows.push({ box: word.box, words: [word] })
    else row.words.push(word)
  }
  return rows.map((row) => row.words.sort((a, b) => a.box.x - b.box.x))
}

/** Cuts a row at its wide gaps. */
export const segments = (row: ReadonlyArray<Document.Word>): ReadonlyArray<Segment> => {
  const pieces: Array<Array<Document.Word>> = []
  row.forEach((word, index) => {
    const previous = row[index - 1]
    const em = Math.max(word.fontSize, previous?.fontSize ?? 0)
    const gap = previous === undefined ? 0 : word.box.x - Geometry.right(previous.box)
    const limit = previous !== undefined && Bullet.isBullet(previous.text) ? maxBulletGap : maxGap
    const piece = pieces[pieces.length - 1]
    if (piece === undefined || gap > limit * em) pieces.push([word])
    else piece.push(word)
  })
  return pieces.map(segment)
}

/** Segments side by side as one. */
export const join = (parts: ReadonlyArray<Segment>): Segment =>
  segment([...parts].sort((a, b) => a.box.x - b.box.x).flatMap((part) => part.words))
