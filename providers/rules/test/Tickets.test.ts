import { Effect } from "effect"
import { expect, it } from "@effect/vitest"
import { extractor } from "../src/Extractor.js"
import * as Page from "./Page.js"
import { heading, line } from "./Page.js"

const read = (...rows: ReadonlyArray<Page.Row>) => Effect.map(
  extractor.extract(Page.document([line("Anna Berg", { size: 18 }), line("anna@berg.example · +44 1632 960552 · Leeds"), heading("Experience"), line("Nurse, Harbour Clinic, Leeds, 2012 – 2021"), ...rows])),
  ({ draft }) => ({ studies: draft.education.map(({ degree }) => degree?.value), tickets: draft.certifications.map(({ date, issuer, name }) => [name.value, issuer?.value ?? null, date?.value]) })
)

it.effect("education and certifications under one title are told apart", () => Effect.gen(function* () {
  expect(yield* read(heading("Education & Certifications"), line("BSc Computer Science", { bold: true }), line("University of Leeds, 2013"), line("Certified Scrum Master", { bold: true }), line("Scrum Alliance, 2021"), line("ITIL Foundation", { bold: true }), line("Axelos, 2019"))).toEqual({
    studies: ["BSc"], tickets: [["Certified Scrum Master", "Scrum Alliance", "2021"], ["ITIL Foundation", "Axelos", "2019"]]
  })
  expect(yield* read(heading("Formación y certificaciones"), line("• Grado en Derecho, Universidad del Duero, 2012"), line("• Máster en Abogacía, Universidad del Duero, 2014"), line("• Certificado de Experto en Datos, IFE, 2018"))).toEqual({
    studies: ["Grado", "Máster"], tickets: [["Certificado de Experto en Datos", "IFE", "2018"]]
  })
  expect(yield* read(heading("Formation et certifications"), line("2010 – 2013 Licence Informatique, Université du Val"), line("2008 Baccalauréat scientifique, Lycée Hugo, Brest"), line("2022 TOEIC 940"))).toEqual({
    studies: ["Licence", "Baccalauréat scientifique"], tickets: [["TOEIC 940", null, "2022"]]
  })
}))

it.effect("what runs out is no study, whatever the title", () => Effect.gen(function* () {
  expect(yield* read(heading("Training"), line("2010 – 2013 BA Communication Design", { bold: true }), line("Clydeside School of Art, Glasgow"), line("03.2023 Certificate of Competency (drone)", { bold: true }), line("Highland Drone School, valid until 03.2028"))).toEqual({
    studies: ["BA"], tickets: [["Certificate of Competency (drone)", "Highland Drone School", "03.2023"]]
  })
}))
