/** The picture of a page, drawn by PDFium: the parsing half of pdf.js draws nothing. */
import { PDFiumLibrary } from "@hyzyla/pdfium"
import { DocumentRefused, type Limits, type Picture } from "@excv/provider"
import { Effect } from "effect"

/** Pixels per inch: letters of a CV are 10 to 20 pixels high then. */
const resolution = 200
const minResolution = 36
/** Four sheets of A4: a poster is drawn coarser, as its letters are larger. */
const mostPixels = 16_000_000

const refused = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

/** As fine as the limit of pixels allows. */
const resolutionFor = (width: number, height: number, maxPixels: number): number =>
  Math.min(resolution, Math.sqrt(maxPixels / ((width / 72) * (height / 72))))

/** A new instance each time: its memory never shrinks, and a hostile file leaves nothing behind. About 150 ms a page. */
const draw = async (bytes: Uint8Array, page: number, maxPixels: number): Promise<Picture.Picture> => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  try {
    const drawn = document.getPage(page - 1)
    const { originalHeight, originalWidth } = drawn.getOriginalSize()
    const fitting = resolutionFor(originalWidth, originalHeight, maxPixels)
    if (!(fitting >= minResolution)) throw refused("too_many_pixels")
    const { data, height, width } = await drawn.render({ scale: fitting / 72, render: "bitmap", colorSpace: "Gray" })
    return { pixels: new Uint8Array(data), width, height, resolution: fitting }
  } finally {
    document.destroy()
    library.destroy()
  }
}

/** Fails with `corrupted` when PDFium cannot read what pdf.js could, and with `too_many_pixels` for a poster. */
export const read = (bytes: Uint8Array, page: number, limits: Limits.Limits): Effect.Effect<Picture.Picture, DocumentRefused.DocumentRefused> =>
  Effect.tryPromise({
    try: () => draw(bytes, page, Math.min(mostPixels, limits.maxPixels)),
    catch: (error) => (error instanceof DocumentRefused.DocumentRefused ? error : refused("corrupted"))
  })
