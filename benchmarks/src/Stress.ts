/**
 * Documents made harder to read, with the same truth: the confidence is fitted on answers good and bad, and the development
 * documents alone, which the rules were written with, have only good ones. Each way is one that real files go wrong in.
 */
import type { Document } from "@excv/schema"

type Way = (document: Document.Document) => Document.Document

const withLines = (document: Document.Document, change: (lines: ReadonlyArray<Document.Line>, page: Document.Page) => ReadonlyArray<Document.Line>): Document.Document => {
  let number = 0
  const pages = document.pages.map((page) => ({ ...page, lines: change(page.lines, page).map((line) => ({ ...line, number: ++number })) }))
  return { ...document, pages }
}

const withWords = (line: Document.Line, words: ReadonlyArray<Document.Word>): Document.Line => ({ ...line, words, text: words.map((word) => word.text).join(" ") })

/** One type for all, as in plain text and in scans. */
const plain: Way = (document) => withLines(document, (lines) =>
  lines.map((line) => withWords(line, line.words.map((word) => ({ ...word, fontSize: 10, bold: false, italic: false, color: "#000000" })))))

/** Columns that were not found: lines by their height on the page. */
const woven: Way = (document) => withLines(document, (lines) => {
  const edge = Math.max(...lines.map((line) => line.edge))
  return [...lines].sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x).map((line) => ({ ...line, column: 0, edge }))
})

const maxHeadingWords = 3

/** Titles in words that nobody knows. */
const unnamed: Way = (document) => withLines(document, (lines) => {
  const sizes = lines.map((line) => line.words[0]?.fontSize ?? 0).sort((one, other) => one - other)
  const body = sizes[Math.floor(sizes.length / 2)] ?? 0
  return lines.map((line) => {
    const [first] = line.words
    const isTitle = first !== undefined && line.words.length <= maxHeadingWords && first.fontSize > body * 1.08 && line.number > 3
    return isTitle ? withWords(line, [{ ...first, text: "Xyzzy" }]) : line
  })
})

/** Lines that lost the space between their parts, as where tables are read as text. */
const crowded: Way = (document) => withLines(document, (lines) => lines.map((line) => {
  let x = line.box.x
  return withWords(line, line.words.map((word) => {
    const box = { ...word.box, x }
    x += word.box.width + word.fontSize * 0.28
    return { ...word, box }
  }))
}))

/** Without bullets and without more space between blocks than within them. */
const dense: Way = (document) => withLines(document, (lines, page) => lines.map((line, index) => {
  const words = line.words.filter((word) => word.text !== "\u2022")
  const y = Math.min(page.height - 10, 30 + index * 12)
  return withWords({ ...line, box: { ...line.box, y } }, (words.length === 0 ? line.words : words).map((word) => ({ ...word, box: { ...word.box, y } })))
}))

/** By name. */
export const ways: Readonly<Record<string, Way>> = {
  plain, woven, unnamed, crowded, dense,
  "plain and woven": (document) => woven(plain(document)),
  "crowded and unnamed": (document) => unnamed(crowded(document)),
  "dense and plain": (document) => dense(plain(document))
}
