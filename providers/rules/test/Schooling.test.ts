import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { extractor } from "../src/index.js"
import * as Page from "./Page.js"
import { heading, line } from "./Page.js"

const { document } = Page

const top = [line("Anna Berg", { size: 22, bold: true }), line("Leer, Germany | anna.berg@example.com")]

const read = (...rows: ReadonlyArray<Page.Row>) => Effect.map(extractor.extract(document([...top, ...rows])), ({ draft }) => ({
  jobs: draft.experience.map(({ company, title }) => [title?.value ?? null, company?.value ?? null]),
  schools: draft.education.map((one) => [one.degree, one.field_of_study, one.institution].map((claim) => claim?.value ?? null))
}))

describe("schooling among jobs", () => {
  const welder = [line("2006 bis 2013"), line("Schlosser, Stahlbau Harms GmbH, Leer")]

  it.effect("is parted from them where no section holds it, a trade learnt at a firm too", () =>
    Effect.gen(function*() {
      const mixed = yield* read(heading("Mein Weg"), ...welder, line("2003 bis 2006"), line("Lehre als Schlosser, Stahlbau Harms GmbH, Leer"), line("1997 bis 2003"), line("Realschulabschluss, Realschule Borssum"))
      expect(mixed).toEqual({ jobs: [["Schlosser", "Stahlbau Harms GmbH"]], schools: [["Lehre", "Schlosser", "Stahlbau Harms GmbH"], ["Realschulabschluss", null, "Realschule Borssum"]] })
      const french = yield* read(heading("Mon parcours"), line("2015 – 2021"), line("Comptable, Transports Morel SARL, Nantes"), line("2012 – 2014"), line("BTS Comptabilité, Lycée du Val, Nantes"))
      const spanish = yield* read(heading("Mi trayectoria"), line("2011 – 2016"), line("Soldadora, Talleres Roig S.L., Reus"), line("2005 – 2009"), line("Graduado en ESO, IES Campclar, Tarragona"))
      expect(spanish).toEqual({ jobs: [["Soldadora", "Talleres Roig S.L."]], schools: [["Graduado en ESO", null, "IES Campclar"]] })
      expect(french).toEqual({ jobs: [["Comptable", "Transports Morel SARL"]], schools: [["BTS", "Comptabilité", "Lycée du Val"]] })
    }))

  it.effect("stays where it is beside a section of its own, and a title that begins as a degree is none", () =>
    Effect.gen(function*() {
      const apart = yield* read(heading("Werdegang"), ...welder, line("2003 bis 2006"), line("Lehre als Schlosser, Stahlbau Harms GmbH, Leer"), heading("Schule"), line("1997 bis 2003"), line("Realschulabschluss, Realschule Borssum"))
      expect(apart.schools).toHaveLength(1)
      const professor = yield* read(heading("Experience"), line("Associate Professor, Vale University, Leeds, 2012 – 2019"), line("Lecturer, Vale University, Leeds, 2008 – 2012"))
      expect(professor).toEqual({ jobs: [["Associate Professor", "Vale University"], ["Lecturer", "Vale University"]], schools: [] })
    }))
})
