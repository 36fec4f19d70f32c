import { describe, expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const rowsOf = (rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))
const labelled = (label: string, text: string, above = 3): Page.Row => ({ runs: [{ text: label, bold: true }, { text, x: 180 }], above })

describe("labels in the margin of a section", () => {
  it("head a section of their own by their title, and what is labelled otherwise stays in the section around", () => {
    const sections = Sections.split(rowsOf([
      heading("Profile"), line("A baker who likes early mornings and plain bread."), heading("Knowledge"),
      labelled("Languages", "German (native), Dutch (fluent), English", 10), line("(basic)", { x: 180 }), labelled("Xyzzy", "Plugh, Zarbing"), labelled("Hobbies", "Rowing"), labelled("Quux", "Foo wiring"), labelled("Other", "Bar repair")
    ]))
    const texts = sections.map(({ kinds, rows }) => [kinds[0], ...rows.map(({ text }) => text)])
    expect(texts).toContainEqual(["languages", "German (native), Dutch (fluent), English", "(basic)"])
    expect(texts).toContainEqual(["interests", "Rowing"])
    expect(texts).toContainEqual(["skills", "Xyzzy Plugh, Zarbing", "Quux Foo wiring", "Other Bar repair"])
  })
})

it("a heading over two lines in the margin ends where the next one stands further off", () => {
  const beside = (label: string, text: string, above: number): Page.Row => ({ runs: [{ text: label, color: "#7a1f1f" }, { text, x: 180 }], above })
  const sections = Sections.split(rowsOf([
    line("Anna Berg", { size: 18 }), beside("Education", "2009 – 2011 MSc in Ecology, Vale University", 14),
    beside("Professional", "2023 Certificate in University Teaching,", 14), beside("development", "Vale University", 3), beside("Methods", "Amplicon sequencing, qPCR", 18), beside("Languages", "Dutch: C1", 18)
  ]))
  expect(sections.map(({ kinds, rows }) => [...kinds, ...rows.map(({ text }) => text)]).slice(2)).toEqual([
    ["courses", "2023 Certificate in University Teaching,", "Vale University"], ["skills", "Amplicon sequencing, qPCR"], ["languages", "Dutch: C1"]
  ])
})

it("labels set to the right, close to what they label, head sections within further information", () => {
  const rightAligned = (label: string, text: string): Page.Row => ({ runs: [{ text: label, x: 196 - 5 * label.length, color: "#1f6391" }, { text, x: 201 }] })
  const sections = Sections.split(rowsOf([
    heading("Experience"), line("Nurse, Harbour Clinic, Leeds, 2012 – 2021"), heading("Further information"),
    rightAligned("Certificates", "Life Support Instructor, Red Cross (05/2016)"), line("First Certificate in English (12/2010)", { x: 201 }), rightAligned("Xyzzy", "Plugh")
  ]))
  expect(sections.map(({ kinds, rows }) => [kinds[0], ...rows.map(({ text }) => text)]).slice(1)).toEqual([
    ["other", "Xyzzy Plugh"], ["certifications", "Life Support Instructor, Red Cross (05/2016)", "First Certificate in English (12/2010)"]
  ])
})

describe("unknown titles beside headings in a margin", () => {
  it("are none: what stands in the column of the text is text", () => {
    const job = (title: string, text: string) => [line(title, { x: 180, bold: true, above: 10 }), line(text, { x: 180 })]
    const head = (title: string) => line(title, { bold: true, above: 10 })
    const sections = Sections.split(rowsOf([
      line("Anna Berg", { size: 18 }), head("Profile"), line("A baker who likes early mornings and plain bread.", { x: 180 }),
      head("Experience"), ...job("Xyzzy plugh", "Corner Bakery Ltd, Leeds, 2019 – 2021"), ...job("Quux zarbing", "Harbour Inn, York, 2016 – 2019"),
      head("Education"), line("BSc Chemistry, University of Leeds, 2012", { x: 180 }), head("Languages"), line("English (native)", { x: 180 })
    ]))
    expect(sections.map(({ kinds }) => kinds[0])).toEqual(["top", "profile", "experience", "education", "languages"])
  })
})

it("labels in the type of the headings, close to what they label, head sections", () => {
  const bold = (label: string, text: string): Page.Row => ({ runs: [{ text: label, x: 198 - 5.3 * label.length, bold: true }, { text, x: 206 }] })
  const sections = Sections.split(rowsOf([
    line("Anna Berg lavora negli archivi della provincia, e legge volentieri le carte che altri hanno dimenticato."), line("ISTRUZIONE E FORMAZIONE", { bold: true, above: 14 }), line("Laurea in Lettere, Università di Padova, 2009"), bold("MADRELINGUA", "Italiano"), bold("CAPACITÀ E COMPETENZE", "Zarbing, Quux wiring")
  ]))
  expect(sections.slice(1).map(({ kinds, rows }) => [kinds[0], ...rows.map(({ text }) => text)])).toEqual([
    ["education", "Laurea in Lettere, Università di Padova, 2009"], ["languages", "Italiano"], ["skills", "Zarbing, Quux wiring"]
  ])
})

it("another label of a list of skills is a label, though it may head a section elsewhere", () => {
  const plain = (label: string, text: string): Page.Row => ({ runs: [{ text: label, color: "#777777" }, { text, x: 180 }] })
  const sections = Sections.split(rowsOf([heading("Profile"), line("A baker who likes early mornings."), heading("Skills"), plain("Electrical", "Zarbing, Quux wiring"), plain("Other", "Plugh")]))
  expect(sections.at(-1)?.rows.map(({ text }) => text)).toEqual(["Electrical Zarbing, Quux wiring", "Other Plugh"])
})

it("the second line of a heading in the margin belongs to it, though both together say nothing known", () => {
  const beside = (label: string, text: string): Page.Row => ({ runs: [{ text: label, bold: true, color: "#7a1f1f" }, { text, x: 180 }], above: 14 })
  const sections = Sections.split(rowsOf([
    line("Anna Berg", { size: 18 }), beside("Education", "2009 – 2011 MSc in Ecology, Vale University"),
    beside("Languages", "Dutch: C1, learnt in"), line("xyzzy", { bold: true, color: "#7a1f1f", above: 2 }), line("Utrecht", { x: 180, above: 2 })
  ]))
  expect(sections.map(({ kinds, rows }) => [...kinds, ...rows.map(({ text }) => text)]).slice(2)).toEqual([["languages", "Dutch: C1, learnt in", "Utrecht"]])
})
