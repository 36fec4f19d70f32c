import { expect, it } from "vitest"
import { lines, read, text } from "./page.js"

const jobs = [["Dental nurse", "Practice at the Harbour, Leeds", "Cleaning and assistance", "Care for two trainees", "Orders"], ["Trainee", "Practice in the Park, York"], ["Volunteer", "Red Cross, Hull", "Drove the van", "Counted blankets"]]
const heightOf = (job: ReadonlyArray<string>) => (job.length - 1) * 12
const tops = [120, 210, 260]
const periods = ["since 04/2022", "2013 – 2020", "2012"]

const table = (at: (top: number, height: number) => number) => [
  ...text("Work", 60, 90, { size: 13, bold: true }),
  ...jobs.flatMap((job, index) => [...lines(job, 164, tops[index] ?? 0, 12), ...text(periods[index] ?? "", 64, at(tops[index] ?? 0, heightOf(job)))])
]

it("reads dates in the middle of the height of their cells with the first line beside them", () => {
  const expected = ["Work", ...jobs.flatMap(([first = "", ...rest], index) => [`${periods[index] ?? ""} ${first}`, ...rest])]
  expect(read(table((top, height) => top + height / 2))).toEqual(expected)
  expect(read(table((top) => top))).toEqual(expected)
})

it("reads labels so that stand beside lists", () => {
  const words = [
    ...text("Skills", 75, 70, { size: 13, bold: true }), ...lines(["Excel, Word and other programs", "of the practice"], 264, 90, 12), ...text("Software", 64, 96),
    ...lines(["German (native), Turkish (native)", "English (school)"], 264, 132, 12), ...text("Languages", 64, 138), ...text("Licence", 64, 176), ...text("Class B", 264, 176)
  ]
  expect(read(words)).toEqual([
    "Skills", "Software Excel, Word and other programs", "of the practice", "Languages German (native), Turkish (native)", "English (school)", "Licence Class B"
  ])
})

it("trusts one such cell in a table where others on the page are set so", () => {
  const words = [...table((top, height) => top + height / 2), ...text("Education", 60, 340, { size: 13, bold: true }), ...lines(["Diploma in Nursing", "Hull College"], 188, 364, 12), ...text("2009 – 2012", 64, 370)]
  expect(read(words).slice(-3)).toEqual(["Education", "2009 – 2012 Diploma in Nursing", "Hull College"])
})
