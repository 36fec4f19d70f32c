/** Words that do not run from left to right: names and decorations along an edge, which would cut through the lines. */
import type { Document } from "@excv/schema"
import * as Geometry from "./Geometry.js"
import * as Segments from "./Segment.js"
import type { Segment } from "./Segment.js"

/** Much taller than its letters. */
export const isRotated = ({ box, fontSize }: Document.Word): boolean =>
  box.height > 1.6 * fontSize && box.height > box.width

/** One line for each run of words beside each other, in the order of the file. */
export const lines = (words: ReadonlyArray<Document.Word>): ReadonlyArray<Segment> => {
  const runs: Array<Array<Document.Word>> = []
  for (const word of words) {
    const run = runs[runs.length - 1], previous = run?.[run.length - 1]
    const follows = previous !== undefined &&
      Math.min(Geometry.right(previous.box), Geometry.right(word.box)) - Math.max(previous.box.x, word.box.x) > 0.5 * word.fontSize
    if (run === undefined || !follows) runs.push([word])
    else run.push(word)
  }
  return runs.map(Segments.make)
}
