/**
 * The text layer of a scan: words that nobody sees, over or beneath the picture of the page. They are believed where the picture says
 * the same, line by line; a layer that says much else is not used at all.
 */
import { Fold } from "@excv/lexicon"
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"

/** Letters that are compared as one piece: OCR parts words otherwise, and chance finds few pieces of so many. */
const pieceLength = 4
/** Share of its pieces that the picture must say too; of a line that OCR read badly it is 0.7, of one in the same language by chance 0.2. */
const agreeing = 0.5
/** Share of the letters, of lines with ink, from which the layer is that of another text. */
const maxOther = 0.1
/** Share of the letters without ink from which the layer does not lie where it should. */
const maxBare = 0.5
/** greys between the paper and the letters on it */
const minContrast = 48
/** of the pixels of a word's box, on each side of the scale: a speck is no letter */
const specks = 0.01

const lettersOf = (text: string): string => Fold.fold(text).replace(/[^\p{L}\p{N}]+/gu, "")

const piecesOf = (letters: string): ReadonlyArray<string> =>
  Array.from({ length: Math.max(0, letters.length - pieceLength + 1) }, (_, at) => letters.slice(at, at + pieceLength))

const center = ({ box }: Document.Word): number => box.y + box.height / 2

const isSameLine = (word: Document.Word, previous: Document.Word): boolean =>
  Math.abs(center(word) - center(previous)) < 0.6 * Math.max(word.box.height, previous.box.height)

/** Words that follow each other in the file on one height. */
const linesOf = (words: ReadonlyArray<Document.Word>): ReadonlyArray<ReadonlyArray<Document.Word>> => {
  const lines: Array<Array<Document.Word>> = []
  for (const word of words) {
    const last = lines.at(-1)
    const previous = last?.at(-1)
    if (last !== undefined && previous !== undefined && isSameLine(word, previous)) last.push(word)
    else lines.push([word])
  }
  return lines
}

/** The grey below which this share of the counted pixels lies. */
const greyAt = (counts: Uint32Array, share: number, total: number): number => {
  let below = 0
  return Math.max(0, counts.findIndex((count) => (below += count) > share * total))
}

/** Something is printed where the word stands. */
const hasInk = ({ box }: Document.Word, { height, pixels, resolution, width }: Picture.Picture): boolean => {
  const scale = resolution / 72
  const [left, right] = [Math.max(0, Math.floor(box.x * scale)), Math.min(width, Math.ceil((box.x + box.width) * scale))]
  const [top, bottom] = [Math.max(0, Math.floor(box.y * scale)), Math.min(height, Math.ceil((box.y + box.height) * scale))]
  const total = (right - left) * (bottom - top)
  if (!(right > left && bottom > top)) return false
  const counts = new Uint32Array(256)
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const grey = pixels[y * width + x] ?? 0
      counts[grey] = (counts[grey] ?? 0) + 1
    }
  }
  return greyAt(counts, 1 - specks, total) - greyAt(counts, specks, total) >= minContrast
}

/** Letters and digits. */
export const says = (words: ReadonlyArray<Document.Word>): number => words.reduce((sum, { text }) => sum + lettersOf(text).length, 0)

/** The words of the layer that the picture bears out; null when the layer is that of another text, or does not lie where it should. */
export const compare = (overlay: ReadonlyArray<Document.Word>, picture: Picture.Picture, read: ReadonlyArray<Document.Word>): ReadonlyArray<Document.Word> | null => {
  const shown = new Set(piecesOf(lettersOf(read.map(({ text }) => text).join(""))))
  const isSaid = (line: ReadonlyArray<Document.Word>): boolean => {
    const pieces = piecesOf(lettersOf(line.map(({ text }) => text).join("")))
    return pieces.filter((piece) => shown.has(piece)).length >= agreeing * pieces.length
  }
  const printed = linesOf(overlay.filter((word) => hasInk(word, picture)))
  const [all, withInk] = [says(overlay), says(printed.flat())]
  if (withInk < maxBare * all) return null
  const agreed = printed.filter(isSaid).flat()
  return withInk - says(agreed) > maxOther * withInk ? null : agreed
}
