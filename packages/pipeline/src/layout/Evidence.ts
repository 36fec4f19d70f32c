/**
 * Whether the two sides of a gutter are columns, each read by itself, or cells of rows, read across.
 * No single threshold tells a sidebar from the dates in the margin of a timeline: the evidence for both is added up.
 */
import type { Document } from "@excv/schema"
import * as Flow from "./Flow.js"
import * as Geometry from "./Geometry.js"
import * as Gutter from "./Gutter.js"
import * as Rows from "./Rows.js"
import * as Rules from "./Rules.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"
import * as Style from "./Style.js"

/** What speaks for columns (positive) or rows (negative), kept apart for whoever looks into a decision. */
export interface Evidence {
  readonly alignment: number
  readonly dates: number
  readonly headings: number
  readonly blocks: number
  readonly backing: number
  readonly ruled: number
  readonly justification: number
  readonly extent: number
  readonly labels: number
  readonly pairs: number
}

export const total = (evidence: Evidence): number => Object.values(evidence).reduce((sum, value) => sum + value, 0)

/** How a line of the sparser side meets the denser one. */
type Meeting = "start" | "middle" | "between" | "alone" | "beyond"

const weights: Readonly<Record<Meeting, number>> = {
  /** level with the beginning of something: an entry and its date */
  start: -1.2,
  /** level with a line within a paragraph */
  middle: 1.8,
  /** beside text, but on no baseline of it */
  between: 1.6,
  /** where the other side leaves a gap: a heading over both */
  alone: -0.3,
  /** where the other side has not begun, or has ended */
  beyond: 0
}

const titleWeight = 3

interface Side {
  readonly lines: ReadonlyArray<Segment>
  readonly starts: ReadonlyArray<boolean>
}

const isLevel = (a: Segment, b: Segment): boolean => Rows.isLevel(a, b) || Rows.isBeside(a, b)

const meet = (line: Segment, dense: Side, isTitle: boolean): Meeting => {
  const beside = dense.lines.findIndex((other) => isLevel(line, other))
  if (beside >= 0) return dense.starts[beside] === true ? "start" : "middle"
  if (isTitle && dense.lines.some((other, index) => dense.starts[index] === true && Rows.isAbreast(line, other))) return "start"
  const [first] = dense.lines, last = dense.lines[dense.lines.length - 1]
  if (first === undefined || last === undefined || line.baseline < first.box.y || line.box.y > last.baseline) return "beyond"
  return dense.lines.some((other) => Geometry.verticalOverlap(line.box, other.box) > 0.2 * Math.min(line.fontSize, other.fontSize)) ? "between" : "alone"
}

/** The first line of a cell says most; the further ones may have a leading of their own. */
const shareOf = (meeting: Meeting, index: number, first: Meeting): number =>
  index === 0 ? 1 : meeting === "between" && first === "start" ? 0.2 : 0.5

/** What is below a name goes with the name: whether it stands level with something says little. */
const alignment = (blocks: ReadonlyArray<ReadonlyArray<Segment>>, dense: Side, style: Style.Style): number => {
  let sum = 0, mass = 0, trust = 1
  for (const block of blocks) {
    const meetings = block.map((line, index) => meet(line, dense, index === 0 && style.prominence(line) > 0))
    meetings.forEach((meeting, index) => {
      const line = block[index]
      if (meeting === "beyond" || line === undefined) return
      const isName = style.isTitle(line) && meeting === "between"
      const share = shareOf(meeting, index, meetings[0] ?? meeting) * (isName ? 1 : trust)
      sum += share * (isName ? titleWeight : weights[meeting])
      mass += share
      if (isName) trust = 0.5
    })
  }
  return sum / Math.sqrt(mass + 1)
}

/** Few lines beside a narrow strip are as likely a chance of the spaces between words; a wide one was left on purpose. */
const extent = (lines: number, width: number, fontSize: number): number =>
  (width > 6 * fontSize ? -1 : -2) / lines - (lines < 6 && width < 1.5 * fontSize ? 1 : 0) + 0.3

/** Long blocks beside lines of other texts: a date or a label has one to three lines, or each has its own to stand beside. */
const longBlocks = (blocks: ReadonlyArray<ReadonlyArray<Segment>>, dense: Side): number => {
  const foreign = blocks.filter((block) => block.length >= 4).map((block) => {
    const meetings = block.map((line) => meet(line, dense, false)).filter((meeting) => meeting === "middle" || meeting === "between")
    return Math.min(1, Math.max(0, (meetings.length / block.length - 0.25) / 0.35))
  })
  return Math.min(5, 2 * foreign.reduce((sum, share) => sum + share, 0))
}

const datesOf = (sparse: ReadonlyArray<Segment>, dense: Side): number => {
  const level = sparse.filter((line) => dense.lines.some((other) => isLevel(line, other)))
  return -3.5 * level.filter(Style.isDate).length / Math.max(1, sparse.length)
}

/** Rows of a table: a date, what it dates, and on the other side of the gutter something more. */
const datedRows = ({ left, right }: Gutter.Gutter): number => {
  const rights = new Set(right)
  const rows = Rows.make([...left, ...right]).filter((row) => row.some((segment) => rights.has(segment)))
  const dated = rows.filter((row) => row.length >= 3 && row[0] !== undefined && Style.isDate(row[0]))
  return rows.length >= 3 && dated.length >= 0.75 * rows.length ? -2 : 0
}

/** Headings of a side that have text of their own below them. */
const headed = (lines: ReadonlyArray<Segment>, style: Style.Style, least: Style.Prominence): ReadonlyArray<Segment> =>
  lines.filter((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && style.prominence(line) >= least && style.prominence(next) < style.prominence(line)
  })

/** The rows of a side of the gutter, whatever columns are within it; where all are set as the first, they are labels of what is beside them. */
const isHeadedByTitles = (rows: ReadonlyArray<Rows.Row>, style: Style.Style): boolean => {
  const [first, second] = rows, title = first?.[0]
  return rows.length >= 3 && first !== undefined && second !== undefined && title !== undefined && rows.some((row) => row.some((segment) => !Style.isSame(title, segment))) &&
    first.every((title) => style.prominence(title) > 0) && second.every((line) => style.prominence(line) < 2 && !Style.isDate(line))
}

/** points */
const maxOffset = 3
/** Of a side, whose longest line may end before its edge: how far from its middle a centred title may stand. */
const maxCentring = 0.06

/** A title stands flush with its text or amid it, so that the columns within a side do not count. */
const isFlush = (title: Segment, side: ReadonlyArray<Segment>): boolean => title.box.x < Math.min(...side.map(({ box }) => box.x)) + maxOffset

const isCentred = (title: Segment, side: ReadonlyArray<Segment>): boolean => {
  const { width, x } = Geometry.union(side.map((segment) => segment.box))
  return !isFlush(title, side) && Math.abs(title.box.x + title.box.width / 2 - x - width / 2) < maxCentring * width
}

/** Both sides begin with titles of one look, level, and each has its own text below. */
const areTitled = ({ left, right }: Gutter.Gutter, style: Style.Style): boolean => {
  const [lefts, rights] = [Rows.make(left), Rows.make(right)]
  const [one, other] = [lefts[0]?.[0], rights[0]?.[0]]
  return one !== undefined && other !== undefined && Rows.isLevel(one, other) && Style.isSame(one, other) &&
    [isFlush, isCentred].some((isOver) => isOver(one, left) && isOver(other, right)) &&
    isHeadedByTitles(lefts, style) && isHeadedByTitles(rights, style)
}

/** Lists below titles are level with each other by their leading alone. */
const titledAlignment = 0.3

/** Sections on both sides: most of all where two of their headings stand level. */
const headings = (sparse: ReadonlyArray<Segment>, dense: Side, isTitled: boolean, style: Style.Style): number => {
  const ours = headed(sparse, style, 2), theirs = headed(dense.lines, style, 2)
  const alike = ours.filter((heading) => theirs.some((other) => Style.isSame(heading, other)))
  const level = alike.some((heading) => theirs.some((other) => Style.isSame(heading, other) && Rows.isLevel(heading, other)))
  const own = ours.length > 0 && theirs.length > 0 ? 1.5 : 0
  return own + Math.min(1.5, 0.75 * Math.max(0, alike.length - 1)) + (level || isTitled ? 3 : 0)
}

/** A filled area behind one side only. */
const backing = (gutter: Gutter.Gutter, shapes: ReadonlyArray<Document.Shape>): number => {
  const height = gutter.bottom - gutter.top
  const behind = (box: Document.Box, side: ReadonlyArray<Segment>) =>
    side.filter((segment) => segment.box.x >= box.x - 1 && Geometry.right(segment.box) <= Geometry.right(box) + 1 && Geometry.verticalOverlap(segment.box, box) > 0).length / side.length
  const backs = shapes.some(({ box, kind }) => kind === "fill" && box.height > 0.5 * height &&
    Math.abs(behind(box, gutter.left) - behind(box, gutter.right)) > 0.9)
  return backs ? 3.5 : 0
}

const gridWeight = -6

/** Dates and labels in the left margin are often set flush right, columns of text hardly ever. */
const justification = (left: ReadonlyArray<Segment>): number => {
  const edge = Math.max(...left.map((line) => Geometry.right(line.box)))
  const flush = left.filter((line) => Geometry.right(line.box) > edge - 1.5)
  const starts = flush.map((line) => line.box.x)
  const isRagged = Math.max(...starts) - Math.min(...starts) > 6
  return left.length >= 3 && isRagged && flush.length > 0.85 * left.length ? -Math.min(3, 0.5 * flush.length) : 0
}

/** "CAD   : SolidWorks": what begins with a colon goes on with the label on its left. */
const labels = (right: ReadonlyArray<Segment>): number =>
  right.filter((line) => Segments.text(line).startsWith(":")).length > 0.6 * right.length ? -6 : 0

const minPairs = 3
/** em: lines of running text stand closer, from baseline to baseline */
const minPairLeading = 1.6

/** Rows of a table, which may have its title above or the next one below: each line has one beside it, and all stand farther apart than the lines of a text. */
const pairs = (sparse: ReadonlyArray<Segment>, dense: ReadonlyArray<Segment>): number => {
  const first = dense.findIndex((line) => sparse[0] !== undefined && isLevel(line, sparse[0]))
  const arePaired = sparse.length >= minPairs && dense.length <= sparse.length + 1 && sparse.every((line, index) => {
    const [other, previous] = [dense[first + index], sparse[index - 1]]
    return other !== undefined && isLevel(line, other) && (previous === undefined || line.baseline - previous.baseline >= minPairLeading * Math.max(line.fontSize, other.fontSize))
  })
  return arePaired ? -2 : 0
}

/** Weighs one gutter; a sum over about one and a half means columns. */
export const weigh = (gutter: Gutter.Gutter, style: Style.Style, shapes: ReadonlyArray<Document.Shape>): Evidence => {
  const sides = Gutter.sides(gutter)
  const left = Rows.lines(sides.left), right = Rows.lines(sides.right)
  const isTitled = areTitled(gutter, style)
  const [sparse, other] = left.length <= right.length ? [left, right] : [right, left]
  const dense: Side = { lines: other, starts: Flow.starts(other) }
  const backed = backing(gutter, shapes) * Math.min(1, sparse.length / 4)
  const blocks = Flow.blocks(sparse, Math.min(Flow.leading(sparse), Flow.leading(other) * 1.1))
  const rules = Rules.of(shapes)
  const found = {
    alignment: alignment(blocks, dense, style) * (isTitled ? titledAlignment : 1),
    dates: datesOf(sparse, dense) + datedRows(gutter),
    headings: headings(sparse, dense, isTitled, style),
    blocks: longBlocks(blocks, dense),
    backing: backed,
    ruled: Rules.evidence(gutter, rules) * Math.min(1, sparse.length / 4),
    justification: isTitled ? 0 : justification(left),
    extent: extent(sparse.length, gutter.width, style.bodySize),
    labels: labels(right),
    pairs: isTitled || backed > 0 ? 0 : pairs(sparse, other)
  }
  return total(found) > 1 && Rules.areGrid([left, right], rules) ? { ...found, ruled: gridWeight } : found
}
