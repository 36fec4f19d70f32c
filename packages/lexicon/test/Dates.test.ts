import { describe, expect, it } from "@effect/vitest"
import * as fc from "effect/FastCheck"
import { Dates } from "../src/index.js"

const read = (text: string) => {
  const match = Dates.parseRange(text)
  return match === null ? null : `${match.from ?? ""}/${match.isOpen ? "open" : match.to ?? ""}`
}

describe("a range is read in every language and form", () => {
  it.each([
    ["Sept. 2019 – heute", "2019-09/open"],
    ["09/2024 – voraussichtlich 07/2027", "2024-09/open"],
    ["oct. 2025 – fin prévue juin 2027", "2025-10/open"],
    ["Août 2018 à aujourd'hui", "2018-08/open"],
    ["DEPUIS SEPTEMBRE 2019", "2019-09/open"],
    ["enero de 2015 a marzo de 2017", "2015-01/2017-03"],
    ["Ene. 2020 - Actualidad", "2020-01/open"],
    ["dal 2015 al 2018", "2015/2018"],
    ["da gennaio 2013 ad aprile 2018", "2013-01/2018-04"],
    ["fev. 2015 até o momento", "2015-02/open"],
    ["mei 2018 t/m juni 2019", "2018-05/2019-06"],
    ["od marca 2018 do czerwca 2020", "2018-03/2020-06"],
    ["styczeń 2020 r. – nadal", "2020-01/open"],
    ["Mars 2018 – idag", "2018-03/open"],
    ["10/2019 – dato", "2019-10/open"],
    ["2012–14", "2012/2014"],
    ["1985 - 86", "1985/1986"],
    ["2015/16", "2015/2016"],
    ["03/18 – 05/19", "2018-03/2019-05"],
    ["09 – 12/2019", "2019-09/2019-12"],
    ["Jan–Mar 2020", "2020-01/2020-03"],
    ["Juli und August 2023", "2023-07/2023-08"], ["lug e ago 2020", "2020-07/2020-08"], ["May & June 2021", "2021-05/2021-06"], ["Summers 2014 and 2015", "2014/2015"], ["2017 y 2018", "2017/2018"], ["2014 and 2018", "2014/"], ["March and June 2021", "2021-06/"],
    ["IX 2014 – obecnie", "2014-09/open"],
    ["X 2009 – VI 2014", "2009-10/2014-06"],
    ["VII – VIII 2008", "2008-07/2008-08"],
    ["I/2019 – XII/2020", "2019-01/2020-12"],
    ["Master II 2019 – 2020", "2019/2020"],
    ["03.2020 r. – 05.2022 r.", "2020-03/2022-05"],
    ["da settembre 2021", "2021-09/open"],
    ["Note 2,1 Okt. 2002 – Sept. 2006", "2002-10/2006-09"],
    ["2008 12.º ano", "2008/"],
    ["Nov - Feb 2020", "2019-11/2020-02"],
    ["01.03.2018 bis 31.12.2020", "2018-03/2020-12"],
    ["06/01/2019 - 05/31/2021", "2019-06/2021-05"],
    ["2009-06 – 2012-12", "2009-06/2012-12"],
    ["2019 January – 2020 March", "2019-01/2020-03"],
    ["’99 – ’03", "1999/2003"],
    ["2019 –", "2019/open"],
    ["11/2021 - to date", "2021-11/open"],
    ["ene-2019 / actualidad", "2019-01/open"],
    ["2015 / 2016", "2015/2016"],
    ["2022 - (expected 2027)", "2022/open"],
    ["2023 – w trakcie", "2023/open"],
    ["setembro de 2016 até ao presente", "2016-09/open"],
    ["01/02/2017 – alla data attuale", "2017-02/open"], ["mars 2019 à nos jours", "2019-03/open"], ["maart 2019 tot op heden", "2019-03/open"], ["od marca 2018 do chwili obecnej", "2018-03/open"], ["2019 – até os dias atuais", "2019/open"],
    ["bis 2015", "/2015"],
    ["HT 2015 – VT 2018", "2015/2018"]
  ])("%s", (text, expected) => expect(read(text)).toBe(expected))

  it("takes a duration that follows into the match, but not into the dates", () => {
    const text = "January 2020 - Present (3 years 2 months), Berlin"
    const match = Dates.parseRange(text)
    expect(text.slice(match?.start, match?.end)).toBe("January 2020 - Present (3 years 2 months)")
    expect(text.slice(match?.fromSpan?.start, match?.fromSpan?.end)).toBe("January 2020")
    expect(text.slice(match?.toSpan?.start, match?.toSpan?.end)).toBe("Present")
  })
})

describe("a single date is read", () => {
  it.each([
    ["Jan 2020", "2020-01"], ["01/2020", "2020-01"], ["2020-01", "2020-01"], ["2010-12", "2010-12"], ["01.2020", "2020-01"],
    ["1.3.2018", "2018-03"], ["03/18", "2018-03"], ["’18", "2018"], ["Summer 2016", "2016"], ["WS 2015/16", "2015"],
    ["March 5, 2018", "2018-03"], ["12. MÄRZ 2018", "2018-03"], ["1er mars 2020", "2020-03"], ["Q3 2019", "2019"], ["październik 2018", "2018-10"]
  ])("%s", (text, expected) => expect(Dates.parse(text)).toBe(expected))
})

it("numbers that are no dates are left alone", () => {
  for (const text of ["+49 171 2019 334", "managed $2000 budget", "GPA 3.5/4.0", "24/7", "page 12 of 14", "20190103-442"]) {
    expect(Dates.find(text), text).toEqual([])
  }
})

it("words for an open end are known, other words are not", () => {
  for (const text of ["present", "Heute", "à ce jour", "obecnie", "Actualidad", "oggi", "heden", "nuvarande", "since 2019", "2019 –"]) {
    expect(Dates.isOpenEnd(text), text).toBe(true)
  }
  for (const text of ["2019", "Berlin", ""]) expect(Dates.isOpenEnd(text), text).toBe(false)
})

it("offsets point into the original text, also where folding changes its length", () => {
  const text = "Straße ﬁx Œuvre · Sept. 2019 – heute"
  const match = Dates.parseRange(text)
  expect(text.slice(match?.start, match?.end)).toBe("Sept. 2019 – heute")
})

it("any month and year that is written is read back", () => {
  const months = ["Jan", "février", "März", "abril", "maggio", "junho", "juli", "sierpnia", "september", "Oct.", "NOVEMBRE", "grudzień"]
  fc.assert(fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1940, max: 2049 }), (month, year) => {
    expect(Dates.parse(`${months[month]} ${year}`)).toBe(`${year}-${String(month + 1).padStart(2, "0")}`)
  }))
})

it("no text makes it fail, and matches lie in order within the text", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 -–/.’'()", "jan", "mars", "to", "ß", "present") }), (text) => {
    let last = 0
    for (const match of Dates.find(text)) {
      expect(match.start).toBeGreaterThanOrEqual(last)
      expect(match.end).toBeLessThanOrEqual(text.length)
      last = match.end
    }
  }))
})

it.each(["ago 2021–até o", "Oktober 2012 –", "2019 bis Februar", "July 2018 to", "(2016 – (sept. de", "9/2020 –", "2014", "mars 2011 jusqu’en"])("leads on to an end: %s", (text) => {
  expect(Dates.leadsOn(text)).toBe(true)
})

it.each(["2019 – 2021 Leeds", "Senior Nurse", "24", "", "to a large firm"])("leads on to none: %s", (text) => {
  expect(Dates.leadsOn(text)).toBe(false)
})

it("months may stand behind their years on both sides", () => {
  expect(Dates.find("2014 Jan–2016 Aug Postdoctoral Research Fellow").map(({ from, to }) => [from, to])).toEqual([["2014-01", "2016-08"]])
  expect(Dates.find("2019, January – March 2020").map(({ from, to }) => [from, to])).not.toContainEqual(["2019-01", "2020-03"])
})

it("a year behind a code of letters and digits is one, and none behind another number", () => {
  expect([read("License No. VA-0553817 2007"), read("0553817 2007")]).toEqual(["2007/", null])
})

it("words say that a date is still to come", () => {
  for (const text of ["expected", "voraussichtlich", "prévue", "previsto"]) expect(Dates.isExpected(text), text).toBe(true)
  for (const text of ["full-time", "2019", "expected by many", ""]) expect(Dates.isExpected(text), text).toBe(false)
})
