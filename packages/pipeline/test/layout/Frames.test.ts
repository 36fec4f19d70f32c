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
