/** One document of the corpus with its truth. */
import type { Truth } from "@excv/evaluation"

export interface Sample {
  readonly bytes: Uint8Array
  readonly truth: Truth.Truth
}
