import { expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const kindsOf = (...rows: ReadonlyArray<Page.Row>) =>
  Sections.split(Rows.all(Page.document([line("Anna Berg", { size: 18 }), ...rows]))).flatMap(({ heading: title, kinds }) => (title === null ? [] : [[title.text, kinds[0]]]))

const schools = [heading("Education"), line("2013 – 2016 BEng Civil Engineering, University of Exeter")]

it("software and data projects that lasted from one year to another are projects", () => {
  const made = [line("Tide tables (2021 – 2023). A package for harbours. R, Python"), line("Ward map (2022 – 2023). Directions for visitors. Svelte")]
  expect(kindsOf(heading("Software and data projects"), ...made, ...schools)[0]).toEqual(["Software and data projects", "projects"])
})


it("qualifications that are got at one time and at no school are certificates, where another section holds the schools", () => {
  const tickets = [heading("Qualifications"), line("09/2024 PRINCE2 Practitioner, PeopleCert"), line("02/2025 SMSTS, CITB")]
  expect(kindsOf(...tickets, ...schools)).toEqual([["Qualifications", "certifications"], ["Education", "education"]])
  expect(kindsOf(...tickets, heading("Hobbies"), line("Rowing"))).toEqual([["Qualifications", "education"], ["Hobbies", "interests"]])
  expect(kindsOf(heading("Qualifications"), line("2010 A-levels, Vale Sixth Form College, Leeds"), ...schools)).toEqual([["Qualifications", "education"], ["Education", "education"]])
})

it("courses that somebody gives, without a time or a school, are no studies, where another section holds those", () => {
  expect(kindsOf(heading("Onderwijs"), line("Statistiek met R (master), Veen en klimaat (bachelor)"), ...schools)).toEqual([["Onderwijs", "other"], ["Education", "education"]])
})

it("qualifications that an institute awards, and diplomas that are no degrees, are certificates beside a section of schools", () => {
  const diplomas = [heading("Diplômes"), line("Certificat d'aptitude aux soins, Institut de formation du Val, octobre 2009"), line("Référent qualité, Bureau Lenoir, mars 2020")]
  expect(kindsOf(...schools, ...diplomas)).toEqual([["Education", "education"], ["Diplômes", "certifications"]])
  expect(kindsOf(...schools, heading("Qualifications"), line("Chartered Surveyor, Institute of Builders, 2013"), line("Tower Crane Basics, Vale Board, May 2018"))[1]).toEqual(["Qualifications", "certifications"])
  expect(kindsOf(...schools, heading("Cursos y títulos"), line("12/2011 Certificate in Advanced English. Cambridge English"), line("05/2020 Primeros auxilios. Cruz Azul"))[1]).toEqual(["Cursos y títulos", "certifications"])
  expect(kindsOf(...schools, heading("Diplômes"), line("Master Physique, Institut du Val, 2009"))[1]).toEqual(["Diplômes", "education"])
  expect(kindsOf(...schools, heading("Titoli"), line("Diploma di maturità, Liceo Galilei, 2004"))[1]).toEqual(["Titoli", "education"])
})

it("courses below a line that names them are no studies", () => {
  const shown = (...rows: ReadonlyArray<Page.Row>) =>
    Sections.split(Rows.all(Page.document([line("Anna Berg", { size: 18 }), heading("Formation"), line("2001 : CAP Cuisine, CFA du Val"), ...rows]))).slice(1).map(({ kinds, rows: own }) => [kinds[0], own.length])
  expect(shown(line("Formation continue :"), line("• Hygiène alimentaire (Chambre du Val, 2024)"), line("• Secourisme (INRS, mai 2025)"))).toEqual([["education", 1], ["certifications", 2]])
  expect(shown(line("Formation continue :"), line("2003 – 2005 BTS Cuisine, Lycée du Val"))).toEqual([["education", 3]])
})

it("languages behind a label and a gap are parted from the skills below them", () => {
  const labelled = (label: string, text: string): Page.Row => ({ runs: [{ text: label }, { text, x: 180 }] })
  expect(kindsOf(heading("Languages and skills"), labelled("Tongues", "Frisian (native), Dutch (fluent), English (a little)"), labelled("Machines", "digger, chainsaw"), labelled("Computer", "Excel"))).toEqual([
    ["Languages and skills", "skills"], ["Languages and skills", "languages"]
  ])
})
