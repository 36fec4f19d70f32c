import { describe, expect, it } from "@effect/vitest"
import * as Compare from "../src/Compare.js"
import * as Explain from "../src/Explain.js"
import * as Measure from "../src/Measure.js"
import * as Report from "../src/Report.js"
import * as Results from "../src/Results.js"
import { environment, measured, result, resume } from "./samples.js"

const welder = { ...resume, skills: [{ name: "Welding", category: "other" as const, level: null }] }

const row = (text: string, name: string): ReadonlyArray<string> =>
  text.split("\n").find((line) => line.startsWith(`${name} `))?.split(/\s{2,}/) ?? []

describe("accuracy", () => {
  const documents = [
    result(resume, 0.9),
    result(welder, 0.7, { document: "jane-sidebar.pdf", layout: "sidebar" }),
    result(welder, 0.6, { document: "jan-classic.pdf", language: "nl", split: "validation" })
  ]
  const text = Report.accuracy(documents, { development: [], validation: [] })

  it("puts development and validation side by side, with the gap", () => {
    expect(row(text, "skills")).toEqual(["skills", "0.500", "2", "0.000", "1", "+0.500"])
    expect(row(text, "overall")).toEqual(["overall", "0.875", "2", "0.750", "1", "+0.125"])
    expect(row(text, "skills.name")).toEqual(["skills.name", "2", "0.500", "0.500", "0.500", "1", "0.000", "0.000", "0.000", "+0.500"])
  })

  it("leaves out the gap when there is one split", () => {
    expect(row(Report.accuracy(documents.slice(0, 2), {}), "overall")).toEqual(["overall", "0.875", "2"])
  })

  it("begins with the documents that got no answer", () => {
    const refused = { ...result(resume), failure: "The document was refused: encrypted" }
    expect(row(Report.accuracy([refused], {}), "jane-classic.pdf")).toEqual(["jane-classic.pdf", "The document was refused: encrypted"])
    expect(Report.accuracy([refused], {})).toMatch(/^No answer/)
    expect(text).not.toContain("No answer")
  })

  it("breaks down by layout and language", () => {
    expect(row(text, "sidebar").slice(0, 2)).toEqual(["sidebar", "1"])
    expect(row(text, "nl").at(-1)).toBe("0.750")
  })

  it("tells invented values and the error of the confidence", () => {
    expect(row(text, "development")).toEqual(["development", "10.00 %", "1", "10", "2"])
    // Development: |0.9 - 1| and |0.7 - 0.75|, in bins of one.
    expect(row(text, "documents, against their F1")).toEqual(["documents, against their F1", "2", "0.075"])
    expect(row(text, "documents, against F1 ≥ 0.9")).toEqual(["documents, against F1 ≥ 0.9", "2", "0.400", "1.000"])
  })
})

describe("changes", () => {
  const results = (documents: ReadonlyArray<Results.DocumentResult>) => Results.make(environment, documents)
  const names = Array.from({ length: 10 }, (_, index) => ({ document: `${index}.pdf` }))

  it("marks what changed beyond chance, and lists the documents", () => {
    const before = results(names.map((name) => result(welder, 0.5, name)))
    const after = results([...names.map((name) => result(resume, 0.5, name)), result(resume, 0.5, { document: "new.pdf" })])
    const text = Compare.changes(before, after)
    expect(text).toContain("on 10 documents")
    expect(row(text, "skills")).toEqual(["skills", "0.000", "1.000", "+1.000", "+1.000 to +1.000", "*"])
    expect(row(text, "overall").slice(0, 4)).toEqual(["overall", "0.750", "1.000", "+0.250"])
    expect(row(text, "3.pdf")).toEqual(["3.pdf", "0.750", "1.000", "+0.250"])
    expect(text).not.toContain("new.pdf")
  })

  it("does not mark what two documents of ten may show by chance", () => {
    const before = results(names.map((name) => result(welder, 0.5, name)))
    const after = results(names.map((name, index) => result(index === 0 ? resume : welder, 0.5, name)))
    expect(row(Compare.changes(before, after), "skills").slice(0, 5)).toEqual(["skills", "0.000", "0.100", "+0.100", "0.000 to +0.300"])
  })

  it("is silent about what stayed", () => {
    const same = results([result(welder)])
    expect(Compare.changes(same, same)).toContain("No document's F1 changed.")
    expect(row(Compare.changes(same, same), "skills")).toEqual(["skills", "0.000", "0.000"])
  })
})

describe("explain", () => {
  it("shows each wrong value with what was expected and the lines it came from", () => {
    const text = Explain.describe(measured(welder), (line) => [`about line ${line}`])
    // The skill is missed and another one invented, each with its category, beside seven right values.
    expect(text.split("\n")[0]).toBe("jane-classic.pdf: F1 0.750, confidence 0.800, 4 of 11 values wrong")
    expect(text).toContain([
      "/skills/0",
      "  skills.name",
      "    expected  nothing",
      "    given     \"Welding\"   (not in the document's text)",
      "    from      page 1, line 3: Skills: Baking",
      "    confidence 0.400"
    ].join("\n"))
    expect(text).toContain("\n  rules       about line 3")
    expect(text).toContain("/skills/0 of the truth\n  skills.name\n    expected  \"Baking\"\n    given     nothing")
  })
})

describe("valueSamples", () => {
  it("pairs the stated confidence of a value with its verdict", () => {
    expect(Measure.valueSamples(measured(welder))).toEqual([
      { confidence: 0.9, outcome: 1 },
      { confidence: 0.4, outcome: 0 }
    ])
  })
})
