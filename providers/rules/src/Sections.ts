/** Sections: the rows under each heading, through columns, margins and pages. */
import { Headings } from "@excv/lexicon"
import * as HeadingLines from "./HeadingLines.js"
import * as HeadingRows from "./HeadingRows.js"
import * as LabelTables from "./LabelTables.js"
import * as LeadHeadings from "./LeadHeadings.js"
import * as LevelRows from "./LevelRows.js"
import * as MarginHeadings from "./MarginHeadings.js"
import type { Row } from "./Row.js"
import * as Row_ from "./Row.js"
import type { Open } from "./SectionEnds.js"
import * as SectionEnds from "./SectionEnds.js"
import * as SharedSections from "./SharedSections.js"
import * as Tables from "./Tables.js"
import * as Twins from "./Twins.js"
import * as Understood from "./Understood.js"

type Kind = HeadingRows.Kind

export type Section = Understood.Section

/** A column of a page with the section that it is in. */
interface Lane {
  readonly page: number
  readonly column: number
  x: number
  section: Open
}

/** Text that runs on from page to page stays at its left edge, whatever number its column has there. */
const laneFor = (lanes: ReadonlyArray<Lane>, row: Row): Lane | undefined =>
  lanes.find((lane) => lane.page === row.page && lane.column === row.column) ??
  lanes.filter((lane) => lane.page === row.page - 1 && Math.abs(lane.x - row.x) < 15).sort((one, other) => Math.abs(one.x - row.x) - Math.abs(other.x - row.x))[0]

/** A heading that another column's line runs into: "linkedin.com/in/anna   EXPERIENCE" as two rows. */
const parted = (row: Row): ReadonlyArray<Row> => {
  const last = row.segments.findLastIndex((segment) => segment.joint === "style" || segment.joint === "gap")
  const [before, first] = [row.segments[last - 1], row.segments[last]]
  if (before === undefined || first === undefined || row.isBullet) return [row]
  const text = row.text.slice(first.start)
  const sizes = [before, first].map((segment) => Number.parseFloat(segment.style))
  const isHeading = (sizes[1] ?? 0) > (sizes[0] ?? 0) * 1.15 && (Headings.classify(text)?.certainty ?? 0) >= 0.99
  const count = row.text.slice(0, first.start).trim().split(" ").length
  return isHeading ? [Row_.part(row, row.words.slice(0, count), row.gapAbove), Row_.part(row, row.words.slice(count), 1)] : [row]
}

/** What stands in one line where little is said of it. */
const brief: ReadonlySet<Kind> = new Set(["languages", "skills", "certifications", "interests", "references"])

/** "Languages: English (native), German", among what no answer holds. */
const inlineAt = (row: Row, { kinds: [around] }: Pick<Section, "kinds">): { readonly kinds: ReadonlyArray<Kind>; readonly rest: Row } | null => {
  const label = /^([^:]{3,40}):\s+\S/u.exec(row.text)?.[1]
  const heading = label === undefined || around === undefined || !HeadingRows.isUnanswered(around) ? null : Headings.classify(label)
  if (label === undefined || heading?.certainty !== 1 || !heading.kinds.every((kind) => brief.has(kind))) return null
  return { kinds: heading.kinds, rest: Row_.part(row, row.words.slice(label.split(" ").length), row.gapAbove) }
}

const maxHeads = 8

/** "Period | Employer" heads work or studies, "Name | Address" nothing. */
const isTableOfEntries = (rows: ReadonlyArray<Row>): boolean =>
  Tables.heads(rows)?.heads.some(({ column }) => column === "period" || column === "date") === true

/** The heads of a table's columns, one below another as its cells are read, are no headings. */
const withoutHeads = (judged: ReadonlyArray<HeadingRows.Judged>): ReadonlyArray<HeadingRows.Judged> => {
  let heads = 0
  return judged.map((one, index) => {
    const isBesideHeading = judged.slice(index, index + maxHeads).some(({ row, score }) => score > 1 && row.page === one.row.page && Math.abs(row.y - one.row.y) < 3)
    // A heading in the margin beside the heads of a table is none of them.
    const isMargin = one.score > 1 && (Tables.heads(judged.slice(index + 1, index + 1 + maxHeads).map(({ row }) => row))?.heads.length ?? 0) > 2
    const table = heads === 0 && isBesideHeading && !isMargin ? Tables.heads(judged.slice(index, index + maxHeads).map(({ row }) => row)) : null
    // Of two columns the second may have the title of the section for its head: "Period | Education and training".
    if (table !== null && (one.score > 1 || table.heads.length > 2)) heads = table.count
    if (heads === 0) return one
    heads--
    return { ...one, score: 0 }
  })
}

/** The sections of a document in reading order; what stands before any heading is `top`. */
export const split = (all: ReadonlyArray<Row>): ReadonlyArray<Section> => {
  const { headings, rows } = LabelTables.apart(LeadHeadings.apart(Twins.apart(all.flatMap(parted))))
  const body = HeadingRows.bodyOf(rows)
  const judged = withoutHeads(HeadingRows.headings(rows)).map((one) => (headings.has(one.row) ? HeadingRows.labelled(one.row) : one))
  const sections: Array<Open> = []
  const lanes: Array<Lane> = []
  const start = (kinds: ReadonlyArray<Kind>, heading: Row | null, parent?: Open): Open => {
    const section: Open = { kinds, heading, rows: [], parent }
    sections.push(section)
    return section
  }
  let current = start(["top"], null)
  let previous: Row | null = null
  let skipped = 0
  judged.forEach(({ kinds, row, score }, index) => {
    if (skipped > 0) {
      skipped--
      return
    }
    if (previous !== null && (row.page !== previous.page || row.column !== previous.column) && row.column >= 0) {
      const isNewColumn = row.page === previous.page && row.column > previous.column && row.y < previous.y
      const lane = laneFor(lanes, row)
      if (lane !== undefined && (row.page !== previous.page || previous.column >= 0)) current = lane.section
      else if (isNewColumn && !SectionEnds.isUnderSame(row, current) && !SectionEnds.goesOn(current, SectionEnds.aheadOf(judged.slice(index)))) current = start(["top"], null)
    }
    // A table that says what its columns hold needs no heading.
    if (current.kinds[0] === "top" && row.dates.length === 0 && isTableOfEntries(rows.slice(index, index + maxHeads))) current = start(["unknown"], null)
    if (SectionEnds.isEntryUnderProse(row, current)) current = start(["unknown"], null)
    if (SectionEnds.isBeyond(row, current)) current = start(["unknown"], null)
    const parent = MarginHeadings.parentOf(row, current)
    current = parent ?? current
    const late = MarginHeadings.lateHalf(row, current)
    if (late !== null) {
      current.kinds = late.kinds
      if (late.rest !== null) current.rows.push(late.rest)
      previous = row
      return
    }
    const margin = score > 1 || parent !== null || Tables.heads(rows.slice(index, index + maxHeads)) !== null ? null : MarginHeadings.at(rows, index, body, current)
    const inline = inlineAt(row, current)
    const above = current.heading
    const isOfCell = above !== null && current.rows.length === 0 && HeadingLines.isOfCell(row, above, judged[index + 1]?.row)
    const completes = isOfCell || above !== null && current.rows.length === 0 && row.dates.length === 0 && HeadingLines.isSecondLine(row, above)
    if (completes && (isOfCell || score > 1 || HeadingLines.joined(above, row) !== null)) {
      const whole = HeadingLines.joined(above, row)
      if (whole !== null) current.kinds = whole.kinds
    } else if (score > 1 && !SectionEnds.isTitleToo(row, current) && !(kinds[0] === "unknown" && above !== null && current.rows.length === 0)) {
      const taken = SectionEnds.takenBeside(current, row)
      current = start(kinds, row)
      current.rows.push(...taken)
    } else if (margin !== null) {
      const taken = SectionEnds.takenBeside(current, margin.heading)
      const around = MarginHeadings.around(margin, current)
      if (around !== undefined) around.label = margin.heading
      current = start(margin.kinds, margin.heading, around)
      current.rows.push(...taken, ...margin.rest)
      skipped = new Set(margin.rest.map((one) => one.number)).size - 1
    } else if (inline !== null) {
      current = start(inline.kinds, null)
      current.rows.push(inline.rest)
    } else if (SectionEnds.isAddress(row, rows[index + 1], current)) {
      sections.push({ kinds: ["contact"], heading: null, rows: [row] })
    } else current.rows.push(row)
    const lane = lanes.find((one) => one.page === row.page && one.column === row.column)
    if (lane === undefined) lanes.push({ page: row.page, column: row.column, x: row.x, section: current })
    else {
      lane.x = Math.min(lane.x, row.x)
      lane.section = current
    }
    // A heading that runs across columns still heads the one that it stands over.
    if (score > 1 && row.column < 0) for (const one of lanes) if (one.page === row.page && Math.abs(one.x - row.x) < 15) one.section = current
    previous = row
  })
  const found = sections.filter((section) => section.heading !== null || section.rows.length > 0)
  return SharedSections.settled(Understood.all(found.flatMap(LevelRows.apart)))
    .flatMap(SharedSections.apart)
    .flatMap(SharedSections.coursesApart)
    .map((section) => ({ ...section, rows: Tables.unrolled(section.rows, section.kinds.some((kind) => SectionEnds.ofEntries.has(kind))) }))
}
