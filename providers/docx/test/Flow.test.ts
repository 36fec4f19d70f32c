import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { decode, p, page, run, text } from "./decode.js"

const lorem = "The quick brown fox jumps over the lazy dog and runs away before anybody sees it. ".repeat(4)

const word = (words: ReadonlyArray<{ readonly text: string; readonly box: { readonly x: number; readonly y: number; readonly width: number } }>, wanted: string) => {
  const found = words.find((one) => one.text === wanted)
  if (found === undefined) throw new Error(`${wanted} is not there`)
  return found.box
}

it.effect("breaks lines within the margins, with the indents of the paragraph", () =>
  Effect.gen(function*() {
    const { words } = yield* page({ body: p(lorem, "<w:ind w:left=\"400\" w:firstLine=\"200\" w:right=\"1000\"/>") })
    const lines = [...new Set(words.map(({ box }) => box.y))]
    expect(lines.length).toBeGreaterThan(2)
    expect(words[0]?.box.x).toBeCloseTo(80, 1)
    expect(Math.min(...words.filter(({ box }) => box.y > (lines[0] ?? 0)).map(({ box }) => box.x))).toBeCloseTo(70, 1)
    expect(Math.max(...words.map(({ box }) => box.x + box.width))).toBeLessThanOrEqual(501)
  }))

it.effect("leads tabulators to their stops: left, right, centre, and even ones", () =>
  Effect.gen(function*() {
    const tabs = "<w:tabs><w:tab w:val=\"left\" w:pos=\"2000\"/><w:tab w:val=\"center\" w:pos=\"5000\"/><w:tab w:val=\"right\" w:pos=\"10000\"/></w:tabs>"
    const tab = "<w:r><w:tab/></w:r>"
    const { words } = yield* page({ body: p(run("Employer") + tab + run("left") + tab + run("middle") + tab + run("2019"), tabs) + p(run("a") + tab + run("even")) })
    expect(word(words, "left").x).toBeCloseTo(150, 1)
    expect(word(words, "middle").x + word(words, "middle").width / 2).toBeCloseTo(300, 1)
    expect(word(words, "2019").x + word(words, "2019").width).toBeCloseTo(550, 1)
    expect(word(words, "even").x).toBeCloseTo(86, 1)
  }))

it.effect("sets tables as a grid with their lines and areas, cells that span, and tables in tables", () =>
  Effect.gen(function*() {
    const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
    const inner = `<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid><w:tr>${cell(p("deep"))}${cell(p("deeper"))}</w:tr></w:tbl>`
    const body = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/><w:gridCol w:w="2000"/></w:tblGrid>` +
      `<w:tr>${cell(p("wide"), "<w:gridSpan w:val=\"2\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>")}${cell(p("right"), "<w:vMerge w:val=\"restart\"/>")}</w:tr>` +
      `<w:tr>${cell(p("left"))}${cell(inner + p(""))}${cell(p("gone"), "<w:vMerge/>")}</w:tr></w:tbl>`
    const { shapes, words } = yield* page({ body })
    expect(words.map((one) => one.text)).toEqual(["wide", "right", "left", "deep", "deeper"])
    expect(word(words, "right").x - word(words, "wide").x).toBeCloseTo(300, 1)
    expect(word(words, "deeper").x - word(words, "deep").x).toBeCloseTo(50, 1)
    expect(words[0]?.color).toBe("#ffffff")
    expect(shapes.filter(({ kind }) => kind === "fill").map(({ color }) => color)).toEqual(["#1f3864"])
    expect(shapes.filter(({ kind }) => kind === "rule").length).toBeGreaterThan(8)
  }))

const box = (content: string, place: string, extent = "cx=\"2540000\" cy=\"1270000\"") =>
  `<w:drawing><wp:anchor behindDoc="0" relativeHeight="5">${place}<wp:extent ${extent}/><wp:wrapNone/><wp:docPr id="1" name="b"/><a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`

const at = (x: number, y: number, from = "page") =>
  `<wp:positionH relativeFrom="${from}"><wp:posOffset>${x * 12700}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="${from}"><wp:posOffset>${y * 12700}</wp:posOffset></wp:positionV>`

it.effect("puts a text box where its anchor says, once although it is written twice", () =>
  Effect.gen(function*() {
    const old = `<w:pict><v:shape style="position:absolute;width:200pt;height:100pt"><v:textbox><w:txbxContent>${p("boxed")}</w:txbxContent></v:textbox></v:shape></w:pict>`
    const { words } = yield* page({ body: p(`<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(p("boxed"), at(300, 400))}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>${run("text")}`) })
    expect(words.map((one) => one.text).sort()).toEqual(["boxed", "text"])
    expect(word(words, "boxed").x).toBeCloseTo(307.2, 1)
    expect(word(words, "boxed").y).toBeGreaterThan(400)
    expect(word(words, "boxed").y).toBeLessThan(410)
  }))

it.effect("takes the fallback where nobody understands the choice, and the boxes of older documents", () =>
  Effect.gen(function*() {
    const old = `<w:pict><v:rect style="position:absolute;margin-left:100pt;margin-top:200pt;width:200pt;height:100pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"><v:textbox><w:txbxContent>${p("old")}</w:txbxContent></v:textbox></v:rect></w:pict>`
    const { words } = yield* page({ body: p(`<w:r><mc:AlternateContent xmlns:z="urn:z"><mc:Choice Requires="z">${run("new")}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`) })
    expect(words.map((one) => one.text)).toEqual(["old"])
    expect(word(words, "old")).toMatchObject({ x: expect.closeTo(107.2, 1) })
  }))

it.effect("keeps text clear of a box that it flows around", () =>
  Effect.gen(function*() {
    const around = box(p("side"), at(50, 50)).replace("<wp:wrapNone/>", "<wp:wrapSquare wrapText=\"bothSides\"/>")
    const { words } = yield* page({ body: p(`<w:r>${around}</w:r>${run(lorem)}`) })
    expect(Math.min(...words.filter((one) => one.text !== "side").map((one) => one.box.x))).toBeGreaterThanOrEqual(250)
  }))

it.effect("reads the shapes of a group at their places", () =>
  Effect.gen(function*() {
    const shape = (x: number, content: string) => `<wps:wsp><wps:spPr><a:xfrm><a:off x="${x}" y="0"/><a:ext cx="500" cy="500"/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent>${p(content)}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0"/></wps:wsp>`
    const group = `<w:drawing><wp:anchor behindDoc="0">${at(100, 100)}<wp:extent cx="2540000" cy="1270000"/><wp:wrapNone/><a:graphic><a:graphicData><wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2540000" cy="1270000"/><a:chOff x="0" y="0"/><a:chExt cx="1000" cy="1000"/></a:xfrm></wpg:grpSpPr>${shape(0, "one")}${shape(500, "two")}</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
    const { words } = yield* page({ body: p(`<w:r>${group}</w:r>`) })
    expect(word(words, "one").x).toBeCloseTo(100, 1)
    expect(word(words, "two").x).toBeCloseTo(200, 1)
  }))

it.effect("fills the columns of a section, at a break or where the room ends", () =>
  Effect.gen(function*() {
    const { words } = yield* page({ section: "<w:cols w:num=\"2\" w:space=\"1000\"/>", body: p("left") + p("<w:r><w:br w:type=\"column\"/></w:r>" + run("right")) })
    expect(word(words, "right").x).toBeCloseTo(325, 1)
    expect(word(words, "right").y).toBeCloseTo(word(words, "left").y, 1)
  }))

it.effect("ends columns alike where a section goes on below them", () =>
  Effect.gen(function*() {
    const columns = "<w:sectPr><w:pgSz w:w=\"12000\" w:h=\"16000\"/><w:pgMar w:top=\"1000\" w:right=\"1000\" w:bottom=\"1000\" w:left=\"1000\"/><w:cols w:num=\"2\" w:space=\"1000\"/></w:sectPr>"
    const body = ["a", "b", "c", "d"].map((content, index) => p(content, index === 3 ? columns : "")).join("") + p("below")
    const { words } = yield* page({ body, section: "<w:type w:val=\"continuous\"/>" })
    expect(word(words, "c").x).toBeCloseTo(325, 1)
    expect(word(words, "below").x).toBeCloseTo(50, 1)
    expect(word(words, "below").y).toBeGreaterThan(word(words, "d").y)
  }))

it.effect("goes on on the next page when a page is full, in the middle of a row too", () =>
  Effect.gen(function*() {
    const lines = Array.from({ length: 90 }, (_, index) => p(`l${index}`)).join("")
    const pages = yield* decode({ body: `<w:tbl><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>${p("side")}</w:tc><w:tc>${lines}</w:tc></w:tr></w:tbl>` })
    expect(pages.length).toBe(2)
    expect(pages.flatMap(({ words }) => words).length).toBe(91)
    expect(pages.every(({ words }) => words.every(({ box: { height, y } }) => y > 45 && y + height < 760))).toBe(true)
  }))

it.effect("joins a large first letter with its word", () =>
  Effect.gen(function*() {
    expect(yield* text({ body: p("A", "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>") + p("da Byron") })).toBe("Ada Byron")
  }))
