import { describe, expect, it } from "@effect/vitest"
import * as Page from "./Page.js"
import { heading, line, spread } from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Sections from "../src/Sections.js"

const rowsOf = (rows: ReadonlyArray<Page.Row>) => Rows.all(Page.document(rows))
const job = [heading("Experience"), spread("Baker, Corner Bakery Ltd, Leeds", "2016 – 2021"), line("Bread for four shops in the north of the town.")]
const sectionsOf = (...rows: ReadonlyArray<Page.Row>) => Sections.split(rowsOf([line("Anna Berg", { size: 18 }), ...job, ...rows]))
const kindsOf = (...rows: ReadonlyArray<Page.Row>) => sectionsOf(...rows).map(({ kinds }) => kinds[0]).slice(2)

describe("titles in people's own words", () => {
  const tickets = [line("Xyzzy handling, Plugh Council, 2022"), line("Zarbing level two, Quux Institute, 05/2024")]
  const made = [line("Tidewatch, 2020 – 2021", { bold: true }), line("Warns the harbour when the water comes."), line("Tools: Python, Redis")]

  it("tell by a word within them what they are about", () => {
    expect(kindsOf(heading("Mandatory and further tickets"), ...tickets)).toEqual(["certifications"])
    expect(kindsOf(heading("Onderwijsbevoegdheid"), ...tickets)).toEqual(["certifications"])
    expect(kindsOf(heading("Projetos que marcaram"), ...made)).toEqual(["projects"])
    expect(kindsOf(heading("Am Rechner zuhause"), line("In Word bin ich Expertin, in Excel fortgeschritten."))).toEqual(["skills"])
  })

  it("head projects where below dated heads stands what was made with which tools", () => {
    expect(kindsOf(heading("Xyzzy plugh"), ...made)).toEqual(["projects"])
    expect(kindsOf(heading("Xyzzy plugh"), line("Tidewatch, 2020 – 2021", { bold: true }), line("Warns the harbour when the water comes."))).not.toEqual(["projects"])
  })

  it("head skills where they stand beside skills: before them, and as what is more", () => {
    const list = [line("Regional kitchen"), line("Costing dishes"), line("Banquets for many")]
    expect(kindsOf(heading("Xyzzy plugh"), ...list, heading("Skills"), line("Rotas"), line("Excel"))).toEqual(["skills", "skills"])
    expect(kindsOf(heading("Education"), line("BSc Chemistry, 2012"), heading("Xyzzy plugh"), ...list)[1]).toBe("unknown")
    expect(kindsOf(heading("Skills"), line("Excel, Word"), heading("And also"), line("Calm under pressure, Payroll, Billing"))).toEqual(["skills", "skills"])
    expect(kindsOf(heading("Skills"), line("Excel, Word"), heading("And also"), line("Driving licence B, Own car, Hobbies"))).toEqual(["skills", "other"])
  })

  it("make a style of headings together, where hardly one of them is known", () => {
    const big = (text: string) => line(text, { size: 12, bold: true, color: "#3b2f8f", above: 14 })
    const sections = Sections.split(rowsOf([
      line("Anna Berg", { size: 24 }), line("anna@berg.example"), big("My last two projects"), ...made, big("Where my work was done"), line("Baker, Corner Bakery Ltd, Leeds"), line("2016 – 2021"),
      big("What I learned early"), line("BSc Chemistry, University of Leeds"), line("2012 – 2016")
    ]))
    expect(sections.map(({ kinds }) => kinds[0])).toEqual(["top", "projects", "experience", "education"])
  })
})

describe("where no title says what it heads", () => {
  const big = (text: string) => line(text, { size: 12, bold: true, color: "#3b2f8f", above: 14 })
  const entries = [line("Baker, Corner Bakery Ltd, Leeds", { bold: true, above: 8 }), line("2016 – 2021"), line("Cook, Harbour Inn Ltd, York", { bold: true, above: 8 }), line("2009 – 2015")]

  it("what stands out most, and only apart, heads sections, and their content tells which", () => {
    const sections = Sections.split(rowsOf([
      line("Anna Berg", { size: 24 }), line("anna@berg.example"), big("Xyzzy"), ...entries, big("Plugh zarbing"), line("Diploma in Baking, Vale School, Leeds, 2005 – 2009"),
      big("Quux"), line("Basic Life Support, Red Cross, 2023"), line("Food hygiene, Leeds Council, 03/2024, valid until 03/2027"), big("Foo baz"), line("English – native"), line("Dutch – B1")
    ]))
    expect(sections.map(({ kinds }) => kinds[0])).toEqual(["top", "experience", "education", "certifications", "languages"])
  })

  it("the names of entries, which other text stands close to, head none", () => {
    expect(Sections.split(rowsOf([line("Anna Berg", { size: 24 }), heading("Experience"), ...entries, heading("Skills"), line("Excel, Word")])).map(({ kinds }) => kinds[0])).toEqual(["top", "experience", "skills"])
  })
})

it("a second line of a heading in the margin, read before the text beside the first, belongs to it", () => {
  const [head, further] = [{ bold: true, color: "#333333" }, { size: 7, bold: true, color: "#333333" }]
  const page = Page.document([line("Anna Berg", { size: 18 }), line("EXPERIENCE", head), line("Baker, Corner Bakery Ltd, Leeds, 2016 – 2021", { x: 180 }),
    line("VOLUNTARY", { ...head, above: 14 }), line("GIVING OF TIME", further), line("Treasurer, bell ringers, since 2010", { x: 180 })])
  const lines = page.pages[0]?.lines ?? [], level = lines[3]?.box.y ?? 0
  const moved = lines.map((one, at) => (at < 5 ? one : { ...one, box: { ...one.box, y: level }, words: one.words.map((word) => ({ ...word, box: { ...word.box, y: level } })) }))
  const sections = Sections.split(Rows.all({ ...page, pages: page.pages.map((one) => ({ ...one, lines: moved })) }))
  expect(sections.map(({ kinds, rows }) => [kinds[0], ...rows.map(({ text }) => text)]).at(-1)).toEqual(["volunteering", "Treasurer, bell ringers, since 2010"])
})

it("military service set as the headings in the margin are, but where the other entries begin, is an entry", () => {
  const head = (text: string) => line(text, { bold: true, above: 10 })
  const entry = (title: string, text: string) => [line(title, { x: 180, bold: true, above: 10 }), line(text, { x: 180 })]
  const sections = Sections.split(rowsOf([
    line("Anna Berg", { size: 18 }), head("Experience"), ...entry("Welder", "Harbour Yard Ltd, Leeds, 2009 – 2021"), ...entry("Military service", "Army, York, 2007 – 2008"), head("Education"), line("BSc Chemistry, University of Leeds, 2012", { x: 180 })
  ]))
  expect(sections.map(({ kinds }) => kinds[0])).toEqual(["top", "experience", "education"])
})

describe("what stands in sections without a telling title", () => {
  it("is how to reach somebody, whatever greets above it", () => {
    expect(kindsOf(heading("Say hi"), line("anna@berg.example"), line("253-555-0188"), line("LinkedIn / GitHub"))).toEqual(["contact"])
    expect(kindsOf(heading("Hello"), line("I bake bread for those who get up early, and I like it. Write to anna@berg.example."))).toEqual(["profile"])
  })

  it("is skills where bullets stand before short things, or levels below them", () => {
    const list = ["Notation", "Outdoor teaching", "Calm talks"].map((text) => line(`• ${text}`))
    expect(kindsOf(heading("Plugh"), ...list)).toEqual(["skills"])
    expect(kindsOf(heading("Plugh"), ...list, heading("Education"), line("BSc Chemistry, 2012"), heading("Skills"), line("Excel, Word"))[0]).toBe("unknown")
    expect(kindsOf(heading("Plugh"), line("Suturing"), line("expert"), line("Xyzzy care"), line("good"))).toEqual(["skills"])
  })

  it("is schooling below the word for a school, and jobs below where somebody worked, though schools follow", () => {
    expect(kindsOf(heading("School"), line("9 GCSEs, Harbour College, 2007"))).toEqual(["education"])
  })

  it("is languages where a title says that they are spoken", () => {
    expect(kindsOf(heading("Speak"), line("Every day English (native)"), line("At the ceilidh Scottish Gaelic (basic)"))).toEqual(["languages"])
  })
})

it("rows that levels lead above all sections are skills", () => {
  const led = (label: string, text: string): Page.Row => ({ runs: [{ text: label, color: "#777777", x: 100 }, { text, x: 158 }], above: 12 })
  const [top, skills] = Sections.split(rowsOf([line("Anna Berg", { size: 18 }), led("Call", "902-555-0119"), led("Expert", "Go, PostgreSQL"), led("Advanced", "PHP, Redis"), ...job]))
  expect([top?.rows.length, skills?.kinds, skills?.rows.map(({ text }) => text)]).toEqual([2, ["skills"], ["Expert Go, PostgreSQL", "Advanced PHP, Redis"]])
})

it("a heading across columns that begin alike right below it stands over each of them", () => {
  const group = (column: number, x: number, ...texts: ReadonlyArray<string>): ReadonlyArray<Page.Row> => texts.map((text, at) => ({ runs: [{ text, x, bold: at === 0 }], column }))
  const document = Page.document([
    line("Anna Berg", { size: 18 }), ...job, { ...heading("Skills"), column: -1 }, ...group(0, 50, "Stock", "Inventory", "Planning"), ...group(1, 220, "People", "Rotas", "Training"), ...group(2, 390, "Systems", "SAP", "Excel")
  ])
  const [page] = document.pages, first = page?.lines.findIndex(({ text }) => text === "Stock") ?? 0
  const level = (page?.lines ?? []).map((one, at) => {
    const beside = page?.lines[first + (at - first) % 3]
    return at < first || beside === undefined ? one : { ...one, box: { ...one.box, y: beside.box.y }, words: one.words.map((word) => ({ ...word, box: { ...word.box, y: beside.box.y } })) }
  })
  const sections = Sections.split(Rows.all({ ...document, pages: document.pages.map((one) => ({ ...one, lines: level })) }))
  expect(sections.at(-1)?.rows.map(({ text }) => text)).toEqual(["Stock", "Inventory", "Planning", "People", "Rotas", "Training", "Systems", "SAP", "Excel"])
})

it("who has no other jobs was employed where a title speaks of what was made", () => {
  const jobs = [line("Joiner – Calder Joinery Ltd, Leeds", { bold: true, above: 8 }), line("since September 2016"), line("• Leads four fitters"), line("Joiner – Guerin Timber Ltd, York", { bold: true, above: 8 }), line("2010 – 2016")]
  const kindsOf = (...rows: ReadonlyArray<Parameters<typeof rowsOf>[0][number]>) => Sections.split(rowsOf(rows)).map(({ kinds }) => kinds[0])
  expect(kindsOf(line("PROJECTS", { bold: true, size: 13, above: 14 }), ...jobs)).toEqual(["experience"])
  expect(kindsOf(line("What I have built", { bold: true, size: 13, above: 14 }), ...jobs, line("SKILLS", { bold: true, size: 13, above: 14 }), line("Joinery, Plans"))).toEqual(["experience", "skills"])
})

it("rows that begin with their dates say nothing of the style that titles share with them", () => {
  const title = (text: string) => line(text, { bold: true, above: 14 })
  const dated = (text: string): Page.Row => ({ runs: [{ text: "2016 – 2021", bold: true }, { text, x: 180, bold: true }], above: 6 })
  const sections = Sections.split(rowsOf([
    line("Anna Berg", { size: 20 }), title("Xyzzy"), dated("Baker"), line("Corner Bakery Ltd, Leeds"), dated("Cook"), line("Harbour Inns Ltd, York"), dated("Waiter"), line("Foss Hotels Ltd, York"),
    title("Skills"), line("Baking, Sugar work"), title("Languages"), line("English (native)"), title("Hobbies"), line("Rowing")
  ]))
  expect(sections.flatMap(({ heading }) => heading?.text ?? [])).toEqual(["Xyzzy", "Skills", "Languages", "Hobbies"])
})

it("things with words for how well they are known are skills, jobs under a title of projects too are jobs", () => {
  const list = ["Xyzzy – expert", "Plugh – good", "Zarbing (basic)", "Quux – expert", "Frob – good", "Wibble – good", "Foo – expert", "Thud – good", "Grault – expert"]
  expect(kindsOf(heading("Xyzzy plugh"), ...list.map((text) => line(text)))).toEqual(["skills"])
  const jobs = [line("09.2019 – today"), line("Backend Developer"), line("Harbour Works Ltd, Leeds"), line("01.2015 – 08.2019"), line("Software Developer"), line("Foss Bank plc, York")]
  expect(Sections.split(rowsOf([line("Anna Berg", { size: 18 }), heading("Projects for clients and employment"), ...jobs])).map(({ kinds: [kind] }) => kind)).toEqual(["top", "experience"])
})

it("programs with their years and what they do are projects, whatever the title says that they are", () => {
  expect(kindsOf(heading("Software"), line("plotkit (2020 – present). Draws what a telescope sees."), line("Python, Qt."), line("leafcurl (2018 – 2019). Toy model of leaf rolling. Julia."))).toEqual(["projects"])
  expect(kindsOf(heading("Software"), line("Java (2015 – 2020), Python (2018 – now)"), line("Excel"))).toEqual(["skills"])
})

it("\"Resume\" as the title of a document makes no labels of the headings below it", () => {
  const sections = Sections.split(rowsOf([line("RESUME", { size: 16, bold: true }), line("Anna Berg"), heading("Experience"), line("Baker, Corner Bakery Ltd, Leeds, 2016 – 2021"), heading("Certificates"), line("First Aid, Red Shelter, 2022"), heading("Languages"), line("English – native")]))
  expect(sections.map(({ kinds: [kind] }) => kind)).toEqual(["top", "experience", "certifications", "languages"])
})

it("a language and how well it is known are no two headings", () => {
  expect(kindsOf(heading("Talen"), spread("Nederlands", "moedertaal"), spread("Engels", "goed"), heading("Hobby's"), line("Roeien"))).toEqual(["languages", "interests"])
})
