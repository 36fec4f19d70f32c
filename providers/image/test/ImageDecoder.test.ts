import { describe, expect, it } from "@effect/vitest"
import { Limits, type Picture } from "@excv/provider"
import { Effect } from "effect"
import sharp, { type Sharp } from "sharp"
import { ImageDecoder } from "../src/index.js"

const { decode, picture } = ImageDecoder.decoder
const draw = picture ?? (() => Effect.dieMessage("no pictures"))

/** White, 80 × 100, with a black square of 20 in its top left corner. */
const page = (): Sharp =>
  sharp({ create: { width: 80, height: 100, channels: 3, background: "white" } })
    .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: "black" } }, left: 0, top: 0 }])

const grey = async (): Promise<Sharp> => sharp(await page().png().toBuffer()).greyscale().toColourspace("b-w")

/** A fax is made of bare pixels of one channel. */
const fax = async (): Promise<Uint8Array> => {
  const { data, info } = await (await grey()).raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: 1 as const }
  const one = info.channels === 1 ? data : data.filter((_, index) => index % info.channels === 0)
  return sharp(one, { raw }).toColourspace("b-w").tiff({ compression: "ccittfax4", bitdepth: 1 }).toBuffer()
}

const at = ({ pixels, width }: Picture.Picture, x: number, y: number): number => pixels[y * width + x] ?? -1

/** Sides of the square that is dark and of the one that is light, wherever it was scaled to. */
const corners = (seen: Picture.Picture) => ({
  topLeft: at(seen, Math.round(seen.width * 0.05), Math.round(seen.height * 0.05)),
  topRight: at(seen, Math.round(seen.width * 0.95), Math.round(seen.height * 0.05)),
  bottomRight: at(seen, Math.round(seen.width * 0.95), Math.round(seen.height * 0.95))
})

const kinds: ReadonlyArray<readonly [name: string, bytes: () => Promise<Uint8Array>]> = [
  ["1-bit PNG", async () => (await grey()).png({ palette: true, colours: 2 }).toBuffer()],
  ["16-bit PNG", async () => sharp(await page().toColourspace("rgb16").png().toBuffer()).toColourspace("grey16").png().toBuffer()],
  ["PNG with transparency as paper", async () =>
    sharp({ create: { width: 80, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .composite([{ input: { create: { width: 20, height: 20, channels: 4, background: "black" } }, left: 0, top: 0 }]).png().toBuffer()],
  ["JPG in CMYK", async () => page().toColourspace("cmyk").jpeg().toBuffer()],
  ["grey JPG", async () => (await grey()).jpeg().toBuffer()],
  ["WEBP", async () => page().webp().toBuffer()],
  ["fax, TIFF of one bit", fax],
  ["TIFF in colour", async () => page().tiff({ compression: "deflate" }).toBuffer()]
]

describe("a picture", () => {
  it.effect.each(kinds)("%s becomes black ink on white paper", ([, bytes]) =>
    Effect.gen(function*() {
      const file = new Uint8Array(yield* Effect.promise(bytes))
      const pages = yield* decode(file, Limits.standard)
      expect(pages).toMatchObject([{ number: 1, source: "ocr", words: [], hasUsableText: false, isBlank: false }])
      const { bottomRight, topLeft, topRight } = corners(yield* draw(file, 1, Limits.standard))
      expect(topLeft).toBeLessThan(30)
      expect(Math.min(topRight, bottomRight)).toBeGreaterThan(225)
    }))

  it.effect("is turned as its EXIF data says", () =>
    Effect.gen(function*() {
      const file = new Uint8Array(yield* Effect.promise(async () => page().withMetadata({ orientation: 6 }).jpeg().toBuffer()))
      const seen = yield* draw(file, 1, Limits.standard)
      expect(seen.width).toBeGreaterThan(seen.height)
      expect(corners(seen).topRight).toBeLessThan(30)
      const [raw] = yield* decode(file, Limits.standard)
      expect(raw?.width).toBeGreaterThan(raw?.height ?? 0)
    }))

  it.effect("of nothing is blank", () =>
    Effect.gen(function*() {
      const file = yield* Effect.promise(async () => sharp({ create: { width: 80, height: 100, channels: 3, background: "#fafafa" } }).png().toBuffer())
      expect(yield* decode(new Uint8Array(file), Limits.standard)).toMatchObject([{ isBlank: true }])
    }))
})

const threePages = Effect.promise(async () => {
  const raw = { width: 40, height: 120, channels: 1 as const, pageHeight: 40 }
  return new Uint8Array(await sharp(Buffer.concat([Buffer.alloc(1600, 255), Buffer.alloc(1600, 0), Buffer.alloc(1600, 120)]), { raw }).toColourspace("b-w").tiff().toBuffer())
})

describe("a TIFF", () => {
  it.effect("is read with all its pages", () =>
    Effect.gen(function*() {
      const file = yield* threePages
      expect(yield* decode(file, Limits.standard)).toHaveLength(3)
      expect(at(yield* draw(file, 2, Limits.standard), 5, 5)).toBe(0)
      expect(at(yield* draw(file, 3, Limits.standard), 5, 5)).toBe(120)
    }))

  it.effect("of too many pages is refused", () =>
    Effect.flatMap(threePages, (file) =>
      Effect.map(Effect.flip(decode(file, { ...Limits.standard, maxPages: 2 })), (error) => expect(error.reason).toBe("too_many_pages"))))
})

describe("a file that harms", () => {
  it.effect("of too many pixels is refused by its header", () =>
    Effect.gen(function*() {
      const file = new Uint8Array(yield* Effect.promise(() => page().png().toBuffer()))
      // The width of a PNG stands at byte 16, the height behind it.
      new DataView(file.buffer).setUint32(16, 50_000)
      new DataView(file.buffer).setUint32(20, 50_000)
      expect(yield* Effect.flip(decode(file, Limits.standard))).toMatchObject({ reason: "too_many_pixels" })
    }))

  it.effect.each(kinds)("%s that breaks off is refused", ([, bytes]) =>
    Effect.gen(function*() {
      const whole = new Uint8Array(yield* Effect.promise(bytes))
      const error = yield* Effect.flip(decode(whole.slice(0, Math.floor(whole.length * 0.6)), Limits.standard))
      expect(error.reason).toBe("corrupted")
    }))

  it.effect("in a format that nobody asked for is not opened", () =>
    Effect.map(
      Effect.flip(decode(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), Limits.standard)),
      (error) => expect(error.reason).toBe("corrupted")
    ))
})
