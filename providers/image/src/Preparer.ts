/** Preparing a picture for OCR. */
import type { Picture } from "@excv/provider"
import { Effect } from "effect"
import * as Sample from "./Sample.js"

export const preparer: Picture.Preparer = {
  prepare: (picture) => Effect.sync(() => ({ picture, sample: Sample.take(picture) }))
}
