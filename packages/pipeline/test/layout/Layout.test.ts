import { expect, it } from "@effect/vitest"
import type { Document } from "@excv/schema"
import { FastCheck } from "effect"
import { layout } from "../../src/Layout.js"
import { lines, page, read, text } from "./page.js"

it("numbers the lines through the document, in reading order", () => {
  const pages = layout([page(lines(["one", "two"], 40, 100, 20)), page(lines(["three", "four"], 40, 100, 20), 2)])
  expect(pages.flatMap(({ lines: found }) => found.map((line) => [line.number, line.page, line.text]))).toEqual([[1, 1, "one"], [2, 1, "two"], [3, 2, "three"], [4, 2, "four"]])
})

it("makes every bullet at the start of a line the same, and only there", () => {
  expect(read([
    ...text("\uF0B7 Symbol font", 40, 100), ...text("– Dash", 40, 120), ...text("▪ Square", 40, 140), ...text("Rating ● ● ○ and 2019 – 2020", 40, 160), ...text("\uE0BE +44 113 \uE0A1 Leeds", 40, 180)
  ])).toEqual(["• Symbol font", "• Dash", "• Square", "Rating ● ● ○ and 2019 – 2020", "• +44 113 • Leeds"])
})

it("makes ornaments that part a list into one sign, and leaves those that stand once", () => {
  expect(read([...text("Baking ✦ Pastry ✦ Planning", 40, 100), ...text("Best ✦ baker", 40, 120)])).toEqual(["Baking • Pastry • Planning", "Best ✦ baker"])
})

const body = (name: string) => lines([`${name} first line of the page`, `${name} second line of the page`], 40, 200, 20)

it("leaves running heads, feet and page numbers out of the reading order", () => {
  const at = (number: number) => page([
    ...text("Ada Fairweather, Curriculum vitae", 40, 40), ...body(`Page${number}`), ...text(`Page ${number} of 3`, 260, 810)
  ], number)
  const order = layout([at(1), at(2), at(3)]).map(({ lines: found }) => found.map((line) => line.text))
  expect(order[0]).toEqual(["Ada Fairweather, Curriculum vitae", "Page1 first line of the page", "Page1 second line of the page"])
  expect(order[1]).toEqual(["Page2 first line of the page", "Page2 second line of the page"])
  expect(order[2]).toEqual(["Page3 first line of the page", "Page3 second line of the page"])
})

it("leaves out a head that only later pages have, where it says the name, the page and what the document is", () => {
  const order = layout([page([...text("Ada Fairweather", 40, 40), ...body("Page1")]), page([...text("Ada Fairweather — Résumé", 40, 40), ...text("page 2", 500, 40), ...body("Page2")], 2)])
  expect(order[1]?.lines.map((line) => line.text)).toEqual(["Page2 first line of the page", "Page2 second line of the page"])
})

it("leaves out a first line that calls itself its page, whatever else it says", () => {
  const order = layout([page([...text("Ada Fairweather", 40, 40), ...body("Page1")]), page([...text("Fairweather, Ada — Announcement No. 26-555 — page 2", 40, 40), ...body("Page2")], 2)])
  expect(order[1]?.lines.map((line) => line.text)).toEqual(["Page2 first line of the page", "Page2 second line of the page"])
})

it("keeps an address in the foot, once, and dates at the edge of a page", () => {
  const at = (number: number) => page([...text(`${2010 + number} – ${2012 + number}`, 40, 40), ...body(`Page${number}`), ...text("ada@example.com, Leeds", 40, 810)], number)
  const order = layout([at(1), at(2)]).map(({ lines: found }) => found.map((line) => line.text))
  expect(order[0]).toContain("ada@example.com, Leeds")
  expect(order[1]).not.toContain("ada@example.com, Leeds")
  expect(order.map(([first]) => first)).toEqual(["2011 – 2013", "2012 – 2014"])
})

it("reads text along the edge of a page last", () => {
  const upright = lines(["A line of text that runs over the page", "and another line that does the same"], 40, 100, 14)
  const along: Document.Word = { text: "Portfolio", box: { x: 20, y: 80, width: 10, height: 45 }, fontSize: 10, bold: false, italic: false, color: null, url: null, confidence: null }
  expect(read([along, ...upright])).toEqual(["A line of text that runs over the page", "and another line that does the same", "Portfolio"])
})

const word = FastCheck.record({
  text: FastCheck.stringMatching(/^[a-zA-Z]{1,12}$/),
  x: FastCheck.double({ min: 0, max: 540, noNaN: true }),
  y: FastCheck.double({ min: 100, max: 740, noNaN: true }),
  size: FastCheck.integer({ min: 6, max: 30 }),
  confidence: FastCheck.constantFrom(undefined, 0.8)
})

it.prop("loses no word and invents none, wherever words stand", { words: FastCheck.array(word, { maxLength: 60 }) }, ({ words }) => {
  const placed = words.flatMap(({ confidence, size, text: content, x, y }) => text(content, x, y, confidence === undefined ? { size } : { size, confidence }))
  const [document] = layout([page(placed)])
  const out = document?.lines.flatMap((line) => line.words.map((found) => found.text)) ?? []
  expect([...out].sort()).toEqual(placed.map((found) => found.text).sort())
})

it("stays fast on a page that is strewn with words", () => {
  const strewn = Array.from({ length: 20_000 }, (_, index) => text("word", (index * 7_919) % 560, 20 + ((index * 104_729) % 800), { size: 8 })).flat()
  const start = performance.now()
  expect(read(strewn).join(" ").split(" ")).toHaveLength(20_000)
  expect(performance.now() - start).toBeLessThan(10_000)
})
