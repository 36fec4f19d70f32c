/** What a model is shown of a document beside its lines: pictures of pages, or the PDF that holds them; and how it is told. */
import type { View } from "@excv/provider"
import type { Document } from "@excv/schema"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Picture } from "./ChatModel.js"
import type { Vision } from "./Vision.js"

export interface Sight {
  readonly pictures: ReadonlyArray<Picture>
  /** that the pictures show, from 1 */
  readonly pages: ReadonlyArray<number>
  /** what the vendor counts for the pictures, at most */
  readonly tokens: number
}

export const nothing: Sight = { pictures: [], pages: [], tokens: 0 }

export const template = readFileSync(createRequire(import.meta.url).resolve("@excv/model/data/pictures.md"), "utf8")

/** Said outside of the fence: it is ours. */
export const introduction = ({ pages }: Sight): string => (pages.length === 0 ? "" : template.replace("{pages}", pages.join(", ")))

/** Of a whole document, the PDF where the vendor takes it; of a part of it, the pictures of its pages. */
export const of = (vision: Vision | null, { pages, pdf }: View.Views, part: ReadonlyArray<Document.Line>, isWhole: boolean): Sight => {
  if (vision === null) return nothing
  const shown = pages.filter(({ bytes, page }) => bytes.length <= vision.maxBytes && part.some((line) => line.page === page))
  if (shown.length === 0) return nothing
  const numbers = shown.map(({ page }) => page)
  const file = isWhole && shown.length === pages.length ? pdf : null
  if (vision.pdf !== null && file !== null && file.length <= vision.pdf.maxBytes && pages.length <= vision.pdf.maxPages) {
    return { pictures: [{ mediaType: "application/pdf", bytes: file }], pages: numbers, tokens: pages.length * vision.pdf.tokensPerPage }
  }
  return {
    pictures: shown.map(({ bytes, mediaType }) => ({ mediaType, bytes })),
    pages: numbers,
    tokens: shown.reduce((sum, { height, width }) => sum + vision.tokens(width, height), 0)
  }
}
