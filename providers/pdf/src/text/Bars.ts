/** Bars that are part full: a bar over its longer track, or a bar and the rest of its track side by side. */
import type { Document } from "@excv/schema"
import type { Mark } from "../content/Marks.js"
import type { Rating } from "./Rating.js"

/** points */
const minLength = 20
const minThickness = 1.5
const maxThickness = 14
/** How often a bar is longer than thick, at least. */
const minProportion = 3
/** A page with more has a drawing of something else. */
const maxBars = 300
/** Signs that show one bar. */
const signs = 20

interface Bar {
  readonly track: Document.Box
  readonly length: number
  readonly paint: string
}

const near = (one: number, other: number, by = 1): boolean => Math.abs(one - other) < by

const right = (box: Document.Box): number => box.x + box.width

const isLevel = (one: Document.Box, other: Document.Box): boolean =>
  near(one.y + one.height / 2, other.y + other.height / 2, 0.7) && near(one.height, other.height, 1.2)

const holdsText = (box: Document.Box, words: ReadonlyArray<Document.Word>): boolean =>
  words.some((word) => {
    const y = word.box.y + word.box.height / 2, x = word.box.x + word.box.width / 2
    return x > box.x && x < right(box) && y > box.y - 1 && y < box.y + box.height + 1
  })

const over = (track: Mark, bar: Mark): Bar | null =>
  isLevel(track.box, bar.box) && near(track.box.x, bar.box.x, 1.6) && bar.box.width < track.box.width + 1.6 && bar.paint !== track.paint
    ? { track: track.box, length: Math.min(bar.box.width, track.box.width), paint: bar.paint } : null

const beside = (bar: Mark, rest: Mark): Bar | null =>
  isLevel(rest.box, bar.box) && near(right(bar.box), rest.box.x) && bar.paint !== rest.paint
    ? { track: { ...bar.box, width: right(rest.box) - bar.box.x }, length: bar.box.width, paint: bar.paint } : null

const pairs = (marks: ReadonlyArray<Mark>): ReadonlyArray<Bar> =>
  marks.flatMap((first, index) => {
    const second = marks.slice(index + 1, index + 4).find((mark) => over(first, mark) !== null || beside(first, mark) !== null)
    return second === undefined ? [] : [over(first, second) ?? beside(first, second) ?? []].flat()
  })

const isAlike = (one: Document.Box, other: Document.Box): boolean => near(one.width, other.width, 1.5) && near(one.height, other.height)

/** Bars with a track of one size, of which not all are equally full: else they are an ornament. */
const isScale = (bar: Bar, all: ReadonlyArray<Bar>): boolean => {
  const alike = all.filter(({ track }) => isAlike(track, bar.track))
  return alike.some(({ length }) => !near(length, bar.length, 0.03 * bar.track.width))
}

export const ratings = (marks: ReadonlyArray<Mark>, words: ReadonlyArray<Document.Word>): ReadonlyArray<Rating> => {
  const long = marks.filter(({ box }) => box.height >= minThickness && box.height <= maxThickness && box.width >= minProportion * box.height)
  if (long.length > maxBars) return []
  const paired = pairs(long)
  // A full bar may be painted without its track.
  const whole = long.filter(({ box, paint }) => box.width >= minLength && paired.some((bar) => bar.paint === paint && isAlike(bar.track, box)) &&
    !paired.some(({ track }) => near(track.x, box.x, 1.6) && isLevel(track, box)))
    .map(({ box, paint }) => ({ track: box, length: box.width, paint }))
  const all = [...paired, ...whole].filter(({ track }) => track.width >= minLength)
  return all.filter((bar) => !holdsText(bar.track, words)).map((bar) =>
    ({ box: bar.track, of: signs, length: bar.length, full: Math.round((signs * bar.length) / bar.track.width), isSure: isScale(bar, all) }))
}
