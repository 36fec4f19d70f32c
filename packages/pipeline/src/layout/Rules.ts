/** What the lines drawn around a gutter say: whether they part columns, the sections within them, or the rows of a table. */
import type { Document } from "@excv/schema"
import * as Geometry from "./Geometry.js"
import type * as Gutter from "./Gutter.js"
import type { Segment } from "./Segment.js"

type Boxes = ReadonlyArray<Document.Box>

/** points: what is thicker is a bar */
const maxThickness = 3

export const of = (shapes: ReadonlyArray<Document.Shape>): Boxes => shapes.flatMap(({ box, kind }) => (kind === "rule" ? [box] : []))

const isAcross = ({ height }: Document.Box): boolean => height < maxThickness

/** points */
const minRule = 60

/** A line drawn down the gutter that no other line crosses, as in newspapers; in tables the lines of the rows do. */
const divides = ({ bottom, top, width, x }: Gutter.Gutter, rules: Boxes): boolean =>
  rules.some((box) => box.width < maxThickness && box.height > minRule && box.x > x - width && box.x < x && Math.min(Geometry.bottom(box), bottom) - Math.max(box.y, top) > 0.85 * (bottom - top))

const isCrossed = ({ bottom, top, width, x }: Gutter.Gutter, rules: Boxes): boolean =>
  rules.some((box) => isAcross(box) && box.x < x - width && Geometry.right(box) > x && box.y > top && box.y < bottom)

/** of the width of a side: what underlines a text is shorter */
const widthShare = 0.9
/** points: the lines of one row differ by less */
const maxStep = 2
/** points: the line above the first title of a side */
const maxAbove = 20
const minUnlevel = 3

/** Lines as wide as a side above its sections, each side with its own: those of a table stand level. */
const partSections = ({ bottom, left, right, top }: Gutter.Gutter, rules: Boxes): boolean => {
  const own = [left, right].map((side) => {
    const { width, x } = Geometry.union(side.map(({ box }) => box))
    return rules.filter((box) => isAcross(box) && box.width >= widthShare * width && box.x > x - maxStep && box.x < x + maxStep && box.y > top - maxAbove && box.y < bottom)
  })
  const [lefts = [], rights = []] = own
  const isAlone = (box: Document.Box, others: Boxes): boolean => others.every(({ y }) => Math.abs(y - box.y) > maxStep)
  const unlevel = [...lefts.filter((box) => isAlone(box, rights)), ...rights.filter((box) => isAlone(box, lefts))].length
  return lefts.length > 0 && rights.length > 0 && unlevel >= minUnlevel && unlevel * 2 > lefts.length + rights.length
}

export const evidence = (gutter: Gutter.Gutter, rules: Boxes): number =>
  (divides(gutter, rules) || partSections(gutter, rules)) && !isCrossed(gutter, rules) ? 3 : 0

const minRuled = 2
const ruledShare = 0.7

/** A line is drawn below nearly each row, on both sides: a table, whatever heads its columns. */
export const areGrid = (sides: ReadonlyArray<ReadonlyArray<Segment>>, rules: Boxes): boolean =>
  sides.every((rows) => {
    const ruled = rows.slice(1).filter((row, index) => rules.some((box) =>
      isAcross(box) && box.y > (rows[index]?.baseline ?? box.y) && box.y < row.baseline && box.x < Geometry.right(row.box) && Geometry.right(box) > row.box.x))
    return ruled.length >= minRuled && ruled.length >= ruledShare * (rows.length - 1)
  })
