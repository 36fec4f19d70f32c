import { expect, it } from "vitest"
import { layout } from "../../src/Layout.js"
import { lines, page, read, text, textUntil } from "./page.js"

const heading = { size: 13, bold: true }

const sidebar = ["12 High Street", "50674 Leeds", "0113 496 0000", "ada@example.com"]
const skills = ["TypeScript", "PostgreSQL", "Kubernetes", "Terraform"]
const prose = [
  "Engineer with twelve years of experience in the design of services that",
  "many people use at once, and in the care for the teams that build them",
  "over the years in several countries and industries.",
  "Led the move of a large code base to small services without one hour of",
  "downtime, together with three other teams from two further companies."
]

/** A sidebar beside a main column; `leading` of the sidebar, 14 in the main column. */
const beside = (leading: number) => [
  ...text("Contact", 40, 100, heading), ...lines(sidebar, 40, 120, leading),
  ...text("Skills", 40, 220, heading), ...lines(skills, 40, 240, leading),
  ...text("Profile", 220, 100, heading), ...lines(prose, 220, 120, 14),
  ...text("Experience", 220, 220, heading), ...lines(prose.map((line) => line.toUpperCase().toLowerCase().replace("e", "é")), 220, 240, 14)
]

it("reads a sidebar and the main column each by itself, on lines of their own or of one grid", () => {
  for (const leading of [12, 14, 17]) {
    const order = read(beside(leading))
    expect(order.slice(0, 10)).toEqual(["Contact", ...sidebar, "Skills", ...skills])
    expect(order.slice(10, 16)).toEqual(["Profile", ...prose])
  }
})

it("reads a sidebar on the right after the main column, below a head over both", () => {
  const words = [
    ...text("Ada Fairweather with a name that runs over the columns", 60, 60, { size: 20 }),
    ...lines(prose, 40, 120, 14), ...text("Contact", 420, 104, heading), ...lines(sidebar, 420, 126, 13),
    ...text("Skills", 420, 190, heading), ...lines(skills, 420, 212, 13)
  ]
  const [document] = layout([page(words)])
  const placed = document?.lines.map((line) => [line.column, line.text])
  expect(placed?.[0]).toEqual([-1, "Ada Fairweather with a name that runs over the columns"])
  expect(placed?.slice(1, 6)).toEqual(prose.map((line) => [0, line]))
  expect(placed?.slice(6)).toEqual(["Contact", ...sidebar, "Skills", ...skills].map((line) => [1, line]))
})

it("takes a filled area behind one side for a column", () => {
  const items = ["Riding", "Chess", "Choir", "Sailing", "Baking"]
  const main = ["Nurse, Leeds", "Carer, York", "Cook, Hull", "Clerk, Bath", "Guide, Ely"]
  const words = [...lines(items, 40, 100, 18), ...lines(main, 220, 100, 18)]
  const fill = { kind: "fill" as const, box: { x: 20, y: 60, width: 160, height: 700 }, color: "#ddeeff" }
  expect(read(words, [fill])).toEqual([...items, ...main])
})

it("reads the name and the address that faces it apart", () => {
  const words = [
    ...text("Ada Fairweather", 40, 60, { size: 22, bold: true }), ...text("Software Engineer", 40, 84, { size: 12 }),
    ...["12 High Street", "Leeds", "0113 496 0000", "ada@example.com"].flatMap((line, index) => textUntil(line, 555, 50 + 13 * index)),
    ...lines(prose.map((line) => `${line} and so on for a while longer`), 40, 130, 14)
  ]
  expect(read(words).slice(0, 6)).toEqual(["Ada Fairweather", "Software Engineer", "12 High Street", "Leeds", "0113 496 0000", "ada@example.com"])
})

it("starts new columns where level headings begin another set of them", () => {
  const words = [
    ...text("Education", 40, 100, heading), ...lines(["MSc, Leeds", "BSc, York", "A levels, Hull"], 40, 122, 16),
    ...text("Skills", 300, 100, heading), ...lines(skills, 300, 120, 14),
    ...text("Languages", 40, 220, heading), ...lines(["English", "French", "Welsh"], 40, 242, 14),
    ...text("Interests", 220, 220, heading), ...lines(["Chess", "Choir", "Sailing"], 220, 242, 14),
    ...text("Licences", 400, 220, heading), ...lines(["B", "C1", "D1"], 400, 242, 14)
  ]
  expect(read(words)).toEqual([
    "Education", "MSc, Leeds", "BSc, York", "A levels, Hull", "Skills", ...skills,
    "Languages", "English", "French", "Welsh", "Interests", "Chess", "Choir", "Sailing", "Licences", "B", "C1", "D1"
  ])
})

/** Words with equal spaces, so wide that they end at `right`. */
const justified = (content: string, x: number, right: number, y: number, type = {}) => {
  const words = text(content, x, y, type)
  const letters = words.reduce((sum, { box }) => sum + box.width, 0)
  const space = (right - x - letters) / (words.length - 1)
  let left = x
  return words.map((word) => {
    const box = { ...word.box, x: left }
    left += box.width + space
    return { ...word, box }
  })
}

const narrow = prose.map((line) => line.split(" ").slice(0, 8).join(" "))

it("reads justified lines whose spaces are wider than gutters as lines of one column", () => {
  const words = [
    ...text("Work", 40, 100, heading), ...text("Studies", 320, 100, heading),
    ...lines(narrow, 40, 124, 14),
    ...justified("Master of Science in Data Journalism", 320, 555, 128, { bold: true }), ...text("University of Leeds 2018", 320, 142),
    ...justified("Bachelor of Arts in Public Communication", 320, 555, 156, { bold: true }), ...text("University of York 2013", 320, 170)
  ]
  expect(read(words)).toEqual([
    "Work", ...narrow, "Studies", "Master of Science in Data Journalism", "University of Leeds 2018", "Bachelor of Arts in Public Communication", "University of York 2013"
  ])
})

it("leaves a heading above several titles or tags with them, not in the column that ended above it", () => {
  const contact = ["ada@example.com", "0113 496 0000", "Leeds, United Kingdom", "linkedin.com/in/ada-fair"]
  const tags = ["Pricing", "Sales", "Coaching", "Change"].flatMap((tag, at) => text(tag, 50 + at * 130, 202, { bold: true }))
  const words = [
    ...text("Ada Fair", 40, 69, { size: 26, bold: true }), ...text("Sales Director", 40, 92, { size: 14 }), ...lines(prose.slice(0, 3).map((line) => line.slice(0, 60)), 40, 110, 14),
    ...lines(contact, 430, 54, 17),
    ...text("Expertise", 40, 178, heading), ...tags, ...lines(prose, 40, 240, 14)
  ]
  const order = read(words)
  expect(order.indexOf("Expertise")).toBeGreaterThan(order.indexOf("linkedin.com/in/ada-fair"))
})

it("takes tags in capitals for no titles of further columns", () => {
  const tags = (y: number, ...contents: ReadonlyArray<string>) => contents.reduce<ReadonlyArray<ReturnType<typeof text>[number]>>((done, tag) => {
    const last = done.at(-1)?.box
    return [...done, ...text(tag, last === undefined ? 370 : last.x + last.width + 12, y)]
  }, [])
  const words = [
    ...text("Experience", 40, 100, heading), ...lines([...prose, ...prose].map((line) => line.slice(0, 52)), 40, 120, 13),
    ...text("Profile", 365, 104, heading), ...lines(["Engineer of bridges", "and houses."], 365, 124, 14), ...text("Skills", 365, 166, heading),
    ...tags(186, "ETABS", "SAFE", "Tekla"), ...tags(203, "Python", "AutoCAD")
  ]
  const order = read(words)
  expect(order.slice(-3)).toEqual(["Skills", "ETABS SAFE Tekla", "Python AutoCAD"])
  expect(order.indexOf("Profile")).toBe(11)
})

it("reads the columns of a newspaper one after the other, where lines are drawn between them", () => {
  const columns = [
    ["Profile", "Florist of ten years in", "shops and on markets", "Experience", "Flower House, Hull", "Manager since 2019", "Leads a team of four"],
    ["Garden Shop, York", "Florist, 2014 – 2019", "Sales, binding and care", "for the customers of", "the whole county", "Market, Leeds", "Helper, 2012 – 2014"],
    ["Diploma in Floristry", "Hull College, 2018", "Languages", "English (native)", "Skills", "Bouquets, Excel", "Training"]
  ]
  const words = columns.flatMap((column, at) => lines(column, 40 + at * 172, 120, 14 - at * 0.2))
  const drawn = (y: number) => [205, 377].map((x) => ({ kind: "rule" as const, box: { x, y: 108, width: 0.7, height: y }, color: "#888888" }))
  expect(read(words, drawn(100))).toEqual(columns.flat())
  const rows = Array.from({ length: 7 }, (_, row) => ({ kind: "rule" as const, box: { x: 36, y: 124 + row * 14, width: 510, height: 0.7 }, color: "#888888" }))
  expect(read(words, [...drawn(100), ...rows])[0]).toBe("Profile Garden Shop, York Diploma in Floristry")
})

it.each([
  ["○", 8], ["☆", 10]
])("keeps level signs (%s) at the right end of a sidebar with their text, however high they stand", (empty, size) => {
  const full = empty === "○" ? "●" : "★", signs = [full, full, full, empty, empty].join(" ")
  const names = ["React", "TypeScript", "Backend", "Node.js", "PostgreSQL", "Docker"], levels = ["fluent", "basic", "good"]
  const side = [
    ...text("Skills", 40, 100, heading), ...names.flatMap((name, index) => [...text(name, 40, 120 + 13 * index), ...textUntil(signs, 190, 117.5 + 13 * index, { size })]),
    ...text("Languages", 40, 230, heading), ...["English", "French", "Dutch"].flatMap((name, index) => [...text(name, 40, 250 + 13 * index), ...textUntil(levels[index] ?? "", 191.5, 250 + 13 * index)])
  ]
  const order = read([...side, ...text("Experience", 214, 100, heading), ...lines([...prose, ...prose].map((line) => line.slice(0, 60)), 214, 117, 13)])
  expect(order.slice(0, 7)).toEqual(["Skills", ...names.map((name) => `${name} ${signs}`)])
  expect(order.indexOf("Experience")).toBeGreaterThan(order.findIndex((line) => line.startsWith("Languages")))
})

it("begins columns with titles that stand level amid them, below a text on one side, and keeps levels beside what they rate", () => {
  const school = ["BSc Chemistry", "University of Leeds"]
  const tickets = ["First aid at work, Red Shelter Trust", "Food hygiene level 3, Quayside, 2021", "Manual handling, 2018"]
  const tongues = [["Swedish", "native"], ["English", "fluent"], ["Finnish", "basic"]] as const
  const words = [
    ...lines(prose.slice(0, 1), 40, 67, 13), ...lines(school, 40, 80, 13), ...text("TICKETS", 105, 116, heading), ...text("LANGUAGES", 394, 116, heading),
    ...lines(tickets, 40, 134, 13), ...tongues.flatMap(([name, level], at) => [...text(name, 310, 134 + 13 * at), ...textUntil(level, 545, 134 + 13 * at)])
  ]
  expect(read(words)).toEqual([...prose.slice(0, 1), ...school, "TICKETS", ...tickets, "LANGUAGES", ...tongues.map((tongue) => tongue.join(" "))])
})

it("gives dates in the right margin to the section below a band with the address on its right", () => {
  const words = [
    ...text("Nadia Ferrari", 50, 60, { size: 22 }), ...["Leeds, UK", "0113 496 0187", "nadia@example.com"].flatMap((line, index) => textUntil(line, 540, 50 + 12 * index)),
    ...text("Work", 50, 130, heading), ...text("Harbour Housing Trust", 50, 150, { bold: true }), ...text("Desk Lead", 50, 165), ...textUntil("May 2022 - now", 540, 165),
    ...text("Moved the files of nine hundred users to other shelves, in nine months and without one lost.", 50, 179)
  ]
  expect(read(words).slice(-4)).toEqual(["Work", "Harbour Housing Trust", "Desk Lead May 2022 - now", "Moved the files of nine hundred users to other shelves, in nine months and without one lost."])
})

it("reads a table with a line below each row across, whatever stands below it", () => {
  const row = (y: number, ...cells: ReadonlyArray<string>) => cells.flatMap((cell, index) => text(cell, 50 + 150 * index, y, { bold: y === 100 }))
  const rule = (y: number) => ({ kind: "rule" as const, color: null, box: { x: 45, y, width: 500, height: 0.75 } })
  const words = [...row(100, "Title", "Body", "Date"), ...row(118, "Portal Advanced", "Nordic School", "04/2018"), ...row(136, "Robots Two", "Quay College", "02/2019"), ...row(154, "Live wires", "Harbour School", "2024"), ...text("Schooling", 50, 184, heading)]
  expect(read(words, [88, 106, 124, 142, 160].map(rule))).toEqual(["Title Body Date", "Portal Advanced Nordic School 04/2018", "Robots Two Quay College 02/2019", "Live wires Harbour School 2024", "Schooling"])
})

it("reads a table at the foot of a page across, where each label has a line beside it and the next title stands below", () => {
  const rows = [["Sciences", "Physics at school level, Chemistry for beginners"], ["Crafts", "Welding, Turning, Milling, Grinding, Drilling"], ["Tongues", "Italian (native), English (basic), French (basic)"], ["Licence", "Car, lorry and motorcycle, since the year 2010"]] as const
  const head = [...text("Experience", 40, 60, heading), ...lines(prose, 40, 80, 14), ...text("Skills", 40, 160, heading)]
  const table = rows.flatMap(([label, list], at) => [...text(label, 42, 182 + 20 * at), ...text(list, 170, 182 + 20 * at)])
  expect(read([...head, ...table]).slice(-4)).toEqual(rows.map((row) => row.join(" ")))
  expect(read([...head, ...table, ...text("School", 40, 268, heading)]).slice(-5)).toEqual([...rows.map((row) => row.join(" ")), "School"])
})

it("reads a column whose lines are all set as its title with what stands beside them, though a title stands level with the first", () => {
  const bold = { bold: true }
  const words = [
    ...text("Name", 57, 60, bold), ...text("Anna Berg", 180, 60, bold), ...text("Address", 57, 90, bold), ...lines(["Hill Road 7, Leeds", "anna@berg.example"], 180, 90, 16),
    ...text("Work", 57, 146, bold), ...text("Welder", 180, 146, bold), ...lines(["Harbour Yard Ltd, Leeds", "2009 - 2021"], 180, 162, 16), ...text("Fitter", 180, 208, bold), ...lines(["Quay Works Ltd, York", "2003 - 2009"], 180, 224, 16),
    ...text("School", 57, 270, bold), ...lines(["1997 - 2002", "School of Ships, Leeds", "Technician"], 180, 270, 16), ...text("Tongues", 57, 332, bold), ...lines(["English, native", "Polish, basic"], 180, 332, 16)
  ]
  expect(read(words)).toEqual(expect.arrayContaining(["Name Anna Berg", "Work Welder", "School 1997 - 2002", "Tongues English, native"]))
})
