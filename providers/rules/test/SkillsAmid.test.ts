import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { extractor } from "../src/index.js"
import * as Page from "./Page.js"

const { heading, line, spread } = Page

const contact = [line("Anna Berg", { size: 22, bold: true }), line("Berlin, Germany | +49 30 23125 417 | anna.berg@example.com")]
const school = [heading("Education"), spread("BSc Computer Science", "2010 – 2013", { bold: true }), line("University of Exeter, Exeter")]
const job = (...texts: ReadonlyArray<string>) => [heading("Experience"), spread("Technician", "2014 – 2018", { bold: true }), line("Corner Lifts Ltd, Leeds"), ...texts.map((text) => line(text))]

const read = (...rows: ReadonlyArray<Page.Row>) => Effect.map(extractor.extract(Page.document([...contact, ...rows, ...school])), ({ draft }) => ({
  skills: draft.skills.map(({ level, name }) => [name.value, level?.value ?? null]),
  languages: draft.languages.map(({ language }) => language.value),
  tickets: draft.certifications.map(({ date, issuer, name }) => [name.value, issuer?.value ?? null, date?.value ?? null])
}))

it.effect("skills named below a job are read where no section holds any", () => Effect.gen(function* () {
  const rows = job("• Patch of ninety lifts", "• Skills: fault finding, Siemens S7")
  expect((yield* read(...rows)).skills).toEqual([["fault finding", null], ["Siemens S7", null]])
  expect((yield* read(...rows, heading("Skills"), line("Welding"))).skills).toEqual([["Welding", null]])
}))

it.effect("skills and languages are read amid other things where no section holds any, with a level that leads them", () => Effect.gen(function* () {
  const other = [heading("Sonstiges"), line("Sehr gute Kenntnisse in Word und Outlook, Excel Grundkenntnisse"), line("Deutsch Muttersprache, Englisch gut"), line("Ich singe im Kirchenchor und wandere gern.")]
  const { languages, skills } = yield* read(...job("• Patch of ninety lifts"), ...other)
  expect(skills).toEqual([["Word", "Sehr gute Kenntnisse"], ["Outlook", "Sehr gute Kenntnisse"], ["Excel", "Grundkenntnisse"]])
  expect(languages).toEqual(["Deutsch", "Englisch"])
}))

it.effect("a language with its level and certificates behind a label are none of the skills among which they stand", () => Effect.gen(function* () {
  const { languages, skills, tickets } = yield* read(heading("Skills"), line("Stock control | Forklifts | Spanish (fluent)"), line("Certificates: First Aid, Red Cross, 03/2024"), line("Software: SAP, Excel"))
  expect(skills.map(([name]) => name)).toEqual(["Stock control", "Forklifts", "SAP", "Excel"])
  expect(languages).toEqual(["Spanish"])
  expect(tickets).toEqual([["First Aid", "Red Cross", "03/2024"]])
}))

it.effect("a list behind a noun is of skills under any title, and what is known stands below them under another", () => Effect.gen(function* () {
  expect((yield* read(...job("• Patch of ninety lifts"), heading("Otros datos"), line("Manejo de Zarbing, Plugh y Excel. Disponibilidad inmediata."))).skills.map(([name]) => name)).toEqual(["Zarbing", "Plugh", "Excel"])
  expect((yield* read(heading("Skills"), line("Welding, Turning, Milling"), heading("Other"), line("Python, LaTeX"))).skills.map(([name]) => name)).toEqual(["Welding", "Turning", "Milling", "Python", "LaTeX"])
}))
