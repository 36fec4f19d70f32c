import type { Document } from "@excv/schema"
import { expect, it } from "vitest"
import { lines, read, text } from "./page.js"

const area = (x: number, y: number, width: number, height: number): Document.Shape => ({ kind: "fill", box: { x, y, width, height }, color: "#eeeeee" })
const rule = (x: number, y: number, width: number, height: number): Document.Shape => ({ kind: "rule", box: { x, y, width, height }, color: "#000000" })

it("reads cards side by side one after the other", () => {
  const cards = [area(40, 100, 250, 60), area(305, 100, 250, 60)]
  const words = [
    ...text("Work", 40, 80, { size: 13, bold: true }),
    ...lines(["Baker", "Corner Bakery", "2019 – 2021"], 50, 115, 14), ...lines(["Cook", "Harbour Inn", "2016 – 2019"], 315, 115, 14)
  ]
  expect(read(words, cards)).toEqual(["Work", "Baker", "Corner Bakery", "2019 – 2021", "Cook", "Harbour Inn", "2016 – 2019"])
})

const grid = (ys: ReadonlyArray<number>, xs: ReadonlyArray<number>): ReadonlyArray<Document.Shape> => {
  const [top = 0, left = 0] = [ys[0], xs[0]]
  const [bottom = 0, right = 0] = [ys.at(-1), xs.at(-1)]
  return [...ys.map((y) => rule(left, y, right - left, 0.7)), ...xs.map((x) => rule(x, top, 0.7, bottom - top))]
}

it("reads a ruled table cell by cell where cells hold several lines", () => {
  const words = [
    ...text("2018", 45, 112), ...lines(["Diploma in Leadership for", "Health and Social Care"], 150, 112, 12), ...text("Pearson", 400, 112),
    ...text("2023", 45, 142), ...text("First Aid at Work", 150, 142), ...text("Red Cross", 400, 142)
  ]
  expect(read(words, grid([100, 130, 160], [40, 145, 395, 550]))).toEqual([
    "2018", "Diploma in Leadership for", "Health and Social Care", "Pearson", "2023", "First Aid at Work", "Red Cross"
  ])
})

it("reads a ruled table across where each cell is one line", () => {
  const words = [...text("English", 45, 112), ...text("Native", 150, 112), ...text("French", 45, 142), ...text("B1", 150, 142)]
  expect(read(words, grid([100, 130, 160], [40, 145, 395]))).toEqual(["English Native", "French B1"])
})

it("takes the same signs around a line for an ornament, and a dash before it for a bullet", () => {
  expect(read([...text("— Profile —", 250, 100), ...text("– Ran the bakery", 40, 120), ...text("– Trained three people", 40, 134)]))
    .toEqual(["Profile", "• Ran the bakery", "• Trained three people"])
})

it("keeps tags, and the titles on the frames of cards, in their cards", () => {
  const frame = (x: number, width: number) => [rule(x, 100, width, 0.7), rule(x, 170, width, 0.7), rule(x, 100, 0.7, 70), rule(x + width, 100, 0.7, 70)]
  const cards = [
    ...frame(40, 250), area(48, 92, 39, 16), ...frame(305, 250), area(313, 92, 49, 16),
    area(46, 141, 34, 16), area(86, 141, 24, 16)
  ]
  const words = [
    ...text("Tools", 55, 103, { bold: true }), ...text("We used these with care in each and every project", 50, 118), ...text("every day at work", 50, 132), ...text("Figma", 50, 152), ...text("SEO", 90, 152),
    ...text("Tongues", 320, 103, { bold: true }), ...lines(["English", "French", "German"], 315, 118, 14)
  ]
  expect(read(words, cards)).toEqual(["Tools", "We used these with care in each and every project", "every day at work", "Figma SEO", "Tongues", "English", "French", "German"])
})

it("takes no line between the columns of a white sheet for the side of a cell", () => {
  const sheet = [area(30, 30, 530, 780), rule(297, 90, 0.7, 500), rule(40, 110, 248, 0.7), rule(310, 110, 248, 0.7), rule(40, 178, 248, 0.7), rule(310, 178, 248, 0.7)]
  const title = { size: 14, bold: true }
  const words = [
    ...text("Profile", 40, 105, title), ...lines(["A baker with ten years of early", "mornings, who likes plain bread", "and busy shops."], 40, 125, 14),
    ...text("Work", 40, 173, title), ...lines(["Baker", "Corner Bakery", "2019 – 2021"], 40, 193, 14),
    ...text("Studies", 310, 105, title), ...lines(["Diploma in Baking", "Leeds College", "2016"], 310, 128, 14),
    ...text("Tongues", 310, 173, title), ...lines(["English and some French", "of the kitchen"], 310, 197, 14)
  ]
  expect(read(words, sheet).indexOf("Work")).toBeLessThan(read(words, sheet).indexOf("Studies"))
})

it("reads the title above each of several cards before it", () => {
  const cards = [area(40, 100, 250, 60), area(305, 100, 250, 60)]
  const words = [
    ...text("Toolbox", 40, 92, { size: 13, bold: true }), ...text("Tongues", 305, 92, { size: 13, bold: true }),
    ...lines(["Git", "React", "Redis"], 50, 115, 14), ...lines(["English: native", "French: B2"], 315, 115, 14)
  ]
  expect(read(words, cards)).toEqual(["Toolbox", "Git", "React", "Redis", "Tongues", "English: native", "French: B2"])
})
