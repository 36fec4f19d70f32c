/** What lies behind a text: tells white on white from white on a dark bar. */
import type { Document } from "@excv/schema"

export interface Backdrops {
  /** Paints an area; null stands for what has no single colour: a picture, a gradient, something half transparent. */
  readonly paint: (box: Document.Box, color: string | null) => void
  /** Paints an area of unknown extent. */
  readonly paintAnywhere: () => void
  /** The topmost area at this point has the colour of the text; without any, the page is white. */
  readonly hides: (x: number, y: number, color: string | null) => boolean
}

interface Area {
  readonly box: Document.Box
  readonly color: string | null
}

/** The last painted areas are the topmost ones. */
const maxAreas = 1_000
/** of 255, in each channel */
const maxDifference = 12
const white = "#ffffff"

const everywhere: Document.Box = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 }

/** what one step of each channel adds to a colour */
const steps = [65_536, 256, 1]

const isAlike = (a: string, b: string): boolean => {
  if (a === b) return true
  const [one, other] = [Number.parseInt(a.slice(1), 16), Number.parseInt(b.slice(1), 16)]
  return steps.every((step) => Math.abs(Math.floor(one / step) % 256 - Math.floor(other / step) % 256) <= maxDifference)
}

const contains = ({ height, width, x, y }: Document.Box, px: number, py: number): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height

export const make = (): Backdrops => {
  const areas: Array<Area> = []
  const paint = (box: Document.Box, color: string | null) => {
    areas.push({ box, color })
    if (areas.length > maxAreas) areas.shift()
  }
  return {
    paint,
    paintAnywhere: () => paint(everywhere, null),
    hides: (x, y, color) => {
      if (color === null) return false
      for (let index = areas.length - 1; index >= 0; index--) {
        const area = areas[index]
        if (area !== undefined && contains(area.box, x, y)) return area.color !== null && isAlike(area.color, color)
      }
      return isAlike(white, color)
    }
  }
}
