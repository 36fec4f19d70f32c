import { describe, expect, it } from "@effect/vitest"
import { line, type Row } from "./Page.js"
import * as Page from "./Page.js"
import * as Projects from "../src/Projects.js"
import * as Rows from "../src/Row.js"
import { inWide } from "./Wide.js"

const read = (rows: ReadonlyArray<Row>) =>
  Projects.read(Rows.all(Page.document(rows))).map(({ description, end_date, name }) => [name.value, description?.value ?? null, end_date?.value ?? null])

const garden = ["Memory Garden", "a garden planned with residents", "2021"]
const tablets = ["Paperless Handover", "moved the handover to tablets", "2020"]

describe("projects", () => {
  it.each<readonly [string, ReadonlyArray<Row>]>([
    ["bullets that describe behind a dash", [
      line("• Memory Garden – a garden planned with residents (2021)"), line("• Paperless Handover – moved the handover to tablets (2020)")
    ]],
    ["names over their descriptions", [
      line("Memory Garden (2021)", { bold: true }), line("a garden planned with residents"),
      line("Paperless Handover (2020)", { bold: true, above: 8 }), line("moved the handover to tablets")
    ]],
    ["a date alone below the name", [
      line("Memory Garden", { bold: true }), line("2021"), line("a garden planned with residents"),
      line("Paperless Handover", { bold: true, above: 8 }), line("2020"), line("moved the handover to tablets")
    ]]
  ])("are read from %s", (_, rows) => {
    expect(read(rows)).toEqual([garden, tablets])
  })

  it("are read from paragraphs that begin with their names", () => {
    const rows: ReadonlyArray<Row> = [
      { runs: [{ text: "Memory Garden:", bold: true }, { text: "a garden planned with residents." }] },
      { runs: [{ text: "Paperless Handover:", bold: true }, { text: "moved the handover to tablets." }], above: 8 }
    ]
    expect(read(rows).map(([name, description]) => [name, description])).toEqual([
      ["Memory Garden", "a garden planned with residents."], ["Paperless Handover", "moved the handover to tablets."]
    ])
  })

  const tools = (rows: ReadonlyArray<Row>) => Projects.read(Rows.all(Page.document(rows))).map(({ description, name, technologies, url }) => [name.value, description?.value ?? null, url?.value ?? null, ...technologies.map((one) => one.value)])
  const led = (name: string, text: string): Row => ({ runs: [{ text: name, bold: true }, { text }] })

  it("begin with a name in bold where they have no dates, and end with their tools", () => {
    expect(tools([led("Tiny Queue", "– a job queue in 300 lines. Go, Redis."), led("Bus Finder", "– shows the next bus. Python, Flask.")])).toEqual([
      ["Tiny Queue", "a job queue in 300 lines.", null, "Go", "Redis"], ["Bus Finder", "shows the next bus.", null, "Python", "Flask"]
    ])
  })

  it("name their tools in a sentence, in brackets or behind a label that no list has", () => {
    const project = (text: string) => [line("Memory Garden", { bold: true }), line("2021"), line(text)]
    expect(tools(project("A site for residents, built with Python and Telegram."))[0]?.slice(3)).toEqual(["Python", "Telegram"])
    expect(tools(project("Auswertung der Messdaten in R."))[0]?.slice(3)).toEqual(["R"])
    expect(tools(project("Talks in Paris and Leeds."))[0]?.slice(3)).toEqual([])
    expect(tools([...project("Prensa manual para uma cooperativa."), line("Com: SolidWorks, Arduino")])[0]).toEqual(["Memory Garden", "Prensa manual para uma cooperativa.", null, "SolidWorks", "Arduino"])
    expect(tools([led("Panier", "– une appli pour le campus (React, Flask)")])[0]).toEqual(["Panier", "une appli pour le campus", null, "React", "Flask"])
  })

  const project = (name: string, ...rest: ReadonlyArray<string>) => [line(name, { bold: true, above: 8 }), ...rest.map((text) => line(text))]

  it("name their tools behind words that lead to them, and labels that stand before known ones elsewhere", () => {
    expect(tools([...project("Tram Bingo", "2025", "A game of late trams.", "Made with React, Flask"), ...project("Hawker Map", "2024", "A map of stalls.", "Made with Svelte")]).map((one) => one.slice(1))).toEqual([
      ["A game of late trams.", null, "React", "Flask"], ["A map of stalls.", null, "Svelte"]
    ])
    expect(tools([...project("Overdracht", "2024", "Een webapp.", "Bouwdoos: Python, Vue.js"), ...project("Poli", "2017", "Een intake.", "Bouwdoos: HiX, Forms")]).map((one) => one.slice(3))).toEqual([["Python", "Vue.js"], ["HiX", "Forms"]])
    expect(tools(project("Rete", "2024", "Modelli di trasmissione. Sito: rete.example.org. Strumenti: R, Stan, Nextflow."))).toEqual([["Rete", "Modelli di trasmissione.", "rete.example.org", "R", "Stan", "Nextflow"]])
    expect(tools(project("Sidra", "2023", "Láminas impresas. Hecho con Procreate, risografía."))[0]?.slice(1)).toEqual(["Láminas impresas.", null, "Procreate", "risografía"])
    expect(tools(project("Choir", "2023", "With Northbank Trust, twelve concerts."))[0]?.slice(1)).toEqual(["With Northbank Trust, twelve concerts.", null])
  })

  it("may be a paragraph of short sentences, and have their year between commas", () => {
    expect(tools([line("Mapa de levaduras. 2022-2023. Catálogo de 40 cepas de la comarca. Programas: R, QGIS."), line("Huerto del instituto. 2018-2019. Riego por goteo para 30 bancales. Programas: AutoCAD.", { above: 8 })])).toEqual([
      ["Mapa de levaduras", "Catálogo de 40 cepas de la comarca.", null, "R", "QGIS"], ["Huerto del instituto", "Riego por goteo para 30 bancales.", null, "AutoCAD"]
    ])
    expect(read([{ runs: [{ text: "Bastuflotten,", bold: true }, { text: "2021, byggledare" }] }, line("Flytande bastu för åtta personer.")])).toEqual([["Bastuflotten", "Flytande bastu för åtta personer.", "2021"]])
    expect(tools(project("gipfelbuch", "2022", "Ein Tourenbuch fürs Handy (Flutter, SQLite)."))[0]?.slice(1)).toEqual(["Ein Tourenbuch fürs Handy", null, "Flutter", "SQLite"])
  })

  it("leave out when, as what and where to see them", () => {
    expect(tools([...project("Radar", "2022 | Initiator | radar.example.org", "Finds devices."), ...project("Depot", "03/2023 – 10/2025 | Rolle: Leitung", "Ein Umbau.")])).toEqual([
      ["Radar", "Finds devices.", "radar.example.org"], ["Depot", "Ein Umbau.", null]
    ])
    expect(read([...project("Price panel – Project manager", "2023", "A forecast."), ...project("Word shop (maker)", "2022", "A podcast.")]).map(([name, text]) => [name, text])).toEqual([["Price panel", "A forecast."], ["Word shop", "A podcast."]])
    expect(read([led("Dimmer Watch", "(2024, solo): logs the faults of dimmers on the stage."), led("Rig", "(2021, lead): a rig that fits in one van and goes up in forty minutes or less.")])).toEqual([
      ["Dimmer Watch", "logs the faults of dimmers on the stage.", "2024"], ["Rig", "a rig that fits in one van and goes up in forty minutes or less.", "2021"]
    ])
    expect(read(project("« Lettres ouvrières »", "2019", "Un caractère libre."))[0]?.[0]).toBe("« Lettres ouvrières »")
  })

  it("have their address whole where it is broken", () => {
    expect(tools([line("2018 – 2019 tinybus. A small transport layer in two hundred lines. github.com/harbour-"), line("tools/tinybus")])[0]?.[2]).toBe("github.com/harbour-tools/tinybus")
  })
})

describe("a project", () => {
  it("may name its tools in a line without a label", () => {
    const read = (...rows: ReadonlyArray<Page.Row>) => Projects.read(inWide(...rows)).map(({ name, technologies }) => [name.value, ...technologies.map((one) => one.value)])
    const harbour = [line("Harbour lights (2022)", { bold: true }), line("Switches nine hundred lamps by the hour of the tide.")]
    const linked = Projects.read(inWide(...harbour, line("Ver imagens", { url: "https://berg.example/harbour" }), line("Ferramentas: Archicad, Rhino")))
    expect(linked.map(({ name, technologies, url }) => [name.value, url?.value, technologies.length])).toEqual([["Harbour lights", "https://berg.example/harbour", 2]])
    const pointed = Projects.read(inWide(...harbour, { runs: [{ text: "Tools: R, QGIS —" }, { text: "code and data", url: "https://berg.example/lamps" }] }))
    expect(pointed.map(({ technologies, url }) => [url?.value, ...technologies.map((one) => one.value)])).toEqual([["https://berg.example/lamps", "R", "QGIS"]])
    expect(read(...harbour, line("[Plughwork, Modbus]"))).toEqual([["Harbour lights", "Plughwork", "Modbus"]])
    expect(read(...harbour, line("Built with Xyzzy XML, quux-DB"))).toEqual([["Harbour lights", "Xyzzy XML", "quux-DB"]])
    expect(read(
      line("Bus Gaps", { bold: true }), line("Charted a year of delays on one route."), line("Python · pandas · Tableau"),
      line("Grade Curves", { bold: true, above: 8 }), line("Charts of ten years of results."), line("Oldtool · Newtool")
    )).toEqual([["Bus Gaps", "Python", "pandas", "Tableau"], ["Grade Curves", "Oldtool", "Newtool"]])
    expect(read(
      line("2025 – 2026 Vélo", { bold: true }), line("QGIS, R"), line("Une enquête sur les pistes cyclables."), line("2024 – 2025 Panier", { bold: true, above: 8 }), line("Python, Flask"), line("Une appli pour le panier bio.")
    )).toEqual([["Vélo", "QGIS", "R"], ["Panier", "Python", "Flask"]])
    expect(read(line("Library", { bold: true }), line("Technologies: React, Node"), line("For three towns."))).toEqual([["Library", "React", "Node"]])
  })

  it("may tell its tools before the date that closes it, at the end of a text before a pointer, and behind as what somebody worked", () => {
    const told = (...rows: ReadonlyArray<Page.Row>) =>
      Projects.read(inWide(...rows)).map(({ description, end_date, name, start_date, technologies, url }) => [name.value, description?.value ?? null, start_date?.value ?? null, end_date?.value ?? null, url?.value ?? null, ...technologies.map((one) => one.value)])
    expect(told(
      line("marétable", { bold: true }), line("Affiche les marées et les cars du village."), line("Go, SQLite 2023 – 2024"), line("github.com/lmorvan/maretable"),
      line("Visionneuse", { bold: true, above: 8 }), line("Dessine le retard des files comme une rue."), line("TypeScript, Apache Kafka 2020")
    )).toEqual([
      ["marétable", "Affiche les marées et les cars du village.", "2023", "2024", "github.com/lmorvan/maretable", "Go", "SQLite"],
      ["Visionneuse", "Dessine le retard des files comme une rue.", "2020", "2020", null, "TypeScript", "Apache Kafka"]
    ])
    expect(told({ runs: [{ text: "Kwekerij 2021 – 2024", bold: true }] }, { runs: [{ text: "Regelt de kassen van zes telers. Python, NumPy, Qt." }, { text: "[code]", url: "https://kas.example/code" }] })).toEqual([
      ["Kwekerij", "Regelt de kassen van zes telers.", "2021", "2024", "https://kas.example/code", "Python", "NumPy", "Qt"]
    ])
    expect(told(line("Mapa de ruidos 2023", { bold: true }), line("Sensores en doce calles."), line("Rol: coordinación · Python, QGIS, Zxcvb · ruidos.example.net"))).toEqual([
      ["Mapa de ruidos", "Sensores en doce calles.", "2023", "2023", "ruidos.example.net", "Python", "QGIS", "Zxcvb"]
    ])
    expect(told(line("Casa Bianca 2020", { bold: true }), line("Due alloggi in un podere."), { runs: [{ text: "Archicad + Enscape" }, { text: "immagini", url: "https://casa.example/foto" }] }, line("Piazza 2019", { bold: true, above: 8 }), line("Un concorso."), line("Archicad"))).toEqual([
      ["Casa Bianca", "Due alloggi in un podere.", "2020", "2020", "https://casa.example/foto", "Archicad", "Enscape"], ["Piazza", "Un concorso.", "2019", "2019", null, "Archicad"]
    ])
  })

  it("is not told by as what somebody worked, nor found at the address of a person or of a tool", () => {
    const told = (...rows: ReadonlyArray<Page.Row>) => Projects.read(inWide(...rows)).map(({ description, technologies, url }) => [description?.value ?? null, url?.value ?? null, ...technologies.map((one) => one.value)])
    expect(told(line("Brotzeit", { bold: true }), line("Rolle: Konzept, Verpackung | 2021 – 2022"), line("Eine Verpackung für 17 Filialen."))).toEqual([["Eine Verpackung für 17 Filialen.", null]])
    expect(told(line("Plankton", { bold: true }), line("Coordinator · 04/2023 – 10/2024"), line("Records of strandings."))).toEqual([["Records of strandings.", null]])
    expect(told(line("Spår", { bold: true }), line("Läget för sextio spår."), line("ASP.NET Core, Angular, Redis | spar.example.org"))).toEqual([["Läget för sextio spår.", "spar.example.org", "ASP.NET Core", "Angular", "Redis"]])
    expect(told(line("Mareas 2024", { bold: true }), line("Un reloj de mareas."), line("linkedin.com/in/ana-ruiz"))).toEqual([["Un reloj de mareas.", null]])
  })
})
