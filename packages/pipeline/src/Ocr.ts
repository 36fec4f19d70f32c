/**
 * The OCR stage: pages without a usable text layer are read from their pictures, side by side, and those with a layer that nobody sees
 * are compared with theirs. What cannot be read is reported, and a document without any text is refused.
 */
import { DocumentRefused, type Limits, View } from "@excv/provider"
import type { Document, Issue } from "@excv/schema"
import { Effect } from "effect"
import * as Hidden from "./Hidden.js"
import * as Reader from "./ocr/Reader.js"
import * as Views from "./ocr/Views.js"
import * as Stage from "./Stage.js"

export interface Read {
  /** words only where they can be read */
  readonly pages: ReadonlyArray<Document.RawPage>
  readonly issues: ReadonlyArray<Issue.Issue>
  /** of pages that could hardly be read */
  readonly views: View.Views
}

const unread = (page: Document.RawPage) =>
  Stage.issue("page_without_text", "This page has no usable text layer and could not be read from its picture.", { page: page.number })

/** The page when nothing reads its picture. */
const unaided = (page: Document.RawPage): Document.RawPage =>
  page.hasUsableText || page.isBlank ? Reader.layered(page) : { ...Reader.layered(page), words: [] }

const refuse = (reason: typeof DocumentRefused.Reason.Type) => new DocumentRefused.DocumentRefused({ reason })

const viewsOf = ({ bytes, decoder, pages }: Reader.Decoded, found: ReadonlyArray<Reader.ReadPage>): View.Views => {
  const drawn = found.flatMap(({ view }) => view ?? [])
  return drawn.length === 0 ? View.none : { pages: drawn, pdf: Views.pdfOf(bytes, decoder.mediaTypes.includes("application/pdf"), pages, drawn) }
}

/**
 * Without a reader only text layers count; without a wish no pictures are kept. Fails with `blank` when nothing is on any page, with
 * `no_text` when nothing can be read.
 */
export const read = Effect.fn("Ocr.read")(function*(decoded: Reader.Decoded, reader: Reader.Reader | null, limits: Limits.Limits, wish: View.Wish | null = null) {
  const written = decoded.pages.filter((page) => !page.isBlank)
  if (written.length === 0) return yield* refuse("blank")
  const found = reader === null || !written.some(Reader.needsOcr) ? [] : yield* reader.read(decoded, limits, wish)
  const read = new Map(found.map(({ page }) => [page.number, page]))
  const pages = decoded.pages.map((page) => read.get(page.number) ?? unaided(page))
  if (!pages.some((page) => page.hasUsableText)) return yield* refuse("no_text")
  return { pages, issues: [...Hidden.issues(pages), ...pages.filter(Reader.needsOcr).map(unread)], views: viewsOf(decoded, found) } satisfies Read
})
