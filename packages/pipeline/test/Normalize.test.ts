import { Draft } from "@excv/schema"
import { describe, expect, it } from "@effect/vitest"
import { FastCheck } from "effect"
import { normalize } from "../src/Normalize.js"
import * as Period from "../src/normalize/Period.js"
import * as Phone from "../src/normalize/Phone.js"
import * as Text from "../src/normalize/Text.js"
import * as Url from "../src/normalize/Url.js"

const claim = (value: string): Draft.Claim => ({ value, lines: [1] })

describe("telephone numbers", () => {
  it.each([
    ["+49 (0)30 23125 123", null, null, "+493023125123"],
    ["0044 7700 900123", null, null, "+447700900123"],
    ["07700 900123", "GB", "en", "+447700900123"],
    ["(212) 555-0143", "US", "en", "+12125550143"],
    ["06 39 98 12 34", null, "fr", "+33639981234"],
    ["06 39 98 12 34", null, "en", null],
    ["12", "US", "en", null],
    ["call me", "US", "en", null]
  ])("%s in %s, a CV in %s → %s", (raw, country, language, expected) => {
    expect(Phone.e164(raw, country, language)).toBe(expected)
  })
})

describe("URLs", () => {
  it.each([
    ["www.LinkedIn.com/in/anna-m/", "https://linkedin.com/in/anna-m"],
    ["https://de.linkedin.com/in/anna-m?trk=x", "https://linkedin.com/in/anna-m"],
    ["https://www.linkedin.com/in/j%C3%BCrgen", "https://linkedin.com/in/jürgen"],
    ["linkedin.com/company/acme", null],
    ["https://evil.example/linkedin.com/in/anna", null],
    ["linkedin.com/in/%E0%A4%A", "https://linkedin.com/in/%E0%A4%A"]
  ])("LinkedIn %s → %s", (raw, expected) => expect(Url.linkedin(raw)).toBe(expected))

  it("take http only", () => {
    expect(Url.absolute("javascript:alert(1)")).toBeNull()
    expect(Url.absolute("anna.example/cv")).toBe("https://anna.example/cv")
    expect(Url.kind("https://gist.github.com/x")).toBe("github")
    expect(Url.kind("https://notgithub.com/x")).toBe("website")
  })

  it.prop("are their own normal form", [FastCheck.webUrl({ withFragments: true, withQueryParameters: true })], ([url]) => {
    const once = Url.absolute(url)
    if (once !== null) expect(Url.absolute(once)).toBe(once)
  }, { fastCheck: { numRuns: 1000 } })
})

describe("names", () => {
  it.each([
    ["JEAN-PIERRE DE LA TOUR", "Jean-Pierre de la Tour"],
    ["SIOBHÁN O'REILLY", "Siobhán O'Reilly"],
    ["Anna McKenzie", "Anna McKenzie"],
    ["LI", "Li"],
    ["A", "A"]
  ])("%s → %s", (name, expected) => expect(Text.nameCase(name)).toBe(expected))
})

describe("periods", () => {
  it.each([
    ["2012", "14", "2012", "2014", false],
    ["Jan. 2020", "heute", "2020-01", null, true],
    ["03/2018", "12/2019", "2018-03", "2019-12", false],
    ["2019-05", null, "2019-05", null, false]
  ])("%s to %s", (start, end, start_date, end_date, isOpen) => {
    expect(Period.period(claim(start), end === null ? null : claim(end))).toEqual({ start_date, end_date, isOpen })
  })
})

const job: Draft.DraftExperience = { company: null, title: null, location: null, start_date: null, end_date: null, description: null, highlights: [] }

describe("a draft", () => {
  it("that claims nothing says nothing", () => {
    const { education, experience, languages, profile, skills } = normalize(Draft.empty, null)
    expect([education, experience, languages, skills]).toEqual([[], [], [], []])
    expect(Object.values(profile.value)).toEqual([null, null, null, null, null])
  })

  it("loses repetitions and the LinkedIn profile among its links", () => {
    const skill = (name: string) => ({ name: claim(name), category: null, level: null })
    const { links, skills } = normalize({
      ...Draft.empty,
      skills: [skill("Python"), skill("PYTHON"), skill(" ")],
      links: [claim("github.com/anna"), claim("https://github.com/anna"), claim("linkedin.com/in/anna")]
    }, "en")
    expect(skills.map(({ value }) => value.name)).toEqual(["Python"])
    expect(links.map(({ value }) => value)).toEqual([{ kind: "github", url: "https://github.com/anna" }])
  })

  it("takes the kind of a link from its label, and a page of a designer's own as a portfolio", () => {
    const kinds = (title: string, ...links: ReadonlyArray<string>) =>
      normalize({ ...Draft.empty, experience: [{ ...job, title: claim(title) }], links: links.map(claim) }, "en").links.map(({ value }) => value)
    expect(kinds("Cook", "Portfolio: anna.example/work", "anna-cooks.example")).toEqual([
      { kind: "portfolio", url: "https://anna.example/work" }, { kind: "website", url: "https://anna-cooks.example" }
    ])
    expect(kinds("Graphic Designer", "anna.example", "github.com/anna").map(({ kind }) => kind)).toEqual(["portfolio", "github"])
    expect(kinds("Cook", "anna.example/lookbook", "anna.example/recipes").map(({ kind }) => kind)).toEqual(["portfolio", "website"])
  })

  it("takes the page of an architect for a portfolio, whatever programs are listed", () => {
    const skill = (name: string) => ({ name: claim(name), category: null, level: null })
    const kind = (title: string) =>
      normalize({ ...Draft.empty, experience: [{ ...job, title: claim(title) }], skills: [skill("AutoCAD"), skill("Excel")], links: [claim("anna.example")] }, "en").links[0]?.value.kind
    expect([kind("Architect"), kind("Photographer"), kind("Electrician")]).toEqual(["portfolio", "portfolio", "website"])
  })

  it("gives a certificate its dates in the order of time", () => {
    const { certifications } = normalize({
      ...Draft.empty, certifications: [{ name: claim("First Aid"), issuer: null, date: claim("04/2028"), expiry_date: claim("04/2025"), credential_id: null, url: null }]
    }, "en")
    expect(certifications[0]?.value).toMatchObject({ date: "2025-04", expiry_date: "2028-04" })
  })

  it("reads a skill in the sense of the trade", () => {
    const category = (title: string, name: string) =>
      normalize({ ...Draft.empty, experience: [{ ...job, title: claim(title) }], skills: [{ name: claim(name), category: null, level: null }] }, "en").skills[0]?.value.category
    expect(category("Product Designer", "Accessibility")).toBe("design")
    expect(category("Frontend Developer", "Accessibility")).toBe("frontend")
  })

  it("takes a town behind a postal code of the language's usual country for one of it", () => {
    const countryOf = (raw: string, language: string) => normalize({ ...Draft.empty, location: { raw: claim(raw), city: null, country: null } }, language).location.value
    expect(countryOf("8 rue du Pressoir, 61150 Xyzzécouché", "fr")).toMatchObject({ city: "Xyzzécouché", country: "FR" })
    expect(countryOf("Am Plugh 7, 8010 Quuxfelde", "de")).toMatchObject({ city: "Quuxfelde", country: null })
    expect(countryOf("61150 Xyzzy", "en")).toMatchObject({ city: "Xyzzy", country: null })
  })

  it("gets its values in the conventions of the resume", () => {
    const { languages, location, profile } = normalize({
      ...Draft.empty,
      full_name: claim("ANNA  MÜLLER"),
      email: claim("Anna.Mueller@Example.org"),
      location: { raw: claim("80331 München, Deutschland"), city: null, country: null },
      languages: [{ language: claim("Englisch"), proficiency: claim("C1") }]
    }, "de")
    expect(profile.value).toMatchObject({ full_name: "Anna Müller", email: "anna.mueller@example.org" })
    expect(location.value).toEqual({ city: "München", country: "DE", raw: "80331 München, Deutschland" })
    expect(languages[0]?.value).toEqual({ language: "English", proficiency: "advanced" })
  })
})
