/** What rows of education say without a sign of its own: ends to come, years behind words, towns before grades, degrees before colons. */
import { expect, it } from "@effect/vitest"
import * as Education from "../src/Education.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"

const read = (...texts: ReadonlyArray<string>) => Education.read(Rows.all(Page.document(texts.map((text) => line(text)))))

it("an end that is still to come is none, whatever word says so behind it", () => {
  for (const said of ["(expected)", "(voraussichtlich)", "– prévu", "(geplant)"]) {
    const [one] = read(`University of Plugh, Leeds`, `10/2024 – 09/2027 ${said}`, "Bachelor of Arts in Zarbing")
    expect([one?.start_date?.value, one?.end_date]).toEqual(["10/2024", null])
  }
  const [done] = read("University of Plugh, Leeds", "10/2014 – 09/2017 (full-time)", "Bachelor of Arts in Zarbing")
  expect(done?.end_date?.value).toBe("09/2017")
})

it("a word for a year leads to the end, though a grade follows", () => {
  const [one] = read("Diploma di perito meccanico, ITIS Zarbing Bari, anno 2010, voto 78/100")
  expect([one?.institution?.value, one?.end_date?.value, one?.grade?.value]).toEqual(["ITIS Zarbing Bari", "2010", "78/100"])
})

it("a town that no sign parts from the grade behind it is a town", () => {
  const [one] = read("Deeltijdmaster Arbeidsrecht, Universiteit Plugh, Deventer cum laude", "2012 – 2014")
  expect([one?.location?.value, one?.grade?.value]).toEqual(["Deventer", "cum laude"])
  const [other] = read("MSc Zarbing, University of Plugh, Leeds with distinction", "2012 – 2014")
  expect([other?.location?.value, other?.grade?.value]).toEqual(["Leeds", "with distinction"])
})

it("a French mention is a grade only where it is one", () => {
  const [one] = read("Master Droit, mention Droit des affaires, Université de Zarbing, 2015")
  expect(one?.grade).toBeNull()
  const [other] = read("Baccalauréat S, mention bien, Lycée Plugh, 2010")
  expect(other?.grade?.value).toBe("mention bien")
  const [wrapped] = read("Master Droit de la santé, Université de Zarbing, mention", "bien")
  expect(wrapped?.grade?.value).toBe("mention bien")
})

it("what stands before a colon is the degree, with the words that belong to it", () => {
  const [one] = read("Certificado de profesionalidad: Zarbing sociosanitaria", "Academia Plugh, Zaragoza, 2021")
  expect([one?.degree?.value, one?.field_of_study?.value, one?.institution?.value]).toEqual(["Certificado de profesionalidad", "Zarbing sociosanitaria", "Academia Plugh"])
  const row = { runs: [{ text: "Certificado de profesionalidad:", bold: true }, { text: "Atención sociosanitaria a personas" }] }
  const [wrapped] = Education.read(Rows.all(Page.document([row, line("dependientes"), line("Academia Plugh, Zaragoza, 2021"), line("Licenciatura: Ciencias de Plugh"), line("Universidad Plugh, Cochabamba, 2004 - 2008")])))
  expect(wrapped?.field_of_study?.value).toBe("Atención sociosanitaria a personas dependientes")
})

it("further education is called so, and its subject stands behind it", () => {
  const [one] = read("02.2020 – 08.2020 Weiterbildung UX/UI-Design", "Designschule Plugh, Leipzig")
  expect([one?.degree?.value, one?.field_of_study?.value]).toEqual(["Weiterbildung", "UX/UI-Design"])
})

it("a Swedish university is a school by how its name ends, even at the end of a sentence", () => {
  const [one] = read("2024 – pågående Sjuksköterskeprogrammet, Zarbuniversitetet.")
  expect([one?.degree?.value, one?.institution?.value, one?.field_of_study]).toEqual(["Sjuksköterskeprogrammet", "Zarbuniversitetet", null])
})

it("a grade behind its label is no school", () => {
  const [one] = read("Prairie Plugh", "Bachelor of Science in Zarbing, GPA: 3.74/4.00", "2019 – 2023")
  expect([one?.institution?.value, one?.grade?.value]).toEqual(["Prairie Plugh", "3.74/4.00"])
})
