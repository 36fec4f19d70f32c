/**
 * The decoder for PDF: positioned words, links and shapes of each page, by the parsing half of pdf.js.
 * The engine is loaded at the first document, so that a thread which only asks for `mediaTypes` does not pay for it.
 */
import type { Decoder } from "@excv/provider"
import { DocumentRefused } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import * as Page from "./Page.js"
import * as Session from "./engine/Session.js"

const require = createRequire(import.meta.url)

/** Character maps of Asian fonts, from the engine's own package. */
const readCharacterMap = async (name: string) => {
  if (!/^[\w-]+$/.test(name)) throw new Error("That is not the name of a character map.")
  const cMapData = await readFile(require.resolve(`pdfjs-dist/cmaps/${name}.bcmap`))
  return { cMapData: new Uint8Array(cMapData), isCompressed: true }
}

const refused = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

const open = (bytes: Uint8Array) =>
  Effect.tryPromise({
    try: () => Session.open(bytes, readCharacterMap),
    catch: (error) => refused(error instanceof Session.OpenError ? error.reason : "corrupted")
  })

const readPages = (session: Session.Session, maxPages: number): Effect.Effect<ReadonlyArray<Document.RawPage>, DocumentRefused.DocumentRefused> => {
  if (!(session.pageCount >= 1)) return Effect.fail(refused("corrupted"))
  if (session.pageCount > maxPages) return Effect.fail(refused("too_many_pages"))
  return Effect.forEach(Array.from({ length: session.pageCount }, (_, index) => index + 1), (number) =>
    Effect.promise(() => Page.read(session, number)))
}

/** Reads PDF, with an empty user password where it is encrypted. About 10 ms a page. */
export const decoder: Decoder = {
  name: "pdf",
  mediaTypes: ["application/pdf"],
  decode: Effect.fn("PdfDecoder.decode")((bytes, limits) =>
    Effect.acquireUseRelease(
      open(bytes),
      (session) => readPages(session, limits.maxPages),
      (session) => Effect.promise(() => session.close())
    )
  )
}
