/**
 * The decoder for PDF: positioned words, links and shapes of each page, by the parsing half of pdf.js.
 * The engine is loaded at the first document, so that a thread which only asks for `mediaTypes` does not pay for it.
 */
import type { Decoder } from "@excv/provider"
import { DocumentRefused, type Limits } from "@excv/provider"
import { Effect } from "effect"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import * as Page from "./Page.js"
import * as Picture from "./Picture.js"
import * as Inflation from "./engine/Inflation.js"
import * as Session from "./engine/Session.js"

const require = createRequire(import.meta.url)

/** Character maps of Asian fonts, from the engine's own package. */
const readCharacterMap = async (name: string) => {
  if (!/^[\w-]+$/.test(name)) throw new Error("That is not the name of a character map.")
  const cMapData = await readFile(require.resolve(`pdfjs-dist/cmaps/${name}.bcmap`))
  return { cMapData: new Uint8Array(cMapData), isCompressed: true }
}

const refused = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

const opened = (session: Session.Session) =>
  Effect.tryPromise({
    try: () => session.opened,
    catch: (error) => refused(error instanceof Session.OpenError ? error.reason : "corrupted")
  })

/** The engine works without a pause: timers and interruption get their turn between pages. */
const breathe = Effect.async<void>((resume) => {
  const immediate = setImmediate(() => resume(Effect.void))
  return Effect.sync(() => clearImmediate(immediate))
})

const readPages = Effect.fn("PdfDecoder.readPages")(function*(session: Session.Session, { maxPages, maxWords }: Limits.Limits) {
  const count = yield* opened(session)
  if (!(count >= 1)) return yield* refused("corrupted")
  if (count > maxPages) return yield* refused("too_many_pages")
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  let words = 0
  const pages = yield* Effect.forEach(numbers, Effect.fnUntraced(function*(number) {
    yield* breathe
    const page = yield* Effect.promise(() => Page.read(session, number))
    words += page?.words.length ?? 0
    return words > maxWords ? yield* refused("too_many_words") : page
  }))
  // A broken page tree may promise pages that it does not have.
  if (pages.every((page) => page === null)) return yield* refused("corrupted")
  return pages.map((page, index) => page ?? Page.unreadable(index + 1))
})

/** Reads PDF, with an empty user password where it is encrypted; fails with `inflates_too_much` before a bomb is opened. About 10 ms a page. */
export const decoder: Decoder = {
  name: "pdf",
  mediaTypes: ["application/pdf"],
  decode: Effect.fn("PdfDecoder.decode")(function*(bytes, limits) {
    if (yield* Effect.promise(() => Inflation.isTooMuch(bytes, limits))) return yield* refused("inflates_too_much")
    return yield* Effect.acquireUseRelease(
      Effect.promise(() => Session.open(bytes, readCharacterMap)),
      (session) => readPages(session, limits),
      (session) => Effect.promise(() => session.close())
    )
  }),
  picture: Picture.read
}
