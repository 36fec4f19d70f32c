import { describe, expect, it } from "@effect/vitest"
import * as Experience from "../src/Experience.js"
import * as Page from "./Page.js"
import * as Rows from "../src/Row.js"
import * as RunIn from "../src/RunIn.js"

const { line } = Page

const wide = line("x".repeat(110))

const jobs = (...rows: ReadonlyArray<Page.Row>) =>
  Experience.read(RunIn.apart(Rows.all(Page.document([...rows, wide])).slice(0, -1)))
    .map((one) => [one.title, one.company, one.location, one.start_date, one.end_date].map((claim) => claim?.value ?? null))

describe("jobs that are typed as a list, times first", () => {
  it("begin with each bullet, and end where their text begins", () => {
    expect(jobs(
      line("• since September 2018: Primary school teacher, permanent, at the Corner Street School, Leeds. Full-time classes,"), line("English and drama.", { x: 57 }),
      line("• October 2012 - June 2018: Supply teacher at Harbour Academy (Hull). Yearly and short covers."),
      line("• 2009 - 2012: Teaching assistant, Mill Academy, York. Small groups and one-to-one support.")
    )).toEqual([
      ["Primary school teacher", "Corner Street School", "Leeds", "September 2018", "present"],
      ["Supply teacher", "Harbour Academy", "Hull", "October 2012", "June 2018"],
      ["Teaching assistant", "Mill Academy", "York", "2009", "2012"]
    ])
  })

  it("may have their times last", () => {
    expect(jobs(
      line("• Electricista, Instalaciones Quesada (Córdoba), desde febrero 2018 hasta la fecha.", { x: 60 }), line("Instalaciones en viviendas y locales, cuadros y domótica.", { x: 50 }),
      line("• Electricista, Montajes Guadiato (Montilla), de mayo 2012 a noviembre 2017.", { x: 60 }), line("Líneas de baja tensión.", { x: 50 })
    )).toEqual([
      ["Electricista", "Instalaciones Quesada", "Córdoba", "febrero 2018", "present"],
      ["Electricista", "Montajes Guadiato", "Montilla", "mayo 2012", "noviembre 2017"]
    ])
  })

  it("may have their employer behind a word that leads to nothing else, and wrapped lines further out than their bullets", () => {
    expect(jobs(
      line("• 09/2018 bis heute: Tischler bei der Möbelwerkstatt Kranz GmbH in Kiel. Treppen und Türen nach Maß, Aufmaß beim Kunden", { x: 56 }), line("Türen und Fenster.", { x: 50 }),
      line("• 10/2012 bis 06/2018: Geselle bei Tischlerei Voss, Eckernförde. Reparatur alter Möbel.", { x: 56 })
    )).toEqual([
      ["Tischler", "Möbelwerkstatt Kranz GmbH", "Kiel", "09/2018", "heute"],
      ["Geselle", "Tischlerei Voss", "Eckernförde", "10/2012", "06/2018"]
    ])
  })

  it("may have times in sentences, and their texts further out below", () => {
    expect(jobs(
      line("• De junio de 2021 a la actualidad: jefa de cocina en Restaurante El Nogal, Murcia.", { x: 60 }), line("Llevo un equipo de nueve personas, los pedidos y la carta. Cierre de caja", { x: 50 }), line("todas las noches.", { x: 50 }),
      line("• De marzo de 2016 a mayo de 2021: cocinera en Mesón La Encina, Lorca.", { x: 60 }), line("Sala y terraza, temporada alta con 300 cubiertos al día.", { x: 50 }),
      line("• Temporadas 2014 y 2015: ayudante de cocina en Hotel Bahía Clara, Águilas.", { x: 60 })
    )).toEqual([
      ["jefa de cocina", "Restaurante El Nogal", "Murcia", "junio de 2021", "la actualidad"],
      ["cocinera", "Mesón La Encina", "Lorca", "marzo de 2016", "mayo de 2021"],
      ["ayudante de cocina", "Hotel Bahía Clara", "Águilas", "2014", "2015"]
    ])
  })
})

describe("slots that full stops part", () => {
  it("are no sentence below a time", () => {
    const dates = (text: string) => line(text, { bold: true, above: 8 })
    expect(jobs(
      dates("Octubre de 2018 – actualidad"), line("Jefa de almacén. Recambios Nalón, S.L. (Avilés)."), line("• Responsable de 16 personas en dos turnos.", { x: 66 }),
      dates("Mayo de 2011 – septiembre de 2018"), line("Administrativa. Conservas Hermanos Rey (Gijón)."), line("• Albaranes, rutas y reclamaciones.", { x: 66 }),
      dates("2009 – 2011"), line("Dependienta. Supermercados La Vega (Oviedo).")
    ).map((job) => job.slice(0, 3))).toEqual([["Jefa de almacén", "Recambios Nalón, S.L.", "Avilés"], ["Administrativa", "Conservas Hermanos Rey", "Gijón"], ["Dependienta", "Supermercados La Vega", "Oviedo"]])
  })
})
