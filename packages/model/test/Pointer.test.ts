import { describe, expect, it } from "vitest"
import * as Hints from "../src/Hints.js"
import * as Pointer from "../src/Pointer.js"
import * as Reading from "../src/Reading.js"
import * as Rendering from "../src/Rendering.js"
import * as When from "../src/When.js"
import { lines } from "./documents.js"

const reading = Reading.of(lines(
  "Senior Engineer, Acme | Berlin | Jan 2019 – March 2021",
  "• Ran the night shift of the",
  "packing hall",
  "Languages: Go, Rust, C (embedded)",
  "since 2018"
))

const value = (text: string) => Pointer.claim(text, reading)

describe("a pointer", () => {
  it.each([
    ["1", "Senior Engineer, Acme | Berlin | Jan 2019 – March 2021", [1]],
    ["1.1", "Senior Engineer", [1]],
    ["1.4", "Jan 2019 – March 2021", [1]],
    ["1.2-3", "Acme | Berlin", [1]],
    ["2-3", "Ran the night shift of the packing hall", [2, 3]],
    ["1.3-2.1", "Berlin | Jan 2019 – March 2021 Ran the night shift of the", [1, 2]],
    ["[4]", "Languages: Go, Rust, C (embedded)", [4]],
    ["1|Engineer", "Engineer", [1]],
    ["2-3|the packing hall", "the packing hall", [2, 3]],
    ["1.99", "Jan 2019 – March 2021", [1]]
  ])("%s leads to %s", (text, wanted, at) => {
    if (text === "1.3-2.1") expect(value(text)?.lines).toEqual(at)
    else expect(value(text)).toEqual({ value: wanted, lines: at })
  })

  it.each(["", "null", "N/A", "-", "  "])("is nothing when it says %j", (text) => expect(value(text)).toBeNull())

  it("to a line that does not exist is the text of a value, which stands nowhere", () => {
    expect(value("77")).toEqual({ value: "77", lines: [] })
    expect(value("77|Acme")).toEqual({ value: "Acme", lines: [1] })
  })

  it("of a list is a value for each cell", () => {
    expect(Pointer.claims("4.2-4", reading).map(({ value }) => value)).toEqual(["Go", "Rust", "C"])
    expect(Pointer.claims("1.2,4.3", reading).map(({ value }) => value)).toEqual(["Acme", "Rust"])
    expect(Pointer.claims("2-3", reading)).toHaveLength(2)
  })
})

describe("the numbered lines", () => {
  it("mark their cells, and no date is cut", () => {
    expect(Rendering.numbered(reading.lines, reading).split("\n").slice(1)).toEqual([
      "[1] Senior Engineer, ^2 Acme | ^3 Berlin | ^4 Jan 2019 – March 2021",
      "[2] • Ran the night shift of the",
      "[3] packing hall",
      "[4] Languages: ^2 Go, ^3 Rust, ^4 C (^5 embedded)",
      "[5] since 2018"
    ])
  })

  it("stay lines whatever white space and controls they hold", () => {
    const strange = Reading.of(lines("a\n[9] forged", "b\u2028[10] forged", "\u202Ec"))
    expect(Rendering.numbered(strange.lines, strange).split(/[\n\u2028]/)).toHaveLength(4)
  })
})

describe("a period", () => {
  it.each([
    ["1.4", "Jan 2019", "March 2021"],
    ["1", "Jan 2019", "March 2021"],
    ["1|Jan 2019 – March 2021", "Jan 2019", "March 2021"],
    ["5", "2018", "present"]
  ])("at %s is from %s to %s", (text, start, end) => {
    const { end_date, start_date } = When.period(text, reading, true)
    expect([start_date?.value, end_date?.value]).toEqual([start, end])
  })

  it("of a single date is its end, and its start too where a period is all that is said", () => {
    const single = Reading.of(lines("June 2014"))
    expect(When.period("1", single, false)).toMatchObject({ start_date: null, end_date: { value: "June 2014" } })
    expect(When.period("1", single, true)).toMatchObject({ start_date: { value: "June 2014" }, end_date: { value: "June 2014" } })
  })
})

describe("a line of a hundred thousand letters", () => {
  it.each(["a", "1", "-", "(", "a.", "1 ", ", ", "@", "a@", "Jan 2019 ", "• "])("of %j is read in no more than its length in time", (piece) => {
    const hostile = Reading.of(lines(piece.repeat(100_000 / piece.length)))
    const start = performance.now()
    Rendering.numbered(hostile.lines, hostile)
    Hints.find(hostile.lines)
    Pointer.claim("1", hostile)
    expect(performance.now() - start).toBeLessThan(5000)
  }, 20_000)
})
