import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { decode, p, page, run, strict, text } from "./decode.js"

it.effect("keeps a word whole that runs cut, and parts words at white space of every kind", () =>
  Effect.gen(function*() {
    expect(yield* text({ body: p(run("Soft") + run("ware", "<w:b/>") + run(" En") + "<w:proofErr w:type=\"spellStart\"/>" + run("gineer\u00a0II")) })).toBe("Software Engineer II")
    expect(yield* text({ body: p("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:cr/><w:t>four</w:t></w:r>") })).toBe("one two three four")
  }))

it.effect("reads both kinds of namespace, whatever the file calls them", () =>
  Effect.gen(function*() {
    expect(yield* text({ body: p("strict"), namespaces: strict })).toBe("strict")
    const body = "<x:p xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><x:r><x:t>renamed</x:t></x:r></x:p>"
    expect(yield* text({ body })).toBe("renamed")
  }))

it.effect("shows the accepted view of tracked changes", () =>
  Effect.gen(function*() {
    const body = p(`${run("kept ")}<w:ins>${run("added ")}</w:ins><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:moveFrom>${run("away ")}</w:moveFrom><w:moveTo>${run("here")}</w:moveTo>`) +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("one")}</w:p>${p("line")}`
    const { words } = yield* page({ body })
    expect(words.map((word) => word.text)).toEqual(["kept", "added", "here", "oneline"])
  }))

it.effect("descends into what it does not know: content controls, smart tags, ruby, other wrappers", () =>
  Effect.gen(function*() {
    const body = `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${p(`<w:smartTag w:element="x">${run("smart")}</w:smartTag><w:ruby><w:rt>${run("rt")}</w:rt><w:rubyBase>${run(" base")}</w:rubyBase></w:ruby>`)}</w:sdtContent></w:sdt>` +
      `<x:future xmlns:x="urn:x">${p(`<w:dir w:val="ltr">${run("dir")}</w:dir>`)}</x:future>`
    expect(yield* text({ body })).toBe("smart base dir")
  }))

it.effect("shows results of fields and not their instructions, with the address of a link", () =>
  Effect.gen(function*() {
    const field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPER</w:instrText></w:r><w:r><w:instrText>LINK \"https://ada.example\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("site") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    const { links, words } = yield* page({
      body: p(`${field}${run(" and ")}<w:hyperlink r:id="l1">${run("mail")}</w:hyperlink><w:fldSimple w:instr=" DATE ">${run(" today")}</w:fldSimple>`), links: { l1: "mailto:ada@example.com" }
    })
    expect(words.map(({ text: shown, url }) => [shown, url])).toEqual([["site", "https://ada.example"], ["and", null], ["mail", "mailto:ada@example.com"], ["today", null]])
    expect(links.map(({ url }) => url)).toEqual(["https://ada.example", "mailto:ada@example.com"])
  }))

it.effect("resolves styles: what they are based on, defaults, capitals, direct formatting", () =>
  Effect.gen(function*() {
    const styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>" +
      "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:sz w:val=\"32\"/><w:color w:val=\"336699\"/></w:rPr></w:style>" +
      "<w:style w:type=\"paragraph\" w:styleId=\"Head\"><w:basedOn w:val=\"Base\"/><w:rPr><w:b/><w:caps/></w:rPr></w:style>" +
      "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/><w:rPr><w:i/></w:rPr></w:style>" +
      "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>"
    const { words } = yield* page({ styles, body: p("Profile", "<w:pStyle w:val=\"Head\"/>") + p("loop", "<w:pStyle w:val=\"Loop\"/>") + p(run("strong", "<w:rStyle w:val=\"Strong\"/>") + run(" light", "<w:b w:val=\"0\"/>")) })
    expect(words).toMatchObject([
      { text: "PROFILE", fontSize: 16, bold: true, color: "#336699" }, { text: "loop", italic: true, fontSize: 11 }, { text: "strong", bold: true }, { text: "light", bold: false }
    ])
  }))

it.effect("writes the signs of lists: bullets of symbol fonts, numbers that count on and begin anew", () =>
  Effect.gen(function*() {
    const level = (ilvl: number, format: string, sign: string, font = "") => `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>${font === "" ? "" : `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`}</w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, "bullet", "\uF0B7", "Symbol")}${level(1, "bullet", "o", "Courier New")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, "upperRoman", "%1.")}${level(1, "lowerLetter", "%1%2)")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
    const item = (list: number, ilvl: number, content: string) => p(content, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr>`)
    const body = item(1, 0, "disc") + item(1, 1, "ring") + item(2, 0, "one") + item(2, 1, "a") + item(2, 0, "two") + item(3, 0, "anew") + item(0, 0, "none")
    expect(yield* text({ numbering, body })).toBe("• disc ◦ ring I. one Ia) a II. two I. anew none")
    const { words } = yield* page({ numbering, body })
    expect(words[0]?.box.x).toBeCloseTo(50 + 18, 1)
    expect(words[1]?.box.x).toBeCloseTo(50 + 36, 1)
  }))

it.effect("maps symbols of picture fonts to characters that can be read", () =>
  Effect.gen(function*() {
    expect(yield* text({ body: p(`<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>${run(" 55 ")}${run("\uF0FC", "<w:rFonts w:ascii=\"Wingdings\"/>")}${run(" yes")}`) })).toBe("☎ 55 ✓ yes")
  }))

it.effect("leaves out comments' marks, property changes and instructions of deleted fields", () =>
  Effect.gen(function*() {
    const body = `<w:p><w:pPr><w:rPr><w:b/></w:rPr><w:pPrChange w:id="1"><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr><w:commentRangeStart w:id="0"/>${run("text")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`
    expect(yield* text({ body })).toBe("text")
  }))

it.effect("counts the pages in headers and footers, and shows them on each page", () =>
  Effect.gen(function*() {
    const pages = yield* decode({
      body: p("first") + p("<w:r><w:br w:type=\"page\"/></w:r>") + p("second"), header: p("Ada Byron"),
      footer: p(`${run("Page ")}<w:fldSimple w:instr=" PAGE ">${run("9")}</w:fldSimple>${run(" of ")}<w:fldSimple w:instr="NUMPAGES">${run("9")}</w:fldSimple>`)
    })
    expect(pages.map(({ words }) => words.map((word) => word.text).join(" "))).toEqual(["Ada Byron Page 1 of 2 first", "Ada Byron Page 2 of 2 second"])
    expect(pages[1]?.words[0]?.box.y).toBeLessThan(50)
    expect(pages[1]?.words.find(({ text: shown }) => shown === "Page")?.box.y).toBeGreaterThan(750)
  }))

it.effect("says of an empty document that it is blank", () =>
  Effect.gen(function*() {
    expect(yield* page({ body: "<w:p/>" })).toMatchObject({ isBlank: true, hasUsableText: false, width: 600, height: 800 })
  }))
