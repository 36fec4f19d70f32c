/**
 * Lines that were drawn are taken out: underlines, the lines of tables and timelines, frames around words. The engine takes them
 * for parts of letters, and leaves out the words that they touch.
 */
import type { Picture } from "@excv/provider"
import * as Dark from "./Dark.js"

/** points: thickness of a line */
const maxThickness = 1.6
/** points: length of a line, and of one of its parts: bars of letters are shorter; what letters cross is parted */
const minLength = 30
const minSolid = 24
const minDash = 2.4
const maxGap = 5
/** points: longer lines part sections; in a clean picture the engine knows them, and sees by them where a block ends */
export const maxUnderline = 200
/** of a line */
const minCover = 0.7
/** Dashes of a broken line are alike, longer than bars of letters (points), and take less of it. */
const minDashes = 5
const minBroken = 5.5
const minDashedCover = 0.5
const maxUnlike = 0.25
/** points: the straight part of the upper side of a frame around words, and its size */
const minSide = 10
const minHeight = 9
const maxHeight = 40
const maxWidth = 300
/** Of the area of a frame: more is no outline. Of its width: what its upper and lower side take. Of its height: the same for the others. */
const maxFilled = 0.35
const minAcross = 0.45
const minDown = 0.6
/** Of its height: its left and right end, which may be round. */
const cornerShare = 0.35

/** points: from a frame to the next one; the bar that then stands between their words, of 255, and what it leaves out of their height at both ends */
const maxBetween = 16
const barWidth = 0.8
const barInk = 40
const barShare = 0.15

/** Along a row or a column of pixels, `to` exclusive. */
interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Whether this pixel, so much above its level, is darker than some on both of its sides, `near` and `far` from it. */
const isThin = (pixels: Uint8Array, at: number, level: number, near: number, far: number): boolean =>
  ((pixels[at - near] ?? 0) > level || (pixels[at - far] ?? 0) > level) && ((pixels[at + near] ?? 0) > level || (pixels[at + far] ?? 0) > level)

/** pixels: from the middle of a line to the paper beside a thin one */
const nearby = 2

/** Thin dashes along each row of pixels. */
const dashesAcross = (picture: Picture.Picture, reach: number, least: number): ReadonlyArray<Run> => {
  const { height, pixels, width } = picture, { bounds, starts } = Dark.of(picture), dashes: Array<Run> = []
  const near = nearby * width, far = reach * width
  for (let y = reach; y < height - reach; y++) {
    for (let span = starts[y] ?? 0, last = starts[y + 1] ?? 0; span < last; span += 2) {
      const from = bounds[span] ?? 0, to = bounds[span + 1] ?? 0
      if (to - from < least) continue
      let start = from
      for (let x = from, at = y * width + from; x <= to; x++, at++) {
        if (x < to && isThin(pixels, at, (pixels[at] ?? 255) + Dark.minDepth, near, far)) continue
        if (x - start >= least) dashes.push({ at: y, from: start, to: x })
        start = x + 1
      }
    }
  }
  return dashes
}

/** Thin dashes along each column of pixels. Row by row, as pixels lie in memory. */
const dashesDown = (picture: Picture.Picture, reach: number, least: number): ReadonlyArray<Run> => {
  const { height, pixels, width } = picture, { bounds, starts } = Dark.of(picture), dashes: Array<Run> = []
  // For each column the rows of its last dash.
  const from = new Int32Array(width), to = new Int32Array(width)
  const end = (x: number) => {
    const first = from[x] ?? 0, last = to[x] ?? 0
    if (last - first >= least) dashes.push({ at: x, from: first, to: last })
  }
  for (let y = 0; y < height; y++) {
    for (let span = starts[y] ?? 0, last = starts[y + 1] ?? 0; span < last; span += 2) {
      for (let x = Math.max(reach, bounds[span] ?? 0), limit = Math.min(width - reach, bounds[span + 1] ?? 0), at = y * width + x; x < limit; x++, at++) {
        if (!isThin(pixels, at, (pixels[at] ?? 255) + Dark.minDepth, nearby, reach)) continue
        if (to[x] !== y) {
          end(x)
          from[x] = y
        }
        to[x] = y + 1
      }
    }
  }
  from.forEach((_, x) => { end(x) })
  return dashes
}

type Chain = ReadonlyArray<Run>

const lengthOf = ({ from, to }: Run): number => to - from

const isDashed = (chain: Chain, least: number): boolean => {
  const lengths = chain.slice(1, -1).map(lengthOf), shortest = Math.min(...lengths), longest = Math.max(...lengths)
  return chain.length >= minDashes && shortest >= least && longest - shortest <= Math.max(2, maxUnlike * longest)
}

/** Dashes that follow each other in one line of pixels, where they make a long line. */
const linesOf = (dashes: ReadonlyArray<Run>, pointsPerPixel: number, longest: number): ReadonlyArray<Run> => {
  const chains: Array<Array<Run>> = [], open = new Map<number, Array<Run>>()
  for (const dash of dashes) {
    const chain = open.get(dash.at), last = chain?.at(-1)
    if (chain !== undefined && last !== undefined && (dash.from - last.to) * pointsPerPixel <= maxGap) chain.push(dash)
    else {
      const begun = [dash]
      open.set(dash.at, begun)
      chains.push(begun)
    }
  }
  const isLine = (chain: Chain): boolean => {
    const length = (chain.at(-1)?.to ?? 0) - (chain[0]?.from ?? 0), covered = chain.reduce((sum, dash) => sum + lengthOf(dash), 0) / length
    if (length * pointsPerPixel < minLength) return false
    const isSolid = covered >= minCover && chain.some((dash) => lengthOf(dash) * pointsPerPixel >= minSolid)
    return (isSolid && length * pointsPerPixel <= longest) || (covered >= minDashedCover && isDashed(chain, minBroken / pointsPerPixel))
  }
  return chains.filter(isLine).flat()
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** places of its dark pixels */
  readonly outline: ReadonlyArray<number>
}

/** The frame that this pixel of its upper side belongs to, or null when it is none. `larger` are the pixels known to belong to something larger. */
const frameAt = ({ height, pixels, width }: Picture.Picture, larger: Set<number>, start: number, paper: number, perPoint: number): Frame | null => {
  const seen = new Set([start]), found = [start], level = paper - Dark.minDepth, most = maxFilled * maxWidth * maxHeight * perPoint * perPoint
  let left = width, right = 0, top = height, bottom = 0
  for (let index = 0; index < found.length; index++) {
    const at = found[index] ?? 0, x = at % width, y = Math.floor(at / width)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    if (larger.has(at) || found.length > most || right - left > maxWidth * perPoint || bottom - top > maxHeight * perPoint) {
      for (const place of found) larger.add(place)
      return null
    }
    for (const step of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) {
      const next = at + step
      if (next < 0 || next >= pixels.length || seen.has(next) || (pixels[next] ?? 255) > level) continue
      seen.add(next)
      found.push(next)
    }
  }
  const across = right - left + 1, down = bottom - top + 1
  if (down < minHeight * perPoint || found.length > maxFilled * across * down) return null
  const edge = Math.max(2, Math.round(perPoint)), counted = (isOn: (x: number, y: number) => boolean, part: (x: number, y: number) => number) =>
    new Set(found.flatMap((at) => (isOn(at % width, Math.floor(at / width)) ? [part(at % width, Math.floor(at / width))] : []))).size
  const isClosed = counted((_, y) => y - top <= edge, (x) => x) >= minAcross * across && counted((_, y) => bottom - y <= edge, (x) => x) >= minAcross * across &&
    counted((x) => x - left <= 0.1 * across + edge, (_, y) => y) >= minDown * down && counted((x) => right - x <= 0.1 * across + edge, (_, y) => y) >= minDown * down
  // Letters that touch it stay.
  const isOutline = (at: number): boolean => {
    const x = at % width, y = Math.floor(at / width), aside = cornerShare * down
    return y - top <= edge || bottom - y <= edge || x - left <= aside || right - x <= aside
  }
  return isClosed ? { left, right, top, bottom, outline: found.filter(isOutline) } : null
}

/** The small frames around words. */
const framesOf = (picture: Picture.Picture, dashes: ReadonlyArray<Run>, reach: number): ReadonlyArray<Frame> => {
  const { pixels, resolution, width } = picture, perPoint = resolution / 72, known = new Set<number>(), larger = new Set<number>()
  return dashes.flatMap((dash) => {
    const start = dash.at * width + Math.floor((dash.from + dash.to) / 2)
    if (lengthOf(dash) < minSide * perPoint || known.has(start)) return []
    const frame = frameAt(picture, larger, start, Math.min(pixels[start - reach * width] ?? 255, pixels[start + reach * width] ?? 255), perPoint)
    frame?.outline.forEach((at) => known.add(at))
    return frame ?? []
  })
}

interface Bar {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** Between frames that stand side by side: words in frames are parted by more than a space. */
const barsOf = (frames: ReadonlyArray<Frame>, most: number): ReadonlyArray<Bar> =>
  frames.flatMap(({ bottom, right, top }) => {
    const middle = (top + bottom) / 2, height = bottom - top
    const next = frames.find((other) => other.left > right && other.left - right <= most && other.top < middle && other.bottom > middle)
    return next === undefined ? [] : [{ left: Math.round((right + next.left) / 2), top: Math.round(top + barShare * height), bottom: Math.round(bottom - barShare * height) }]
  })

/** The picture without them; bars part words that stood in frames side by side. */
export const erase = (picture: Picture.Picture, longest = Infinity): Picture.Picture => {
  const { height, pixels, resolution, width } = picture, perPoint = resolution / 72, reach = Math.max(3, Math.ceil(maxThickness * perPoint))
  const least = Math.round(minDash * perPoint), rows = dashesAcross(picture, reach, least), columns = dashesDown(picture, reach, least)
  const made = pixels.slice()
  const paperAt = (at: number): number => {
    const x = at % width, y = Math.floor(at / width)
    let paper = 0
    for (let j = Math.max(0, y - reach); j <= Math.min(height - 1, y + reach); j += reach) {
      for (let i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i += reach) paper = Math.max(paper, pixels[j * width + i] ?? 0)
    }
    return paper
  }
  /** A line through this pixel, with the grey around it; nothing where it is no thin one, or a letter stands on it. */
  const clear = (at: number, across: number) => {
    const paper = paperAt(at), half = (paper + (pixels[at] ?? 0)) / 2, isInk = (place: number) => (pixels[place] ?? 255) < half
    let first = at, last = at
    while (last - first < reach * across && isInk(first - across)) first -= across
    while (last - first < reach * across && isInk(last + across)) last += across
    if (last - first >= reach * across) return
    if (!isInk(first - 2 * across)) first -= across
    if (!isInk(last + 2 * across)) last += across
    for (let place = first; place <= last; place += across) made[place] = paper
  }
  const frames = framesOf(picture, rows, reach)
  for (const { outline } of frames) for (const at of outline) for (const step of [-width, -1, 0, 1, width]) made[at + step] = paperAt(at)
  for (const { at, from, to } of linesOf(rows, 1 / perPoint, longest)) for (let x = from; x < to; x++) clear(at * width + x, width)
  for (const { at, from, to } of linesOf(columns, 1 / perPoint, Infinity)) for (let y = from; y < to; y++) clear(y * width + at, 1)
  for (const { bottom, left, top } of barsOf(frames, maxBetween * perPoint)) {
    for (let y = top; y < bottom; y++) made.fill(barInk, y * width + left, y * width + left + Math.max(1, Math.round(barWidth * perPoint)))
  }
  return { ...picture, pixels: made }
}
