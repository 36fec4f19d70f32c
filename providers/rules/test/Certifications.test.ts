import { describe, expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"

describe("certificates", () => {
  const read = (...rows: ReadonlyArray<Page.Row>) => Certifications.read(Rows.all(Page.document(rows))).map(({ date, issuer, name }) => [name.value, issuer?.value, date?.value])

  it("have as many rows each, the last of which ends with the date", () => {
    expect(read(line("GMP-Beauftragte"), line("Akademie Reinraum, 06/2020"), line("Projektleitung Basiskurs"), line("Verband Süd, 11/2022"))).toEqual([
      ["GMP-Beauftragte", "Akademie Reinraum", "06/2020"], ["Projektleitung Basiskurs", "Verband Süd", "11/2022"]
    ])
  })

  it("have an issuer in a row of its own below a name that fills a narrow column", () => {
    const below = (text: string) => line(text, { above: 3 })
    expect(read(line("Working on Live Cables"), below("Energy Institute Bonn"), below("03/2024"), line("Instructor", { above: 9 }), below("Chamber of Crafts, 2008"))).toEqual([
      ["Working on Live Cables", "Energy Institute Bonn", "03/2024"], ["Instructor", "Chamber of Crafts", "2008"]
    ])
  })

  it("end with their issuers in brackets", () => {
    expect(read(line("• PSPO I (Scrum.org), behaald in april 2022"), line("• Analytics Certification (Vektor), behaald in 2024"))).toEqual([["PSPO I", "Scrum.org", "april 2022"], ["Analytics Certification", "Vektor", "2024"]])
  })

  it("take turns: a name, and below it who issued it and when", () => {
    expect(read(line("Network Basics"), line("Northern Guild · jun. 2023 · cód. GR671-0099"), line("Vektor VTCNA"), line("Vektor · 2025 · válido até 2028"))).toEqual([
      ["Network Basics", "Northern Guild", "jun. 2023"], ["Vektor VTCNA", "Vektor", "2025"]
    ])
  })

  it("stand behind who issued them and a colon where they hold commas", () => {
    expect(read(line("Ledarcentrum Norr: Utvecklande samtal (US), mars 2021"), line("Barninstitutet: Signs of Safety, grundkurs, oktober 2016"))).toEqual([
      ["Utvecklande samtal (US)", "Ledarcentrum Norr", "mars 2021"], ["Signs of Safety, grundkurs", "Barninstitutet", "oktober 2016"]
    ])
  })

  it("have an issuer that goes on with a small word", () => {
    const name = (text: string) => line(text, { bold: true })
    expect(read(name("Dyplomowany księgowy"), line("Związek Księgowych"), line("w Polsce, 2014"), name("Kurs kadr i płac"), line("Akademia Wisła,"), line("wrzesień 2025"))).toEqual([
      ["Dyplomowany księgowy", "Związek Księgowych w Polsce", "2014"], ["Kurs kadr i płac", "Akademia Wisła", "wrzesień 2025"]
    ])
  })

  it("have the classes of a licence in their names", () => {
    expect(read(line("Rijbewijs B, AM"))).toEqual([["Rijbewijs B, AM", undefined, undefined]])
    expect(read(line("Führerschein Klasse B, BE"))).toEqual([["Führerschein Klasse B, BE", undefined, undefined]])
    expect(read(line("Driving licence B, DVLA, 2010"))).toEqual([["Driving licence B", "DVLA", "2010"]])
  })

  it("take turns with issuers whose names hold words of certificates", () => {
    expect(read(line("Lean Six Sigma Green Belt"), line("Lean Instituut Zuid, november 2019"), line("Certified in Planning"), line("(CPIM)"), line("ASCM, mei 2022"))[0]).toEqual(["Lean Six Sigma Green Belt", "Lean Instituut Zuid", "november 2019"])
  })

  it("go on in the next row of a list that dots part", () => {
    expect(read(line("Rescue Diver (2024) • Coxswain Grade 3, AMSA, June 2025 • Provide First Aid, St John"), line("Council, 03/2025"))).toEqual([
      ["Rescue Diver", undefined, "2024"], ["Coxswain Grade 3", "AMSA", "June 2025"], ["Provide First Aid", "St John Council", "03/2025"]
    ])
  })

  it("begin with a name in a style of its own, in as many rows as it takes", () => {
    const name = (text: string) => line(text, { bold: true })
    expect(read(name("Certified Professional in"), name("Accessibility Core"), name("Competencies"), line("IAAP"), line("2022"), name("Design Sprint Facilitator"), line("Kettle Academy"), line("2019"))).toEqual([
      ["Certified Professional in Accessibility Core Competencies", "IAAP", "2022"], ["Design Sprint Facilitator", "Kettle Academy", "2019"]
    ])
    const run = (first: string, text: string) => ({ runs: [{ text: first, bold: true }, { text }] })
    expect(read(run("Soporte Vital", "· ERC · abril 2024"), run("ECMO Specialist", "· ELSO · 2021 · ID 55-2107"), run("Instructora en simulación", "· Fundació Salut ·"), line("10/2022"))).toEqual([
      ["Soporte Vital", "ERC", "abril 2024"], ["ECMO Specialist", "ELSO", "2021"], ["Instructora en simulación", "Fundació Salut", "10/2022"]
    ])
  })

  it("are as many as full rows, each with its name and date", () => {
    expect(read(line("Forklift Licence B1 - Harbour Training, no. 0412 7735, expires 30/09/2027"), line("Platforms 3a/3b - Northern Guild, May 2023, valid until May 2028"), line("Wiring Inspector Certificate - Harbour Training, Jan 2019, updated to Amendment 2 in"), line("2022"))).toEqual([
      ["Forklift Licence B1", "Harbour Training", undefined], ["Platforms 3a/3b", "Northern Guild", "May 2023"], ["Wiring Inspector Certificate", "Harbour Training", "Jan 2019"]
    ])
  })

  it("may break their date between month and year", () => {
    expect(read(line("Taping niveau 2, Institut Rhodanien, mai 2016"), line("Thérapie du rachis, Institut Rhodanien, nov."), line("2019"))).toEqual([
      ["Taping niveau 2", "Institut Rhodanien", "mai 2016"], ["Thérapie du rachis", "Institut Rhodanien", "nov. 2019"]
    ])
  })

  it("are parted alike in the whole list, by a stop or a colon, and not where a label stands before each", () => {
    expect(read(line("03/2016 Kranschein Klasse B. Hafen Nord"), line("2018 Ladung nach VDI. DEKRA. Gültig bis 03/2028"), line("2021 Ersthelferin im Werk. Rotes Kreuz"))).toEqual([
      ["Kranschein Klasse B", "Hafen Nord", "03/2016"], ["Ladung nach VDI", "DEKRA", "2018"], ["Ersthelferin im Werk", "Rotes Kreuz", "2021"]
    ])
    expect(read(line("Patente nautica : Capitaneria di Porto, 2016"), line("Primo soccorso : Croce Verde, maggio 2022"))).toEqual([
      ["Patente nautica", "Capitaneria di Porto", "2016"], ["Primo soccorso", "Croce Verde", "maggio 2022"]
    ])
    expect(read(line("Course: Welding, 2016"), line("Course: Plumbing, 2017")).map(([name]) => name)).toEqual(["Course: Welding", "Course: Plumbing"])
  })

  it("have their issuer below, under a date in a column of its own and no further apart", () => {
    const cells = (date: string, name: string) => ({ runs: [{ text: date }, { text: name, x: 200 }], above: 15 })
    expect(read(cells("10/2024", "Defibrillation (valid until 10/2026)"), line("Red Cross", { x: 200, above: 2 }), cells("2022", "Manual handling"), line("Harbour Trust", { x: 200, above: 13 }))).toEqual([
      ["Defibrillation", "Red Cross", "10/2024"], ["Manual handling", "Harbour Trust", "2022"]
    ])
  })

  it("go on in lines that stand apart by less than a line", () => {
    const under = (text: string) => line(text, { above: 8 })
    expect(read(line("Chartered Director, Irish Board"), under("Institute (2023)"), line("Chartered Sales Practitioner,", { above: 16 }), under("Northern Academy (2018)"))).toEqual([
      ["Chartered Director", "Irish Board Institute", "2023"], ["Chartered Sales Practitioner", "Northern Academy", "2018"]
    ])
  })

  it("keep the letters behind a name in a style of its own, and no remark in brackets for an issuer", () => {
    const run = (first: string, text: string) => ({ runs: [{ text: first, bold: true }, { text }] })
    expect(read(run("Certified Scrum Master", "(CSM), Scrum Alliance, 2021"), run("Midwife Registration", "(current), Midwifery Board, 2022"))).toEqual([
      ["Certified Scrum Master (CSM)", "Scrum Alliance", "2021"], ["Midwife Registration", "Midwifery Board", "2022"]
    ])
  })
})

it("a dot ends the name of each in a list, though the name has commas", () => {
  const rows = Rows.all(Page.document(["Fire safety, basic level (60 h). Harbour Mutual. 2014", "Forklift operator (UNE 58). Harbour Mutual. February 2023"].map((text) => line(`• ${text}`))))
  expect(Certifications.read(rows).map(({ issuer, name }) => [name.value, issuer?.value])).toEqual([["Fire safety, basic level", "Harbour Mutual"], ["Forklift operator (UNE 58)", "Harbour Mutual"]])
})

it("what points to the page of a certificate says nothing of it, but who issued it may have a link too", () => {
  const read = (text: string, linked: string) => {
    const rows = Rows.all(Page.document([{ runs: [{ text }, { text: linked, url: "https://certs.example.com/77" }] }]))
    return Certifications.read(rows).map(({ issuer, name, url }) => [name.value, issuer?.value, url?.value])
  }
  expect(read("Analista de Dados (Academia Fluvial, 07/2024) –", "ver certificado")).toEqual([["Analista de Dados", "Academia Fluvial", "https://certs.example.com/77"]])
  expect(read("Data Analyst –", "Harbour Academy")).toEqual([["Data Analyst", "Harbour Academy", "https://certs.example.com/77"]])
})
