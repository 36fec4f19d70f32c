/** What runs in an OCR thread: one picture in one language, or some of its regions. */
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import * as Addresses from "./Addresses.js"
import * as Broken from "./Broken.js"
import * as Context from "./Context.js"
import * as Core from "./Core.js"
import * as Doubted from "./Doubted.js"
import * as Overrun from "./Overrun.js"
import * as Regions from "./Regions.js"
import * as Shares from "./Shares.js"
import * as Swallowed from "./Swallowed.js"
import type { Ink } from "./Table.js"
import * as Table from "./Table.js"
import * as Words from "./Words.js"

export interface Task {
  readonly picture: Picture.Picture
  /** ISO 639-1 */
  readonly language: string
}

export interface ShareTask extends Task {
  /** all of the page */
  readonly regions: ReadonlyArray<Regions.Region>
  readonly taken: Shares.Taken
}

/** The lines of a region, by its place among those of the page. */
export interface RegionLines {
  readonly index: number
  readonly lines: Lines
}

export interface FinishTask {
  readonly picture: Picture.Picture
  readonly regions: ReadonlyArray<RegionLines>
}

type Lines = ReadonlyArray<ReadonlyArray<Ink>>

/** pixels around a word */
const margin = 6

const around = ({ bottom, left, right, top }: Swallowed.Box, { height, width }: Picture.Picture): Regions.Region => {
  const x = Math.max(0, left - margin), y = Math.max(0, top - margin)
  return { left: x, top: y, width: Math.min(width, right + margin) - x, height: Math.min(height, bottom + margin) - y }
}

/** The lines that the engine finds in a part of the picture. */
type Read = (look: Core.Look) => Lines

const readAgain = (read: Read, picture: Picture.Picture, lines: Lines): Lines =>
  lines.map((line) => line.map((word) =>
    Addresses.isDoubtful(word) ? Addresses.better(word, read({ ...around(word, picture), language: Addresses.language, mode: "7" }).flat()) : word))

/** Where the engine finds no line in a region, it is asked to take it for a plain block: there is ink in each. */
const readRegion = (recognize: Core.Recognize, language: string, region: Regions.Region, readStrip: (strip: Swallowed.Box) => ReadonlyArray<Ink>): Lines => {
  const look = { ...region, language }, table = recognize({ ...look, mode: "4" }), column = Table.lines(table, region)
  return column.length > 0 ? Swallowed.restored(column, Table.pictures(table, region), readStrip) : Table.lines(recognize({ ...look, mode: "6" }), region)
}

/** Once a page, before threads share it. */
export const findRegions = ({ picture }: Pick<Task, "picture">): ReadonlyArray<Regions.Region> => Regions.of(picture)

/** The regions of a page that no other thread takes. */
export const readShare = async ({ language, picture, regions, taken }: ShareTask): Promise<ReadonlyArray<RegionLines>> => {
  const found = await Core.look(picture, (recognize): ReadonlyArray<RegionLines> => {
    const read: Read = (look) => Table.lines(recognize(look), look)
    return Array.from(Shares.take(regions, taken), ({ index, region }) => {
      const readPart = (part: Ink) => read({ left: part.left, top: around(part, picture).top, width: part.right - part.left, height: around(part, picture).height, language, mode: "7" }).flat()
      const readStrip = (strip: Swallowed.Box) => read({ ...around(strip, picture), language, mode: "7" }).flat()
      const lines = readRegion(recognize, language, region, readStrip).map((line) => Addresses.joined(picture, Overrun.parted(line, regions, readPart)))
      return { index, lines: language === Addresses.language ? lines : readAgain(read, picture, lines) }
    })
  })
  const readLine = (inLanguage: string) => (strip: Picture.Picture) =>
    Core.look(strip, (recognize) => Table.lines(recognize({ left: 0, top: 0, width: strip.width, height: strip.height, language: inLanguage, mode: "7" }), { left: 0, top: 0 }).flat())
  const sure: Array<RegionLines> = []
  for (const { index, lines } of found) {
    const words = await Doubted.again(picture, lines, readLine(language))
    sure.push({ index, lines: await Broken.again(picture, words, readLine(Addresses.language)) })
  }
  return sure
}

/** The words of a page whose regions are all read. */
export const finish = ({ picture, regions }: FinishTask): ReadonlyArray<Document.Word> => {
  const lines = [...regions].sort((a, b) => a.index - b.index).flatMap((region) => region.lines)
  return Words.make(picture, Context.once(lines).map((line) => line.map((word) => Addresses.mended(picture, word))))
}

/** All of a page. */
export const readPage = async ({ language, picture }: Task): Promise<ReadonlyArray<Document.Word>> =>
  finish({ picture, regions: await readShare({ language, picture, regions: findRegions({ picture }), taken: Shares.none() }) })
