/** Words close together on one baseline: the smallest piece that no column boundary cuts. */
import type { Document } from "@excv/schema"
import * as Bullet from "./Bullet.js"
import * as Geometry from "./Geometry.js"

export interface Segment {
  /** left to right */
  readonly words: ReadonlyArray<Document.Word>
  readonly box: Document.Box
  /** of its largest word */
  readonly fontSize: number
  /** y of the line that the letters stand on */
  readonly baseline: number
}

/** em: a wider gap may part columns */
const maxGap = 0.8
/** em: the same where many lines begin */
const maxEdgeGap = 0.42
const minEdgeLines = 4
/** em: a bullet may stand this far from its text */
const maxBulletGap = 4
/** em: words whose baselines differ by more stand on different lines, or one of them is raised */
const maxStep = 0.22

/** em: between a text and the dots that rate it */
const maxRatingGap = 24

const ratingSigns = /^[●○★☆⬤◯■□▰▱█░◉◎⚫⚪]+$/u

/** The box of a word is its em, 4/5 above the baseline. */
const baselineOf = ({ box }: Document.Word): number => box.y + box.height * 0.8

export const make = (words: ReadonlyArray<Document.Word>): Segment => {
  const largest = words.reduce<Document.Word | undefined>((best, word) => (best === undefined || word.fontSize > best.fontSize ? word : best), undefined)
  return {
    words,
    box: Geometry.union(words.map((word) => word.box)),
    fontSize: largest?.fontSize ?? 0,
    baseline: largest === undefined ? 0 : baselineOf(largest)
  }
}

/** Segments side by side as one. */
export const join = (parts: ReadonlyArray<Segment>): Segment =>
  parts.length === 1 && parts[0] !== undefined
    ? parts[0]
    : make(parts.flatMap((part) => part.words).sort((a, b) => a.box.x - b.box.x))

export const text = (segment: Segment): string => segment.words.map((word) => word.text).join(" ")

interface Baseline {
  readonly baseline: number
  readonly fontSize: number
  readonly words: Array<Document.Word>
}

/** em of the text: dots that rate it may stand so much higher or lower, and so far away */
const maxRatingStep = 0.5

/** The row of the text that these dots rate: the nearest on their left. */
const ratedRow = (sign: Document.Word, rows: ReadonlyArray<Baseline>): Baseline | undefined => {
  let best: Baseline | undefined, least = maxRatingGap * sign.fontSize
  for (const row of rows) {
    if (Math.abs(row.baseline - baselineOf(sign)) > maxRatingStep * row.fontSize) continue
    for (const { box } of row.words) {
      const gap = sign.box.x - Geometry.right(box)
      if (gap < -1 || gap >= least) continue
      best = row
      least = gap
    }
  }
  return best
}

const rowsOf = (words: ReadonlyArray<Document.Word>): Array<Baseline> => {
  const rows: Array<Baseline> = []
  const sorted = words.map((word) => ({ word, baseline: baselineOf(word) })).sort((a, b) => a.baseline - b.baseline)
  for (const { baseline, word } of sorted) {
    const row = rows[rows.length - 1]
    if (row !== undefined && baseline - row.baseline <= maxStep * Math.min(row.fontSize, word.fontSize)) row.words.push(word)
    else rows.push({ baseline, fontSize: word.fontSize, words: [word] })
  }
  return rows
}

/** Words of about one baseline, each group from left to right; signs that rate a text have no baseline and stand with it. */
const baselines = (words: ReadonlyArray<Document.Word>): ReadonlyArray<ReadonlyArray<Document.Word>> => {
  const isSign = ({ text }: Document.Word): boolean => ratingSigns.test(text)
  const rows = rowsOf(words.filter((word) => !isSign(word))), alone: Array<Document.Word> = []
  for (const sign of words.filter(isSign).sort((a, b) => a.box.x - b.box.x)) (ratedRow(sign, rows)?.words ?? alone).push(sign)
  return [...rows, ...rowsOf(alone)].map((row) => row.words.sort((a, b) => a.box.x - b.box.x))
}

/** Three signs or more, in one word or in several. */
const isRating = (row: ReadonlyArray<Document.Word>, index: number): boolean => {
  let count = 0
  for (let at = index; at < row.length && ratingSigns.test(row[at]?.text ?? ""); at++) count += row[at]?.text.length ?? 0
  return count >= 3
}

const gapBefore = (row: ReadonlyArray<Document.Word>, index: number): number => {
  const [previous, word] = [row[index - 1], row[index]]
  return previous === undefined || word === undefined ? Infinity : word.box.x - Geometry.right(previous.box)
}

/** A word with a gap before it, or first on its baseline, and where the text ends that it begins. */
interface Beginning {
  readonly word: Document.Word
  readonly end: number
}

/** Ratings begin nothing. */
const beginnings = (rows: ReadonlyArray<ReadonlyArray<Document.Word>>): ReadonlyArray<Beginning> =>
  rows.flatMap((row) => {
    const isFirst = row.map((word, index) => gapBefore(row, index) >= maxGap * word.fontSize)
    return row.flatMap((word, index): ReadonlyArray<Beginning> => {
      if (ratingSigns.test(word.text) || isFirst[index] !== true) return []
      const next = isFirst.indexOf(true, index + 1), last = row[next === -1 ? row.length - 1 : next - 1] ?? word
      return [{ word, end: Geometry.right(last.box) }]
    })
  })

/** half points: edges that were measured in a picture are off by so many */
const scannedNoise = [-1, 0, 1]

/** Where several lines begin: the left edges of columns, in half points. */
const edgesOf = (begins: ReadonlyArray<Beginning>): ReadonlySet<number> => {
  const counts = new Map<number, number>()
  for (const { word: { box, confidence } } of begins) {
    for (const off of confidence === null ? [0] : scannedNoise) {
      const edge = Math.round(box.x * 2) + off
      counts.set(edge, (counts.get(edge) ?? 0) + 1)
    }
  }
  return new Set([...counts].flatMap(([edge, count]) => (count >= minEdgeLines ? [edge] : [])))
}

/** points: texts set to the right end so close to each other */
const maxRagged = 2

/** Nothing begins between the text and the dots in the lines around, but what ends where they end: they stand in one column. */
const isRated = (row: ReadonlyArray<Document.Word>, index: number, begins: ReadonlyArray<Beginning>): boolean => {
  const [previous, word] = [row[index - 1], row[index]]
  if (previous === undefined || word === undefined || !isRating(row, index)) return false
  const after = row.findIndex(({ text }, at) => at > index && !ratingSigns.test(text)), last = row[after === -1 ? row.length - 1 : after - 1] ?? word
  return !begins.some(({ end, word: { box } }) =>
    box.x > Geometry.right(previous.box) && box.x < word.box.x + 1 && Math.abs(box.y - word.box.y) < maxRatingGap * word.fontSize &&
    Math.abs(end - Geometry.right(last.box)) > maxRagged)
}

/** points: the spaces of a justified line are equal but for rounding */
const spaceNoise = 0.1
/** em: the widest space that justifying a line in a narrow column leaves */
const maxSpace = 2.2
/** equal gaps in a row that are no chance */
const minSpaces = 3

/** For each word of a baseline, whether a space of a justified line stands before it: several in a row are equally wide. */
const spaces = (row: ReadonlyArray<Document.Word>): ReadonlyArray<boolean> => {
  const found = row.map(() => false)
  for (let from = 1; from < row.length;) {
    const gap = gapBefore(row, from)
    let to = from + 1
    while (to < row.length && Math.abs(gapBefore(row, to) - gap) < spaceNoise) to++
    if (to - from >= minSpaces && gap < maxSpace * (row[from]?.fontSize ?? 0)) found.fill(true, from, to)
    from = to
  }
  return found
}

const cut = (edges: ReadonlySet<number>, begins: ReadonlyArray<Beginning>) => (row: ReadonlyArray<Document.Word>): ReadonlyArray<Segment> => {
  const pieces: Array<Array<Document.Word>> = []
  const isSpace = spaces(row)
  row.forEach((word, index) => {
    const previous = row[index - 1]
    const em = Math.max(word.fontSize, previous?.fontSize ?? 0)
    const gap = gapBefore(row, index)
    const isBullet = previous !== undefined && (Bullet.isBullet(previous.text) && !ratingSigns.test(row[index - 2]?.text ?? "") || pieces.at(-1)?.length === 1 && Bullet.isDash(previous.text))
    const limit = isRated(row, index, begins) ? maxRatingGap : isBullet ? maxBulletGap : edges.has(Math.round(word.box.x * 2)) ? maxEdgeGap : maxGap
    const piece = pieces[pieces.length - 1]
    if (piece === undefined || gap > limit * em && isSpace[index] !== true) pieces.push([word])
    else piece.push(word)
  })
  return pieces.map(make)
}

const distance = (a: Document.Box, b: Document.Box): number => Math.max(b.x - Geometry.right(a), a.x - Geometry.right(b))

/** A superscript, a raised letter or a bullet of another size belongs to the text that it touches. */
const isRaised = (small: Segment, large: Segment): boolean => {
  const overlap = Geometry.verticalOverlap(small.box, large.box)
  if (overlap <= 0) return false
  if (small.words.length === 1 && Bullet.isBullet(small.words[0]?.text ?? "")) {
    const gap = large.box.x - Geometry.right(small.box)
    return gap > 0 && gap < maxBulletGap * large.fontSize && overlap > 0.5 * Math.min(small.box.height, large.box.height)
  }
  const gaps = large.words.map((word) => distance(small.box, word.box))
  const gap = Math.min(...gaps)
  return small.fontSize < 0.85 * large.fontSize && gap < 0.25 * large.fontSize && gap > -0.5 * small.box.width && overlap > 0.4 * small.box.height
}

/** Each piece is held against each other one. */
const maxAbsorbing = 3_000

const absorb = (segments: ReadonlyArray<Segment>): ReadonlyArray<Segment> => {
  if (segments.length > maxAbsorbing) return segments
  const taken = new Set<Segment>()
  const hosts = new Map<Segment, Array<Segment>>()
  for (const small of segments) {
    if (small.words.length > 2) continue
    const host = segments.find((large) => large !== small && !taken.has(large) && isRaised(small, large))
    if (host === undefined || hosts.has(small)) continue
    taken.add(small)
    hosts.set(host, [...(hosts.get(host) ?? [host]), small])
  }
  return segments.flatMap((segment) => (taken.has(segment) ? [] : [join(hosts.get(segment) ?? [segment])]))
}

/** All segments of the words, from top to bottom. */
export const all = (words: ReadonlyArray<Document.Word>): ReadonlyArray<Segment> => {
  const rows = baselines(words)
  const begins = beginnings(rows)
  return [...absorb(rows.flatMap(cut(edgesOf(begins), begins)))].sort((a, b) => a.baseline - b.baseline || a.box.x - b.box.x)
}
