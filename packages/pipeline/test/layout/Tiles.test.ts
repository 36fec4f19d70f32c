import { expect, it } from "vitest"
import { lines, read, text } from "./page.js"

const bold = { bold: true }

it("reads tiles without frames one after the other: their looks change from line to line", () => {
  const words = [
    ...text("Certificates", 40, 80, { size: 13, bold: true }),
    ...text("Green Belt", 40, 100, bold), ...lines(["North Quality Ltd", "May 2021"], 40, 113, 13),
    ...text("First Aid", 300, 100, bold), ...lines(["Red Cross", "June 2019"], 300, 113, 13)
  ]
  expect(read(words)).toEqual(["Certificates", "Green Belt", "North Quality Ltd", "May 2021", "First Aid", "Red Cross", "June 2019"])
})

it("reads a table across: its looks change from column to column, or its heads name them", () => {
  const entries = [...text("Baker", 40, 100, bold), ...text("2019 – 2021", 300, 100), ...text("Corner Bakery", 40, 113), ...text("Leeds", 300, 113)]
  expect(read(entries)).toEqual(["Baker 2019 – 2021", "Corner Bakery Leeds"])
  const heads = [...text("Language", 40, 100, bold), ...text("Level", 300, 100, bold), ...text("English", 40, 113), ...text("fluent", 300, 113)]
  expect(read(heads)).toEqual(["Language Level", "English fluent"])
})

it("reads tiles whose texts stand apart from their titles where others of their kind stand below, the last perhaps a title alone", () => {
  const words = [
    ...text("Papers", 40, 80, { size: 13, bold: true }),
    ...text("Guard Two", 40, 100, bold), ...text("Board of Guards, 2019", 40, 126), ...text("Rescue", 300, 100, bold), ...text("Wadden Ltd, May 2025", 300, 126),
    ...text("Safety Basis", 40, 155, bold), ...text("Training House, 2022", 40, 181), ...text("Licence B", 300, 155, bold)
  ]
  expect(read(words).slice(1)).toEqual(["Guard Two", "Board of Guards, 2019", "Rescue", "Wadden Ltd, May 2025", "Safety Basis", "Training House, 2022", "Licence B"])
})
