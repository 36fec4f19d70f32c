import { describe, expect, it } from "@effect/vitest"
import * as fc from "effect/FastCheck"
import { Certificates, Columns, Companies, Countries, Dates, Degrees, Headings, Labels, Languages, Places, Seniority, Skills, Text, Titles } from "../src/index.js"

describe("a country is known by its name in any language, its code and its abbreviations", () => {
  it.each([
    ["Deutschland", "DE"], ["ALLEMAGNE", "DE"], ["UK", "GB"], ["U.S.", "US"], ["The Netherlands", "NL"], ["Hiszpania", "ES"], ["Brasil", "BR"], ["DE", "DE"], ["de", null], ["Acme", null]
  ])("%s", (text, code) => expect(Countries.codeOf(text)).toBe(code))
})

describe("a language gets its English name", () => {
  it.each([
    ["Deutsch", "German"], ["FRANÇAIS", "French"], ["język niemiecki", "German"], ["Inglés", "English"], ["svenska", "Swedish"],
    ["Libras", "Brazilian Sign Language"], ["Svenskt teckenspråk", "Swedish Sign Language"], ["Papiaments", "Papiamento"], ["Maya yucateco", "Yucatec Maya"], ["kaszubski", "Kashubian"], ["po polsku", "Polish"], ["angielskiego", "English"], ["Go", null], ["Kotlin", null]
  ])("%s", (text, name) => expect(Languages.nameOf(text)).toBe(name))
})

describe("a proficiency is read from words, CEFR levels and dots", () => {
  it.each([
    ["Muttersprache", "native"], ["fließend (C2)", "fluent"], ["C1", "advanced"], ["B2 – upper intermediate", "intermediate"], ["notions", "basic"],
    ["Limited working proficiency", "intermediate"], ["madrelingua", "native"], ["●●●●○", "advanced"], ["TOEIC 900", null]
  ])("%s", (text, level) => expect(Languages.proficiencyOf(text)).toBe(level))
})

describe("a place is taken apart", () => {
  it.each([
    ["10115 Berlin", "Berlin", "DE"], ["San Francisco, CA", "San Francisco", "US"], ["Toronto, CA", "Toronto", "CA"], ["Milano (MI), Italia", "Milano", "IT"],
    ["München", "München", "DE"], ["12 rue de la Paix, 75002 Paris", "Paris", "FR"], ["1012 AB Amsterdam", "Amsterdam", "NL"], ["São Paulo – SP", "São Paulo", "BR"],
    ["Kleinkleckersdorf, Germany", "Kleinkleckersdorf", "DE"], ["Springfield, IL 62704", "Springfield", "US"],
    ["Brescia (BS)", "Brescia", "IT"], ["Sydney NSW", "Sydney", "AU"], ["Manchester M21", "Manchester", "GB"],
    ["Lyon 6ᵉ", "Lyon", "FR"], ["via Po 61, 41012 Carpi (MO)", "Carpi", "IT"], ["Springfield (MO)", "Springfield", "US"], ["Uster (ZH)", "Uster", "CH"],
    ["Getafe, Madrid", "Getafe", "ES"], ["C/ Astilleros 9, Ferrol (A Coruña)", "Ferrol", "ES"], ["Hospitalet de Llobregat, Barcelona", "Hospitalet de Llobregat", "ES"],
    ["Cedar Hollow, KY", "Cedar Hollow", "US"], ["Footscray VIC", "Footscray", "AU"], ["Queenstown, NZ", "Queenstown", "NZ"],
    ["14 Mill Row, Halifax HX3 0QP", "Halifax", "GB"], ["Halifax, NS B3H 1A1", "Halifax", "CA"], ["Little Plugh, NR21 0JH", "Little Plugh", "GB"],
    ["Galway", "Galway", "IE"], ["Bozen", "Bozen", "IT"], ["León", "León", "ES"], ["León, Guanajuato, México", "León", "MX"],
    ["Cape Town Area, South Africa", "Cape Town", "ZA"], ["Milano e dintorni", "Milano", "IT"], ["León, Gto.", "León", "MX"],
    ["Calle Real 3, 2.º B, 18002 Granada", "Granada", "ES"], ["8 rue du Pressoir 61150 Xyzzécouché", "Xyzzécouché", null], ["Am Plugh 7 · 38302 Quuxfelde", "Quuxfelde", null]
  ])("%s", (text, city, country) => expect(Places.parse(text)).toMatchObject({ city, country }))

  it("and other texts are no places", () => {
    for (const text of ["Acme GmbH", "Software Engineer", "2019 Xyzzy", ""]) expect(Places.parse(text), text).toBeNull()
  })
})

describe("a heading is known in nine languages, also letter-spaced and composed", () => {
  it.each([
    ["WORK EXPERIENCE", ["experience"]], ["Berufserfahrung", ["experience"]], ["EXPÉRIENCES PROFESSIONNELLES", ["experience"]], ["Formación académica", ["education"]],
    ["Istruzione e formazione", ["education"]], ["Habilitações académicas", ["education"]], ["Werkervaring", ["experience"]], ["Doświadczenie zawodowe", ["experience"]],
    ["Språkkunskaper", ["languages"]], ["E D U C A T I O N", ["education"]], ["Skills & Languages", ["skills", "languages"]],
    ["What I have studied", ["education"]], ["Ce que j’ai fait", ["experience"]], ["Che cosa so fare", ["skills"]], ["CERTIFICAÇÃO", ["certifications"]]
  ])("%s", (text, kinds) => expect(Headings.classify(text)?.kinds).toEqual(kinds))

  it("and a company or a title is none", () => {
    for (const text of ["Google", "Senior Engineer"]) expect(Headings.classify(text)).toBeNull()
  })
})

it("a title that people made up hints at what it is about", () => {
  expect(["Mandatory and extra tickets", "Onderwijsbevoegdheid", "Saker jag byggt", "Na komputerze", "Gdzie pracowałem", "Xyzzy"].map(Headings.hintOf)).toEqual(["certifications", "certifications", "projects", "skills", "experience", null])
})

it("titles set wide are read, also short ones of two words", () => {
  expect(Headings.classify("III. EDUCATION")?.kinds).toEqual(["education"])
  expect(Headings.classify("O M M I G")?.kinds).toEqual(["profile"])
  expect(Headings.classify("A B O U T M E")?.kinds).toEqual(["profile"])
})

describe("the seniority follows the title", () => {
  it.each([
    ["Werkstudentin", "intern"], ["Junior Developer", "junior"], ["Nurse", null], ["Senior Consultant", "senior"], ["Head of Marketing", "lead"], ["Stationsleitung", "lead"],
    ["Chef de projet", "lead"], ["Account Manager", null], ["Partner", "principal"], ["VP Engineering", "executive"], ["Geschäftsführerin", "executive"], ["Assistant to the Director", null],
    ["Staff Nurse", null], ["Staff Engineer", "principal"], ["HR Business Partner", null], ["Stage Manager", null], ["Student Services Adviser", null],
    ["Sales Manager", null], ["Regional Sales Manager", "lead"], ["Professora de Matemática", null], ["Director of Photography", null],
    ["Szefowa kuchni", "lead"], ["Locatiemanager", "lead"], ["Caporedattrice", "lead"], ["Cheffe de partie", null], ["Rechtsreferendarin", "intern"],
    ["Desenvolvedora back-end pleno", "mid"], ["Mid-Market Account Executive", null], ["Juniorberaterin", "junior"], ["Commis de cuisine", "junior"], ["Ayudante de jefe de obra", null],
    ["Teilhaberin", "principal"], ["Delägare", "principal"], ["Doctorante", "intern"], ["Członkini zarządu", "executive"], ["Teamleder", "lead"], ["Sous-cheffe", null],
    ["Marketing-Managerin", null], ["Brand Managerin", null], ["Filialmanagerin", "lead"], ["Operatrice socio-sanitaria", null], ["Secrétaire générale de mairie", null]
  ])("%s", (title, level) => expect(Seniority.ofTitle(title)).toBe(level))
})

it("titles, companies, schools and degrees are told apart", () => {
  expect(Titles.score("Aide-soignante")).toBeGreaterThan(0.7)
  expect(Titles.score("Google Ireland Ltd")).toBe(0)
  expect(Companies.score("Google Ireland Ltd")).toBe(1)
  expect(Companies.institutionScore("Universität Hamburg")).toBe(1)
  expect(Degrees.score("Mgr inż. Informatyka")).toBe(1)
  expect(Degrees.gradeScore("Note: 1,3")).toBe(1)
})

it("skills of many professions have their category, and levels are read", () => {
  expect(Skills.knownCategory("React.js")).toBe("frontend")
  expect(Skills.knownCategory("Wundversorgung")).toBe("healthcare")
  expect(Skills.knownCategory("HACCP")).toBe("domain")
  expect(Skills.knownCategory("Python 3.9")).toBe("backend")
  expect(Skills.levelOf("●●●○○")).toBe("intermediate")
  expect(Skills.levelOf("4/5")).toBe("advanced")
  expect(Skills.levelOf("Experte")).toBe("expert")
})

describe("what a skill is about is judged with its neighbours, its group and the trade", () => {
  const one = (name: string, titles: ReadonlyArray<string>, label: string | null = null, others: ReadonlyArray<string> = []) =>
    Skills.categoriesOf([name, ...others].map((skill) => ({ name: skill, label })), titles)[0]
  it.each([
    // by its letters: no file lists these names
    ["Steuererklärungen für Vereine", [], "finance"], ["Krankenbeobachtung", ["Krankenschwester"], "healthcare"], ["Gestione delle turnazioni", [], "management"],
    ["Laserschweißen", ["Industriemechaniker"], "engineering"], ["Wijnarrangementen", ["Sommelier"], "domain"]
  ] as const)("%s of %j", (name, titles, category) => expect(one(name, titles)).toBe(category))
  it("a product that nobody knows belongs to the trade", () => {
    expect(one("Vexor 7", ["Buchhalterin", "Finanzbuchhalter"])).toBe("finance")
    expect(one("Vexor 7", ["Krankenschwester", "Pflegehelferin"])).toBe("healthcare")
  })
  it("or to what stands beside it", () => {
    expect(one("Vexor", [], "Tools", ["Photoshop", "Illustrator", "InDesign"])).toBe("design")
    expect(one("Vexor", [], "Tools", ["Docker", "Terraform", "Ansible"])).toBe("devops")
  })
})

describe("the language of a short text full of names and technical words is found", () => {
  it.each([
    ["de", "Software Engineer React Node AWS Berufserfahrung Entwicklung von"], ["fr", "Développeur Python, expérience chez Google, depuis 2019"],
    ["en", "Senior Developer at Acme. Built microservices in Go and Kubernetes. Education: MIT"], ["sv", "Sjuksköterska på Karolinska, ansvarig för avdelning"],
    ["es", "Desarrollador en Madrid, gestión de equipo y despliegue"], ["it", "Sviluppatore presso Acme, gestione del team e delle attività"],
    ["pt", "Enfermeira no Hospital São João, gestão da equipa e formação"], ["nl", "Verpleegkundige bij het AMC, verantwoordelijk voor de afdeling"],
    ["pl", "Kierowca ciężarówki, doświadczenie w transporcie i logistyce"]
  ])("%s", (language, text) => expect(Text.detectLanguage(text)).toBe(language))
})

it("no text makes a look-up fail", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    Places.parse(text); Countries.codeOf(text); Languages.nameOf(text); Languages.proficiencyOf(text); Headings.classify(text)
    Titles.score(text); Seniority.ofTitle(text); Skills.categoriesOf([{ name: text, label: text }], [text]); Skills.levelOf(text); Text.detectLanguage(text); Degrees.score(text); Companies.score(text)
  }))
})

describe("a heading set wide", () => {
  it.each([
    ["S K I L L S", "skills"], ["K E Y S K I L L S", "skills"], ["W O R K E X P E R I E N C E", "experience"], ["B E R U F S E R F A H R U N G", "experience"]
  ])("%s", (text, kind) => expect(Headings.classify(text)).toMatchObject({ kinds: [kind], certainty: 1 }))
})

describe("a title of what was done without pay", () => {
  it.each([["Board and Voluntary Roles", ["memberships", "volunteering"]], ["Voluntary roles", ["volunteering"]], ["Board roles", ["memberships", "experience"]], ["Experience and volunteering", ["experience", "volunteering"]], ["Volunteering and work experience", ["volunteering", "experience"]]])("%s", (text, kinds) =>
    expect(Headings.classify(text)?.kinds).toEqual(kinds))
})

describe("how long something was", () => {
  it.each([["11 years 2 months", true], ["1 Jahr", true], ["3 ans et 2 mois", true], ["1,9", false], ["12 Monkeys", false]])("%s: %s", (text, is) =>
    expect(Dates.isDuration(text)).toBe(is))
})

it.each(["Femme de chambre", "Empregada de mesa", "maatschappelijk werker", "Architetta", "Reponedora", "Gerüstbauer", "Lokalvårdare", "Ślusarz", "Senior agronomist"])("is a title: %s", (text) =>
  expect(Titles.score(text)).toBeGreaterThan(0.7))

describe("how somebody was employed", () => {
  it.each([["Teilzeit", "employment"], ["80 %", "employment"], ["32 uur per week", "employment"], ["bijbaan", "employment"], ["32 Hours", "employment"], ["80 guests", null]])("%s: %s", (text, slot) =>
    expect(Labels.slotOf(text)).toBe(slot))

  it("heads no column", () => {
    expect(Columns.of("Nurse, part-time, Harbour Clinic")).toBeNull()
  })
})

describe("the labels of a form", () => {
  it.each([["Position", "title"], ["Year of passing", "period"], ["Datore di lavoro", "company"], ["Baker", null]])("%s: %s", (text, slot) =>
    expect(Labels.slotOf(text)).toBe(slot))
})

describe("words at the edge of a text lead to what stands beside it", () => {
  it.each([
    ["valid until", 0], ["First aid, valable jusqu’en", 11], ["BHV, geldig t/m:", 5], ["HLR, giltigt t.o.m.", 5], ["Licence 2231 exp.", 13], ["valid, until", 7], ["Valid for all", -1], ["", -1]
  ])("%s ends with an expiry", (text, start) => expect(Certificates.expiryLead(text)).toBe(start))

  it.each([
    ["with a major in Physics", "Physics"], ["Schwerpunkt: Statik", "Statik"], ["spécialité : lettres", "lettres"], ["na kierunku prawo", "prawo"], ["Majority rule", "Majority rule"]
  ])("%s begins with what leads to a subject", (text, subject) => expect(text.slice(Degrees.subjectLeadEnd(text)).replace(/^: /u, "")).toBe(subject))

  it("and a faculty may be two", () => {
    expect(Degrees.facultyEnd("Medicine & Surgery, London")).toBe("Medicine & Surgery".length)
    expect(Degrees.facultyEnd("Lawlessness")).toBe(0)
  })
})

describe("what is said beside a degree", () => {
  it.each([["not completed", true], ["ej avslutad", true], ["mit Nebenfach Philosophie", true], ["120 ECTS", true], ["30 högskolepoäng", true], ["12 rue de Lyon", false], ["Minority studies", false]])("%s: %s", (text, is) =>
    expect(Degrees.isRemark(text)).toBe(is))
})

it("what runs out has no month of that name, and a grade is no day", () => {
  expect(Dates.find("Gold card, runs out 2028").map(({ from }) => from)).toEqual(["2028"])
  expect(Dates.find("GPA 3.71 Aug. 2023").map(({ from }) => from)).toEqual(["2023-08"])
})
