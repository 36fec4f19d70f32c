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

/** Every so many titles in words that nobody knows. */
const unnamed = (every: number): Way => (document) => withLines(document, (lines) => {
  const sizes = lines.map((line) => line.words[0]?.fontSize ?? 0).sort((one, other) => one - other)
  const body = sizes[Math.floor(sizes.length / 2)] ?? 0
  let titles = 0
  return lines.map((line) => {
    const [first] = line.words
    const isTitle = first !== undefined && line.words.length <= maxHeadingWords && first.fontSize > body * 1.08 && line.number > 3
    return isTitle && titles++ % every === 0 ? withWords(line, [{ ...first, text: "Xyzzy" }]) : line
  })
})

/** A way that only the lines of the lower or the upper half of each page go. */
const below = (way: Way): Way => (document) => half(way, document, (index, count) => index >= count / 2)
const above = (way: Way): Way => (document) => half(way, document, (index, count) => index < count / 2)

const half = (way: Way, document: Document.Document, isPart: (index: number, count: number) => boolean): Document.Document =>
  withLines(document, (lines, page) => {
    const of = (some: ReadonlyArray<Document.Line>) => way({ ...document, pages: [{ ...page, lines: some }] }).pages[0]?.lines ?? some
    const parts = [lines.filter((_, index) => isPart(index, lines.length)), lines.filter((_, index) => !isPart(index, lines.length))] as const
    return isPart(0, lines.length) ? [...of(parts[0]), ...parts[1]] : [...parts[1], ...of(parts[0])]
  })

/** Lists whose signs were drawn, not written: nothing parts their items. */
const unparted: Way = (document) => withLines(document, (lines) => lines.map((line) => {
  const words = line.words.filter((word) => !/^[|•·/–—-]$/u.test(word.text) || line.words[0] === word).map((word) => ({ ...word, text: word.text.replace(/[,;]$/u, "") }))
  return withWords(line, words.length === 0 ? line.words : words)
}))

/** Every so many years that were misread. */
const undated = (every: number): Way => (document) => {
  let years = 0
  return withLines(document, (lines) => lines.map((line) => withWords(line, line.words.map((word) => {
    const isYear = /(?:19|20)\d{2}/.test(word.text)
    return isYear && years++ % every === 0 ? { ...word, text: word.text.replace(/(?<=\d)0/g, "O").replace(/1/g, "l") } : word
  }))))
}

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
  plain, woven, crowded, dense, unparted,
  unnamed: unnamed(1),
  "partly unnamed": unnamed(3),
  "partly undated": undated(3),
  "woven below": below(woven),
  "crowded above": above(crowded),
  "dense below": below(dense),
  "plain and woven": (document) => woven(plain(document)),
  "crowded and unnamed": (document) => unnamed(1)(crowded(document)),
  "dense and plain": (document) => dense(plain(document))
}
