/** The OCR stage: pages without a usable text layer are reported, and a document without any text is refused. */
import { DocumentRefused } from "@excv/provider"
import type { Document, Issue } from "@excv/schema"
import { Effect } from "effect"
import * as Hidden from "./Hidden.js"
import * as Stage from "./Stage.js"

export interface Read {
  /** only the pages that can be read */
  readonly document: Document.Document
  readonly issues: ReadonlyArray<Issue.Issue>
}

const unread = (page: Document.Page) =>
  Stage.issue("page_without_text", "This page has no usable text layer and was not read.", { page: page.number })

/** Fails with `blank` when nothing is on any page, and with `no_text` when no page has usable text. */
export const read = Effect.fn("Ocr.read")(function*(document: Document.Document) {
  const written = document.pages.filter((page) => !page.isBlank)
  if (written.length === 0) return yield* new DocumentRefused.DocumentRefused({ reason: "blank" })
  if (!written.some((page) => page.hasUsableText)) {
    return yield* new DocumentRefused.DocumentRefused({ reason: "no_text" })
  }
  const issues = [...Hidden.issues(document), ...written.filter((page) => !page.hasUsableText).map(unread)]
  const pages = document.pages.map((page) => (page.hasUsableText ? page : { ...page, lines: [] }))
  return { document: { ...document, pages: renumber(pages) }, issues } satisfies Read
})

/** Lines are cited by number, so the numbers stay without gaps when a page drops out. */
const renumber = (pages: ReadonlyArray<Document.Page>): ReadonlyArray<Document.Page> => {
  let number = 0
  return pages.map((page) => ({ ...page, lines: page.lines.map((line) => ({ ...line, number: ++number })) }))
}
