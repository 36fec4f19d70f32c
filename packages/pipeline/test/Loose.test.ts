import { describe, expect, it } from "@effect/vitest"
import type { Document } from "@excv/schema"
import * as Grounding from "../src/score/Grounding.js"
import { document } from "./documents.js"

/** `~` stands before a word that OCR was not sure of. */
const scanned = (...texts: ReadonlyArray<string>): Document.Document => {
  const whole = document(...texts.map((text) => text.replaceAll("~", "")))
  const believed = (line: Document.Line, index: number): Document.Line => {
    const parts = texts[index]?.split(" ") ?? []
    return { ...line, words: line.words.map((word, at) => ({ ...word, confidence: parts[at]?.startsWith("~") === true ? 0.6 : 0.96 })) }
  }
  return { ...whole, pages: whole.pages.map((page) => ({ ...page, source: "ocr", lines: page.lines.map(believed) })) }
}

const page = scanned("~Anmeliese von Berg", "Młyny Podgórskie Sp. z ~0.0., Kraków", "Senior Engineer ~rn", "~Januar ~2O19 – ~2021", "Berta Berg", "~kwojclk@example.com")
const [seen, unseen] = [Grounding.index(page, [1]), Grounding.index(page)]

const ground = (value: string, ...lines: ReadonlyArray<number>) => Grounding.ground({ value, lines }, seen)

describe("on a page that the model saw", () => {
  it.each([
    { value: "Anneliese von Berg", line: 1 },
    { value: "Młyny Podgórskie Sp. z o.o.", line: 2 },
    { value: "Januar 2019", line: 4 },
    { value: "k.wojcik@example.com", line: 6 }
  ])("$value is put right, and its evidence is marked as loose", ({ line, value }) => {
    expect(ground(value, line)).toMatchObject([{ line, match: "loose" }])
    expect(Grounding.ground({ value, lines: [line] }, unseen)).toBeNull()
  })

  it("a value that its line says has evidence without a mark", () => {
    expect(ground("von Berg", 1)?.[0]).not.toHaveProperty("match")
  })

  it("what OCR was sure of is not put right", () => {
    expect(ground("Junior Engineer", 3)).toBeNull()
    expect(ground("Bertha Berg", 5)).toBeNull()
  })

  it.each([
    { what: "another digit", value: "2020", line: 4 },
    { what: "another month", value: "Februar 2019", line: 4 },
    { what: "a name that resembles nothing there", value: "Globex Petroleum", line: 1 },
    { what: "too many letters", value: "Amnelinde von Burg", line: 1 },
    { what: "a value of another line", value: "Anneliese von Berg", line: 5 },
    { what: "too little to be told apart", value: "om", line: 3 }
  ])("$what is no evidence", ({ line, value }) => {
    expect(ground(value, line)).toBeNull()
  })

  it("a value without a line is no evidence, whatever it resembles", () => {
    expect(ground("Anneliese von Berg")).toBeNull()
  })
})
