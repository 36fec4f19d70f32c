/** What runs in an OCR thread: one picture in one language. */
import type { Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import * as Core from "./Core.js"
import * as Regions from "./Regions.js"
import * as Table from "./Table.js"
import * as Words from "./Words.js"

export interface Task {
  readonly picture: Picture.Picture
  /** ISO 639-1 */
  readonly language: string
}

/** The picture as the simplest file there is: Leptonica has no way to take bare pixels from outside. */
const toFile = ({ height, pixels, width }: Picture.Picture): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), pixels])

/** The thread's one task, called by the pool. */
export default async ({ language, picture }: Task): Promise<ReadonlyArray<Document.Word>> => {
  const tables = await Core.recognize(toFile(picture), picture.resolution, Regions.of(picture), language)
  return Words.make(picture, tables.flatMap(Table.lines))
}
