/** Several certificates in a line, issuers between signs, and dates in rows of their own. */
import { expect, it } from "@effect/vitest"
import * as BrokenDates from "../src/BrokenDates.js"
import * as Certifications from "../src/Certifications.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Tables from "../src/Tables.js"

const read = (...rows: ReadonlyArray<Page.Row>) => Certifications.read(Rows.all(Page.document(rows))).map(({ credential_id, date, expiry_date, issuer, name }) =>
  [name.value, issuer?.value ?? null, date?.value ?? null, expiry_date?.value ?? null, credential_id?.value ?? null])

it("each with its date in one place are several", () => {
  expect(read(line("Zarbing Licence 2021, Fire Marshal (2023), Plugh Card 05/2024")).map(([name, , date]) => [name, date])).toEqual([["Zarbing Licence", "2021"], ["Fire Marshal", "2023"], ["Plugh Card", "05/2024"]])
  expect(read(line("02/2024 Safe Pass, SOLAS (expires 02/2028)"))).toEqual([["Safe Pass", "SOLAS", "02/2024", "02/2028", null]])
})

it("what stands before the date in its bracket, or between signs, is who issued it", () => {
  expect(read(line("CCNA (Zarbing, 2022)"))).toEqual([["CCNA", "Zarbing", "2022", null, null]])
  expect(read(line("Qualification IRVE P2 / Quxelec / 2023"))).toEqual([["Qualification IRVE P2", "Quxelec", "2023", null, null]])
  expect(read(line("BHV – NIBZV – 2025 (jaarlijkse herhaling)"))).toEqual([["BHV", "NIBZV", "2025", null, null]])
})

it("letters before a colon are who issued it, where all are shorter than what follows", () => {
  expect(read(line("IHX Ravensburg: Fachkraft für Einkauf (06/2022)"), line("VHZ: Excel für Fortgeschrittene (2019)")).map(([name, issuer]) => [name, issuer]))
    .toEqual([["Fachkraft für Einkauf", "IHX Ravensburg"], ["Excel für Fortgeschrittene", "VHZ"]])
})

it("a label of two words leads to a number", () => {
  expect(read(line("Zarb 3a/3b, Lic. No. 445521, expires Nov 2027"))).toEqual([["Zarb 3a/3b", null, null, "Nov 2027", "445521"]])
})

it("the year of a name is told again by its date, and classes of a licence are a name", () => {
  expect(read(line("Corso di aggiornamento IVA 2025, Associazione Verdi, febbraio 2025"))).toEqual([["Corso di aggiornamento IVA 2025", "Associazione Verdi", "febbraio 2025", null, null]])
  expect(read(line("C+E", { bold: true }), line("DVLA, since 10/2020"), line("ADR Tanks", { bold: true }), line("SQA, 2023, card no. 5550142")))
    .toEqual([["C+E", "DVLA", "10/2020", null, null], ["ADR Tanks", "SQA", "2023", null, "5550142"]])
})

it("a row that a word of issue leads goes on with no text, and items may have many rows", () => {
  const bold = (text: string) => line(text, { bold: true })
  const given = [bold("Certified Zarbing"), bold("Architect – Associate"), line("Northern Web Services"), line("Issued May 2024 · Expires"), line("May 2027"), line("Cred. ID ZRB-SAA-77120"), line("Shown on request"), bold("Certified Plugh"), line("The Plugh Foundation"), line("Issued Oct 2023")]
  expect(read(...given).map(([name, issuer, date]) => [name, issuer, date])).toEqual([["Certified Zarbing Architect – Associate", "Northern Web Services", "May 2024"], ["Certified Plugh", "The Plugh Foundation", "Oct 2023"]])
})

it("cells of a table are of one certificate, and the head says what a date or a number is", () => {
  const cells = (...texts: ReadonlyArray<string>): Page.Row => ({ runs: texts.map((text, at) => ({ text, x: 50 + 120 * at })) })
  const rows = Tables.unrolled(Rows.all(Page.document([cells("Nazwa", "Wydany przez", "Numer certyfikatu", "Ważne do"), cells("Spawanie MAG", "Instytut Zarb", "ZR/5501", "06.2027"), cells("Suwnice IIS", "UDX", "UD/0555", "11.2027")])), true)
  expect(Certifications.read(rows).map(({ credential_id, date, expiry_date, issuer, name }) => [name.value, issuer?.value, date, expiry_date?.value, credential_id?.value]))
    .toEqual([["Spawanie MAG", "Instytut Zarb", null, "06.2027", "ZR/5501"], ["Suwnice IIS", "UDX", null, "11.2027", "UD/0555"]])
})

it("the end of a validity below the date of issue is read, though both were taken for one date", () => {
  const rows = BrokenDates.join(Rows.all(Page.document([line("Bevoegd voorbehouden handelingen, ook bij nacht – BTZG – 04/2025"), line("tot 04/2028")])))
  expect(Certifications.read(rows).map(({ date, expiry_date }) => [date?.value, expiry_date?.value])).toEqual([["04/2025", "04/2028"]])
})
