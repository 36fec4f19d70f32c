import { describe, expect, it } from "@effect/vitest"
import * as Grounding from "../src/score/Grounding.js"
import * as Check from "../src/score/Check.js"
import { document, line } from "./documents.js"

const index = Grounding.index(document("Anna Müller", "Senior soft-", "ware engineer", "Jan. 2019 – heute", "C, Go, SQL"))
const linesOf = (value: string, ...lines: ReadonlyArray<number>) =>
  Grounding.ground({ value, lines }, index)?.map((evidence) => evidence.line) ?? null

describe("grounding", () => {
  it("finds a value in its line, whatever its case and white space", () => {
    expect(linesOf("ANNA  MÜLLER", 1)).toEqual([1])
  })
  it("finds a value over a line break with hyphenation, in those lines only", () => {
    expect(linesOf("software engineer", 1, 2, 3)).toEqual([2, 3])
  })
  it("corrects a citation that names the wrong line", () => {
    expect(linesOf("Anna Müller", 4)).toEqual([1])
  })
  it("finds the lines of a text that other cells of one row stand between, and each of them or none", () => {
    const row = Grounding.index(document("Market hall Site manager 2022 A roof of iron"))
    expect(Grounding.ground({ value: "Site manager\nA roof of iron", lines: [1] }, row)).toHaveLength(1)
    expect(Grounding.ground({ value: "Site manager\nA roof of gold", lines: [1] }, row)).toBeNull()
  })
  it("finds a name whose family stands first, behind a comma", () => {
    const form = Grounding.index(document("Name, Vorname Berg-Öz, Anna", "Anna"))
    expect(Grounding.ground({ value: "Anna Berg-Öz", lines: [1] }, form)).toHaveLength(1)
    expect(Grounding.ground({ value: "Anna Öz-Berg", lines: [1] }, form)).toBeNull()
  })
  it("finds a normalised date through the date that it was derived from", () => {
    expect(linesOf("2019-01", 4)).toEqual([4])
    expect(linesOf("2018-01", 4)).toBeNull()
  })
  it("finds an open end that only a word such as since says", () => {
    const since = Grounding.index(document("seit 04/2018 Teamleiter", "10/2013 – 03/2018 Ingenieur"))
    expect(Grounding.ground({ value: "present", lines: [1] }, since)).toHaveLength(1)
    expect(Grounding.ground({ value: "present", lines: [2] }, since)).toBeNull()
    const column = Grounding.index(document("2019– Lecturer in Ecology", "2015 – March 2018 Engineer", "Okt. 2021– Dozentin für Orgel"))
    expect(Grounding.ground({ value: "present", lines: [1] }, column)).toHaveLength(1)
    expect(Grounding.ground({ value: "present", lines: [3] }, column)).toHaveLength(1)
    expect(Grounding.ground({ value: "present", lines: [2] }, column)).toBeNull()
  })
  it("finds nothing that is not there, and nothing so short outside its own line", () => {
    expect(linesOf("Berta", 1)).toBeNull()
    expect(linesOf("Go", 1)).toBeNull()
    expect(linesOf("Go", 5)).toEqual([5])
    expect(linesOf("", 1)).toBeNull()
    expect(linesOf("Anna", 99)).toEqual([1])
  })
  it("finds marks beside a word, in their own line only", () => {
    const marked = Grounding.index(document("Python ●●●○○", "Go ● ● ● ● ○", "Rust"))
    expect(Grounding.ground({ value: "●●●○○", lines: [1] }, marked)).toHaveLength(1)
    expect(Grounding.ground({ value: "● ● ● ● ○", lines: [2] }, marked)).toHaveLength(1)
    expect(Grounding.ground({ value: "●●●○○", lines: [3] }, marked)).toBeNull()
  })
  it("finds the target of a link behind a word", () => {
    const base = document("x")
    const linked = Grounding.index({ ...base, pages: base.pages.map((page) => ({ ...page, lines: [line("GitHub", 1, "https://www.github.com/anna")] })) })
    expect(Grounding.ground({ value: "github.com/anna", lines: [1] }, linked)).toHaveLength(1)
  })
})

describe("the check of an item", () => {
  it("drops what is not grounded and keeps the rest", () => {
    const checked = Check.item(
      { value: { name: "Anna Müller", title: "Astronaut", tags: ["Go", "Rust"] }, sources: {
        name: [{ value: "Anna Müller", lines: [1] }], title: [{ value: "Astronaut", lines: [1] }],
        tags: [{ value: "Go", lines: [5] }, { value: "Rust", lines: [5] }]
      } },
      index
    )
    expect(checked.value).toEqual({ name: "Anna Müller", title: null, tags: ["Go"] })
    expect(checked.dropped).toEqual(["title", "tags"])
  })
  it("drops the item whose key is not grounded", () => {
    expect(Check.item({ value: { name: "Nobody" }, sources: { name: [{ value: "Nobody", lines: [1] }] } }, index, "name").value).toBeNull()
  })
})
