/** The decoder for pictures: pages without words, and their pictures for OCR. */
import { type Decoder, DocumentRefused, type Limits, type Picture } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import type { Metadata } from "sharp"
import * as Source from "./Source.js"

const refused = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

/** Pixels per inch that a picture can have if it is a page; a camera writes 72 into its photos and means nothing. */
const minResolution = 90
const maxResolution = 1200
/** inches: the longer side of the page that a picture without resolution shows, A4 */
const pageLength = 11.69
/** Finer than this, letters get no clearer and everything slower. */
const maxUseful = 220

/** EXIF turns of a quarter exchange width and height. */
const isTurned = ({ orientation }: Metadata): boolean => (orientation ?? 1) >= 5

const resolutionOf = ({ density, height, width }: Metadata): number => {
  const longer = Math.max(width, height)
  const isBelievable = density !== undefined && density >= minResolution && density <= maxResolution && longer / density < 2 * pageLength
  return isBelievable ? density : longer / pageLength
}

const pageOf = (header: Metadata, number: number, isBlank: boolean): Document.RawPage => {
  const points = 72 / resolutionOf(header)
  const [width, height] = isTurned(header) ? [header.height, header.width] : [header.width, header.height]
  return {
    number, width: width * points, height: height * points, source: "ocr",
    words: [], links: [], shapes: [], hidden: [], hasUsableText: false, isBlank
  }
}

/** of 255: paper without a mark, as a camera or a scanner sees it */
const blankDeviation = 1.5

const deviation = (values: Uint8Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

const grey = (bytes: Uint8Array, limits: Limits.Limits, page: number) =>
  Source.open(bytes, limits, page).autoOrient().flatten({ background: "white" }).greyscale()

/** Pages that are decoded at the same time, each in a thread of its own. */
const atOnce = 2

/** Decodes all of the page, so that a file which breaks off is refused here. */
const readPage = Effect.fn("ImageDecoder.readPage")(function*(bytes: Uint8Array, number: number, limits: Limits.Limits) {
  const header = yield* Source.describe(bytes, limits, number)
  const thumbnail = yield* Source.attempt(() =>
    grey(bytes, limits, number).resize(200, 280, { fit: "inside" }).toColourspace("b-w").raw({ depth: "uchar" }).toBuffer())
  return pageOf(header, number, deviation(thumbnail) < blankDeviation)
})

const decode = Effect.fn("ImageDecoder.decode")(function*(bytes: Uint8Array, limits: Limits.Limits) {
  const { pages = 1 } = yield* Source.describe(bytes, limits)
  if (pages > limits.maxPages) return yield* refused("too_many_pages")
  return yield* Effect.forEach(Array.from({ length: pages }, (_, index) => index + 1), (number) => readPage(bytes, number, limits), { concurrency: atOnce })
})

/** Upright by its EXIF data, without transparency, in 8-bit grey, not finer than it helps. */
const picture = Effect.fn("ImageDecoder.picture")(function*(bytes: Uint8Array, page: number, limits: Limits.Limits) {
  const header = yield* Source.describe(bytes, limits, page)
  const resolution = resolutionOf(header)
  const scale = Math.min(1, maxUseful / resolution)
  const { data, info } = yield* Source.attempt(() =>
    grey(bytes, limits, page)
      .resize({ width: Math.round((isTurned(header) ? header.height : header.width) * scale) })
      .toColourspace("b-w").raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true }))
  const read: Picture.Picture = { pixels: new Uint8Array(data), width: info.width, height: info.height, resolution: resolution * scale }
  return read
})

/** Reads PNG, JPG, WEBP and TIFF with all its pages. 50 to 300 ms a page. */
export const decoder: Decoder = {
  name: "image",
  mediaTypes: ["image/png", "image/jpeg", "image/webp", "image/tiff"],
  decode,
  picture
}
