import { Draft } from "@excv/schema"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import * as fc from "effect/FastCheck"
import { explain, extractor } from "../src/index.js"
import * as Page from "./Page.js"

const { document, heading, line, spread } = Page

const read = (rows: ReadonlyArray<Page.Row>) => Effect.map(extractor.extract(document(rows)), ({ draft }) => draft)

const value = (claim: Draft.Claim | null | undefined) => claim?.value ?? null

const shortly = (draft: Draft.Draft) => draft.experience.map((entry) =>
  [value(entry.title), value(entry.company), value(entry.location), value(entry.start_date), value(entry.end_date)].join(" | "))

const contact = [line("Anna Berg", { size: 22, bold: true }), line("Berlin, Germany | +49 30 23125 417 | anna.berg@example.com | linkedin.com/in/anna-berg")]
const school = [heading("Education"), spread("BSc (Hons) Computer Science", "2010 – 2013", { bold: true }), line("University of Exeter, Exeter", { italic: true })]

const nurse = [
  ...contact,
  heading("Work Experience"),
  spread("Staff Nurse", "Feb 2019 – Present", { bold: true }),
  line("St Columba’s Hospital, Dublin", { italic: true }),
  line("• Triage, cannulation and discharge planning for a ward of thirty beds with"),
  line("frequent admissions", { x: 57 }),
  line("• Link nurse for falls prevention"),
  spread("Care Assistant", "06/2016 – 01/2019", { bold: true, above: 10 }),
  line("Willow House Ltd, Cork", { italic: true }),
  line("Supported residents with dementia."),
  ...school,
  heading("Skills"),
  line("Clinical: Wound Care, IV Therapy, Phlebotomy"),
  line("Soft: Teamwork and Empathy"),
  heading("Languages"),
  line("English (native), Irish (B2), French – basic"),
  heading("Certifications"),
  line("Advanced Life Support, Resuscitation Council UK, 04/2024"),
  heading("Volunteering"),
  spread("Team Leader", "2014 – 2016", { bold: true }),
  line("Red Cross, Cork", { italic: true })
]

describe("a plain CV", () => {
  it.effect("is read field by field", () => Effect.gen(function*() {
    const draft = yield* read(nurse)
    expect(value(draft.full_name)).toBe("Anna Berg")
    expect(value(draft.email)).toBe("anna.berg@example.com")
    expect(value(draft.phone)).toBe("+49 30 23125 417")
    expect(value(draft.linkedin_url)).toBe("linkedin.com/in/anna-berg")
    expect(value(draft.location.city)).toBe("Berlin")
    expect(shortly(draft)).toEqual([
      "Staff Nurse | St Columba’s Hospital | Dublin | Feb 2019 | Present",
      "Care Assistant | Willow House Ltd | Cork | 06/2016 | 01/2019"
    ])
    expect(draft.experience[0]?.highlights.map(value)).toEqual([
      "Triage, cannulation and discharge planning for a ward of thirty beds with frequent admissions", "Link nurse for falls prevention"
    ])
    expect(value(draft.experience[1]?.description)).toBe("Supported residents with dementia.")
    expect(draft.education.map((entry) => [value(entry.degree), value(entry.field_of_study), value(entry.institution), value(entry.end_date)])).toEqual([
      ["BSc (Hons)", "Computer Science", "University of Exeter", "2013"]
    ])
    expect(draft.skills.map((skill) => `${value(skill.category)}: ${value(skill.name)}`)).toContain("Clinical: Phlebotomy")
    expect(draft.languages.map((one) => [value(one.language), value(one.proficiency)])).toEqual([["English", "native"], ["Irish", "B2"], ["French", "basic"]])
    expect(draft.certifications.map((one) => [value(one.name), value(one.issuer), value(one.date)])).toEqual([["Advanced Life Support", "Resuscitation Council UK", "04/2024"]])
    expect(draft.detected_language).toBe("en")
  }))

  it.effect("gives every value with lines that say it", () => Effect.gen(function*() {
    const rows = document(nurse).pages.flatMap((page) => page.lines)
    const draft = yield* read(nurse)
    const text = JSON.stringify(yield* Schema.encode(Draft.Draft)(draft))
    const claims: Array<Draft.Claim> = []
    JSON.parse(text, (_, found: unknown) => {
      if (Schema.is(Draft.Claim)(found)) claims.push(found)
      return found
    })
    expect(claims.length).toBeGreaterThan(40)
    for (const claim of claims) {
      const said = claim.lines.map((number) => rows[number - 1]?.text ?? "").join(" ").replace(/• /g, "")
      expect(said.replace(/\s/g, "")).toContain(claim.value.replace(/\s/g, ""))
    }
  }))

  it("can explain what it saw", () => {
    const { headings, sections } = explain(document(nurse))
    expect(headings.map((one) => one.kinds[0])).toEqual(["experience", "education", "skills", "languages", "certifications", "volunteering"])
    expect(sections.find((section) => section.kinds[0] === "experience")?.entries.map((entry) => entry.slots["title"]?.text)).toEqual(["Staff Nurse", "Care Assistant"])
  })
})

describe("one section, many shapes", () => {
  const shapes: ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>]> = [
    ["company first, dates right", [
      spread("Acme Robotics", "2019 – 2021", { bold: true }), line("Mechanical Engineer", { italic: true }), line("• Built grippers for fruit"),
      spread("Holz & Söhne", "2015 – 2019", { bold: true, above: 8 }), line("Draughtsman", { italic: true }), line("• Drew stairs")
    ]],
    ["one line, dates in brackets", [
      { runs: [{ text: "Mechanical Engineer", bold: true }, { text: ", Acme Robotics (2019 – 2021)" }] }, line("• Built grippers for fruit"),
      { runs: [{ text: "Draughtsman", bold: true }, { text: ", Holz & Söhne (2015 – 2019)" }], above: 8 }, line("• Drew stairs")
    ]],
    ["title at company, dates below", [
      line("Mechanical Engineer at Acme Robotics"), line("2019 – 2021", { color: "#777777" }), line("• Built grippers for fruit"),
      line("Draughtsman at Holz & Söhne", { above: 8 }), line("2015 – 2019", { color: "#777777" }), line("• Drew stairs")
    ]],
    ["dates in a column on the left", [
      { runs: [{ text: "2019 – 2021" }, { text: "Mechanical Engineer", x: 160, bold: true }] }, line("Acme Robotics", { x: 160 }), line("• Built grippers for fruit", { x: 160 }),
      { runs: [{ text: "2015 – 2019" }, { text: "Draughtsman", x: 160, bold: true }], above: 8 }, line("Holz & Söhne", { x: 160 }), line("• Drew stairs", { x: 160 })
    ]],
    ["bars", [
      line("Acme Robotics | Mechanical Engineer | 2019 – 2021"), line("• Built grippers for fruit"),
      line("Holz & Söhne | Draughtsman | 2015 – 2019", { above: 8 }), line("• Drew stairs")
    ]]
  ]

  it.effect.each(shapes)("%s", ([, rows]) => Effect.gen(function*() {
    const draft = yield* read([...contact, heading("Experience"), ...rows, ...school])
    expect(shortly(draft)).toEqual(["Mechanical Engineer | Acme Robotics |  | 2019 | 2021", "Draughtsman | Holz & Söhne |  | 2015 | 2019"])
    expect(draft.experience.map((entry) => entry.highlights.map(value))).toEqual([["Built grippers for fruit"], ["Drew stairs"]])
  }))

  it.effect("several roles under one company are one entry each", () => Effect.gen(function*() {
    const draft = yield* read([
      ...contact, heading("Experience"),
      spread("Corvane Industries, Inc.", "Chicago, IL", { bold: true }),
      spread("Director of Supply Chain", "2018 – Present", { italic: true }), line("• Rebuilt the supplier base"),
      spread("Logistics Manager", "2014 – 2018", { italic: true }), line("• Introduced cross-docking"),
      spread("Halden Steel", "Gary, IN", { bold: true, above: 8 }), spread("Process Engineer", "2010 – 2014", { italic: true }), line("• Ran the rolling mill"),
      ...school
    ])
    expect(draft.experience.map((entry) => [value(entry.title), value(entry.company)])).toEqual([
      ["Director of Supply Chain", "Corvane Industries, Inc."], ["Logistics Manager", "Corvane Industries, Inc."], ["Process Engineer", "Halden Steel"]
    ])
  }))
})

describe("languages and skills", () => {
  it.effect("under one title are parted by row, and a native language may have a title of its own", () => Effect.gen(function* () {
    const both = yield* read([...contact, ...school, heading("Languages and skills"), line("English (native), Spanish (B1)"), line("Praat, LaTeX, Regular expressions")])
    expect(both.languages.map(({ language }) => value(language))).toEqual(["English", "Spanish"])
    expect(both.skills.map(({ name }) => value(name))).toEqual(["Praat", "LaTeX", "Regular expressions"])
    const tools = yield* read([...contact, ...school, heading("Idiomas y programas"), line("Nixfarma, Excel y Canva"), heading("Muttersprache"), line("Polnisch")])
    expect(tools.skills.map(({ name }) => value(name))).toEqual(["Nixfarma", "Excel", "Canva"])
    expect(tools.languages.map(({ language }) => value(language))).toEqual(["Polnisch"])
    const programs = yield* read([...contact, ...school, heading("Languages"), line("Kotlin, Java, Python, Go"), heading("Spoken languages"), line("Tamil (native)")])
    expect(programs.skills.map(({ name }) => value(name))).toEqual(["Kotlin", "Java", "Python", "Go"])
    expect(programs.languages.map(({ language }) => value(language))).toEqual(["Tamil"])
    const native = yield* read([...contact, ...school, heading("Idioma materno"), line("Español"), heading("Otros idiomas"), line("Inglés B1")])
    expect(native.languages.map(({ language, proficiency }) => [value(language), value(proficiency)])).toEqual([["Español", "Idioma materno"], ["Inglés", "B1"]])
  }))
})

describe("other languages", () => {
  it.effect("German", () => Effect.gen(function*() {
    const draft = yield* read([
      line("Jörg Weißmüller", { size: 20, bold: true }), line("Ziegelhofstraße 12, 26121 Oldenburg · 0171 3920046 · j.weissmueller@example.com"),
      heading("Berufserfahrung"),
      spread("Werkstattleiter", "04/2017 – dato", { bold: true }), line("Autohaus Petersen GmbH, Oldenburg"), line("• Führung von elf Mechatronikern"),
      spread("Diagnosetechniker", "08/2011 – 03/2017", { bold: true, above: 8 }), line("Kfz-Service Lüttmann, Bremerhaven"),
      heading("Ausbildung"), spread("Meisterbrief Kraftfahrzeugtechnik", "2016", { bold: true }), line("Handwerkskammer Oldenburg"), line("Note: 2,1"),
      heading("Sprachen"), line("Deutsch: Muttersprache"), line("Englisch: gute Kenntnisse")
    ])
    expect(shortly(draft)).toEqual([
      "Werkstattleiter | Autohaus Petersen GmbH | Oldenburg | 04/2017 | dato", "Diagnosetechniker | Kfz-Service Lüttmann | Bremerhaven | 08/2011 | 03/2017"
    ])
    expect(value(draft.education[0]?.degree)).toBe("Meisterbrief")
    expect(value(draft.education[0]?.field_of_study)).toBe("Kraftfahrzeugtechnik")
    expect(value(draft.education[0]?.grade)).toBe("2,1")
    expect(draft.languages.map((one) => value(one.proficiency))).toEqual(["Muttersprache", "gute Kenntnisse"])
    expect(value(draft.location.raw)).toBe("Ziegelhofstraße 12, 26121 Oldenburg")
    expect(draft.detected_language).toBe("de")
  }))

  it.effect("French", () => Effect.gen(function*() {
    const draft = yield* read([
      line("Léa Marchetti", { size: 20, bold: true }), line("69003 Lyon | 06 39 98 41 27 | lea.marchetti@example.net"),
      heading("Expérience professionnelle"),
      spread("Cheffe de cuisine", "sept. 2019 – aujourd’hui", { bold: true }), line("Le Pré aux Figues, Lyon"), line("Restaurant bistronomique de 45 couverts."),
      spread("Commis de cuisine", "2010 – 2011", { bold: true, above: 8 }), line("Hôtel du Parc, Annecy"),
      heading("Formation"), spread("Licence en Droit", "2006 – 2009", { bold: true }), line("Université Lumière, Lyon"),
      heading("Langues"), line("Français (langue maternelle), Italien (courant)")
    ])
    expect(shortly(draft)).toEqual([
      "Cheffe de cuisine | Le Pré aux Figues | Lyon | sept. 2019 | aujourd’hui", "Commis de cuisine | Hôtel du Parc | Annecy | 2010 | 2011"
    ])
    expect([value(draft.education[0]?.degree), value(draft.education[0]?.field_of_study)]).toEqual(["Licence", "Droit"])
    expect(draft.languages.map((one) => value(one.language))).toEqual(["Français", "Italien"])
  }))
})

it.effect("volunteering, awards and publications are no experience", () => Effect.gen(function*() {
  const draft = yield* read([
    ...nurse, heading("Awards"), spread("Nurse of the Year", "2020", { bold: true }), heading("Publications"), line("Berg, A. (2021). Falls on wards. Journal of Invented Nursing 3.")
  ])
  expect(draft.experience).toHaveLength(2)
}))

it.effect("a date within a sentence starts no entry", () => Effect.gen(function*() {
  const draft = yield* read([
    ...contact, heading("Experience"),
    spread("Staff Nurse", "2018 – 2021", { bold: true }), line("St Columba’s Hospital, Dublin"), line("Redeployed to the surge unit from March to August 2020", { x: 62 }),
    spread("Care Assistant", "2015 – 2018", { bold: true, above: 8 }), line("Willow House Ltd, Cork"), ...school
  ])
  expect(draft.experience).toHaveLength(2)
}))

it.effect("an empty document gives an empty draft", () => Effect.map(read([]), (draft) => expect(draft).toEqual(Draft.empty)))

it("no document makes it fail, and what it gives is a draft", () => {
  const word = fc.constantFrom("Experience", "Education", "Skills", "Languages", "Engineer", "Acme", "GmbH", "2019", "–", "2021", "Berlin,", "•", "●●●○○", "(C1)", "BSc", "University", "present", "Deutsch", "@", "x")
  const row = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 9 }), size: fc.constantFrom(9, 10, 13), bold: fc.boolean(), x: fc.constantFrom(50, 62, 160, 300) })
  fc.assert(fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
    const { draft } = Effect.runSync(extractor.extract(document(rows.map(({ bold, size, words, x }) => line(words.join(" "), { bold, size, x })))))
    expect(Schema.is(Draft.Draft)(draft)).toBe(true)
  }))
})
