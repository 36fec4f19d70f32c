/** A page of a PDF as a scanner would see it: the picture that OCR engines are compared on. */
import { Pages } from "@excv/fixtures"
import { Effect } from "effect"
import sharp from "sharp"

/** pixels per inch */
export const resolution = 200

/** Page 1 as PNG, in grey, without noise. */
export const firstPage = (bytes: Uint8Array): Effect.Effect<Uint8Array> =>
  Effect.promise(async () => {
    const [page] = await Pages.draw(bytes, resolution)
    if (page === undefined) throw new Error("The PDF has no page.")
    const raw = { width: page.width, height: page.height, channels: 1 as const }
    const png = await sharp(page.pixels, { raw }).withMetadata({ density: resolution }).png().toBuffer()
    return new Uint8Array(png)
  })

/** The same page three times, in one TIFF. */
export const threePages = (png: Uint8Array): Effect.Effect<Uint8Array> =>
  Effect.promise(async () => {
    const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height * 3, channels: 1 as const, pageHeight: info.height }
    return new Uint8Array(await sharp(Buffer.concat([data, data, data]), { raw }).toColourspace("b-w")
      .tiff({ compression: "deflate", xres: resolution / 25.4, yres: resolution / 25.4 }).toBuffer())
  })
