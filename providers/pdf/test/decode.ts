import { Limits } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { PdfDecoder } from "../src/index.js"

export const file = (name: string): Uint8Array => readFileSync(new URL(`files/${name}`, import.meta.url))

export const decode = (bytes: Uint8Array, maxPages = 30) => PdfDecoder.decoder.decode(bytes, { ...Limits.standard, maxPages })

/** The first page. */
export const firstPage = (bytes: Uint8Array): Effect.Effect<Document.RawPage, unknown> =>
  decode(bytes).pipe(Effect.flatMap(([page]) => (page === undefined ? Effect.fail("no page") : Effect.succeed(page))))

/** The words of the first page, joined by spaces in the order of the file. */
export const firstText = (bytes: Uint8Array) =>
  firstPage(bytes).pipe(Effect.map((page) => page.words.map((word) => word.text).join(" ")))
