import { Comparer } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"

describe("agrees", () => {
  it("finds no agreement in silence", () => {
    expect(Comparer.agrees("text", null, null)).toBe(false)
    expect(Comparer.agrees("text", "a", null)).toBe(false)
    expect(Comparer.agrees("text", null, "a")).toBe(false)
  })

  it("wants texts to be equal up to case, width and spacing", () => {
    expect(Comparer.agrees("text", "José  García", "JOSÉ GARCÍA")).toBe(true)
    expect(Comparer.agrees("text", "José García", "Jose Garcia")).toBe(false)
    expect(Comparer.agrees("text", "React", "React.js")).toBe(false)
  })

  it("lets names differ up to a token-set ratio of 0.85", () => {
    expect(Comparer.agrees("name", "Acme Widgets GmbH", "ACME Widget GmbH")).toBe(true)
    expect(Comparer.agrees("name", "Nordlicht Energie AG", "Nordlicht Energy")).toBe(false)
    expect(Comparer.agrees("name", "***", "***")).toBe(true)
  })

  it("lets prose differ up to a token F1 of 0.8", () => {
    // four of five words in common: 2 · 4 / 10
    expect(Comparer.agrees("prose", "one two three four five", "one two three four six")).toBe(true)
    // three of four: 2 · 3 / 8
    expect(Comparer.agrees("prose", "one two three four", "one two three six")).toBe(false)
    expect(Comparer.agrees("text", "one two three four five", "one two three four six")).toBe(false)
  })

  it("wants dates to have the same precision", () => {
    expect(Comparer.agrees("date", "2016-04", "2016-04")).toBe(true)
    expect(Comparer.agrees("date", "2016-04", "2016")).toBe(false)
  })

  it("lets years differ by half a year", () => {
    expect(Comparer.agrees("years", 3.4, 3.9)).toBe(true)
    expect(Comparer.agrees("years", 3.4, 4)).toBe(false)
    expect(Comparer.agrees("years", 0, 0)).toBe(true)
  })

  it("compares truth values", () => {
    expect(Comparer.agrees("label", false, false)).toBe(true)
    expect(Comparer.agrees("label", false, true)).toBe(false)
  })
})
