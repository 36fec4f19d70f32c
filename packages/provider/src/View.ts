/** Views: what an extractor that reads pictures is shown beside the lines, where OCR could hardly read them. */
import type { Effect } from "effect"
import type { Picture } from "./Picture.js"

/** A picture in a file format, as vendors take it. */
export interface Drawn {
  readonly mediaType: "image/jpeg"
  readonly bytes: Uint8Array
  /** pixels */
  readonly width: number
  readonly height: number
}

/** The picture of one page, upright and evenly lit. */
export interface PageView extends Drawn {
  /** from 1 */
  readonly page: number
}

export interface Views {
  /** in the order of the pages */
  readonly pages: ReadonlyArray<PageView>
  /** the file, when it is a PDF with nothing but pictures in it and all of its pages are in `pages`; else null */
  readonly pdf: Uint8Array | null
}

export const none: Views = { pages: [], pdf: null }

/** What an extractor can be shown. */
export interface Wish {
  /** of a picture; pixels: a larger one is scaled down */
  readonly longSide: number
  readonly maxPages: number
}

/** Makes a file of a picture, scaled down to the long side. */
export interface Drawer {
  /** Null when it cannot be drawn. Costs CPU: run it off the main thread. */
  readonly draw: (picture: Picture, longSide: number) => Effect.Effect<Drawn | null>
}
