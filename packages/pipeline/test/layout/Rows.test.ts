import { expect, it } from "vitest"
import { lines, read, text, textUntil } from "./page.js"

const heading = { size: 13, bold: true }

it("reads a timeline with dates in the margin row by row", () => {
  const entry = (y: number, date: string, title: string) => [
    ...text(date, 40, y), ...text(title, 150, y, { bold: true }), ...text("Example Works Ltd, Leeds", 150, y + 14),
    ...text("Built and ran the services that carried the orders of a whole region", 150, y + 28)
  ]
  const words = [
    ...text("Experience", 40, 100, heading),
    ...entry(120, "2019 – 2023", "Staff Engineer"), ...entry(176, "2015 – 2019", "Senior Engineer"), ...entry(232, "2011 – 2015", "Engineer")
  ]
  expect(read(words)).toEqual([
    "Experience",
    ...[["2019 – 2023", "Staff Engineer"], ["2015 – 2019", "Senior Engineer"], ["2011 – 2015", "Engineer"]].flatMap((row) =>
      [row.join(" "), "Example Works Ltd, Leeds", "Built and ran the services that carried the orders of a whole region"])
  ])
})

it("keeps a date at the right edge on the line of its entry", () => {
  const words = ["Staff Engineer", "Senior Engineer", "Engineer"].flatMap((title, index) => [
    ...text(title, 40, 100 + 50 * index, { bold: true, size: 11 }), ...textUntil(`${2020 - index} – ${2021 - index}`, 555, 100 + 50 * index),
    ...text("Example Works Ltd", 40, 114 + 50 * index), ...textUntil("Leeds", 555, 114 + 50 * index)
  ])
  expect(read(words)).toEqual([
    "Staff Engineer 2020 – 2021", "Example Works Ltd Leeds", "Senior Engineer 2019 – 2020", "Example Works Ltd Leeds",
    "Engineer 2018 – 2019", "Example Works Ltd Leeds"
  ])
})

it("keeps labels and their values together, flush right or left", () => {
  const rows = [["Nationality", "British"], ["Born", "14 May 1988"], ["Languages", "English, French"], ["Licence", "B"]] as const
  expect(read(rows.flatMap(([label, value], index) => [...textUntil(label, 150, 100 + 15 * index), ...text(value, 170, 100 + 15 * index)])))
    .toEqual(rows.map((row) => row.join(" ")))
  expect(read(rows.flatMap(([label, value], index) => [...text(`${label}:`, 40, 100 + 15 * index), ...text(value, 170, 100 + 15 * index)])))
    .toEqual(rows.map(([label, value]) => `${label}: ${value}`))
})

it("reads a range of dates that is broken over two lines before its entry", () => {
  const entry = (y: number, from: string, to: string, title: string) => [
    ...text(`${from} –`, 40, y), ...text(to, 40, y + 12), ...text(title, 150, y, { bold: true }),
    ...text("Example Works Ltd, in the middle of the old town of Leeds, for many years", 150, y + 14),
    ...text("Ran the services that carried the orders of a whole region and its neighbours", 150, y + 28)
  ]
  const words = [...entry(100, "Jan 2019", "Present", "Staff Engineer"), ...entry(160, "May 2015", "Dec 2018", "Engineer"), ...entry(220, "Jun 2010", "Apr 2015", "Trainee")]
  expect(read(words).slice(0, 3)).toEqual(["Jan 2019 –", "Present", "Staff Engineer"])
  expect(read(words).slice(5, 8)).toEqual(["May 2015 –", "Dec 2018", "Engineer"])
})

it("reads a heading in the margin before the text beside it", () => {
  const section = (y: number, title: string, first: string) => [
    ...text(title, 40, y, { size: 12, bold: true, color: "#004488" }),
    ...lines([first, "and more of it on a second line that goes on", "until it ends here."], 180, y, 14)
  ]
  const words = [...section(100, "PROFILE", "A text about the person who wrote this"), ...section(180, "SKILLS", "A text about what that person can do"), ...section(260, "HOBBIES", "A text about the evenings of that person")]
  expect(read(words)).toEqual(["PROFILE", "SKILLS", "HOBBIES"].flatMap((title, index) => [
    title, ["A text about the person who wrote this", "A text about what that person can do", "A text about the evenings of that person"][index],
    "and more of it on a second line that goes on", "until it ends here."
  ]))
})

it("reads a heading that a page break leaves alone in the margin before its text, also where it stands a little lower", () => {
  const texts = ["Budgets • Audits • Contracts of a large house • Rotas", "of a kitchen • Hygiene"]
  expect(read([...lines(texts, 180, 60, 14), ...text("SKILLS", 40, 63, { size: 12, bold: true, color: "#004488" })])).toEqual(["SKILLS", ...texts])
})

it("reads bold headings of the size of the text in the margin, which stand a little off the lines that they begin with", () => {
  const titles = ["Contact", "Employment", "Skills", "Hobbies"], rows = [["Po Street 61, Leeds", "0113 496 0112"], ["2019 - now: Cook, Blue Bell Inn, Leeds", "Soups, sauces and the rota of six"], ["Baking, menus, stock", "Word, Excel"], ["Choir, cycling along the Aire"]]
  const words = titles.flatMap((title, at) => [...text(title, 40, 100 + 48 * at, { bold: true, color: "#004488" }), ...lines(rows[at] ?? [], 150, 100 + 48 * at + Math.min(2, at), 14)])
  expect(read(words)).toEqual(titles.flatMap((title, at) => [title, ...rows[at] ?? []]))
})

it("reads labels beside their values, also one with a hyphen", () => {
  const rows = [["Born", "2 June 1985"], ["Home", "Po Street 61, Leeds"], ["Mobile", "0113 496 0112"], ["E-mail", "ada@example.com"], ["Licence", "B, C1"]] as const
  const words = [...text("Curriculum vitae of Ada Fairweather", 130, 60, { size: 15, bold: true }), ...rows.flatMap(([label, value], at) => [...text(label, 40, 86 + 19 * at, { bold: true }), ...text(value, 180, 86 + 19 * at)])]
  expect(read(words).slice(1)).toEqual(rows.map((row) => row.join(" ")))
})

it("puts raised letters and bullets of another size into their line", () => {
  const words = [...text("•", 40, 99, { size: 7 }), ...text("Moved to the 4th floor", 52, 100), ...text("2", 154, 96, { size: 6 })]
  expect(read(words)).toEqual(["• Moved to the 4th floor 2"])
})

it("reads the uneven boxes of a scan as lines", () => {
  const jitter = [0.6, -0.7, 0.4, -0.3, 0.8, -0.6]
  const scanned = lines(["Nurse in a large hospital of the region", "Carer for people of all ages and needs", "Cook of a small kitchen by the harbour"], 40, 100, 14, { confidence: 0.9 })
    .map((word, index) => ({ ...word, box: { ...word.box, y: word.box.y + (jitter[index % jitter.length] ?? 0) } }))
  expect(read(scanned)).toEqual(["Nurse in a large hospital of the region", "Carer for people of all ages and needs", "Cook of a small kitchen by the harbour"])
})

it("keeps the dots that rate a text on its line, whatever stands around", () => {
  const names = ["Mechanical ventilation", "Arterial line", "Wound care"]
  const words = names.flatMap((name, index) => [...text(name, 40, 100 + 15 * index), ...text("●●●○○", 190, 100 + 15 * index)])
  const beside = ["Ran a ward of twelve beds and the rota of its nurses", "for three years, then moved to intensive care", "in the same hospital"]
  expect(read([...words, ...beside.flatMap((line, index) => text(line, 300, 106 + 15 * index))])).toEqual([...names.map((name) => `${name} ●●●○○`), ...beside])
})

it("keeps names in capitals beside their values, where others of the column are in small letters", () => {
  const rows = [["SAP S/4HANA", "very good"], ["Excel", "good"], ["DATEV", "basic"], ["Touch typing", "very good"]] as const
  const words = [...rows.flatMap(([name, level], at) => [...text(name, 40, 120 + 15 * at), ...text(level, 160, 120 + 15 * at)]), ...text("over five hundred letters", 160, 180)]
  expect(read(words).slice(0, 4)).toEqual(rows.map((row) => row.join(" ")))
})
