/** The contract of a decoder: one file format turned into pages of positioned words. */
import type { Document } from "@excv/schema"
import type { Effect } from "effect"
import type { DocumentRefused } from "./DocumentRefused.js"
import type { Limits } from "./Limits.js"
import type { Picture } from "./Picture.js"

export interface Decoder {
  readonly name: string
  readonly mediaTypes: ReadonlyArray<Document.MediaType>
  /**
   * Costs CPU: run it off the main thread. It must not keep state between calls, write files or open connections.
   * A page that cannot be read is a page with `hasUsableText: false`, not a failure.
   */
  readonly decode: (
    bytes: Uint8Array,
    limits: Limits
  ) => Effect.Effect<ReadonlyArray<Document.RawPage>, DocumentRefused>
  /** The picture of a page, numbered from 1; null for a format that has no pictures. Costs CPU as `decode` does. */
  readonly picture: ((
    bytes: Uint8Array,
    page: number,
    limits: Limits
  ) => Effect.Effect<Picture, DocumentRefused>) | null
}
