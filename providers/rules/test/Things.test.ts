import { describe, expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line, spread } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const known = [heading("Profile"), line("A baker who likes early mornings and plain bread."), heading("Work experience"), line("Baker, Corner Bakery Ltd, 2019 – 2021"), heading("Hobbies"), line("Rowing")]

const kindsUnder = (title: string, ...rows: ReadonlyArray<Page.Row>) => Sections.split(Rows.all(Page.document([...known, heading(title), ...rows]))).at(-1)?.kinds

describe("things that somebody got, under a title that no list knows", () => {
  it("are certificates by the words that certificates have, or the end of a validity", () => {
    expect(kindsUnder("Xyzzy plugh", line("Zarbing card (Quux Board, May 2026)"), line("Food Hygiene Level 2, Leeds Council, 2025"))).toEqual(["certifications"])
    expect(kindsUnder("Xyzzy plugh", line("Zarbing, Quux Board, May 2024 (expires May 2026)"))).toEqual(["certifications"])
  })

  it("are certificates where a word of the title says so", () => {
    expect(kindsUnder("Xyzzy and plugh tickets", line("Zarbing, Quux Board, May 2026"))).toEqual(["certifications"])
    expect(kindsUnder("Zarbingzertifikate", line("Zarbing, Quux Board, May 2026"))).toEqual(["certifications"])
  })

  it("are none where they last, are cited, or nothing says what they are", () => {
    expect(kindsUnder("Xyzzy plugh", line("Zarbing, Quux Board, May 2026"))).toEqual(["unknown"])
    expect(kindsUnder("Xyzzy plugh", line("Berg, A. (2019). Certificate wording in zarbing. Quux Letters 3: 1–9."))).toEqual(["unknown"])
    expect(kindsUnder("Xyzzy plugh", line("First aid tent, Leeds carnival, 2012 – 2019"))).toEqual(["unknown"])
  })
})

describe("things that somebody made, under a title that no list knows", () => {
  const told = (name: string) => [line(name, { bold: true }), line("Bread tracked from the mill to the shelf, by two people.")]

  it("are projects by what they were made with, even where somebody led them", () => {
    expect(kindsUnder("Xyzzy plugh", ...told("Flour trail – project lead (May 2018 – April 2019)"), line("Systems used: Excel, Access"), ...told("Oven map (2021)"))).toEqual(["projects"])
    expect(kindsUnder("Xyzzy plugh", spread("Flour trail", "2018 – 2019", { bold: true }), line("Bread tracked from the mill to the shelf."), line("flourtrail.example.org"))).toEqual(["projects"])
  })

  it("are projects where they are no more than names with dates, and sentences, below the jobs", () => {
    expect(kindsUnder("Xyzzy plugh", ...told("Flour trail, 2018 – 2019"), ...told("Oven map, 2021"))).toEqual(["projects"])
    expect(kindsUnder("Xyzzy plugh", ...told("Baker, Corner Bakery Ltd, 2018 – 2019"), ...told("Cook, Harbour Inns Ltd, 2016 – 2018"))).toEqual(["experience"])
  })

  it("are projects where a word of the title says so", () => {
    expect(kindsUnder("Projects of zarbing", ...told("Flour trail | 2018 to 2019"))).toEqual(["projects"])
  })

  it("are jobs where firms stand beside them", () => {
    const job = (head: string) => [line(head, { bold: true }), line("Bread tracked from the mill to the shelf."), line("Tools: Excel, Access")]
    expect(kindsUnder("Xyzzy plugh", ...job("Baker, Corner Bakery Ltd, 2018 – 2019"), ...job("Cook, Harbour Inns Ltd, 2016 – 2018"))).toEqual(["experience"])
  })
})

it("studies at a school that no list knows are known by their degrees", () => {
  expect(kindsUnder("Xyzzy plugh", line("Diplôme d'État d'assistante de service social, IFTS Zarbing, 2009 à 2012"))).toEqual(["education"])
})

it("what somebody knows got on a day is certificates", () => {
  expect(kindsUnder("Qualifikationen", line("Zarbing course, Quux Board, May 2024"), line("First aid, Red Cross, 2023"))).toEqual(["certifications"])
})

describe("titles in words of their own", () => {
  it("are titles where all of their look stand apart, though lists know one of them", () => {
    const rows = [line("Anna Berg", { size: 20 }), heading("Where I bake and have baked"), line("Baker, Corner Bakery Ltd, Leeds, 2019 – 2021"), heading("Things that came true"), line("Oven map (2021)"), line("Forty ovens on one page.", { above: 2 }), heading("Languages"), line("English (native)")]
    expect(Sections.split(Rows.all(Page.document(rows))).flatMap(({ heading: title }) => title?.text ?? [])).toEqual(["Where I bake and have baked", "Things that came true", "Languages"])
  })

  it("are titles where lists know none of them, and one look stands out and apart", () => {
    const rows = [line("Anna Berg", { size: 20 }), heading("Zarbing"), line("Baker, Corner Bakery Ltd, Leeds, 2019 – 2021"), heading("Kitchens of quux"), line("Cook, Harbour Inns Ltd, 2016 – 2018"), heading("Plugh"), line("BSc Chemistry, University of Leeds, 2012 – 2015")]
    expect(Sections.split(Rows.all(Page.document(rows))).map(({ heading: title, kinds }) => [title?.text, kinds[0]])).toEqual([
      [undefined, "top"], ["Zarbing", "experience"], ["Kitchens of quux", "experience"], ["Plugh", "education"]
    ])
  })

  it("may hold a word of trades and firms", () => {
    const rows = [heading("PROFILE"), line("A baker who likes early mornings and plain bread."), heading("AU TRAVAIL"), line("Cook, Harbour Inns Ltd, 2016 – 2018"), heading("HOBBIES"), line("Rowing")]
    expect(Sections.split(Rows.all(Page.document(rows))).flatMap(({ heading: title }) => title?.text ?? [])).toContain("AU TRAVAIL")
  })
})

describe("the second line of a title", () => {
  const small = (text: string): Page.Row => line(text, { size: 9.75, bold: true, above: 6 })
  const capitals = [heading("PROFILE"), line("A baker who likes early mornings and plain bread."), heading("HOBBIES"), line("Rowing")]
  const kindsOf = (...rows: ReadonlyArray<Page.Row>) => Sections.split(Rows.all(Page.document([...capitals, ...rows]))).at(-1)?.kinds

  it("may be all in small capitals", () => {
    expect(kindsOf(heading("PROFESSIONAL"), small("QUALIFICATIONS"), line("Zarbing, Quux Board, May 2026"))).toEqual(["certifications"])
  })

  it("may go on with a small word", () => {
    expect(kindsOf(heading("XYZZY PLUGH"), small("OF WORK"), line("Oven map, 2021"))).toEqual(["unknown"])
  })
})
