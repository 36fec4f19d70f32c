/** The contract of an OCR engine: one picture of a page turned into positioned words. */
import type { Document } from "@excv/schema"
import type { Duration, Effect } from "effect"
import type { Picture } from "./Picture.js"
import type { ProviderError } from "./ProviderError.js"

export interface OcrEngine {
  readonly name: string
  /** ISO 639-1 codes that can be read */
  readonly languages: ReadonlyArray<string>
  /**
   * Words of an upright picture, in points from its top left corner, in the order of the engine. As with a decoder, the box
   * of a word is its em: four fifths above the baseline. A language that the engine has not is read as the first that it has.
   * After `timeout`, counted from when it begins and not while it waits for others, it stops computing and fails.
   */
  readonly read: (
    picture: Picture,
    language: string,
    timeout: Duration.Duration
  ) => Effect.Effect<ReadonlyArray<Document.Word>, ProviderError>
}
