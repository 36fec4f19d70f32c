/** The regions of a page, dealt out to threads. */
import type { Region } from "./Regions.js"

/** One of so many threads that read a page together, counted from 0. */
export interface Share {
  readonly part: number
  readonly parts: number
}

export const whole: Share = { part: 0, parts: 1 }

/** pixels: what is smaller is read before it is dealt out */
const minPixels = 500_000
/** More threads would wait for the largest region. */
const maxParts = 4

/** In how many parts to read a picture while so many are read, itself included: only where threads would be idle. */
export const partsFor = (pixels: number, reading: number, threads: number): number =>
  pixels < minPixels || reading > threads + 1 ? 1 : Math.min(threads, maxParts)

const areaOf = ({ height, width }: Region): number => height * width

/** The indices of the regions of a share, in their order: the largest are dealt first, each to whom has least. */
export const deal = (regions: ReadonlyArray<Region>, { part, parts }: Share): ReadonlyArray<number> => {
  const loads = Array.from({ length: parts }, () => 0)
  const largestFirst = regions.map((region, index) => ({ index, area: areaOf(region) })).sort((a, b) => b.area - a.area || a.index - b.index)
  const dealt = largestFirst.map(({ area, index }) => {
    const least = loads.indexOf(Math.min(...loads))
    loads[least] = (loads[least] ?? 0) + area
    return { index, part: least }
  })
  return dealt.filter((one) => one.part === part).map(({ index }) => index).sort((a, b) => a - b)
}
