import { describe, expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as BrokenDates from "../src/BrokenDates.js"
import * as Experience from "../src/Experience.js"
import * as Labels from "../src/Labels.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as RunIn from "../src/RunIn.js"
import { inWide, schools } from "./Wide.js"

const jobs = (...rows: ReadonlyArray<Page.Row>) =>
  Experience.read(Labels.without(inWide(...rows))).map((one) => [one.title, one.company, one.location, one.start_date, one.end_date].map((claim) => claim?.value ?? null))

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

it("a sentence goes on from row to row, however far apart all rows of the text stand", () => {
  const apart = (text: string) => line(text, { above: 9 })
  const rows = Rows.all(Page.document([
    line("Canning Company Ltd, Leeds", { bold: true }), apart("Wages Clerk, February 1999 – April 2008"), apart("Weekly wages for up to 300 seasonal workers, cash packets until 2003. Statutory"), apart("sick pay, attachment of earnings, holiday stamps.")
  ]))
  expect(Experience.read(rows).map(({ description }) => description?.value)).toEqual(["Weekly wages for up to 300 seasonal workers, cash packets until 2003. Statutory sick pay, attachment of earnings, holiday stamps."])
})

describe("a sentence behind the date of a head", () => {
  const first = (...rows: ReadonlyArray<Page.Row>) => Experience.read(RunIn.apart(inWide(...rows)))[0]

  it("says what was done", () => {
    const guide = first(line("Guía de turismo, Rutas Azules S.L. (Sevilla), desde marzo de 2021. Visitas a pie por la ciudad"))
    expect([guide?.title?.value, guide?.company?.value, guide?.start_date?.value, guide?.description?.value]).toEqual(["Guía de turismo", "Rutas Azules S.L.", "marzo de 2021", "Visitas a pie por la ciudad"])
  })

  it("stands behind the town where the date begins the row", () => {
    const wide = (...rows: ReadonlyArray<Page.Row>) => Experience.read(RunIn.apart(Rows.all(Page.document([...rows]))))
    const [nurse] = wide({ runs: [{ text: "2016 – 2019", x: 50 }, { text: "Infirmière, Hospices du Val, Roanne. Deux équipes de neuf personnes et", x: 150 }] }, line("formation des stagiaires de deuxième année.", { x: 150 }))
    expect([nurse?.title?.value, nurse?.company?.value, nurse?.location?.value, nurse?.description?.value, nurse?.highlights.length]).toEqual(
      ["Infirmière", "Hospices du Val", "Roanne", "Deux équipes de neuf personnes et formation des stagiaires de deuxième année.", 0])
  })

  it("stands behind the town that the first row had no room for, or where the date stands above", () => {
    const [fellow] = Experience.read(RunIn.apart(Rows.all(Page.document([
      { runs: [{ text: "2022 – present", x: 50 }, { text: "Research Fellow, University of the Lower Adige Valley and Hills,", x: 150 }] }, line("Verona. Head of a laboratory of nine people and two", { x: 150 }), line("doctoral students.", { x: 150 })
    ]))))
    expect([fellow?.location?.value, fellow?.description?.value]).toEqual(["Verona", "Head of a laboratory of nine people and two doctoral students."])
    const [broken] = Experience.read(RunIn.apart(BrokenDates.join(Rows.all(Page.document([
      line("Oct. 2018 – Dec."), line("2020"), { runs: [{ text: "Postdoctoral Fellow,", x: 150, bold: true }, { text: "Northbank School, Leith (Scotland). A cohort over nine" }] }, line("hospitals.", { x: 150 })
    ])))))
    expect([broken?.start_date?.value, broken?.end_date?.value, broken?.location?.value, broken?.description?.value]).toEqual(["Oct. 2018", "Dec. 2020", "Leith (Scotland)", "A cohort over nine hospitals."])
  })

  it("is none behind a date that the row begins with", () => {
    expect(RunIn.apart(inWide(line("2017–auj. Régisseur lumière, Théâtre du Large, Nantes")))).toHaveLength(1)
  })
})
