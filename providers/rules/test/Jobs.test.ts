import { describe, expect, it } from "@effect/vitest"
import * as BrokenDates from "../src/BrokenDates.js"
import * as Experience from "../src/Experience.js"
import * as Labels from "../src/Labels.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import { inWide } from "./Wide.js"

const jobs = (...rows: ReadonlyArray<Page.Row>) =>
  Experience.read(Labels.without(inWide(...rows))).map((one) => [one.title, one.company, one.location, one.start_date, one.end_date].map((claim) => claim?.value ?? null))

describe("a job", () => {
  it("names its company and its town behind words that lead to them", () => {
    const job = (title: string, company: string, date: string) => [{ runs: [{ text: date, x: 50 }, { text: `${title} ${company}`, x: 150 }] }, line("A kitchen with four cooks, and parties of two hundred guests.", { x: 150 })]
    expect(jobs(...job("Souschef bij", "Hotel Noordzeekust in Egmond aan Zee", "2011 – 2017"), ...job("Kok bij", "Restaurant Het Anker in Alkmaar", "2005 – 2011")).map((one) => one.slice(0, 3))).toEqual([
      ["Souschef", "Hotel Noordzeekust", "Egmond aan Zee"], ["Kok", "Restaurant Het Anker", "Alkmaar"]
    ])
  })

  it("has the title before a word that leads to nothing but a company, whether a list knows it or not", () => {
    expect(jobs(line("Teamcoach thuiszorg bij Vierstroom in Gouda", { bold: true }), line("maart 2020 – heden"), line("Ik begeleid drie zelfsturende teams."))[0]?.slice(0, 3)).toEqual(["Teamcoach thuiszorg", "Vierstroom", "Gouda"])
  })

  it("has a town that no list knows between its firm and its title, or behind both; a part of a firm is none", () => {
    const shop = (firm: string, rest: string, above = 8): Page.Row => ({ runs: [{ text: `${firm},`, bold: true }, { text: rest }], above })
    expect(jobs(shop("Little Lygon Coffee", "Tarazby — Barista"), line("FEBRUARY 2024 - NOVEMBER 2025"), line("Weekend mornings, twelve hours a week at the till."))[0]?.slice(0, 3)).toEqual(["Barista", "Little Lygon Coffee", "Tarazby"])
    expect(jobs(line("Barista | Two Cranes Espresso | Tarazby | Feb 2023 to Nov 2024", { bold: true }), line("Coffee and the till."))[0]?.slice(0, 3)).toEqual(["Barista", "Two Cranes Espresso", "Tarazby"])
    expect(jobs(line("Wissenschaftlicher Mitarbeiter", { bold: true }), line("Technische Hochschule Ilmtal, Fachgebiet Biosignale"), line("2012 – 2015"))[0]?.[2]).toBeNull()
    expect(jobs(line("Administrativa contable", { bold: true }), line("Transportes Gallur, S. L., Utebo (Zaragoza)"), line("2014 – 2019"))[0]?.slice(1, 3)).toEqual(["Transportes Gallur, S. L.", "Utebo (Zaragoza)"])
  })

  it("begins with a month in a bracket, whose year is in the next row", () => {
    const rows = Rows.all(Page.document([line("Vikarierande barnskötare, Vale kommun, Umeå (januari"), line("2014–juni 2016)"), line("Vikariat på sju förskolor i kommunen.")]))
    expect(Experience.read(BrokenDates.join(rows)).map(({ end_date, start_date }) => [start_date?.value, end_date?.value])).toEqual([["januari 2014", "juni 2016"]])
  })

  it("has an aside between its slots, a label before its title, a rank no list of trades knows", () => {
    expect(jobs(line("Januar 2014 bis April 2018"), line("Rohrschweißer (Montage), Flexwerk Nord"), line("• Einsätze in Raffinerien und Kraftwerken, meist drei Wochen am Stück"))[0]?.slice(0, 2)).toEqual(["Rohrschweißer (Montage)", "Flexwerk Nord"])
    expect(jobs(line("05.2022 – obecnie"), line("Zakłady Mechaniczne Warta Sp. z o.o., Konin"), line("Stanowisko: Mechatronik"), line("• kierowanie zmianą"), line("02.2017 – 04.2022"), line("Auto-Serwis Sp. z o.o., Turek"), line("Stanowisko: Elektromechanik"), line("• elektryka pojazdowa")).map(([title]) => title)).toEqual(["Mechatronik", "Elektromechanik"])
    expect(jobs(line("Ejército de Tierra", { bold: true }), line("Sargento primero, 2016 – 2024", { bold: true }), line("Jefa del pelotón de abastecimiento."))[0]?.slice(0, 2)).toEqual(["Sargento primero", "Ejército de Tierra"])
  })

  it("is no time without one, nor a sentence that names a rank and a year", () => {
    const job = (date: string, text: string) => ({ runs: [{ text: date, x: 50 }, { text, x: 190 }] })
    expect(jobs(
      job("Feb. 2017 - Mai 2020", "Fahrer bei Hessenfracht GmbH, Kassel"), line("Wareneingang und Verladung.", { x: 190 }), line("Schichtleiter-Vertretung seit 2018.", { x: 190 }),
      job("Sept. 2016 - Jan. 2017", "arbeitslos"), job("2013 - 2016", "Koch bei Gasthof Linde GmbH, Fulda")
    ).map((one) => one.slice(0, 2))).toEqual([["Fahrer", "Hessenfracht GmbH"], ["Koch", "Gasthof Linde GmbH"]])
  })

  it("may be at a firm whose name holds an abbreviation, and no firm by what stands in brackets behind a title", () => {
    expect(jobs(line("Talleres Hnos. Vilariño – Soldador", { bold: true }), line("2009 – 2015"), line("Autónomo – Soldador", { bold: true, above: 8 }), line("2016 – 2021")).map((one) => one.slice(0, 2))).toEqual([
      ["Soldador", "Talleres Hnos. Vilariño"], ["Soldador", "Autónomo"]
    ])
    expect(jobs(line("Testregisseur (freelance)", { bold: true }), line("GGZ Veluwerand, Apeldoorn | sep 2022 – dec 2024"))[0]?.slice(0, 3)).toEqual(["Testregisseur (freelance)", "GGZ Veluwerand", "Apeldoorn"])
    expect(jobs(line("Impresa Geom. Ferrazzi, Cremona – Muratore – 2010 – 2016"))[0]?.slice(0, 3)).toEqual(["Muratore", "Impresa Geom. Ferrazzi", "Cremona"])
    expect(jobs(line("Courier (van)", { bold: true }), line("Corner Bakery Ltd, Leeds | 2008 – 2009"))[0]?.[2], "no town is written small").toBe("Leeds")
  })
})

describe("a date", () => {
  it("leaves the text beside its lower half whole", () => {
    const cell = (date: string, text: string): Page.Row => ({ runs: [{ text: date, x: 50 }, { text, x: 160 }] })
    const [job] = Experience.read(BrokenDates.join(inWide(cell("sett. 2019 – ad", "Enologa presso Cantina Colli"), cell("oggi", "Vinificazione e controllo qualità."))))
    expect([job?.end_date?.value, job?.description?.value]).toEqual(["oggi", "Vinificazione e controllo qualità."])
  })

  it("goes on in the next row where a head is full", () => {
    const row = line("Tutor, Harbour Tuition Ltd, Limerick (Oct. 2012 –")
    const [job] = Experience.read(BrokenDates.join(Rows.all(Page.document([row, line("May 2014)")]))))
    expect([job?.start_date?.value, job?.end_date?.value]).toEqual(["Oct. 2012", "May 2014"])
  })
})

describe("dates of a narrow column", () => {
  const cells = (date: string, text: string, above = 3): Page.Row => ({ runs: [{ text: date, x: 50 }, { text, x: 150 }], above })

  it("are still open where nothing follows their dash", () => {
    expect(jobs(cells("2017-08 –", "Lärare, Norra Skolan, Umeå"), cells("2012-01 – 2017-07", "Lärare, Södra Skolan, Umeå"))).toEqual([
      ["Lärare", "Norra Skolan", "Umeå", "2017-08", "present"], ["Lärare", "Södra Skolan", "Umeå", "2012-01", "2017-07"]
    ])
  })

  it("may begin in the row of the word that leads to them", () => {
    const [job] = jobs(line("Depuis sept."), line("2021"), line("Pâtissière", { x: 150 }), line("Hôtel des Remparts, Dinard", { x: 150 }))
    expect(job).toEqual(["Pâtissière", "Hôtel des Remparts", "Dinard", "sept. 2021", "present"])
  })
})

describe("a town that no list knows", () => {
  it("ends a row of title and company", () => {
    expect(jobs(line("Technician, Murray Rigging, Albrook, 2015 – 2018"))).toEqual([["Technician", "Murray Rigging", "Albrook", "2015", "2018"]])
    expect(jobs(line("Tester, Blue Heron, Leeds, England, United Kingdom, 2015 – 2018"))[0]?.[2]).toBe("Leeds, England, United Kingdom")
  })

  it("stands behind an employer that a list knows, or alone beside the date", () => {
    expect(jobs(line("2018 – 2022"), line("Cuoco stagionale"), line("Hotel Panorama, Canbello"))).toEqual([["Cuoco stagionale", "Hotel Panorama", "Canbello", "2018", "2022"]])
    expect(jobs(line("09/2019 – 10/2023 – Neuglobsow"), line("Doktorand – Universität Saaletal"))).toEqual([["Doktorand", "Universität Saaletal", "Neuglobsow", "09/2019", "10/2023"]])
  })

  it("is no line on the size of an employer", () => {
    expect(jobs(line("Structural Engineer"), line("Blackbutt Works"), line("2018 – 2022"), line("Mid-size consultancy, 60 staff"))[0]?.[1]).toBe("Blackbutt Works")
  })

  it("may stand behind a dash", () => {
    expect(jobs(line("2013 – 2014"), line("STAGIAIRE"), line("Museo Civico – Torino, Italia"))[0]?.slice(1, 3)).toEqual(["Museo Civico", "Torino, Italia"])
    expect(jobs(line("Analista de sinistros – Serra Verde, 2015 – 2018"))[0]?.slice(0, 2)).toEqual(["Analista de sinistros", "Serra Verde"])
  })
})

describe("a firm", () => {
  it("may be called by the plural of a profession", () => {
    expect(jobs(line("Legal Secretary"), line("Harbour Property Lawyers, Newport"), line("July 2020 to August 2021"))).toEqual([["Legal Secretary", "Harbour Property Lawyers", "Newport", "July 2020", "August 2021"]])
    expect(jobs(line("Petrie & Rowe Booksellers", { size: 13 }), line("Branch Supervisor", { bold: true }), line("Durham | 2005 – 2011"))[0]?.slice(0, 3)).toEqual(["Branch Supervisor", "Petrie & Rowe Booksellers", "Durham"])
  })

  it("heads the roles that begin as the first below it", () => {
    const role = (title: string, dates: string): Page.Row => ({ runs: [{ text: title, x: 70 }, { text: dates, x: 330 }] })
    expect(jobs(line("Mercy Hospital, Dayton, OH", { above: 10 }), role("Nurse, 4 West", "Aug. 2021 to present"), role("Staff Nurse, 2 East", "Feb. 2018 to Aug. 2021"), line("Home Health Ltd, Xenia, OH", { above: 10 }), role("Visiting nurse", "May 2016 to Dec. 2017"))).toEqual([
      ["Nurse, 4 West", "Mercy Hospital", "Dayton, OH", "Aug. 2021", "present"], ["Staff Nurse, 2 East", "Mercy Hospital", "Dayton, OH", "Feb. 2018", "Aug. 2021"],
      ["Visiting nurse", "Home Health Ltd", "Xenia, OH", "May 2016", "Dec. 2017"]
    ])
  })
})

describe("the head of a role", () => {
  it("may look like the sentences below it", () => {
    const role = (dates: string, title: string, company: string, text: string) => [line(dates, { size: 8, color: "#0000aa", above: 12 }), line(title, { bold: true }), line(company), line(text)]
    expect(jobs(...role("2017 – 2020", "GUIDA", "Cooperativa Lanterna – Asti, Italia", "Laboratori per le scuole primarie e visite guidate nei fine settimana."),
      ...role("2014 – 2017", "TIROCINANTE", "Galleria Esempio – Torino, Italia", "Schedatura di seicento stampe e cura di due piccole mostre."),
      ...role("2012 – 2014", "CASSIERA", "Museo Civico – Torino, Italia", "Cassa e bookshop nei fine settimana, inventario del magazzino.")).map(([, company]) => company)).toEqual(["Cooperativa Lanterna", "Galleria Esempio", "Museo Civico"])
  })
})

describe("a typed line", () => {
  it("parts title, company and town by stops", () => {
    expect(jobs(line("2015 - 2019. Técnico de mantenimiento. Conservas Ría Alta, Ferrol (A Coruña)."), line("Mantenimiento preventivo de cerradoras y autoclaves. Guardias de fin de semana."))[0]?.slice(0, 3)).toEqual(["Técnico de mantenimiento", "Conservas Ría Alta", "Ferrol (A Coruña)"])
  })

  it("may break between the month and the year of its date", () => {
    const rows = BrokenDates.join(Rows.all(Page.document([line("Camarera de sala en Restaurante La Boya (Arucas), desde octubre"), line("de 2024 hasta hoy"), line("Terraza de 25 mesas y caja.")])))
    expect(Experience.read(rows).map(({ end_date, start_date }) => [start_date?.value, end_date?.value])).toEqual([["octubre de 2024", "hoy"]])
  })

  it("that ends with a town is whole, though a sentence follows", () => {
    const role = (dates: string, title: string, school: string, text: ReadonlyArray<string>) => [line(dates, { above: 12 }), line(title, { bold: true }), line(school), ...text.map((one) => line(one))]
    expect(jobs(...role("Oct 2021 – present", "Early Career Fellow", "University of Northmoor, Department of History, Faculty of Arts and Letters, Durham", ["Three-year project on oaths and cargoes, in the archives of nine harbours and two", "further towns."]), ...role("2018 – 2021", "Lecturer", "University of Whitcombe, York", []))[0]?.slice(0, 3)).toEqual(["Early Career Fellow", "University of Northmoor", "Durham"])
  })
})

describe("the letters of a state", () => {
  it("belong to the town before them", () => {
    const job = (title: string, dates: string) => [line(title, { bold: true, above: 8 }), line(dates, { italic: true })]
    expect(jobs(line("Prairie Grain Elevators", { bold: true, size: 12 }), ...job("Yard Foreman — Salina, KS", "Jan 2018 – Present"), line("• Runs a crew of eight"), ...job("Forklift Driver — Dodge City, KS", "2014 – 2017")).map(([, , place]) => place)).toEqual(["Salina, KS", "Dodge City, KS"])
    expect(jobs(line("Asesora técnica | 02/2016 – 07/2022", { bold: true }), line("Semillas del Valle Hermoso – Irapuato, Gto."), line("• Parcelas demostrativas"))[0]?.slice(1, 3)).toEqual(["Semillas del Valle Hermoso", "Irapuato, Gto."])
  })
})

describe("a legal form", () => {
  it("makes a company of what sounds like a title", () => {
    expect(jobs(line("Statikplanerin"), line("Nordkai Ingenieure PartG mbB, Bremen"), line("Mai 2018 – heute"))).toEqual([["Statikplanerin", "Nordkai Ingenieure PartG mbB", "Bremen", "Mai 2018", "heute"]])
  })
})

describe("parental leave", () => {
  it("is no work where nothing else is said", () => {
    const rows = inWide(line("04/2019 – 12/2023 Steuerfachangestellte, Kanzlei Oderbruch, Stendal"), line("03/2018 – 03/2019 Elternzeit"), line("08/2014 – 02/2018 Steuerfachangestellte, Kanzlei Nordheide, Stendal"))
    expect(Experience.read(rows).map(({ start_date }) => start_date?.value ?? null)).toEqual(["04/2019", "08/2014"])
  })
})
