/** The parts of a page that show its language best: pieces of its fullest lines, five to ten words each, those with most short words first. */
import { Picture } from "@excv/provider"

/** inches: width of a piece, of the strips in which letters are counted, height of a line, distance between pieces */
const pieceWidth = 3.25
const stripWidth = 0.25
const minLine = 0.07
const maxLine = 0.35
const minDistance = 0.3
const maxPieces = 8
/** The fullest lines, of which those with the shortest words are taken. */
const maxLines = 24
/** of 255, between a pixel and its neighbour: the edge of a letter */
const minEdge = 60
/** Pixels are looked at in steps: a stroke is thicker. */
const step = 2
/** Of the rows with letters, sorted: a full one; and what share of it a row between lines has at most. */
const fullShare = 0.9
const quiet = 0.12
/** pixels around a line */
const margin = 5
/** Of the height of a line: a wider gap parts words; and up to four letters. */
const wordGap = 0.25
const shortWord = 2
/** of a page without lines that can be told apart */
const stripShare = 0.11

interface Counts {
  readonly rows: number
  readonly strips: number
  /** by row and strip: the edges in the row left of the strip */
  readonly before: Uint16Array
}

const countsOf = ({ height, pixels, resolution, width }: Picture.Picture): Counts => {
  const side = Math.max(step, Math.round(stripWidth * resolution)), strips = Math.ceil(width / side), rows = Math.floor(height / step)
  const before = new Uint16Array(rows * (strips + 1))
  for (let row = 0; row < rows; row++) {
    const start = row * step * width, own = row * (strips + 1)
    let count = 0
    for (let strip = 0; strip < strips; strip++) {
      for (let x = Math.max(step, strip * side), end = Math.min(width, (strip + 1) * side); x < end; x += step) {
        const difference = (pixels[start + x] ?? 0) - (pixels[start + x - step] ?? 0)
        if (difference > minEdge || difference < -minEdge) count++
      }
      before[own + strip + 1] = count
    }
  }
  return { rows, strips, before }
}

interface Piece {
  /** strips */
  readonly from: number
  readonly to: number
  /** rows */
  readonly top: number
  readonly bottom: number
  /** edges in a row of it: the more, the more letters */
  readonly fullness: number
}

const sum = (values: ReadonlyArray<number>): number => values.reduce((all, value) => all + value, 0)

/** The lines between these strips, told apart by the rows between them. */
const linesOf = ({ before, rows, strips }: Counts, from: number, to: number, perInch: number): ReadonlyArray<Piece> => {
  const profile = Array.from({ length: rows }, (_, row) => (before[row * (strips + 1) + to] ?? 0) - (before[row * (strips + 1) + from] ?? 0))
  const inked = profile.filter((count) => count > 0).sort((a, b) => a - b)
  const least = Math.max(1, quiet * (inked[Math.floor(inked.length * fullShare)] ?? 0))
  const found: Array<Piece> = []
  for (let row = 0, top = -1; row <= rows; row++) {
    const isInked = row < rows && (profile[row] ?? 0) > least
    if (isInked && top < 0) top = row
    if (isInked || top < 0) continue
    const height = (row - top) / perInch
    if (height >= minLine && height <= maxLine) found.push({ from, to, top, bottom: row, fullness: sum(profile.slice(top, row)) / (row - top) })
    top = -1
  }
  return found
}

/** The fullest lines of the page, none close to another. */
const piecesOf = (counts: Counts, resolution: number): ReadonlyArray<Piece> => {
  const perInch = resolution / step, wide = Math.min(counts.strips, Math.round(pieceWidth / stripWidth))
  const starts = Array.from({ length: Math.floor((counts.strips - wide) / 2) + 1 }, (_, index) => 2 * index)
  const lines = starts.flatMap((from) => linesOf(counts, from, from + wide, perInch)).sort((a, b) => b.fullness - a.fullness)
  return lines.reduce<ReadonlyArray<Piece>>((chosen, line) => {
    const isClose = chosen.some(({ bottom, top }) => line.top < bottom + minDistance * perInch && line.bottom > top - minDistance * perInch)
    return isClose || chosen.length === maxLines ? chosen : [...chosen, line]
  }, [])
}

/** From inclusive, to exclusive, in pixels. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The words of a line that lie in its piece as a whole. */
const wordsOf = ({ pixels, width }: Picture.Picture, { from, to }: Span, top: number, bottom: number): ReadonlyArray<Span> => {
  const least = Math.max(2, Math.round(wordGap * (bottom - top))), found: Array<Span> = []
  // What the edge of the piece may cut is no word.
  for (let x = Math.max(1, from), start = 0, last = from; x < to; x++) {
    let isInked = false
    for (let y = top; y < bottom && !isInked; y += step) isInked = Math.abs((pixels[y * width + x] ?? 0) - (pixels[y * width + x - 1] ?? 0)) > minEdge
    if (x - last > least) {
      if (start > 0) found.push({ from: start, to: last + 1 })
      start = isInked ? x : 0
    }
    if (isInked) last = x
  }
  return found
}

const crop = ({ pixels, width, ...picture }: Picture.Picture, left: number, right: number, top: number, bottom: number): Picture.Picture => {
  const made = new Uint8Array((right - left) * (bottom - top))
  for (let y = top; y < bottom; y++) made.set(pixels.subarray(y * width + left, y * width + right), (y - top) * (right - left))
  return { ...picture, pixels: made, width: right - left, height: bottom - top }
}

interface Cut {
  readonly picture: Picture.Picture
  readonly shortWords: number
}

/** Nothing where no word stands as a whole. */
const cut = (picture: Picture.Picture, piece: Piece): ReadonlyArray<Cut> => {
  const side = Math.max(step, Math.round(stripWidth * picture.resolution)), top = piece.top * step, bottom = piece.bottom * step
  const words = wordsOf(picture, { from: piece.from * side, to: Math.min(picture.width, piece.to * side) }, top, bottom)
  const [first] = words, last = words.at(-1)
  if (first === undefined || last === undefined) return []
  const left = Math.max(0, first.from - margin), right = Math.min(picture.width, last.to + margin)
  return [{
    picture: crop(picture, left, right, Math.max(0, top - margin), Math.min(picture.height, bottom + margin)),
    shortWords: words.filter(({ from, to }) => to - from < shortWord * (bottom - top)).length
  }]
}

/** The rows of a tenth of the page that hold most letters. */
const fullestRows = (picture: Picture.Picture, { before, rows, strips }: Counts): Picture.Picture => {
  const high = Math.max(1, Math.round(rows * stripShare))
  const sums = [0]
  for (let row = 0; row < rows; row++) sums.push((sums[row] ?? 0) + (before[(row + 1) * (strips + 1) - 1] ?? 0))
  let best = 0, most = -1
  for (let top = 0; top + high <= rows; top++) {
    const count = (sums[top + high] ?? 0) - (sums[top] ?? 0)
    if (count > most) [most, best] = [count, top]
  }
  return Picture.rows(picture, best * step, Math.min(picture.height - best * step, high * step))
}

/** The most telling piece first; where no lines can be told apart, a tenth of the page. */
export const take = (picture: Picture.Picture): ReadonlyArray<Picture.Picture> => {
  const counts = countsOf(picture)
  const pieces = piecesOf(counts, picture.resolution).flatMap((piece) => cut(picture, piece)).sort((a, b) => b.shortWords - a.shortWords).slice(0, maxPieces)
  return pieces.length > 0 ? pieces.map((piece) => piece.picture) : [fullestRows(picture, counts)]
}
