import type { Document } from "@excv/schema"

const line = (text: string, index: number): Document.Line => ({
  number: index + 1, page: 1, column: 0, edge: 540, text, box: { x: 60, y: 60 + index * 14, width: text.length * 5, height: 10 },
  words: text.split(" ").map((word, at) => ({
    text: word, box: { x: 60 + at * 40, y: 60 + index * 14, width: 38, height: 10 }, fontSize: 10, bold: false, italic: false, color: null, url: null, confidence: null
  }))
})

export const lines = (...texts: ReadonlyArray<string>): ReadonlyArray<Document.Line> => texts.map(line)

export const document = (...texts: ReadonlyArray<string>): Document.Document => ({
  mediaType: "application/pdf",
  pages: [{ number: 1, width: 595, height: 842, source: "text_layer", hasUsableText: true, isBlank: false, links: [], shapes: [], hidden: [], lines: lines(...texts) }]
})
