/** Documents made of plain lines, for tests of what comes after layout. */
import type { Document } from "@excv/schema"

const word = (text: string, x: number, y: number, url: string | null = null): Document.Word => ({
  text, box: { x, y, width: text.length * 5, height: 10 }, fontSize: 10, bold: false, italic: false, color: null, url, confidence: null
})

export const line = (text: string, number: number, url: string | null = null): Document.Line => ({
  number, page: 1, column: 0, edge: 545, text, box: { x: 50, y: 50 + number * 14, width: text.length * 5, height: 10 },
  words: text.split(" ").map((part, index) => word(part, 50 + index * 40, 50 + number * 14, url))
})

export const document = (...texts: ReadonlyArray<string>): Document.Document => ({
  mediaType: "application/pdf",
  pages: [{
    number: 1, width: 595, height: 842, source: "text_layer", hasUsableText: true, isBlank: false, links: [], shapes: [], hidden: [],
    lines: texts.map((text, index) => line(text, index + 1))
  }]
})
