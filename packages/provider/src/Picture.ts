/** The picture of one page: what OCR reads. */
import type { Document } from "@excv/schema"
import type { Effect } from "effect"

export interface Picture {
  /** 8-bit grey, black is 0, row by row from the top: `width` × `height` bytes */
  readonly pixels: Uint8Array
  /** pixels */
  readonly width: number
  readonly height: number
  /** pixels per inch of the page: words are placed in points */
  readonly resolution: number
}

export interface Prepared {
  readonly picture: Picture
  /** small parts of it with much text, the fullest first: they show cheaply which language it is, and which side is up */
  readonly samples: ReadonlyArray<Picture>
  /** lines that were drawn, in points */
  readonly shapes: ReadonlyArray<Document.Shape>
}

/** Makes a picture easier to read: upright, straight, evenly lit. */
export interface Preparer {
  /** Never fails: a picture that cannot be bettered comes back as it was. Costs CPU: run it off the main thread. */
  readonly prepare: (picture: Picture) => Effect.Effect<Prepared>
}

/** Size of the page, in points. */
export const pageSize = ({ height, resolution, width }: Picture): { readonly width: number; readonly height: number } =>
  ({ width: (width * 72) / resolution, height: (height * 72) / resolution })

/** Turned by half a turn. */
export const upsideDown = (picture: Picture): Picture => ({ ...picture, pixels: picture.pixels.slice().reverse() })

/** The same of all of it. */
export const preparedUpsideDown = ({ picture, samples, shapes }: Prepared): Prepared => {
  const page = pageSize(picture)
  return {
    picture: upsideDown(picture),
    samples: samples.map(upsideDown),
    shapes: shapes.map((shape) => {
      const { height, width, x, y } = shape.box
      return { ...shape, box: { x: page.width - x - width, y: page.height - y - height, width, height } }
    })
  }
}

/** The rows from `top` on. */
export const rows = (picture: Picture, top: number, height: number): Picture =>
  ({ ...picture, height, pixels: picture.pixels.subarray(top * picture.width, (top + height) * picture.width) })
