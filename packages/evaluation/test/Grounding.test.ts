import { Grounding, Verdict } from "@excv/evaluation"
import type { Comparer, Truth } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"
import { bakery, jane, nothing, skill } from "./resumes.js"

const german = Grounding.source(
  `L E B E N S L A U F   M A X  M U S T E R M A N N
  Tel. +49 (0)30 / 901820 12 · max@example.com · www.example.org/max/
  März 2019 – 10/2021 Bäckermeister, Brot & Söhne KG, Dresden, Deutsch-
  land. Verantwortlich für die gesamte Back-
  stube mit neun Gesellen. 2012–14 Lehre. Sprachen: Französisch, English; reads Romans`,
  "de"
)

const occurs = (kind: Comparer.Kind) => (value: string) => Grounding.occurs(kind, value, german)

describe("occurs", () => {
  it("finds texts through case, punctuation, hyphenation and spaced letters", () => {
    expect(["Brot & Söhne KG", "BÄCKERMEISTER", "Max Mustermann", "Dresden"].filter((value) => !occurs("text")(value))).toEqual([])
    expect(occurs("prose")("Verantwortlich für die gesamte Backstube mit neun Gesellen")).toBe(true)
  })

  it("does not find what is not there, nor a short word inside another one", () => {
    expect(["Brot & Brüder KG", "Konditor", "Man", "Söhne Brot"].filter(occurs("text"))).toEqual([])
    expect(occurs("prose")("Verantwortlich für die gesamte Konditorei und ihre neun Filialen")).toBe(false)
  })

  it("finds phones by their digits and URLs without their scheme", () => {
    expect(occurs("phone")("+493090182012")).toBe(true)
    expect(occurs("phone")("+493090182013")).toBe(false)
    expect(occurs("url")("https://example.org/max")).toBe(true)
    expect(occurs("url")("https://example.org/moritz")).toBe(false)
  })

  it("finds dates by their parts, in words and in two digits", () => {
    expect(["2019-03", "2021-10", "2012", "2014"].filter((value) => !occurs("date")(value))).toEqual([])
    expect(["2018", "2019-07", "2015"].filter(occurs("date"))).toEqual([])
  })

  it("finds countries and languages by their names", () => {
    expect(["DE"].filter((value) => !occurs("country")(value))).toEqual([])
    expect(["RO", "OM", "FR"].filter(occurs("country"))).toEqual([])
    expect(["French", "English"].filter((value) => !occurs("language")(value))).toEqual([])
    expect(["Italian", "Spanish"].filter(occurs("language"))).toEqual([])
  })

  it("knows a country by its code or short name in capitals, not by a word that looks like it", () => {
    expect(Grounding.occurs("country", "GB", Grounding.source("Leeds, UK", "en"))).toBe(true)
    expect(Grounding.occurs("country", "US", Grounding.source("Boston, USA", "en"))).toBe(true)
    expect(Grounding.occurs("country", "US", Grounding.source("call us", "en"))).toBe(false)
    expect(Grounding.occurs("country", "IN", Grounding.source("born in Leeds", "en"))).toBe(false)
  })
})

describe("tally", () => {
  const document = Grounding.source("Jane Doe, Leeds, UK. Grand Hotel, Pastry Chef, 2019-01. Corner Bakery, Baker, 2015-01, 2018-12. Baked bread", "en")
  const tally = (given: Truth.Expected) => Grounding.tally(Verdict.compare(jane, given), document)

  it("counts neither labels nor computed values", () => {
    // Of the one job: company, title, two dates, two bullets.
    expect(tally({ ...nothing, experience: [bakery] }).given).toBe(6)
    expect(tally({ ...nothing, total_experience_years: 40, seniority_level: "executive" })).toEqual({ given: 0, invented: [] })
  })

  it("holds against an answer only values that are wrong and nowhere in the document", () => {
    // The first is right though not in this text, the second is misplaced, the third comes from nowhere.
    const { given, invented } = tally({ ...nothing, skills: [skill("Baking"), skill("Corner Bakery"), skill("Welding")] })
    expect(given).toBe(3)
    expect(invented.map((verdict) => verdict.given)).toEqual([{ pointer: "/skills/2/name", value: "Welding" }])
  })
})
