/** Words to lines in reading order: the same for the words of a text layer and of OCR. */
import type { Document } from "@excv/schema"
import * as Bullet from "./layout/Bullet.js"
import * as Region from "./layout/Region.js"
import * as Segment from "./layout/Segment.js"
import * as Style from "./layout/Style.js"

type Unnumbered = Omit<Document.Line, "number">

const isBullet = (text: string, isFirst: boolean, isAlone: boolean): boolean =>
  Bullet.isIcon(text) || (isFirst && (Bullet.isBullet(text) || (!isAlone && Bullet.isDash(text))))

/** Bullets at the start of the line, and icons within it, as one sign. */
const bulleted = (words: ReadonlyArray<Document.Word>): ReadonlyArray<Document.Word> =>
  words.map((word, index) => (isBullet(word.text, index === 0, words.length === 1) ? { ...word, text: Bullet.bullet } : word))

const toLine = (page: number, { column, line }: Region.Placed): Unnumbered => {
  const words = bulleted(line.words)
  return { page, column, text: words.map((word) => word.text).join(" "), box: line.box, words }
}

const linesOf = (page: Document.RawPage): ReadonlyArray<Unnumbered> => {
  const segments = Segment.all(page.words)
  return Region.read(segments, Style.of(segments), page.shapes).lines.map((placed) => toLine(page.number, placed))
}

/** Lines in reading order, numbered from 1 through all the pages. */
export const layout = (pages: ReadonlyArray<Document.RawPage>): ReadonlyArray<Document.Page> => {
  let number = 0
  return pages.map((page) => {
    const { hasUsableText, height, links, shapes, source, width } = page
    const lines = linesOf(page).map((line) => ({ number: ++number, ...line }))
    return { number: page.number, width, height, source, hasUsableText, lines, links, shapes }
  })
}
