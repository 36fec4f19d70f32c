/** What a reader of a finished page sees: words in the colour of what lies behind them, covered or off the page are cut. */
import type { Document } from "@excv/schema"
import type { Area, SetWord } from "./Galley.js"
import type { Layer, Page } from "./Page.js"

const white = "#ffffff"
const black = "#000000"
/** of 255, in each channel */
const maxDifference = 12
/** points: places are estimated, so that a text may stand this far beside the area that it was meant for */
const slack = 14
/** Against more areas a word is not held. */
const maxAreas = 2_000

const channels = (color: string): ReadonlyArray<number> => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

const isAlike = (a: string, b: string): boolean => {
  const other = channels(b)
  return channels(a).every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= maxDifference)
}

const isDark = (color: string): boolean => channels(color).reduce((sum, channel) => sum + channel, 0) < 382

const overlaps = (area: Document.Box, word: Document.Box, margin: number): boolean =>
  word.x < area.x + area.width + margin && word.x + word.width > area.x - margin &&
  word.y < area.y + area.height + margin && word.y + word.height > area.y - margin

const contains = (area: Document.Box, word: Document.Box): boolean =>
  word.x >= area.x && word.x + word.width <= area.x + area.width && word.y >= area.y && word.y + word.height <= area.y + area.height

/** Every colour that may lie behind the word: those of areas below, of what they lie on, and null for what has no single one. */
const behind = ({ word }: SetWord, below: ReadonlyArray<Area>, paper: string): ReadonlyArray<string | null> => {
  const near = below.filter((area) => area.kind !== "rule" && overlaps(area.box, word.box, slack))
  const last = near.findLastIndex((area) => area.isOpaque && contains(area.box, word.box))
  return last < 0 ? [paper, ...near.map(({ color }) => color)] : near.slice(last).map(({ color }) => color)
}

const isLost = (one: SetWord, below: ReadonlyArray<Area>, paper: string): boolean => {
  const { color, shading } = one
  if (color === null) return false
  if (shading !== null) return isAlike(color, shading)
  return behind(one, below, paper).every((other) => other !== null && isAlike(color, other))
}

const isCovered = ({ word }: SetWord, above: ReadonlyArray<Area>): boolean =>
  above.some(({ box, isOpaque, kind }) => isOpaque && kind !== "rule" &&
    contains({ x: box.x + slack / 2, y: box.y + slack / 2, width: box.width - slack, height: box.height - slack }, word.box))

const isOff = ({ word: { box } }: SetWord, { section: { height, width } }: Page, isOnPage: boolean): boolean => {
  const isBeside = box.x + box.width <= 0 || box.x >= width || box.y + box.height <= 0
  return isBeside || (box.y >= height && !isOnPage)
}

/** Text without a colour of its own is white on a dark area. */
const inked = ({ color, shading, word }: SetWord): Document.Word =>
  ({ ...word, color: color ?? (shading !== null && isDark(shading) ? white : black) })

const wordsOf = (page: Page, layers: ReadonlyArray<Layer>, paper: string, report: (reason: Document.HiddenReason) => void): ReadonlyArray<Document.Word> =>
  layers.flatMap((layer, index) => {
    const below = layers.slice(0, index + 1).flatMap(({ areas }) => areas).slice(-maxAreas)
    const above = layers.slice(index + 1).filter(({ rank }) => rank > layer.rank).flatMap(({ areas }) => areas).slice(0, maxAreas)
    return layer.words.flatMap((one) => {
      const reason = isOff(one, page, layer.isOnPage) ? "off_page" : isCovered(one, above) ? "covered" : isLost(one, below, paper) ? "no_contrast" : null
      if (reason === null) return [inked(one)]
      report(reason)
      return []
    })
  })

const maxShapes = 2_000
/** points */
const minLength = 8

const isShape = ({ box, kind }: Area): boolean => kind !== "picture" && Math.max(box.width, box.height) >= minLength

export const read = (page: Page, background: string | null): Document.RawPage => {
  const { height, width } = page.section
  const paper = background ?? white
  const layers = [...page.layers].sort((a, b) => a.rank - b.rank)
  const hidden = new Set(page.hidden)
  const words = wordsOf(page, layers, paper, (reason) => hidden.add(reason))
  const areas = layers.flatMap((layer) => layer.areas)
  const shapes = areas.filter(isShape).slice(0, maxShapes).map(({ box, color, kind }): Document.Shape => ({ kind: kind === "rule" ? "rule" : "fill", box, color }))
  return {
    number: page.number, width, height, source: "text_layer", words, links: page.links, shapes, hidden: [...hidden],
    hasUsableText: words.length > 0,
    isBlank: words.length + areas.length === 0
  }
}
