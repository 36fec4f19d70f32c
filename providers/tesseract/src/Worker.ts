/** What runs in an OCR thread: one picture in one language. */
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import * as Addresses from "./Addresses.js"
import * as Core from "./Core.js"
import * as Regions from "./Regions.js"
import type { Ink } from "./Table.js"
import * as Table from "./Table.js"
import * as Words from "./Words.js"

export interface Task {
  readonly picture: Picture.Picture
  /** ISO 639-1 */
  readonly language: string
}

type Lines = ReadonlyArray<ReadonlyArray<Ink>>

/** pixels around a word */
const margin = 6

const around = ({ bottom, left, right, top }: Ink, { height, width }: Picture.Picture): Regions.Region => {
  const x = Math.max(0, left - margin), y = Math.max(0, top - margin)
  return { left: x, top: y, width: Math.min(width, right + margin) - x, height: Math.min(height, bottom + margin) - y }
}

const read = async (picture: Picture.Picture, looks: ReadonlyArray<Core.Look>): Promise<ReadonlyArray<Lines>> => {
  const tables = await Core.recognize(picture, looks)
  return looks.map((look, index) => Table.lines(tables[index] ?? "", look))
}

const readAgain = async (picture: Picture.Picture, lines: Lines): Promise<Lines> => {
  const addresses = lines.flat().filter(Addresses.isDoubtful)
  if (addresses.length === 0) return lines
  const again = await read(picture, addresses.map((word) => ({ ...around(word, picture), language: Addresses.language, mode: "7" as const })))
  const readings = new Map(addresses.map((word, index) => [word, Addresses.better(word, (again[index] ?? []).flat())]))
  return lines.map((line) => line.map((word) => readings.get(word) ?? word))
}

/** Where the engine finds no line in a region, it is asked to take it for a plain block: there is ink in each. */
const readRegions = async (picture: Picture.Picture, language: string): Promise<Lines> => {
  const looks = Regions.of(picture).map((region) => ({ ...region, language, mode: "4" as const }))
  const first = await read(picture, looks)
  const empty = looks.filter((_, index) => first[index]?.length === 0)
  const second = empty.length === 0 ? [] : await read(picture, empty.map((look) => ({ ...look, mode: "6" as const })))
  return [...first, ...second].flat()
}

/** The thread's one task, called by the pool. */
export default async ({ language, picture }: Task): Promise<ReadonlyArray<Document.Word>> => {
  const lines = (await readRegions(picture, language)).map((line) => Addresses.joined(picture, line))
  const again = language === Addresses.language ? lines : await readAgain(picture, lines)
  return Words.make(picture, again.map((line) => line.map((word) => Addresses.mended(picture, word))))
}
