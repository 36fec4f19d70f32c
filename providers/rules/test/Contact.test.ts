import { describe, expect, it } from "@effect/vitest"
import * as Contact from "../src/Contact.js"
import * as ContactCells from "../src/ContactCells.js"
import * as HeadingRows from "../src/HeadingRows.js"
import * as Home from "../src/Home.js"
import * as Name from "../src/Name.js"
import * as Page from "./Page.js"
import { heading, line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const rowsOf = (...rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))

const read = (...texts: ReadonlyArray<string>) => {
  const rows = rowsOf(...texts.map((text) => line(text)))
  return { ...Contact.read(rows, rows), location: Home.locationOf(rows, null) }
}

describe("contact details", () => {
  it("have telephones whose area code stands before a slash, but no two numbers in one", () => {
    expect(read("Telefon 0221 / 4710 233").phone?.value).toBe("0221 / 4710 233")
    expect(read("0161 496 0177 / 07700 900 461").phone?.value).toBe("0161 496 0177")
  })

  it("have no telephone in a row of zeros", () => {
    expect(read("=====000000000000===== End of data").phone).toBeNull()
  })

  it("have an address of mail that the edge of a column broke, and no link in its rest", () => {
    const { email, links } = read("devon@achebe-", "lindqvist.example.com", "github.com/dlindq")
    expect(email?.value).toBe("devon@achebe-lindqvist.example.com")
    expect(links.map(({ value }) => value)).toEqual(["github.com/dlindq"])
  })

  it("have the town behind a dot, behind dashes, and before its region", () => {
    expect(read("Arquitecto. Santander, España").location.city?.value).toBe("Santander")
    expect(read("Ana Pires — técnica de luz — Rua dos Ipês, 405, Vila Aurora — Campinas/SP").location.city?.value).toBe("Campinas")
    expect(read("C/ Cuatro Esquinas, 9, 26001 Logroño (La Rioja)").location.city?.value).toBe("Logroño")
  })

  it("have the town in a row that also says what somebody may drive, and the one before the bracket of its province", () => {
    expect(read("29200 Brest • 06 39 98 14 27 • j@example.com • Permis B").location.city?.value).toBe("Brest")
    expect(read("Führerschein B • 50674 Köln").location.city?.value).toBe("Köln")
    expect(read("Né le 3 avril 1980 à Lyon • Permis B").location.city).toBeNull()
    expect(read("Torrejón de Ardoz (Madrid)").location.city?.value).toBe("Torrejón de Ardoz")
    expect(read("Erba (CO) / +39 333 000 0216").location.city?.value).toBe("Erba")
  })

  it("have numbers with the bracket of their area code, set beside each other", () => {
    const rows = rowsOf({ runs: [{ text: "80 Main Row, Miami", x: 50 }, { text: "(305) 555-0137", x: 200 }, { text: "luz@example.com", x: 330 }] })
    expect(ContactCells.apart(rows).map(({ text }) => text)).toEqual(["80 Main Row, Miami", "(305) 555-0137", "luz@example.com"])
  })

  it("have links that the words they stand behind say the kind of", () => {
    const rows = rowsOf({ runs: [{ text: "Showreel + voice clips", url: "https://bell.example.com/voices" }] })
    expect(Contact.read(rows, rows).links.map(({ value }) => value)).toEqual(["Showreel: https://bell.example.com/voices"])
  })

  it("have towns that no list knows before a state and its postal code", () => {
    expect(read("PO Box 118, Red Lodge, MT 59068").location.city?.value).toBe("Red Lodge")
  })

  it("have the town where somebody lives, not that of birth, nor the kind of a number, nor the second half of a name", () => {
    expect(read("wohnhaft in Hamburg, geboren am 3. März 1988 in Lüneburg").location.city?.value).toBe("Hamburg")
    expect(read("nata a Palermo il 09/08/1987 – residente in via Tuscolana 1120, Roma").location.city?.value).toBe("Roma")
    expect(read("Am Hafen 7, 33102 Paderborn").location.city?.value).toBe("Paderborn")
    expect(read("Dirección: Rúa do Mar 27, 15930 Boiro").location.city?.value).toBe("Boiro")
    expect(read("Department of Forests, 2200 College Way, Kelowna, BC").location.raw?.value).toBe("Kelowna, BC")
    expect(read("Wonend te Gouda · 06 555 501 22").location.city?.value).toBe("Gouda")
    expect(read("Residente en Mairena del Aljarafe (Sevilla). Nacida en Huelva el 12-5-1989.").location.city?.value).toBe("Mairena del Aljarafe")
    expect(read("+27 10 555 0163 (Mobile)", "Cape Town, South Africa").location.city?.value).toBe("Cape Town")
    expect(read("emre@yildirim.example.net +49 30 23125 607 Berlin in/emre-yildirim").location.city?.value).toBe("Berlin")
    expect(read("Department of Geology, University of Leeds, Leeds").location.city?.value).toBe("Leeds")
    expect(read("Ward manager, University Hospital, Leeds").location.city).toBeNull()
    const rows = rowsOf(line("Begoña Iturralde de", { size: 20 }), line("Castro", { size: 20 }), line("20012 San Sebastián"), line("Arquitecta de viviendas y de escuelas en el norte"))
    const name = Name.read(rows, HeadingRows.bodyOf(rows), "", 842)
    expect(name?.value).toBe("Begoña Iturralde de Castro")
    expect(Home.locationOf(rows, name).city?.value).toBe("San Sebastián")
  })

  it("have a town that its column broke", () => {
    const rows = Rows.all(Page.document([line("Stockport, Greater", { x: 500 }), line("Manchester", { x: 500 })]))
    expect(Home.locationOf(rows, null).city?.value).toBe("Stockport")
  })

  it("have towns between slashes, also before a state and its postal code without commas", () => {
    const { city, raw } = read("0491 570 156 / anna@example.com / Fremantle WA 6160 / Photos").location
    expect([city?.value, raw?.value]).toEqual(["Fremantle", "Fremantle WA 6160"])
  })

  it("have a place behind an icon that follows a word", () => {
    expect(read("+353 20 911 0155 ✉ t@brennan.example LinkedIn ⚑ Dublin, Ireland").location.city?.value).toBe("Dublin")
  })

  it("have addresses of the net that end as names of programs do", () => {
    expect(read("www.brancaleoni.example.net").links.map(({ value }) => value)).toEqual(["www.brancaleoni.example.net"])
    expect(read("Node.js, ASP.NET").links).toEqual([])
  })

  it("have an address of mail that its column broke before the sign, and none of its halves", () => {
    const { email, links } = read("sofia.almeida-", "castro@example.com", "www.almeida-", "ceramica.example.net")
    expect(email?.value).toBe("sofia.almeida-castro@example.com")
    expect(links.map(({ value }) => value)).toEqual(["www.almeida-ceramica.example.net"])
  })

  it("have the town between words that links stand behind, and the one that somebody says to live in", () => {
    const rows = rowsOf({ runs: [{ text: "Tel. 0316 555 014 Leoben" }, { text: "Portfolio Blog", url: "https://berg.example.com" }] })
    expect(Home.locationOf(rows, null).raw?.value).toBe("Leoben")
    expect(read("Ik woon in Dokkum, Friesland").location.city?.value).toBe("Dokkum")
    expect(read("J'habite à Vannes, près du port").location.city?.value).toBe("Vannes")
  })

  it("have links that go on in the next line, unless that is a date", () => {
    expect(read("www.linkedin.com/in/danielle-", "okafor-qa (LinkedIn)").linkedin_url?.value).toBe("www.linkedin.com/in/danielle-okafor-qa")
    expect(read("linkedin.com/in/giulia-arte", "09/11/1988").linkedin_url?.value).toBe("linkedin.com/in/giulia-arte")
  })

  it("are a section under each label of a form, and under the name where it looks like a heading", () => {
    const form = Sections.split(rowsOf(heading("Indirizzo"), line("Via dei Tigli 44, Torino"), heading("Esperienze"), line("2019 – 2021 Cuoca"), heading("Hobby"), line("Vela")))
    expect(form.find(({ heading: title }) => title?.text === "Indirizzo")?.kinds).toEqual(["contact"])
    const plain = Sections.split(rowsOf(heading("LEE PEREIRA"), line("Sound engineer, live and studio, in rooms that hold a thousand."), line("m: 0491 570 156"), heading("WORK"), line("2019 – 2021 Cook"), heading("HOBBIES"), line("Sailing")))
    expect(plain[0]?.kinds).toEqual(["top"])
  })

  it("are a section of their own at the foot of a page, but a referee's are not", () => {
    const foot = line("Ingrid Aas | Storgata 4, Bergen | 55 55 01 42 | ingrid@aas.example")
    const kindsOf = (title: string) => Sections.split(rowsOf(line("Ingrid Aas", { size: 18 }), heading("Work"), line("2019 – 2021 Cook, Harbour Inn"), heading(title), line("Rowing and the sea"), foot)).map(({ kinds, rows }) => [kinds[0], rows.length])
    expect(kindsOf("Hobbies").slice(-2)).toEqual([["interests", 1], ["contact", 1]])
    expect(kindsOf("References").at(-1)).toEqual(["references", 2])
  })
})

describe("a name below its label", () => {
  const name = (...texts: ReadonlyArray<string>) => {
    const rows = rowsOf(line("Curriculum Vitae", { size: 16 }), ...texts.map((text) => line(text)))
    return Name.read(rows, HeadingRows.bodyOf(rows), "", 842)?.value
  }

  it("loses the label, with a colon or without", () => {
    expect(name("Nome Ludovica Sartirana", "Indirizzo Via dei Tigli 44, Verona")).toBe("Ludovica Sartirana")
    expect(name("Imię i nazwisko: Bartosz Wilk", "Adres Gdynia")).toBe("Bartosz Wilk")
    expect(name("Vor- und Nachname Jens Oltmann", "Anschrift Emden")).toBe("Jens Oltmann")
  })

  it("is joined from its halves, the given name first", () => {
    expect(name("Nom Ndiaye", "Prénom Rokhaya", "Adresse Rue du Port 3, Namur")).toBe("Rokhaya Ndiaye")
    expect(name("Voornaam: Sanne", "Achternaam: de Wit", "Woonplaats: Utrecht")).toBe("Sanne de Wit")
    expect(name("Apellidos Quispe Mamani", "Nombre Noemí")).toBe("Noemí Quispe Mamani")
    const rows = rowsOf(line("Nachname: Kowalska"), line("Vorname: Anna Maria"))
    expect(Name.read(rows, HeadingRows.bodyOf(rows), "", 842)?.lines, "lines in the order of the words").toEqual([2, 1])
  })
})

it("a name loses the title of the document before it, and keeps the generation behind it", () => {
  const name = (text: string) => {
    const rows = rowsOf(line(text, { size: 16 }), line("Carpenter"))
    return Name.read(rows, HeadingRows.bodyOf(rows), "", 842)?.value
  }
  expect(name("Curriculum vitae di Salvatore D’Angelo Russo")).toBe("Salvatore D’Angelo Russo")
  expect(name("Lebenslauf von Anna Berg")).toBe("Anna Berg")
  expect(name("Marcus Delacroix Jr.")).toBe("Marcus Delacroix Jr.")
  expect(name("Hélène Morvan, née Le Bihan")).toBe("Hélène Morvan")
  expect(name("Marijke van 't Veer-de Boer")).toBe("Marijke van 't Veer-de Boer")
  expect(name("Maria Clara Figueira de Sousa e Melo"), "as long as particles make it").toBe("Maria Clara Figueira de Sousa e Melo")
})

it("a name of two lines may have contact details beside it, or a second line of another look", () => {
  const body = HeadingRows.bodyOf(rowsOf(line("Nurse with eleven years of practice")))
  const beside = rowsOf({ runs: [{ text: "Ana Lucía Quispe", x: 40, size: 18, bold: true }, { text: "Tel. 655 550 134", x: 400, size: 8 }] }, line("Villanueva", { x: 40, size: 18, bold: true }))
  expect(Name.read(beside, body, "ana@example.com", 842)?.value).toBe("Ana Lucía Quispe Villanueva")
  const faced = rowsOf(line("Maëlys", { size: 20 }), line("LE GOFF-BERTHIER", { size: 15, bold: true }), line("Aide-soignante"))
  expect(Name.read(faced, body, "maelys.legoff@example.org", 842)?.value).toBe("Maëlys LE GOFF-BERTHIER")
})

it("a name may be set in two faces", () => {
  const rows = rowsOf({ runs: [{ text: "Marcus", size: 18, color: "#444444" }, { text: "Oyelaran", size: 24, color: "#3873b3" }] }, line("Embedded systems"), line("Minneapolis"))
  expect(Name.read(rows, HeadingRows.bodyOf(rows), "m.oyelaran@example.com", 842)?.value).toBe("Marcus Oyelaran")
})
