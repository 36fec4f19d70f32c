import { describe, expect, it } from "@effect/vitest"
import { line } from "./Page.js"
import * as Page from "./Page.js"
import * as Projects from "../src/Projects.js"
import type { Row } from "../src/Row.js"
import * as Rows from "../src/Row.js"
import { inWide } from "./Wide.js"

const ofRows = (rows: ReadonlyArray<Row>) =>
  Projects.read(rows).map(({ description, name, start_date, technologies }) => [name.value, start_date?.value ?? null, description?.value ?? null, ...technologies.map((one) => one.value)])
const told = (...rows: ReadonlyArray<Page.Row>) => ofRows(inWide(...rows))

describe("projects are told apart", () => {
  it("by bullets that have times", () => {
    expect(told(line("• Hala w Świdniku (2021): konstrukcja z prefabrykatów dla prywatnego inwestora z okolicy"), line("• Szkoła w Chełmie (2017): nowa sala gimnastyczna i termomodernizacja całego budynku"))).toEqual([
      ["Hala w Świdniku", "2021", "konstrukcja z prefabrykatów dla prywatnego inwestora z okolicy"], ["Szkoła w Chełmie", "2017", "nowa sala gimnastyczna i termomodernizacja całego budynku"]
    ])
  })

  it("by the rows of a table", () => {
    const cells = inWide(...["Mercado de Abastos", "Jefe de obra", "2022", "Una cubierta", "Viviendas Río", "Mediciones", "2019", "Cien puertas"].map((text) => line(text)))
    expect(ofRows(cells.map((row, at) => ({ ...row, number: at < 4 ? 1 : 2 })))).toEqual([
      ["Mercado de Abastos", "2022", "Jefe de obra\nUna cubierta"], ["Viviendas Río", "2019", "Mediciones\nCien puertas"]
    ])
  })
})

describe("the row of a name", () => {
  it("may have its tools in a box", () => {
    expect(told(line("Tram clock [Go, Redis] – 2023", { bold: true }), line("Shows the next tram on an old clock."))).toEqual([["Tram clock", "2023", "Shows the next tram on an old clock.", "Go", "Redis"]])
    expect(told(line("Tide wall [second phase] – 2023", { bold: true }), line("Keeps a harbour dry."))[0]?.slice(3)).toEqual([])
  })

  it("may call it by who it was for", () => {
    expect(told(line("Client: Dairy Forum | 2025 | A congress for many delegates, two gala dinners, 60 volunteers"), line("Client: Jazz Society | 2019 | An open-air festival of three days on the lake"))).toEqual([
      ["Dairy Forum", "2025", "A congress for many delegates, two gala dinners, 60 volunteers"], ["Jazz Society", "2019", "An open-air festival of three days on the lake"]
    ])
  })

  it("may have marks around it, and its time below or behind what it was for", () => {
    expect(told(line("“Night Bus”", { bold: true }), line("Self-published, 2022"), line("A zine in two colours.")).slice(0, 1)).toEqual([["Night Bus", "2022", "Self-published\nA zine in two colours."]])
    expect(told(line("“Low Tide”, para el Museo del Puerto (2024). Treinta retratos de mariscadoras."))).toEqual([["Low Tide", "2024", "para el Museo del Puerto (2024). Treinta retratos de mariscadoras."]])
  })
})

describe("the year of a project", () => {
  it("may stand between a comma and the sign behind the name", () => {
    expect(told(line("Flotte au zarbing, 2023 : Conversion de 40 tracteurs au carburant B100 dans les trois dépôts")).map(([name, year]) => [name, year])).toEqual([["Flotte au zarbing", "2023"]])
    expect(told(line("Casa sul Plugh, 2021. Ampliamento in legno di una cascina")).map(([name, year]) => [name, year])).toEqual([["Casa sul Plugh", "2021"]])
  })
})

describe("rows of tools", () => {
  it("do not begin with the end of a sentence", () => {
    expect(told(line("Mercato Zarbing (2022)", { bold: true }), line("Recupero della copertura in ferro e"), line("ghisa. Rhino, Revit"))[0]?.slice(3)).toEqual(["Rhino", "Revit"])
  })

  it("go on with a label that a space parts from its colon", () => {
    const rows = Rows.all(Page.document([line("Radio Zarbing, depuis 2022 : émission réalisée par les élèves. Outils :"), line("Audacity, Plughtube. radio.example.org")]))
    expect(ofRows(rows)[0]?.slice(3)).toEqual(["Audacity", "Plughtube"])
  })
})
