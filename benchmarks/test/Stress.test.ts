import { Document } from "@excv/schema"
import { expect, it } from "@effect/vitest"
import * as Stress from "../src/Stress.js"

const word = (text: string, x: number, y: number, fontSize: number): Document.Word =>
  ({ text, box: { x, y, width: text.length * 5, height: fontSize }, fontSize, bold: fontSize > 10, italic: false, color: "#000000", url: null, confidence: null })

const line = (number: number, column: number, y: number, ...words: ReadonlyArray<Document.Word>): Document.Line =>
  ({ number, page: 1, column, edge: 500, text: words.map(({ text }) => text).join(" "), box: { x: words[0]?.box.x ?? 0, y, width: 100, height: 10 }, words })

const document: Document.Document = {
  mediaType: "application/pdf",
  pages: [{
    number: 1, width: 595, height: 842, source: "text_layer", hasUsableText: true, isBlank: false, links: [], shapes: [], hidden: [],
    lines: [
      line(1, 0, 40, word("Jane", 40, 40, 20)), line(2, 0, 80, word("•", 40, 80, 10), word("Bread", 50, 80, 10), word("Rye", 300, 80, 10)),
      line(3, 1, 60, word("Plain", 300, 60, 10)), line(4, 1, 100, word("Skills", 300, 100, 14)), line(5, 1, 120, word("Baking", 300, 120, 10))
    ]
  }]
}

const after = (way: string) => Document.lines(Stress.ways[way]?.(document) ?? document)

it("keeps the lines numbered from 1 in every way", () => {
  for (const way of Object.keys(Stress.ways)) expect(after(way).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
})

it("takes away what tells a reader the structure", () => {
  expect(new Set(after("plain").flatMap(({ words }) => words.map(({ bold, fontSize }) => `${fontSize}${bold}`)))).toEqual(new Set(["10false"]))
  expect(after("woven").map(({ text }) => text)).toEqual(["Jane", "Plain", "• Bread Rye", "Skills", "Baking"])
  expect(after("unnamed").map(({ text }) => text)).toEqual(["Jane", "• Bread Rye", "Plain", "Xyzzy", "Baking"])
  expect(after("crowded")[1]?.words.map(({ box }) => Math.round(box.x))).toEqual([40, 48, 76])
  expect(after("dense").map(({ text }) => text)).toContain("Bread Rye")
})

it("takes it away from a part of a document only", () => {
  const dated = line(3, 0, 60, word("Baker,", 40, 60, 10), word("2019", 80, 60, 10))
  const listing: Document.Document = { ...document, pages: document.pages.map((page) => ({ ...page, lines: [line(1, 0, 40, word("Rye,", 40, 40, 10), word("·", 70, 40, 10), word("Wheat", 80, 40, 10)), line(2, 0, 50, word("Oats", 40, 50, 10)), dated, { ...dated, number: 4 }] })) }
  const texts = (way: string) => Document.lines(Stress.ways[way]?.(listing) ?? listing).map(({ text }) => text)
  expect(texts("unparted")).toEqual(["Rye Wheat", "Oats", "Baker 2019", "Baker 2019"])
  expect(texts("partly undated").slice(2)).toEqual(["Baker, 2Ol9", "Baker, 2019"])
  expect(after("woven below").map(({ text }) => text)).toEqual(["Jane", "• Bread Rye", "Plain", "Skills", "Baking"])
})
