import { Text } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"
import { FastCheck } from "effect"

// Reference values of RapidFuzz 3.14.6: fuzz.token_set_ratio(a, b, processor=utils.default_process) / 100.
const rapidFuzz: ReadonlyArray<readonly [string, string, number]> = [
  ["Senior Software Engineer", "Software Engineer", 1],
  ["Acme Widgets GmbH", "ACME Widget GmbH", 0.969697],
  ["fuzzy was a bear", "fuzzy fuzzy was a bear", 1],
  ["Nordlicht Energie AG", "Nordlicht Energy", 0.833333],
  ["University of Leeds", "Leeds Beckett University", 0.914286],
  ["Chef de partie", "Sous-chef", 0.615385],
  ["Head of Nursing, Ward 3", "Nursing Head", 1],
  ["alpha", "omega", 0.2],
  ["Müller & Söhne", "Muller und Sohne", 0.714286]
]

describe("normalize", () => {
  it("makes width, case and spacing equal, and nothing else", () => {
    expect(Text.normalize("  Ｊane\u00a0\n DOE ")).toBe("jane doe")
    expect(Text.normalize("STRASSE")).toBe(Text.normalize("Straße"))
    expect(Text.normalize("ΣΊΣΥΦΟΣ")).toBe(Text.normalize("σίσυφος"))
    expect(Text.normalize("ﬁnance")).toBe("finance")
    expect(Text.normalize("José")).not.toBe(Text.normalize("Jose"))
    expect(Text.normalize("C++")).not.toBe(Text.normalize("C#"))
  })

  it.prop("changes nothing when applied twice", [FastCheck.fullUnicodeString()], ([text]) => {
    expect(Text.normalize(Text.normalize(text))).toBe(Text.normalize(text))
  })
})

describe("tokenSetRatio", () => {
  it.each(rapidFuzz)("agrees with RapidFuzz on %s / %s", (a, b, ratio) => {
    expect(Text.tokenSetRatio(a, b)).toBeCloseTo(ratio, 5)
    expect(Text.tokenSetRatio(b, a)).toBeCloseTo(ratio, 5)
  })

  it("gives no credit where there is no word", () => {
    expect(Text.tokenSetRatio("", "")).toBe(0)
    expect(Text.tokenSetRatio("-", "Acme")).toBe(0)
  })

  it.prop("is a symmetric share", [FastCheck.string(), FastCheck.string()], ([a, b]) => {
    const ratio = Text.tokenSetRatio(a, b)
    expect(ratio).toBeGreaterThanOrEqual(0)
    expect(ratio).toBeLessThanOrEqual(1)
    expect(Text.tokenSetRatio(b, a)).toBeCloseTo(ratio, 12)
  })
})

describe("tokenF1", () => {
  it("counts words as often as both texts have them", () => {
    expect(Text.tokenF1("a b c d", "a b c d")).toBe(1)
    // common: a, b → 2 · 2 / (4 + 3)
    expect(Text.tokenF1("a b c d", "a b x")).toBeCloseTo(4 / 7, 12)
    // "a" is common once only → 2 · 1 / (3 + 1)
    expect(Text.tokenF1("a a a", "a")).toBe(0.5)
    expect(Text.tokenF1("a", "b")).toBe(0)
    expect(Text.tokenF1("", "")).toBe(0)
  })
})
