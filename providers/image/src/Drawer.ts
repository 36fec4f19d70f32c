/** Pictures as files for models: grey JPEG, as large as asked for and no larger. */
import type { View } from "@excv/provider"
import { Effect } from "effect"
import sharp from "sharp"

/** Letters keep their edges; an A4 page with a long side of 1568 pixels takes 200 to 400 kB. */
const quality = 80

export const drawer: View.Drawer = {
  draw: ({ height, pixels, width }, longSide) =>
    Effect.tryPromise(() =>
      sharp(pixels, { raw: { width, height, channels: 1 } })
        .resize({ width: longSide, height: longSide, fit: "inside", withoutEnlargement: true })
        .toColourspace("b-w").jpeg({ quality }).toBuffer({ resolveWithObject: true })
    ).pipe(
      Effect.map(({ data, info }): View.Drawn => ({ mediaType: "image/jpeg", bytes: new Uint8Array(data), width: info.width, height: info.height })),
      Effect.orElseSucceed(() => null)
    )
}
