/** The regions of a page, shared by threads: each takes the next one when it is free, so that none waits for another. */
import type { Region } from "./Regions.js"

/** How many regions of a page are taken, in memory that its threads have in common. */
export type Taken = SharedArrayBuffer

export const none = (): Taken => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)

/** pixels: what is smaller is read before another thread has its picture */
const minPixels = 500_000

/** A piece of a page, of which its direction and language are asked: no thread shares it, and all of its page waits for it. */
export const isPiece = (pixels: number): boolean => pixels < minPixels

/** More threads would wait for the largest region. */
const maxParts = 4

/** How many threads read a picture while so many are read, itself included: more than one only where threads would be idle. */
export const partsFor = (pixels: number, reading: number, threads: number): number =>
  isPiece(pixels) || reading > threads + 1 ? 1 : Math.min(threads, maxParts)

const areaOf = ({ height, width }: Region): number => height * width

/** The regions that no other thread has, the largest first, with their places. */
export function* take(regions: ReadonlyArray<Region>, taken: Taken): Generator<{ readonly index: number; readonly region: Region }> {
  const count = new Int32Array(taken), next = () => largestFirst[Atomics.add(count, 0, 1)]
  const largestFirst = regions.map((region, index) => ({ index, region })).sort((a, b) => areaOf(b.region) - areaOf(a.region) || a.index - b.index)
  for (let own = next(); own !== undefined; own = next()) yield own
}
