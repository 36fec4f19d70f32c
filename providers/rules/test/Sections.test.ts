import { describe, expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line, spread } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const rowsOf = (rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))

describe("a section of unknown title", () => {
  const known = [heading("Profile"), line("A baker who likes early mornings and plain bread."), heading("Hobbies"), line("Rowing")]
  const kindsOf = (...rows: ReadonlyArray<Page.Row>) => Sections.split(rowsOf([...known, heading("Xyzzy plugh"), ...rows])).at(-1)?.kinds

  it("is understood by what is below it", () => {
    expect(kindsOf(spread("Baker, Corner Bakery Ltd", "2019 – 2021", { bold: true }), line("Cook, Harbour Inn, 2016 – 2019"))).toEqual(["experience"])
    expect(kindsOf(line("BSc Chemistry, University of Leeds, 2012"))).toEqual(["education"])
    expect(kindsOf(line("English (native)"), line("French (B1)"))).toEqual(["languages"])
    expect(kindsOf(line("Python, Docker, Kubernetes, Terraform, PostgreSQL"))).toEqual(["skills"])
    expect(kindsOf(line("Listening 95%"), line("Survey design 70 %"))).toEqual(["skills"])
    expect(kindsOf(line("Saldatura ■■■□"), line("Verniciatura ■■□□"))).toEqual(["skills"])
  })

  it("is experience also where title, company and place stand above the date", () => {
    expect(kindsOf(line("Baker", { bold: true }), line("Xyzzy"), line("Leeds"), line("2019 – 2021"))).toEqual(["experience"])
  })

  it("is a profile where it says sentences before anything else", () => {
    const prose = line("Sixteen years of stages, from festivals in the wind to the opera. I like ten lamps in the right place.")
    const rows = [line("Anna Berg", { size: 18 }), heading("Xyzzy plugh"), prose, heading("Education"), line("BSc Chemistry, 2012"), heading("Hobbies"), line("Rowing")]
    expect(Sections.split(rowsOf(rows)).map(({ kinds }) => kinds)).toEqual([["top"], ["profile"], ["education"], ["interests"]])
  })

  it("is experience where firms stand beside the dates and one title tells what they are", () => {
    const job = (title: string, firm: string, dates: string) => [line(title, { bold: true }), line(firm), line(dates)]
    expect(kindsOf(...job("Baker", "Corner Bakery Ltd, Leeds", "2019 – 2021"), ...job("Xyzzy", "Plugh & Sons Ltd, York", "2016 – 2019"), ...job("Quux", "Zarbing GmbH, Bonn", "2012 – 2016"))).toEqual(["experience"])
  })

  it("is of skills where it lists things and no other section does", () => {
    const list = line("Zarbing, quux wiring, Plugh repair, Foo and bar")
    expect(kindsOf(list)).toEqual(["skills"])
    const sections = Sections.split(rowsOf([...known, heading("Skills"), line("Baking"), heading("Hobbies"), line("Rowing"), heading("Xyzzy plugh"), list]))
    expect(sections.at(-1)?.kinds).toEqual(["unknown"])
  })

  it("is of skills where short things stand in it, a row each, right below skills", () => {
    const below = (...rows: ReadonlyArray<Page.Row>) => Sections.split(rowsOf([...known, heading("Skills"), line("Baking"), heading("Xyzzy plugh"), ...rows])).at(-1)?.kinds
    expect(below(line("Patient with beginners"), line("Curious"))).toEqual(["skills"])
    expect(below(line("Leeds"), line("2019"))).toEqual(["unknown"])
    const rated = [heading("Zarbing"), line("Quux ●●●●○"), line("Plugh ●●○○○"), heading("Xyzzy plugh"), line("Patient with beginners"), line("Curious")]
    expect(Sections.split(rowsOf([...known, ...rated])).slice(-2).map(({ kinds }) => kinds)).toEqual([["skills"], ["skills"]])
  })

  it("may be titled by a word that is a degree or a trade elsewhere, and heads skills", () => {
    expect(Sections.split(rowsOf([...known, heading("Technik"), line("Zarbing ●●●●○"), line("Quux ●●○○○")])).at(-1)?.kinds).toEqual(["skills"])
  })

  it("may be titled by a word that firms have in their names", () => {
    const rows = [...known, heading("Kitchens"), spread("Baker, Corner Bakery Ltd", "2019 – 2021", { bold: true }), line("Cook, Harbour Inn, 2016 – 2019")]
    expect(Sections.split(rowsOf(rows)).at(-1)?.kinds).toEqual(["experience"])
  })

  it("stays unknown where nothing speaks for anything", () => {
    expect(kindsOf(line("Grew up by the sea and went back to it."))).toEqual(["unknown"])
  })
})

it("a title that names work and something that no answer holds is about work", () => {
  const sections = Sections.split(rowsOf([heading("Service & Employment History"), line("Baker, Corner Bakery Ltd, 2019 – 2021"), heading("Hobbies"), line("Rowing")]))
  expect(sections.find(({ heading: title }) => title?.text.startsWith("Service"))?.kinds[0]).toBe("experience")
})

it("a line that names its section stands in a section of its own among what no answer holds", () => {
  const sections = Sections.split(rowsOf([heading("Awards"), line("Baker of the Year, 2019"), line("Languages: English (native), German (B1)"), heading("Hobbies"), line("Rowing")]))
  expect(sections.find(({ kinds }) => kinds[0] === "languages")?.rows.map(({ text }) => text)).toEqual(["English (native), German (B1)"])
})

describe("headings read in a picture", () => {
  const seen = { confidence: 0.95 }
  const title = (text: string, size: number) => line(text, { ...seen, size, bold: true, above: 14 })
  const body = (text: string, size = 10) => line(text, { ...seen, size })

  it("are headings though their sizes were measured a little apart", () => {
    const rows = [
      line("Mira Lindqvist", { ...seen, size: 24 }), title("Profile", 13.1), body("A baker who likes early mornings."),
      title("Skills", 12.3), body("Bread, Pastry, Chocolate", 10.3), title("Languages", 13.4), body("English (native)", 9.8), title("Hobbies", 12.6), body("Rowing")
    ]
    expect(Sections.split(rowsOf(rows)).flatMap(({ heading: row, kinds }) => (row === null ? [] : kinds))).toEqual(["profile", "skills", "languages", "interests"])
  })

  it("and their lines are of one style where sizes hardly differ", () => {
    const [row] = rowsOf([{ runs: [{ ...seen, text: "Corner", size: 10 }, { ...seen, text: "Bakery", size: 10.8 }] }])
    expect(row?.segments).toHaveLength(1)
    const [written] = rowsOf([{ runs: [{ text: "Corner", size: 10 }, { text: "Bakery", size: 10.8 }] }])
    expect(written?.segments).toHaveLength(2)
  })
})

it("labels beside lists one below another are headings of their own, not one heading over them all", () => {
  const row = (label: string, list: string, above = 3): Page.Row => ({ runs: [{ text: label, bold: true }, { text: list, x: 160 }], above })
  const rows = [heading("Skills"), row("Software", "Excel (good), Word (good)"), row("Languages", "German (native), Turkish (fluent)"), row("Hobbies", "Football, Fishing")]
  expect(Sections.split(rowsOf(rows)).filter((section) => section.rows.length > 0).map(({ kinds, rows: own }) => [kinds, own.map(({ text }) => text)])).toEqual([
    [["skills"], ["Excel (good), Word (good)"]], [["languages"], ["German (native), Turkish (fluent)"]], [["interests"], ["Football, Fishing"]]
  ])
})

it("titles that lead the first line of their text head sections, where a document names them so", () => {
  const led = (title: string, text: string, above = 12): Page.Row => ({ runs: [{ text: title, bold: true }, { text }], above })
  const rows = [
    led("About me.", "I am twenty-two and like early mornings."), led("My education.", "Diploma in Baking, Leeds College, 2016."),
    led("Languages.", "English and some French."), led("Xyzzy plugh.", "Grew up by the sea.")
  ]
  expect(Sections.split(rowsOf(rows)).map(({ kinds: [kind], rows: own }) => [kind, own[0]?.text])).toEqual([
    ["profile", "I am twenty-two and like early mornings."], ["education", "Diploma in Baking, Leeds College, 2016."],
    ["languages", "English and some French."], ["unknown", "Grew up by the sea."]
  ])
})

it("underlined titles in the type of the text are headings", () => {
  const titled = (text: string): Page.Row => line(text, { above: 5 })
  const page = Page.document([titled("Who I am"), line("A gardener who likes old walls and trees."), titled("My studies"), line("Diploma in Gardening, Leeds College, 2016"), titled("The rest"), line("Sings.")])
  const rules = page.pages[0]?.lines.filter((_, index) => index % 2 === 0).map(({ box }) => ({ kind: "rule" as const, box: { x: box.x, y: box.y + box.height + 1, width: box.width, height: 0.5 }, color: "#000000" })) ?? []
  const kindsOf = (shapes: typeof rules) => Sections.split(Rows.all({ ...page, pages: page.pages.map((one) => ({ ...one, shapes })) })).map(({ kinds: [kind] }) => kind)
  expect(kindsOf(rules)).toEqual(["profile", "education", "other"])
  expect(kindsOf([])).not.toContain("education")
})

it("a section goes on at the top of the next column with a further entry", () => {
  const right = (row: Page.Row): Page.Row => ({ ...row, column: 1, runs: row.runs.map((run, index) => (index === 0 ? { ...run, x: 320 } : run)) })
  const rows = Page.document([
    heading("Experience"), line("Corner Bakery, Leeds", { bold: true }), line("Baker, 2019 – 2021"), line("Harbour Inn, York", { bold: true }), line("Cook, 2016 – 2019"),
    right(line("Blue Tours, Hull", { bold: true })), right(line("Guide, 2014 – 2016")), right(heading("Languages")), right(line("English (native)"))
  ])
  // The second column stands beside the first.
  const [top = 0, lift = 0] = [rows.pages[0]?.lines[0]?.box.y, rows.pages[0]?.lines[5]?.box.y]
  const lifted = rows.pages.map((page) => ({ ...page, lines: page.lines.map((one) => (one.column === 0 ? one : { ...one, box: { ...one.box, y: one.box.y - lift + top } })) }))
  expect(Sections.split(Rows.all({ ...rows, pages: lifted })).map(({ kinds: [kind], rows: own }) => [kind, own.length])).toEqual([["experience", 6], ["languages", 1]])
})

it("a table that says what its columns hold needs no heading", () => {
  const row = (period: string, work: string, bold = false): Page.Row => ({ runs: [{ text: period, bold }, { text: work, x: 160, bold }], above: 6 })
  const rows = [line("Anna Berg", { size: 18 }), line("anna@example.com"), row("Period", "Employer", true), row("2019 – 2021", "Baker, Corner Bakery Ltd, Leeds"), row("2016 – 2019", "Cook, Harbour Inn, York"), heading("Languages"), line("English (native)")]
  expect(Sections.split(rowsOf(rows)).map(({ kinds: [kind] }) => kind)).toEqual(["top", "experience", "languages"])
})

it("a text below sections side by side belongs to none of them", () => {
  const aside = (row: Page.Row): Page.Row => ({ ...row, runs: row.runs.map((run) => ({ ...run, x: 400 })) })
  const prose = "Thirteen years of bread, and still the same joy when the shop opens at six."
  const rows = [line("Anna Berg", { size: 18 }), aside(heading("Hobbies")), aside(line("Rowing")), line(`${prose} Looks for a bakery by the sea.`, { above: 20 }), heading("Education"), line("BSc Chemistry, 2012")]
  expect(Sections.split(rowsOf(rows)).map(({ kinds: [kind], rows: own }) => [kind, own.length])).toEqual([["top", 1], ["interests", 1], ["unknown", 1], ["education", 1]])
})

it("the rows of a section of two titles go to the one that they name", () => {
  const sections = Sections.split(rowsOf([heading("Languages and skills"), line("English and French (native), Spanish (B1)"), line("Praat, Python, Regular expressions"), heading("Hobbies"), line("Rowing")]))
  expect(sections.map(({ kinds: [kind], rows }) => [kind, rows.map(({ text }) => text)])).toEqual([
    ["skills", ["Praat, Python, Regular expressions"]], ["languages", ["English and French (native), Spanish (B1)"]], ["interests", ["Rowing"]]
  ])
  const programming = Sections.split(rowsOf([heading("Languages and tools"), line("C++, Rust, Zephyr"), line("KiCad, CAN bus"), heading("Hobbies"), line("Rowing")]))
  expect(programming.map(({ kinds, rows }) => [kinds, rows.length])).toEqual([[["skills"], 2], [["interests"], 1]])
})

it("cards whose titles are those of jobs are entries, below a text that has a title of its own", () => {
  const card = (title: string, ...texts: ReadonlyArray<string>) => [heading(title), ...texts.map((text) => line(text))]
  const rows = [
    line("Anna Berg", { size: 18 }), ...card("hi :)", "I tell the stories of small brands on small screens, and like the first three seconds of a film best."),
    ...card("Social Media Manager", "Corner Bakery Ltd, Leeds", "2019 – 2021"), ...card("Content Creator", "Harbour Inn, York", "2016 – 2019"), ...card("Languages", "English (native)"), ...card("Hobbies", "Rowing")
  ]
  expect(Sections.split(rowsOf(rows)).map(({ kinds: [kind], rows: own }) => [kind, own.length])).toEqual([["top", 1], ["profile", 1], ["experience", 6], ["languages", 1], ["interests", 1]])
})

it("the heads of a table stay in it, though one of them may head a section elsewhere", () => {
  const row = (texts: ReadonlyArray<string>, look: Page.Look = {}): Page.Row => ({ runs: texts.map((text, at) => ({ text, x: 50 + at * 170, ...look })), above: 6 })
  const rows = [
    heading("Projects"), row(["Year", "Project", "Tools"], { color: "#ffffff", size: 11 }), row(["2021", "Lake structure", "Leapfrog, ioGAS"]), row(["2018", "Paper rescue", "Python"]),
    heading("Languages"), line("English (native)")
  ]
  expect(Sections.split(rowsOf(rows)).map(({ kinds: [kind] }) => kind)).toEqual(["projects", "languages"])
})

it("what anybody can ask for is left out", () => {
  expect(rowsOf([heading("Skills"), line("Welding, Turning"), line("References and logbook copies on request."), line("References can be had from my last employers.")]).map(({ text }) => text)).toEqual(["Skills", "Welding, Turning"])
})

it("a date read before the heading in the margin beside which it stands is the first of what that heads", () => {
  const rows = rowsOf([
    heading("Profile"), line("A biologist of soils and of what lives in them."), line("2021 – present", { x: 160, above: 20 }),
    { runs: [{ text: "Experience", x: 50, color: "#7a1f1f" }, { text: "Kilcullen University, Maynooth", x: 260 }], above: -9 }, line("Lecturer", { x: 260 })
  ])
  expect(Sections.split(rows).map(({ kinds, rows: own }) => [kinds[0], own.map(({ text }) => text)])).toEqual([
    ["profile", ["A biologist of soils and of what lives in them."]], ["experience", ["2021 – present", "Kilcullen University, Maynooth", "Lecturer"]]
  ])
})

it("qualifications and training beside a section of education alone are certificates", () => {
  const rows = [heading("Qualifications and training"), line("Crane signals, Quayside Academy, 2020"), heading("Education"), line("BSc Chemistry, University of Leeds, 2012"), heading("Hobbies"), line("Rowing")]
  expect(Sections.split(rowsOf(rows)).map(({ kinds: [kind] }) => kind)).toEqual(["certifications", "education", "interests"])
})
