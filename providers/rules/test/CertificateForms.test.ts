/** Certificates with labels, issuers behind names in one line, and numbers behind dates. */
import { expect, it } from "@effect/vitest"
import * as Certifications from "../src/Certifications.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"

const read = (...texts: ReadonlyArray<string>) => Certifications.read(Rows.all(Page.document(texts.map((text) => line(text))))).map(({ credential_id, date, expiry_date, issuer, name }) =>
  [name.value, issuer?.value ?? null, date?.value ?? null, expiry_date?.value ?? null, credential_id?.value ?? null])

it("labels say what each row of a form holds, and the first begins each certificate", () => {
  expect(read("Bezeichnung: Zarbing Lohn und Gehalt", "Aussteller: Volkshochschule Plugh", "Datum: Juni 2025", "Bezeichnung: XQDL Standard", "Aussteller: DXGI", "Datum: 2023"))
    .toEqual([["Zarbing Lohn und Gehalt", "Volkshochschule Plugh", "Juni 2025", null, null], ["XQDL Standard", "DXGI", "2023", null, null]])
  expect(read("Titel: Zarbing Licence", "Afgegeven door: Plugh Council", "Datum: juni 2025", "Geldig tot: juni 2030", "Nummer: ZB-2231"))
    .toEqual([["Zarbing Licence", "Plugh Council", "juni 2025", "juni 2030", "ZB-2231"]])
})

it("a label that only one row has is no form", () => {
  expect(read("Course: Zarbing for Beginners, Plugh Academy, 2021", "First Aid, Red Cross, 2023").map(([name]) => name)).not.toContain("Zarbing for Beginners, Plugh Academy, 2021")
})

it("hyphens between spaces part the dates, each with the word that leads to it", () => {
  expect(read("A Grade Zarbing Licence - Energy Safe Plugh - issued 09/2014 - exp. 09/2029")).toEqual([["A Grade Zarbing Licence", "Energy Safe Plugh", "09/2014", "09/2029", null]])
  expect(read("F-Gase Kategorie I - TÜV Plugh - ausgestellt 09/2014 - gültig bis 09/2029")).toEqual([["F-Gase Kategorie I", "TÜV Plugh", "09/2014", "09/2029", null]])
})

it("a bracket between name and date is who issued it, unless it ranks the name", () => {
  expect(read("Level 3 Food Safety in Catering (Zarbfield), May 2022")).toEqual([["Level 3 Food Safety in Catering", "Zarbfield", "May 2022", null, null]])
  expect(read("White Card (ZarbSafe) 2010")).toEqual([["White Card", "ZarbSafe", "2010", null, null]])
  expect(read("Zarbing Architect (Associate) 2022", "Certified Nurse Assistant (CNA), 2021").map(([name, issuer]) => [name, issuer])).toEqual([["Zarbing Architect (Associate)", null], ["Certified Nurse Assistant (CNA)", null]])
})

it("a number may stand behind the date, led by what a register is called", () => {
  expect(read("Mediador certificado, Instituto de Zarbing Alternativa, 2018, folio IJA-0417")).toEqual([["Mediador certificado", "Instituto de Zarbing Alternativa", "2018", null, "IJA-0417"]])
  expect(read("Corso HACCP, ASL Plugh, 2020, attestato 4471/20")).toEqual([["Corso HACCP", "ASL Plugh", "2020", null, "4471/20"]])
})

it("the dots of a form of company end no name", () => {
  expect(read("Zarbing de gases fluorados. Cámara de Comercio de Plugh. 2013", "Carretillero. Formación Ebro S.L. Abril 2020").map(([name, issuer, date]) => [name, issuer, date]))
    .toEqual([["Zarbing de gases fluorados", "Cámara de Comercio de Plugh", "2013"], ["Carretillero", "Formación Ebro S.L.", "Abril 2020"]])
})

it("a licence without a date below items that begin with theirs is one of its own", () => {
  expect(read("2021 HACCP, Confzarbing Belluno", "03/2022 Addetto antincendio, Vigili del Fuoco", "Patente B").map(([name, issuer]) => [name, issuer]))
    .toEqual([["HACCP", "Confzarbing Belluno"], ["Addetto antincendio", "Vigili del Fuoco"], ["Patente B", null]])
})
