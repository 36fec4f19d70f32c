/** The contract of an OCR engine: one picture of a page turned into positioned words. */
import type { Document } from "@excv/schema"
import type { Effect } from "effect"
import type { ProviderError } from "./ProviderError.js"

export interface Picture {
  /** PNG */
  readonly bytes: Uint8Array
  /** of the page, in points: the boxes of the words are given in the page's coordinates */
  readonly width: number
  readonly height: number
}

export interface OcrEngine {
  readonly name: string
  /** ISO 639-1 codes that can be read */
  readonly languages: ReadonlyArray<string>
  readonly read: (
    picture: Picture,
    languages: ReadonlyArray<string>
  ) => Effect.Effect<ReadonlyArray<Document.Word>, ProviderError>
}
