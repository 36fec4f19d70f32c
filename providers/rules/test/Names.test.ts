/** Names with what trades put behind them, in small letters and in forms; places as people write them. */
import { expect, it } from "@effect/vitest"
import * as Contact from "../src/Contact.js"
import * as HeadingRows from "../src/HeadingRows.js"
import * as Home from "../src/Home.js"
import * as Name from "../src/Name.js"
import type { Row } from "./Page.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"

const rowsOf = (...rows: ReadonlyArray<Row>) => Rows.all(Page.document([...rows, line("Bread for four shops in the north of the town, and cakes for the feasts of all of them.", { above: 20 })]))
const nameOf = (...rows: ReadonlyArray<Row>) => Name.read(rowsOf(...rows), HeadingRows.bodyOf(rowsOf(...rows)), "lou.berg@example.net", 842)?.value
const homeOf = (...rows: ReadonlyArray<Row>) => {
  const { city, raw } = Home.locationOf(rowsOf(...rows), null)
  return [city?.value, raw?.value]
}

it("a name is none of what the law of a trade puts behind it", () => {
  expect(nameOf(line("Lou Berg-Arroyo, RDH", { size: 18 }))).toBe("Lou Berg-Arroyo")
  expect(nameOf(line("Lou Berg, ing.", { size: 18 }))).toBe("Lou Berg")
})

it("a name may be set all in small letters, large, beside what its owner does", () => {
  expect(nameOf({ runs: [{ text: "lou a. berg-arroyo", size: 17 }, { text: "product designer, tacoma wa", x: 400 }] }, line("Paper Clinic", { bold: true }))).toBe("lou a. berg-arroyo")
})

it("a name in a form has its family first, behind a comma", () => {
  expect(nameOf(line("Bewerbung – Pflege Nord", { size: 14, bold: true }), { runs: [{ text: "Name, Vorname" }, { text: "Berg-Öz, Lou", x: 220 }] }, { runs: [{ text: "Telefon" }, { text: "0171 3920 044", x: 220 }] })).toBe("Lou Berg-Öz")
})

it("a town is what looks other than its label, stands behind a house, or in its province", () => {
  expect(homeOf({ runs: [{ text: "Live", color: "#777777" }, { text: "Halifax, Nova Scotia" }] })).toEqual(["Halifax", "Halifax, Nova Scotia"])
  expect(homeOf(line("Department of Archaeology and History, Amory Building, Exeter EX4 4RJ"))).toEqual(["Exeter", "Exeter EX4 4RJ"])
  expect(homeOf(line("Saint-Xyzzy (Québec)"))[0]).toBe("Saint-Xyzzy")
  expect(homeOf(line("product designer, tacoma wa"))).toEqual(["Tacoma", "tacoma wa"])
})

it("a postal code is no telephone", () => {
  const rows = rowsOf(line("Rua das Flores, 310 – Feira de Santana/BA – CEP 44001-000"), line("(75) 95550-0144 – lou@berg.example"))
  expect(Contact.read(rows, rows).phone?.value).toBe("(75) 95550-0144")
})

it("a name set wide has wide spaces too", () => {
  const { pages: [page, ...others], ...document } = Page.document([line("ROSA ACHTER", { size: 14 }), line("Bread for four shops in the north of the town, and cakes for the feasts of all of them.", { above: 20 })])
  const wide = page?.lines.map((one, at) => (at > 0 ? one : { ...one, words: one.words.map((word, index) => ({ ...word, box: { ...word.box, x: 50 + index * 98, width: word.text.length * 14 * 1.25 } })) })) ?? []
  const rows = Rows.all({ ...document, pages: page === undefined ? others : [{ ...page, lines: wide }] })
  expect(Name.read(rows, HeadingRows.bodyOf(rows), "rosa@example.net", 842)?.value).toBe("ROSA ACHTER")
})
