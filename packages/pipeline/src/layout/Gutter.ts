/** Vertical strips of white that may part columns: each with the stretch of the page that it runs through. */
import * as Geometry from "./Geometry.js"
import * as Rows from "./Rows.js"
import type { Segment } from "./Segment.js"
import * as Style from "./Style.js"

export interface Gutter {
  /** where the text on its right begins */
  readonly x: number
  /** of the strip, in points */
  readonly width: number
  /** of the stretch: no segment between `top` and `bottom` crosses the strip */
  readonly top: number
  readonly bottom: number
  readonly left: ReadonlyArray<Segment>
  readonly right: ReadonlyArray<Segment>
}

/** Of a region, the tallest ones: words strewn over a page have thousands. */
const maxGutters = 150

/** points; tables are set no tighter */
export const minWidth = 5

const crosses = (segment: Segment, x: number): boolean => segment.box.x < x - 1 && Geometry.right(segment.box) > x - minWidth

/** How many of the last segments stand on one side only, the other having ended. */
const tailLength = (stretch: ReadonlyArray<Segment>, x: number): number => {
  const isLeft = stretch.map((segment) => segment.box.x < x - 1)
  const last = isLeft[isLeft.length - 1]
  return isLeft.length - 1 - isLeft.lastIndexOf(last === undefined ? false : !last)
}

/** em: a text further below does not go on with anything */
const maxTailGap = 4

/**
 * Above a text that crosses the strip, or other columns, a section that began after the other side had ended belongs to that text, not to the
 * column that it happens to stand in; so does any heading right above it.
 */
const withoutTail = (stretch: ReadonlyArray<Segment>, next: Segment, x: number, style: Style.Style): ReadonlyArray<Segment> => {
  const end = stretch[stretch.length - 1]
  if (end === undefined || next.baseline - end.baseline > maxTailGap * next.fontSize) return stretch
  const from = stretch.length - tailLength(stretch, x)
  const above = stretch[from - 1]
  const section = stretch.findIndex((segment, index) =>
    index >= from && style.prominence(segment) === 2 && (above === undefined || !Rows.isLevel(above, segment)))
  if (section > 0) return stretch.slice(0, section)
  const last = stretch[stretch.length - 1], before = stretch[stretch.length - 2]
  const isTail = last !== undefined && before !== undefined && style.prominence(last) > 0 && !Rows.isLevel(last, before)
  return isTail ? stretch.slice(0, -1) : stretch
}

/** Dates in the right margin above the first heading of a column, or above the next section on the left, belong to the text on their left. */
const withoutDates = (stretch: ReadonlyArray<Segment>, x: number, style: Style.Style): ReadonlyArray<Segment> => {
  const isRight = ({ box }: Segment): boolean => box.x >= x - 1
  const first = stretch.findIndex((segment) => isRight(segment) && !Style.isDate(segment))
  const date = stretch.findIndex(isRight)
  if (date < 0 || date >= first) return stretch
  const heading = stretch.findIndex((segment, at) => at > date && at <= first && style.prominence(segment) === 2)
  const begin = stretch[heading]
  return begin === undefined ? stretch : stretch.slice(stretch.findIndex((segment) => segment === begin || Rows.isLevel(segment, begin)))
}

/** Dates in the right margin of a section that began on the left, far below all else on the right, belong to that section. */
const withoutLateDates = (stretch: ReadonlyArray<Segment>, x: number, style: Style.Style): ReadonlyArray<Segment> => {
  const isRight = ({ box }: Segment): boolean => box.x >= x - 1
  const end = stretch.findLast(isRight)
  if (end === undefined || !Style.isDate(end)) return stretch
  const last = stretch.findLast((segment) => isRight(segment) && !Style.isDate(segment))
  const date = last === undefined ? undefined : stretch.slice(stretch.indexOf(last) + 1).find(isRight)
  if (last === undefined || date === undefined || date.baseline - last.baseline < maxTailGap * date.fontSize || !stretch.some((segment) => !isRight(segment) && Rows.isLevel(segment, date))) return stretch
  const heading = stretch.findIndex((segment) => segment.baseline > last.baseline && segment.baseline < date.baseline && style.prominence(segment) === 2)
  return heading < 0 ? stretch : stretch.slice(0, heading)
}

/**
 * What stands on one side only, above headings of one look that stand level on both, ends there: the columns begin with their headings.
 * So does a section that was begun on the left alone, whatever stands beside it without a heading.
 */
const withoutHead = (stretch: ReadonlyArray<Segment>, x: number, style: Style.Style): ReadonlyArray<Segment> => {
  const isLeft = ({ box }: Segment): boolean => box.x < x - 1
  const titles = stretch.filter((segment) => style.prominence(segment) === 2)
  const begins = (one: Segment): boolean => titles.some((other) => isLeft(one) !== isLeft(other) && Rows.isLevel(one, other) && Style.isSame(one, other))
  const first = titles.find(begins)
  const head = first === undefined ? [] : stretch.slice(0, stretch.indexOf(first))
  const isBegun = head[0] !== undefined && isLeft(head[0]) && titles.includes(head[0]) && titles.every((title) => isLeft(title) || !head.includes(title))
  return head.every(isLeft) || !head.some(isLeft) || isBegun ? stretch.slice(head.length) : stretch
}

const through = (whole: ReadonlyArray<Segment>, x: number, style: Style.Style): ReadonlyArray<Gutter> => {
  const stretch = withoutHead(withoutLateDates(withoutDates(whole, x, style), x, style), x, style)
  const left = stretch.filter((segment) => segment.box.x < x - 1)
  const right = stretch.filter((segment) => segment.box.x >= x - 1)
  if (left.length === 0 || right.length === 0) return []
  const box = Geometry.union(stretch.map((segment) => segment.box))
  const edge = Math.max(...left.map((segment) => Geometry.right(segment.box)))
  return [{ x, width: x - edge, top: box.y, bottom: Geometry.bottom(box), left, right }]
}

/** Where several headings stand level, a new set of columns may begin: the baselines, each with the headings' left edges. */
const headingRows = (segments: ReadonlyArray<Segment>, style: Style.Style): ReadonlyArray<Rows.Row> =>
  Rows.make(segments.filter((segment) => style.prominence(segment) > 0)).filter((row, at, rows) => {
    const [first, second] = row
    return first !== undefined && second !== undefined && row.every((heading) => Style.isSame(first, heading)) && areApart(row) && !isBelowTitles(row, rows[at - 1])
  })

/** em: the first line of a section stands so close to its title, from baseline to baseline */
const maxTitleLead = 2.5

/** Each stands right below a title of another look: what begins a section begins no columns. */
const isBelowTitles = (row: Rows.Row, above: Rows.Row | undefined): boolean =>
  above !== undefined && row.every((heading) => above.some((title) =>
    Math.abs(title.box.x - heading.box.x) < minWidth && !Style.isSame(title, heading) && heading.baseline - title.baseline < maxTitleLead * title.fontSize))

/** em: titles of columns stand at least so far apart; tags and the words of a letter-spaced title stand closer */
const minTitleGap = 2.5

const areApart = (row: Rows.Row): boolean =>
  row.every(({ box, fontSize }, at) => {
    const next = row[at + 1]
    return next === undefined || next.box.x - Geometry.right(box) >= minTitleGap * fontSize
  })

/** The stretches between the segments that cross the strip left of x, and the headings that begin other columns. */
const at = (segments: ReadonlyArray<Segment>, x: number, style: Style.Style, grids: ReadonlyArray<Rows.Row>): ReadonlyArray<Gutter> => {
  const others = new Set(grids.flatMap((row) =>
    row.filter(({ box }) => box.x < x - 1).length > 1 || row.filter(({ box }) => box.x >= x - 1).length > 1 ? row : []))
  const found: Array<Gutter> = []
  let stretch: Array<Segment> = []
  for (const segment of segments) {
    const isCrossing = crosses(segment, x)
    if (isCrossing || (others.has(segment) && !stretch.some((other) => others.has(other) && Rows.isLevel(other, segment)))) {
      found.push(...through(withoutTail(stretch, segment, x, style), x, style))
      stretch = isCrossing ? [] : [segment]
    } else stretch.push(segment)
  }
  return [...found, ...through(stretch, x, style)]
}

/** The same strip in a shorter stretch says nothing new: a text that is indented on its right, say. */
const isWithin = (inner: Gutter, outer: Gutter): boolean =>
  inner !== outer && outer.top <= inner.top && outer.bottom >= inner.bottom &&
  extentOf(outer) > extentOf(inner) &&
  outer.x <= inner.x + 1 && outer.x - outer.width >= inner.x - inner.width - 1

const extentOf = (gutter: Gutter): number => gutter.left.length + gutter.right.length

/** One of the gutters that part the same segments: the rightmost edge is the true one. */
const distinct = (gutters: ReadonlyArray<Gutter>): ReadonlyArray<Gutter> => {
  const byParts = new Map<string, Gutter>()
  for (const gutter of gutters) byParts.set(`${gutter.top} ${gutter.bottom} ${gutter.left.length} ${gutter.right.length}`, gutter)
  const unlike = [...byParts.values()].sort((a, b) => extentOf(b) - extentOf(a)).slice(0, maxGutters)
  return unlike.filter((gutter) => !unlike.some((other) => isWithin(gutter, other)))
}

/** All gutters of a region; the segments come from top to bottom. */
export const all = (segments: ReadonlyArray<Segment>, style: Style.Style): ReadonlyArray<Gutter> => {
  const edges = [...new Set(segments.map((segment) => Math.round(segment.box.x * 2) / 2))].sort((a, b) => a - b)
  const grids = headingRows(segments, style)
  return distinct(edges.flatMap((x) => at(segments, x, style, grids)))
}

/** The part of a side next to the gutter: what lies beyond another strip of white belongs to a further column. */
const nearest = (segments: ReadonlyArray<Segment>, fromRight: boolean): ReadonlyArray<Segment> => {
  const near = (segment: Segment) => (fromRight ? -Geometry.right(segment.box) : segment.box.x)
  const far = (segment: Segment) => (fromRight ? -segment.box.x : Geometry.right(segment.box))
  let reach = -Infinity
  const column: Array<Segment> = []
  for (const segment of [...segments].sort((a, b) => near(a) - near(b))) {
    if (column.length > 0 && near(segment) > reach + minWidth) break
    column.push(segment)
    reach = Math.max(reach, far(segment))
  }
  return column.sort((a, b) => a.baseline - b.baseline)
}

/** The two columns that face each other across the gutter. */
export const sides = (gutter: Gutter) => ({ left: nearest(gutter.left, true), right: nearest(gutter.right, false) })
