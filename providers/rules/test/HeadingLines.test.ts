import { describe, expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const rowsOf = (rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))

describe("a heading in two lines", () => {
  it("is one also where a sign stands before the first", () => {
    const title = (text: string, x: number, above: number): Page.Row => ({ runs: [{ text, x, size: 13, bold: true }], above })
    const first: Page.Row = { runs: [{ text: "• Formations", x: 50, size: 13, bold: true }], above: 16 }
    const sections = Sections.split(rowsOf([heading("Profile"), line("A baker who likes early mornings and plain bread."), first, title("complémentaires", 50, 5), line("Premiers secours, Croix Verte, 2021"), heading("Hobbies"), line("Rowing")]))
    expect(sections[1]?.rows.map(({ text }) => text)).toEqual(["Premiers secours, Croix Verte, 2021"])
  })
})

it("a link whose words are those of a title is none", () => {
  const rows = [heading("Contact"), line("Leeds"), line("My portfolio", { url: "https://example.com/anna", size: 13, bold: true, above: 14 }), heading("Hobbies"), line("Rowing")]
  expect(Sections.split(rowsOf(rows)).map(({ kinds: [kind] }) => kind)).toEqual(["contact", "interests"])
})
