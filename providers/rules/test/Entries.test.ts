import { describe, expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as Education from "../src/Education.js"
import * as Experience from "../src/Experience.js"
import * as Labels from "../src/Labels.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Projects from "../src/Projects.js"
import * as BrokenDates from "../src/BrokenDates.js"
import * as Rows from "../src/Row.js"
import * as RunIn from "../src/RunIn.js"

/** In a column that is wider than any of the rows. */
const inWide = (...rows: ReadonlyArray<Page.Row>) => BrokenDates.join(Rows.all(Page.document([...rows, line("x".repeat(90))]))).slice(0, -1)

const jobs = (...rows: ReadonlyArray<Page.Row>) =>
  Experience.read(Labels.without(inWide(...rows))).map((one) => [one.title, one.company, one.location, one.start_date, one.end_date].map((claim) => claim?.value ?? null))

const schools = (...rows: ReadonlyArray<Page.Row>) =>
  Education.read(Labels.without(inWide(...rows))).map((one) => [one.degree, one.field_of_study, one.institution, one.end_date, one.grade].map((claim) => claim?.value ?? null))

const field = (label: string, value: string, above = 3): Page.Row => ({ runs: [{ text: label, x: 50 }, { text: value, x: 220 }], above })
const value = (text: string) => line(text, { x: 220 })

describe("forms", () => {
  it("are read where labels and values were read apart", () => {
    expect(jobs(
      field("Fechas (de – a)", "04/2019 – Actualidad"), value("Conductor de autobús"), value("Transportes del Sur, S.L."), value("Zaragoza"),
      line("Profesión o cargo desempeñado"), line("Nombre de la persona que emplea"), line("Localidad"),
      field("Fechas (de – a)", "09/2012 – 03/2019", 12), value("Cocinero"), value("Hotel Miramar"), line("Profesión o cargo desempeñado"), line("Nombre de la persona que emplea"), field("Localidad", "Madrid")
    )).toEqual([
      ["Conductor de autobús", "Transportes del Sur, S.L.", "Zaragoza", "04/2019", "Actualidad"], ["Cocinero", "Hotel Miramar", "Madrid", "09/2012", "03/2019"]
    ])
  })

  it("keep the date of each certificate before it, and the number behind the label of a grade", () => {
    const certificates = inWide(
      field("Data", "01/2017"), field("Titolo", "Primo soccorso"), field("Rilasciato da", "Croce Rossa"),
      field("Data", "05/2021", 12), field("Titolo", "Sicurezza sul lavoro"), field("Rilasciato da", "Ente Bilaterale")
    )
    expect(Certifications.read(Labels.without(certificates)).map(({ date, issuer, name }) => [name.value, issuer?.value, date?.value])).toEqual([
      ["Primo soccorso", "Croce Rossa", "01/2017"], ["Sicurezza sul lavoro", "Ente Bilaterale", "05/2021"]
    ])
    expect(schools(field("Date", "2011 – 2016"), field("Istituto", "Università di Parma"), field("Titolo conseguito", "Laurea in Farmacia"), field("Votazione", "108/110"))).toEqual([
      ["Laurea", "Farmacia", "Università di Parma", "2016", "108/110"]
    ])
  })

  it("may be tables with titles above their columns", () => {
    expect(jobs(line("Fechas"), line("Empresa / lugar"), line("Puesto"), line("ene-2019 /"), line("actualidad"), line("Conservas del Norte, S.L."), line("Jefe de ventas"))[0]).toEqual(
      ["Jefe de ventas", "Conservas del Norte, S.L.", null, "ene-2019", "actualidad"])
  })
})

describe("the entries of a section have one shape", () => {
  it("where dates close them below their texts", () => {
    expect(jobs(
      line("Copywriter", { bold: true }), line("Bakery Five Grains Ltd (Leeds)"), line("A site, packaging and a letter that people open."), line("January 2022 – June 2024"),
      line("Interim Editor", { bold: true, above: 10 }), line("Harbour Weekly (Hull)"), line("Six issues a year with a pool of fifteen writers."), line("May 2021 – December 2021")
    )).toEqual([
      ["Copywriter", "Bakery Five Grains Ltd", "Leeds", "January 2022", "June 2024"], ["Interim Editor", "Harbour Weekly", "Hull", "May 2021", "December 2021"]
    ])
  })

  it("where the words of one are in no list", () => {
    const job = (date: string, title: string, company: string, town: string, above: number) =>
      [line(date, { above }), line(title), line(company), line(town), line("Everything that had to be done there by day and at night, all year.")]
    expect(jobs(
      ...job("04/2019 – present", "Bus Driver", "Northern Transport Ltd", "Leeds", 3), ...job("09/2012 – 03/2019", "Coach Driver", "Moncay Wheels", "Tarazby", 12),
      ...job("01/2008 – 08/2012", "Courier", "Harbour Bakery Ltd", "Hull", 12)
    ).map((one) => one.slice(0, 3))).toEqual([["Bus Driver", "Northern Transport Ltd", "Leeds"], ["Coach Driver", "Moncay Wheels", "Tarazby"], ["Courier", "Harbour Bakery Ltd", "Hull"]])
  })

  it("where their texts are set apart alike", () => {
    const farm = (name: string, rest: string, above: number): Page.Row => ({ runs: [{ text: name, bold: true }, { text: rest }], above })
    expect(jobs(
      farm("Hallgrens Lantbruk AB,", "Skara, april 2012 – pågående", 3), line("Lantbrukare"), line("• Mjölkkor, vall och spannmål", { above: 6 }),
      farm("Växa Rådgivning AB,", "Skara, jan. 2009 – mars 2012", 9), line("Rådgivare"), line("• Foderstater och besök hos gårdar", { above: 6 })
    ).map(([title]) => title)).toEqual(["Lantbrukare", "Rådgivare"])
  })

  it("where the date stands beside a grade", () => {
    expect(schools(
      line("Diplôme d’État d’infirmier"), line("IFSI des Trois Rives, Lyon"), line("2010 – 2014"), line("Baccalauréat scientifique", { above: 6 }), line("Lycée du Parc, Lyon"), line("2009, mention bien")
    )).toEqual([["Diplôme d’État d’infirmier", null, "IFSI des Trois Rives", "2014", null], ["Baccalauréat scientifique", null, "Lycée du Parc", "2009", "mention bien"]])
  })
})

describe("certificates", () => {
  const read = (...rows: ReadonlyArray<Page.Row>) => Certifications.read(Rows.all(Page.document(rows))).map(({ date, issuer, name }) => [name.value, issuer?.value, date?.value])

  it("have as many rows each, the last of which ends with the date", () => {
    expect(read(line("GMP-Beauftragte"), line("Akademie Reinraum, 06/2020"), line("Projektleitung Basiskurs"), line("Verband Süd, 11/2022"))).toEqual([
      ["GMP-Beauftragte", "Akademie Reinraum", "06/2020"], ["Projektleitung Basiskurs", "Verband Süd", "11/2022"]
    ])
  })

  it("may break their date between month and year", () => {
    expect(read(line("Taping niveau 2, Institut Rhodanien, mai 2016"), line("Thérapie du rachis, Institut Rhodanien, nov."), line("2019"))).toEqual([
      ["Taping niveau 2", "Institut Rhodanien", "mai 2016"], ["Thérapie du rachis", "Institut Rhodanien", "nov. 2019"]
    ])
  })
})

describe("entries in one paragraph", () => {
  it("are a head and bullets", () => {
    const rows = RunIn.apart(inWide(
      line("Cook, Hotel Mar Ltd, Leeds Aug 2021 – present. • Ran the pass on busy nights. •"), line("Trained two apprentices."),
      line("Waiter, Harbour Inn Ltd, Hull Nov 2016 – Mar 2018. • Served. • Cleaned."), line("Potter · Clay House Ltd · York • 2012 – 2014")
    ))
    expect(rows.map((row) => [row.isBullet, row.text])).toEqual([
      [false, "Cook, Hotel Mar Ltd, Leeds Aug 2021 – present."], [true, "Ran the pass on busy nights."], [true, "Trained two apprentices."],
      [false, "Waiter, Harbour Inn Ltd, Hull Nov 2016 – Mar 2018."], [true, "Served."], [true, "Cleaned."], [false, "Potter · Clay House Ltd · York • 2012 – 2014"]
    ])
    expect(Experience.read(rows).map((one) => [one.title?.value, one.company?.value, one.highlights.length])).toEqual([
      ["Cook", "Hotel Mar Ltd", 2], ["Waiter", "Harbour Inn Ltd", 2], ["Potter", "Clay House Ltd", 0]
    ])
  })
})

describe("a sentence behind the date of a head", () => {
  const first = (...rows: ReadonlyArray<Page.Row>) => Experience.read(RunIn.apart(inWide(...rows)))[0]

  it("says what was done", () => {
    const guide = first(line("Guía de turismo, Rutas Azules S.L. (Sevilla), desde marzo de 2021. Visitas a pie por la ciudad"))
    expect([guide?.title?.value, guide?.company?.value, guide?.start_date?.value, guide?.description?.value]).toEqual(["Guía de turismo", "Rutas Azules S.L.", "marzo de 2021", "Visitas a pie por la ciudad"])
  })

  it("is none behind a date that the row begins with", () => {
    expect(RunIn.apart(inWide(line("2017–auj. Régisseur lumière, Théâtre du Large, Nantes")))).toHaveLength(1)
  })
})

describe("a date", () => {
  it("goes on in the next row where a head is full", () => {
    const row = line("Tutor, Harbour Tuition Ltd, Limerick (Oct. 2012 –")
    const [job] = Experience.read(BrokenDates.join(Rows.all(Page.document([row, line("May 2014)")]))))
    expect([job?.start_date?.value, job?.end_date?.value]).toEqual(["Oct. 2012", "May 2014"])
  })
})

describe("a degree", () => {
  it.each([
    ["its subjects with their grades are no place", [line("A levels"), line("Vale School, Leeds"), line("2011"), line("Biology (B), PE (B), English (C)")], ["A levels", null, "Vale School", "2011", null]],
    ["its year may end a long line", [line("High School Diploma, Northern Meadows High School, Reno, NV, 2016")], ["High School Diploma", null, "Northern Meadows High School", "2016", null]],
    ["its honours are no grade", [line("B.A. (Honours) in French, Fundy College, 2015 – 2019")], ["B.A. (Honours)", "French", "Fundy College", "2019", null]],
    ["its end may be expected", [line("Ph.D. in Linguistics, Halvorsen University, 2022 – (expected 2027)")], ["Ph.D.", "Linguistics", "Halvorsen University", "present", null]],
    ["it may be known by its letters", [line("2007–2009 DXA, Régie de spectacle, Lycée Moreau, Nantes")], ["DXA", "Régie de spectacle", "Lycée Moreau", "2009", null]],
    ["a place where it is taught is none", [line("Level 3 Diploma in ICT Systems, Army Apprenticeship Centre, Leeds, 2018 – 2020")], ["Level 3 Diploma", "ICT Systems", "Army Apprenticeship Centre", "2020", null]]
  ] as ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>, ReadonlyArray<string | null>]>)("%s", (_, rows, expected) => {
    const [first] = schools(...rows)
    expect(first).toEqual(expected)
  })
})

describe("a legal form", () => {
  it("makes a company of what sounds like a title", () => {
    expect(jobs(line("Statikplanerin"), line("Nordkai Ingenieure PartG mbB, Bremen"), line("Mai 2018 – heute"))).toEqual([["Statikplanerin", "Nordkai Ingenieure PartG mbB", "Bremen", "Mai 2018", "heute"]])
  })
})

describe("a project", () => {
  it("may name its tools in a line without a label", () => {
    const read = (...rows: ReadonlyArray<Page.Row>) => Projects.read(inWide(...rows)).map(({ name, technologies }) => [name.value, ...technologies.map((one) => one.value)])
    expect(read(
      line("Bus Gaps", { bold: true }), line("Charted a year of delays on one route."), line("Python · pandas · Tableau"),
      line("Grade Curves", { bold: true, above: 8 }), line("Charts of ten years of results."), line("Oldtool · Newtool")
    )).toEqual([["Bus Gaps", "Python", "pandas", "Tableau"], ["Grade Curves", "Oldtool", "Newtool"]])
    expect(read(
      line("2025 – 2026 Vélo", { bold: true }), line("QGIS, R"), line("Une enquête sur les pistes cyclables."), line("2024 – 2025 Panier", { bold: true, above: 8 }), line("Python, Flask"), line("Une appli pour le panier bio.")
    )).toEqual([["Vélo", "QGIS", "R"], ["Panier", "Python", "Flask"]])
    expect(read(line("Library", { bold: true }), line("Technologies: React, Node"), line("For three towns."))).toEqual([["Library", "React", "Node"]])
  })
})
