/** Columns by what stands at the top of their sections: lines, and titles. */
import { expect, it } from "vitest"
import { lines, read, text, textUntil } from "./page.js"

it("reads columns apart whose sections have lines drawn above them, as wide as their column and not level with those of the other", () => {
  const rule = (x: number, y: number, width: number) => ({ kind: "rule" as const, color: null, box: { x, y, width, height: 0.75 } })
  const left = [...text("Projects", 40, 110, { bold: true }), ...lines(["Nursery of wood, 2022", "Mill with eight flats, 2019", "House for two sisters, 2020", "Square of the town, 2018", "Roof of the old school, 2016"], 40, 128, 22)]
  const right = [...text("Contact", 400, 100, { bold: true }), ...lines(["333 555 0142", "anna@berg.example"], 400, 116, 12), ...text("Tools", 400, 178, { bold: true }), ...lines(["Archicad", "Rhino", "Enscape", "Photoshop"], 400, 194, 12)]
  const rules = [rule(40, 98, 300), rule(400, 88, 150), rule(400, 160, 150)]
  const [first, ...others] = read([...left, ...right], rules)
  expect([first, others.slice(0, 5).at(-1), others.at(-1)]).toEqual(["Projects", "Roof of the old school, 2016", "Photoshop"])
})

it("begins no columns with rows of one look right below the titles of columns", () => {
  const red = { size: 11, bold: true, color: "#e2574c" }, bold = { bold: true }
  const words = [
    ...text("experience", 40, 100, red), ...text("Designer", 40, 116, bold), ...lines(["Harbour Health, Remote", "2019 - 2023", "Permits and the calendar of the town."], 40, 130, 13), ...text("Intern", 40, 176, bold), ...lines(["Studio Gull, Leeds"], 40, 190, 13),
    ...text("skills", 260, 100, red), ...text("Craft", 260, 116, bold), ...lines(["Prototyping", "Drawing", "Testing", "Printing", "Binding"], 260, 130, 12),
    ...text("education", 420, 100, red), ...text("BDes, Interaction", 420, 116, bold), ...lines(["University of Leeds", "2019"], 420, 130, 13), ...text("say hi", 420, 166, red), ...lines(["anna@berg.example", "555-0188"], 420, 182, 13)
  ]
  expect(read(words).filter((one) => ["experience", "skills", "education"].includes(one))).toEqual(["experience", "skills", "education"])
})

it("gives dates in the right margin to the section on the left, and cards below it to the section of their title", () => {
  const heading = { size: 13, bold: true }, bold = { bold: true }
  const roles = ["Site Lead", "Site Helper"].flatMap((title, index) => [...text(title, 40, 134 + 14 * index), ...textUntil(index === 0 ? "May 2019 - May 2022" : "July 2017 - April 2019", 540, 134 + 14 * index)])
  const cards = [["Harbour Mill, 2020-2022", "A mill of 1710 with a frame", "of oak that was found there."], ["48 Flats at Kiln Row, 2018", "New walls without one tenant", "moved out."]].flatMap(([title = "", ...body], index) =>
    [...text(title, 40 + 260 * index, 190, bold), ...lines(body, 40 + 260 * index, 204, 13)])
  const words = [
    ...text("Work", 40, 100, heading), ...text("Led fourteen sites over six years, and all that the owners and the towns had to say about them.", 40, 118), ...roles,
    ...text("Selected Buildings", 40, 172, heading), ...cards,
    ...text("Studies", 40, 250, heading), ...lines(["Master of Building", "University of Leeds", "2012 - 2014"], 40, 268, 13),
    ...text("Tools", 300, 250, heading), ...lines(["Revit - expert", "AutoCAD - good", "Rhino - basic", "Blender - basic"], 300, 268, 13)
  ]
  expect(read(words).slice(2)).toEqual([
    "Site Lead May 2019 - May 2022", "Site Helper July 2017 - April 2019", "Selected Buildings", "Harbour Mill, 2020-2022", "A mill of 1710 with a frame", "of oak that was found there.",
    "48 Flats at Kiln Row, 2018", "New walls without one tenant", "moved out.", "Studies", "Master of Building", "University of Leeds", "2012 - 2014", "Tools", "Revit - expert", "AutoCAD - good", "Rhino - basic", "Blender - basic"
  ])
})

it("begins a cell of the left column with a title, though nothing stands level with it", () => {
  const small = { size: 10.5 }, title = { size: 14, bold: true }
  const row = (left: string, right: string, y: number) => [...text(left, 60, y, small), ...text(right, 203, y, small)]
  const words = [
    ...text("Details", 67, 86, title), ...["Name", "Address", "Phone", "Mail", "Birth", "Status"].flatMap((label, at) => row(label, ["Ada Berg", "12 High Street, 50674 Leeds", "0113 496 0000", "ada@example.com", "in Leeds", "married, one child"][at] ?? "", 108.3 + 18.14 * at)),
    ...text("Work", 67, 225.3, title), ...row("04/2021 - now", "Warehouse clerk", 247.7), ...["Harbour Logistics Ltd, Leeds", "Goods and their papers"].flatMap((line, at) => text(line, 203, 274 + 26.2 * at, small)), ...["Picking by voice", "Training of new hands", "Deputy of the shift lead"].flatMap((line, at) => text(line, 203, 312.3 + 12.1 * at, small)),
    ...row("09/2018 - 03/2021", "Packer", 368.8), ...["Foss Mills Ltd, York", "Parcels of all sizes"].flatMap((line, at) => text(line, 203, 395.1 + 26.2 * at, small))
  ]
  expect(read(words).slice(6, 9)).toEqual(["Status married, one child", "Work", "04/2021 - now Warehouse clerk"])
})
