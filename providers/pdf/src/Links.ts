/** Link annotations: where they lead and which words they cover. */
import type { Document } from "@excv/schema"
import * as Matrix from "./content/Matrix.js"

/** Flags of an annotation that is not shown: hidden, no view. */
const unseen = 2 | 32

interface LinkAnnotation {
  readonly annotationFlags?: number
  readonly url?: string
  readonly unsafeUrl?: string
  readonly rect: ReadonlyArray<number>
}

const isLink = (value: unknown): value is LinkAnnotation =>
  typeof value === "object" && value !== null && Array.isArray((value as LinkAnnotation).rect) &&
  (((value as LinkAnnotation).annotationFlags ?? 0) & unseen) === 0

/** Links to the outside, with their boxes on the page. */
export const read = (annotations: ReadonlyArray<unknown>, base: Matrix.Matrix): ReadonlyArray<Document.Hyperlink> =>
  annotations.filter(isLink).flatMap(({ rect, unsafeUrl, url }) => {
    const [x0, y0, x1, y1] = rect.map(Number)
    const target = (url ?? unsafeUrl)?.trim()
    if (target === undefined || target === "" || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return []
    const box = Matrix.bounds(base, x0, y0, x1, y1)
    return Number.isFinite(box.x + box.y + box.width + box.height) ? [{ box, url: target }] : []
  })

const covers = (link: Document.Box, word: Document.Box): boolean => {
  const width = Math.min(link.x + link.width, word.x + word.width) - Math.max(link.x, word.x)
  const height = Math.min(link.y + link.height, word.y + word.height) - Math.max(link.y, word.y)
  return width > word.width / 2 && height > word.height / 3
}

/** Gives each word the target of the link that covers it. */
export const attach = (words: ReadonlyArray<Document.Word>, links: ReadonlyArray<Document.Hyperlink>): ReadonlyArray<Document.Word> =>
  links.length === 0
    ? words
    : words.map((word) => {
        const link = links.find(({ box }) => covers(box, word.box))
        return link === undefined ? word : { ...word, url: link.url }
      })
