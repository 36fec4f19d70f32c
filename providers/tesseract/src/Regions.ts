/**
 * The columns of a page. The engine finds lines across the whole width where columns stand close, and then tears their
 * words; given one column at a time it finds them well. Cutting once too often does no harm: words keep their places.
 */
import type { Picture } from "@excv/provider"

/** In pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** points: side of the cells in which ink is looked for */
const cell = 1.5
/** points: a narrower gap may be one between words */
const minGutter = 8
/** points: two lines and a half; columns of fewer lines are read across */
const minHeight = 30
/** of 255: the edge of a letter, on white or on a dark band */
const minEdge = 48
/** pixels: an edge is blurred over so many */
const reach = 2
/** of the usual difference between pixels so far apart, which on paper is its grain; and of 255, where it is stronger than any */
const minGrains = 9
const maxEdge = 85
/** pixels: so far apart are those that show it */
const sampled = 37
/** of a cell: fewer are noise */
const minPixels = 2
/** points: a longer horizontal edge is that of a rule or a band */
const maxDash = 14
const maxRegions = 80
/** points: a dark band across the page, with light text; a region that holds both kinds is not read */
const minBand = 20
/** of 255 */
const dark = 128
/** of a row */
const minDark = 0.6
/** points: ink so low, or so narrow and so high, is no text but the edge of something */
const minText = 4
const maxStroke = 10
const minStrokeLength = 40
/** points: height of a line in large letters, a name; among small lines the engine takes it for a picture */
const minLarge = 15
const maxLarge = 60

interface Grid {
  readonly columns: number
  readonly rows: number
  /** pixels */
  readonly side: number
  readonly ink: Uint8Array
}

/** From how much on a difference is an edge, of 255. */
const edgeOf = ({ height, pixels, width }: Picture.Picture): number => {
  const counts = new Uint32Array(2 * 255 + 1)
  let all = 0
  for (let at = reach, end = (height - 1) * width; at < end; at += sampled, all++) {
    const grain = Math.abs((pixels[at] ?? 0) + (pixels[at + width] ?? 0) - (pixels[at - reach] ?? 0) - (pixels[at - reach + width] ?? 0))
    counts[grain] = (counts[grain] ?? 0) + 1
  }
  let below = 0
  const middle = counts.findIndex((count) => (below += count) * 2 > all)
  return Math.min(maxEdge, Math.max(minEdge, minGrains * Math.max(0, middle) / 2))
}

/** In a row, each pixel together with the one to its left. */
const pairsOf = ({ pixels, width }: Picture.Picture, y: number): Uint16Array => {
  const pairs = new Uint16Array(width)
  for (let x = 1, at = y * width + 1; x < width; x++, at++) pairs[x] = (pixels[at] ?? 0) + (pixels[at - 1] ?? 0)
  return pairs
}

/**
 * Marks in a row where the edge of a letter is, by the pixels of two rows on both sides: vertical edges, and horizontal ones no
 * longer than a dash. `above` are the pairs of the row so far above, and become those of this one. `least` is of twice 255.
 */
const markEdges = ({ pixels, width }: Picture.Picture, y: number, above: Uint16Array, least: number, longest: number, marks: Uint8Array): void => {
  const first = y * width
  let run = 0, left = pixels[first + 1] ?? 0
  // What a pixel and the one below it have together, one and two pixels to the left.
  let near = left + (pixels[first + 1 + width] ?? 0), far = (pixels[first] ?? 0) + (pixels[first + width] ?? 0)
  for (let x = reach, at = first + reach; x < width; x++, at++) {
    const own = pixels[at] ?? 0, down = own + (pixels[at + width] ?? 0), pair = own + left
    const across = down - far, level = pair - (above[x] ?? 0)
    left = own
    far = near
    near = down
    above[x] = pair
    if (across > least || across < -least) marks[x] = 1
    if (level > least || level < -least) run++
    else if (run > 0) {
      if (run <= longest) marks.fill(1, x - run, x)
      run = 0
    }
  }
  if (run > 0 && run <= longest) marks.fill(1, width - run, width)
}

const gridOf = (picture: Picture.Picture): Grid => {
  const { height, resolution, width } = picture
  const side = Math.max(2, Math.round((cell * resolution) / 72)), longest = Math.round((maxDash * resolution) / 72)
  const columns = Math.ceil(width / side), rows = Math.ceil(height / side), least = 2 * edgeOf(picture)
  const counts = new Uint8Array(columns * rows), marks = new Uint8Array(width)
  const pairs = Array.from({ length: reach }, (_, y) => pairsOf(picture, y))
  for (let y = reach; y < height - 1; y++) {
    markEdges(picture, y, pairs[y % reach] ?? pairsOf(picture, y - reach), least, longest, marks)
    const row = Math.floor(y / side) * columns
    for (let x = marks.indexOf(1), last = marks.lastIndexOf(1); x >= 0 && x <= last; x++) {
      if (marks[x] === 0) continue
      const own = row + Math.floor(x / side)
      counts[own] = (counts[own] ?? 0) + 1
    }
    marks.fill(0)
  }
  return { columns, rows, side, ink: counts.map((count) => (count >= minPixels ? 1 : 0)) }
}

/** From inclusive, to exclusive, in cells. */
interface Span {
  readonly from: number
  readonly to: number
}

interface Area {
  readonly across: Span
  readonly down: Span
}

/** The runs of the flags that are not set, at least so long. */
const gaps = (flags: Uint8Array, from: number, least: number): ReadonlyArray<Span> => {
  const found: Array<Span> = []
  let start = -1
  for (let index = 0; index <= flags.length; index++) {
    const isWhite = index < flags.length && flags[index] === 0
    if (isWhite && start < 0) start = index
    if (!isWhite && start >= 0) {
      if (index - start >= least) found.push({ from: from + start, to: from + index })
      start = -1
    }
  }
  return found
}

const inkByColumn = ({ columns, ink }: Grid, { across, down }: Area): Uint8Array => {
  const flags = new Uint8Array(across.to - across.from)
  for (let row = down.from; row < down.to; row++) {
    for (let column = across.from; column < across.to; column++) {
      if (ink[row * columns + column] === 1) flags[column - across.from] = 1
    }
  }
  return flags
}

const inkByRow = ({ columns, ink }: Grid, { across, down }: Area): Uint8Array => {
  const flags = new Uint8Array(down.to - down.from)
  for (let row = down.from; row < down.to; row++) {
    for (let column = across.from; column < across.to && flags[row - down.from] === 0; column++) {
      if (ink[row * columns + column] === 1) flags[row - down.from] = 1
    }
  }
  return flags
}

/** What lies between the gaps. */
const between = ({ from, to }: Span, gaps: ReadonlyArray<Span>): ReadonlyArray<Span> => {
  const ends = [...gaps.map((gap) => gap.from), to], starts = [from, ...gaps.map((gap) => gap.to)]
  return starts.map((start, index) => ({ from: start, to: ends[index] ?? to })).filter((span) => span.to > span.from)
}

const intersect = (a: ReadonlyArray<Span>, b: ReadonlyArray<Span>, least: number): ReadonlyArray<Span> =>
  a.flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => to - from >= least)

/** White strips between text, none of them at the edge. */
const gutters = (grid: Grid, area: Area): ReadonlyArray<Span> => {
  const least = Math.round(minGutter / cell)
  return gaps(inkByColumn(grid, area), area.across.from, least).filter(({ from, to }) => from > area.across.from && to < area.across.to)
}

/** Strips that follow each other as long as they have a gutter in common; strips without one form a block of their own. */
const groups = (grid: Grid, { across, down }: Area): ReadonlyArray<Span> => {
  const least = Math.round(minGutter / cell)
  const strips = between(down, gaps(inkByRow(grid, { across, down }), down.from, 1))
  const found: Array<{ span: Span; shared: ReadonlyArray<Span> }> = []
  for (const strip of strips) {
    const own = gaps(inkByColumn(grid, { across, down: strip }), across.from, least)
    const last = found[found.length - 1]
    const shared = last === undefined ? own : intersect(last.shared, own, least)
    const isInner = shared.some(({ from, to }) => from > across.from && to < across.to)
    if (last !== undefined && (isInner || (last.shared.length === 0 && !hasInner(own, across)))) {
      found[found.length - 1] = { span: { from: last.span.from, to: strip.to }, shared: isInner ? shared : [] }
    } else found.push({ span: strip, shared: hasInner(own, across) ? own : [] })
  }
  return found.map(({ span }) => span)
}

const hasInner = (spans: ReadonlyArray<Span>, { from, to }: Span): boolean => spans.some((span) => span.from > from && span.to < to)

/** Without the white around. */
const trimmed = (grid: Grid, area: Area): Area | null => {
  const rows = inkByRow(grid, area)
  const first = rows.indexOf(1), last = rows.lastIndexOf(1)
  if (first < 0) return null
  const down = { from: area.down.from + first, to: area.down.from + last + 1 }
  const columns = inkByColumn(grid, { across: area.across, down })
  return { across: { from: area.across.from + columns.indexOf(1), to: area.across.from + columns.lastIndexOf(1) + 1 }, down }
}

const cut = (grid: Grid, area: Area): ReadonlyArray<Area> => {
  const tight = trimmed(grid, area)
  if (tight === null) return []
  const { across, down } = tight
  if (down.to - down.from < minHeight / cell) return [tight]
  const columns = between(across, gutters(grid, tight))
  if (columns.length > 1) return columns.flatMap((span) => cut(grid, { across: span, down }))
  const blocks = groups(grid, tight)
  return blocks.length > 1 ? blocks.flatMap((span) => cut(grid, { across, down: span })) : bySize(grid, tight)
}

/** The rows of the page, parted where the paper turns from light to dark or back. */
const bands = ({ height, pixels, resolution, width }: Picture.Picture, { columns, rows, side }: Grid): ReadonlyArray<Span> => {
  const isDark = Array.from({ length: rows }, (_, row) => {
    const start = Math.min(height - 1, Math.floor((row + 0.5) * side)) * width
    let count = 0
    for (let column = 0; column < columns; column++) {
      if ((pixels[start + Math.min(width - 1, Math.floor((column + 0.5) * side))] ?? 255) < dark) count++
    }
    return count > minDark * columns
  })
  const least = (minBand * resolution) / 72 / side
  const found: Array<{ readonly from: number; to: number; readonly isDark: boolean }> = []
  for (let row = 0, from = 0; row <= rows; row++) {
    if (row < rows && isDark[row] === isDark[from]) continue
    const last = found.at(-1), own = isDark[from] === true
    // What is too low for a band belongs to the one before: a line of text beside a dark column.
    if (last !== undefined && (last.isDark === own || row - from < least)) last.to = row
    else found.push({ from, to: row, isDark: own })
    from = row
  }
  return found
}

const isText = ({ across, down }: Area): boolean => {
  const width = (across.to - across.from) * cell, height = (down.to - down.from) * cell
  return height >= minText && (width >= maxStroke || height < minStrokeLength)
}

/** Lines in large letters apart from the others. */
const bySize = (grid: Grid, { across, down }: Area): ReadonlyArray<Area> => {
  const found: Array<{ readonly from: number; to: number; readonly isLarge: boolean }> = []
  for (const { from, to } of between(down, gaps(inkByRow(grid, { across, down }), down.from, 1))) {
    const height = (to - from) * cell, isLarge = height >= minLarge && height <= maxLarge
    const last = found[found.length - 1]
    if (last !== undefined && !last.isLarge && !isLarge) last.to = to
    else found.push({ from, to, isLarge })
  }
  return found.map(({ from, to }) => ({ across, down: { from, to } }))
}

/** Blocks of one column that follow each other and were parted only by the columns between others are read as they are. */
export const of = (picture: Picture.Picture): ReadonlyArray<Region> => {
  const grid = gridOf(picture)
  const whole = { across: { from: 0, to: grid.columns }, down: { from: 0, to: grid.rows } }
  const areas = bands(picture, grid).flatMap((down) => cut(grid, { ...whole, down })).filter(isText)
  const margin = Math.round((2 * picture.resolution) / 72)
  const region = ({ across, down }: Area): Region => {
    const left = Math.max(0, across.from * grid.side - margin), top = Math.max(0, down.from * grid.side - margin)
    return {
      left, top,
      width: Math.min(picture.width, across.to * grid.side + margin) - left,
      height: Math.min(picture.height, down.to * grid.side + margin) - top
    }
  }
  return (areas.length > maxRegions ? [whole] : areas).map(region)
}
