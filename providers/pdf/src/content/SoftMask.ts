/**
 * Where a soft mask lets through what is painted under it. Known for areas of one colour; a picture, a pattern or a path of any other form
 * is taken to let through all of the box around it, so that nothing is called hidden that may be seen.
 */
import type { Document } from "@excv/schema"
import * as Clip from "./Clip.js"
import type { Glyph } from "./Glyph.js"
import type { State } from "./State.js"

interface Area {
  readonly box: Document.Box
  /** 0..1 of what is painted under it */
  readonly share: number
}

export interface SoftMask {
  /** where nothing was painted */
  readonly base: number
  /** of something painted: by how bright and how opaque it is */
  readonly shareOf: (luminance: number, alpha: number) => number
  /** what was painted last comes last */
  readonly areas: Array<Area>
}

/** What goes through less cannot be seen. */
const minShare = 0.05
const maxAreas = 1_000
const everywhere: Document.Box = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 }

/** 0..1; a pattern may be white. */
const luminanceOf = (color: string | null): number => {
  const [red = 255, green = 255, blue = 255] = color === null ? [] : [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255
}

const mapped = (map: unknown) => (share: number): number =>
  map instanceof Uint8Array ? (map[Math.round(255 * share)] ?? 255) / 255 : share

/** By the engine's options of its group: whether its brightness or its opacity counts, on which backdrop, through which curve. */
export const make = (options: unknown): SoftMask => {
  const { backdrop, subtype, transferMap } = options as { readonly subtype?: unknown; readonly backdrop?: unknown; readonly transferMap?: unknown }
  const through = mapped(transferMap)
  if (subtype !== "Luminosity") return { base: through(0), shareOf: (_, alpha) => through(alpha), areas: [] }
  const behind = typeof backdrop === "string" ? luminanceOf(backdrop) : 0
  return { base: through(behind), shareOf: (luminance, alpha) => through(alpha * luminance + (1 - alpha) * behind), areas: [] }
}

const add = (mask: SoftMask, area: Area): void => {
  // Beyond so many, all of the page may be seen.
  if (mask.areas.length < maxAreas) mask.areas.push(area)
  else mask.areas[maxAreas] = { box: everywhere, share: 1 }
}

/** Paints the box in one colour. `isWhole`: all of it, so that it also hides. */
export const paint = (mask: SoftMask, state: State, box: Document.Box, color: string | null, isWhole: boolean): void => {
  const share = mask.shareOf(luminanceOf(color), state.alpha)
  if (share >= minShare || isWhole) add(mask, { box: Clip.within(state.clip, box), share })
}

/** Paints something of which it is not known what it lets through. */
export const paintAny = (mask: SoftMask, state: State, box: Document.Box | null): void => {
  add(mask, { box: Clip.within(state.clip, box ?? everywhere), share: 1 })
}

/** points */
const slack = 1

const holds = ({ height, width, x, y }: Document.Box, atX: number, atY: number): boolean =>
  atX >= x - slack && atX <= x + width + slack && atY >= y - slack && atY <= y + height + slack

/** Nothing of the glyph can be seen through it. */
export const hides = ({ areas, base }: SoftMask, glyph: Glyph): boolean => {
  const box = Clip.boxOf(glyph)
  const over = areas.findLast((area) => holds(area.box, box.x + box.width / 2, box.y + box.height / 2))
  return (over?.share ?? base) < minShare
}
