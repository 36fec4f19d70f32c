/** The lines of one column as a text: where blocks and paragraphs begin. */
import * as Bullet from "./Bullet.js"
import * as Geometry from "./Geometry.js"
import type { Segment } from "./Segment.js"
import * as Style from "./Style.js"

/** points between baselines within a paragraph, by the closer quarter of the lines */
export const leading = (lines: ReadonlyArray<Segment>): number => {
  const steps = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0)).sort((a, b) => a - b)
  const size = Geometry.median(lines.map((line) => line.fontSize))
  const step = steps[Math.floor(steps.length / 4)] ?? 1.3 * size
  return Math.min(Math.max(step, size), 1.7 * size)
}

const isApart = (previous: Segment, line: Segment, step: number): boolean => {
  const scale = Math.max(previous.fontSize, line.fontSize) / Math.min(previous.fontSize, line.fontSize)
  return line.baseline - previous.baseline > 1.25 * step * Math.min(scale, 1.6) + 0.5
}

/** Consecutive lines without a wider gap between them. */
export const blocks = (lines: ReadonlyArray<Segment>, step: number): ReadonlyArray<ReadonlyArray<Segment>> => {
  const found: Array<Array<Segment>> = []
  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    if (previous === undefined || isApart(previous, line, step)) found.push([line])
    else found[found.length - 1]?.push(line)
  })
  return found
}

/** For each line, whether something begins there: it does not merely go on from a full line above, which may reach to `edge`. */
export const starts = (lines: ReadonlyArray<Segment>, edge = -Infinity): ReadonlyArray<boolean> => {
  const text = Geometry.union(lines.map((line) => line.box))
  const column = { ...text, width: Math.max(text.width, edge - text.x) }
  const step = leading(lines)
  return lines.map((line, index) => {
    const previous = lines[index - 1]
    if (previous === undefined || isApart(previous, line, step) || !Style.isSame(previous, line)) return true
    if (Bullet.isBullet(line.words[0]?.text ?? "") || line.box.x < previous.box.x - 3) return true
    // A line of one or two words is full in any narrow column: it is an item, unless the next goes on in lower case.
    const isItem = previous.words.length < 3 && !/^\p{Ll}/u.test(line.words[0]?.text ?? "")
    return isItem || Geometry.right(previous.box) < column.x + 0.8 * column.width
  })
}
