import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { PdfDecoder } from "../src/index.js"
import { decode, file, firstPage, firstText } from "./decode.js"
import * as PdfBuilder from "./PdfBuilder.js"

const { show } = PdfBuilder

it("says what it reads without loading the engine", () => {
  expect(PdfDecoder.decoder.mediaTypes).toEqual(["application/pdf"])
})

it.effect("reads LaTeX: accents drawn as glyphs, words without space characters, spaced and raised letters", () =>
  Effect.gen(function*() {
    const pages = yield* decode(file("latex.pdf"))
    const text = pages[0]?.words.map((word) => word.text).join(" ") ?? ""
    expect(pages).toHaveLength(2)
    for (const words of ["Renée Françoise Björkström", "EXPERIENCE", "Société Générale, Genève", "First efficient workflow for offline flows:", "naïve façade, Čapek, ñandu, île", "H2O", "1st floor", "LATEX myself"]) {
      expect(text).toContain(words)
    }
    expect(pages[0]?.words.find((word) => word.text === "Portfolio")?.url).toBe("https://example.org/renee")
    expect(pages[0]?.words.find((word) => word.text === "EXPERIENCE")?.bold).toBe(true)
  }))

it.effect("reads a browser's PDF: letter spacing, colours, filled areas, links", () =>
  Effect.gen(function*() {
    const page = yield* firstPage(file("chrome.pdf"))
    const word = (text: string) => page.words.find((candidate) => candidate.text === text)
    expect(word("CONTACT")?.color).toBe("#ffffff")
    expect(word("EXPERIENCE")?.fontSize).toBeCloseTo(12, 0)
    expect(word("Software")).toMatchObject({ bold: true, color: "#222222" })
    expect(word("ada@example.com")?.url).toBe("mailto:ada@example.com")
    expect(page.shapes).toContainEqual(expect.objectContaining({ kind: "fill", color: "#1a4f8b" }))
    expect(page.hasUsableText).toBe(true)
  }))

it.effect("leaves out what nobody can see: white on white, tiny, off the page, unpainted", () =>
  Effect.gen(function*() {
    const chrome = yield* firstText(file("chrome.pdf"))
    expect(chrome).not.toContain("Ignore")
    expect(chrome).not.toContain("Kubernetes")
    const text = yield* firstText(PdfBuilder.build([{
      content: show("seen", 72, 700) + show("white", 72, 650, "1 1 1 rg") + show("outside", 700, 600, "0 0 0 rg") + show("unpainted", 72, 550, "3 Tr")
    }]))
    expect(text).toBe("seen")
  }))

it.effect("keeps white text on a dark area", () =>
  Effect.gen(function*() {
    const text = yield* firstText(PdfBuilder.build([{ content: `0 0 0.4 rg 50 640 300 40 re f\n${show("white", 72, 650, "1 1 1 rg")}` }]))
    expect(text).toBe("white")
  }))

it.effect("keeps text of any colour within a frame, whichever way the frame was drawn", () =>
  Effect.gen(function*() {
    for (const frame of ["4 w 50 640 300 40 re S\n", "50 640 300 40 re 55 645 290 30 re f*\n", "10 w 50 640 m 350 640 l 350 680 l S\n"]) {
      expect(yield* firstText(PdfBuilder.build([{ content: `0 g 0 G ${frame}${show("black", 72, 650)}` }]))).toBe("black")
    }
  }))

it.effect("reads a word processor's PDF: tabulators, justified lines", () =>
  Effect.gen(function*() {
    const text = yield* firstText(file("writer.pdf"))
    expect(text).toContain("Abteilungsleiterin Controlling 03/2019 – heute Müller & Söhne GmbH, Köln Leitung eines Teams")
  }))

it.effect("opens a file that only the owner locked, and refuses one that needs a password", () =>
  Effect.gen(function*() {
    expect(yield* firstText(file("owner-password.pdf"))).toContain("Köln")
    expect(yield* Effect.flip(decode(file("user-password.pdf")))).toMatchObject({ reason: "encrypted" })
  }))

it.effect("refuses a document with too many pages", () =>
  Effect.gen(function*() {
    const bytes = PdfBuilder.build([{ content: "" }, { content: "" }, { content: "" }])
    expect(yield* decode(bytes, 3)).toHaveLength(3)
    expect(yield* Effect.flip(decode(bytes, 2))).toMatchObject({ reason: "too_many_pages" })
  }))

it.effect("gives boxes in points from the top left, the rotation of the page applied", () =>
  Effect.gen(function*() {
    const content = show("corner", 72, 742)
    const upright = yield* firstPage(PdfBuilder.build([{ content }]))
    expect(upright).toMatchObject({ width: 595, height: 842 })
    expect(upright.words[0]?.box.x).toBeCloseTo(72, 3)
    expect((upright.words[0]?.box.y ?? 0) + 0.8 * 12).toBeCloseTo(100, 3)
    const half = yield* firstPage(PdfBuilder.build([{ content: "1 0 0 1 0 0 cm BT /F1 12 Tf -1 0 0 -1 523 100 Tm (corner) Tj ET", rotate: 180 }]))
    expect(half.words[0]?.box.x).toBeCloseTo(72, 3)
    expect((half.words[0]?.box.y ?? 0) + 0.8 * 12).toBeCloseTo(100, 3)
  }))

it.effect("turns a page whose text stands on its side", () =>
  Effect.gen(function*() {
    const page = yield* firstPage(PdfBuilder.build([{ content: "BT /F1 12 Tf 0 1 -1 0 200 100 Tm (Landscape text here) Tj ET" }]))
    expect(page).toMatchObject({ width: 842, height: 595 })
    expect(page.words.map((word) => word.text)).toEqual(["Landscape", "text", "here"])
    expect(page.words[1]?.box.x).toBeGreaterThan(page.words[0]?.box.x ?? 0)
    expect(page.words[1]?.box.y).toBeCloseTo(page.words[0]?.box.y ?? 0, 3)
  }))

it.effect("turns the discs that a browser draws before the items of a list into bullets, and leaves ratings alone", () =>
  Effect.gen(function*() {
    const dot = (x: number, y: number) => `${x} ${y} 4 4 re f\n`
    const content = dot(60, 702) + show("Item", 72, 700) + show("Skill", 72, 650) + dot(200, 652) + dot(206, 652) + dot(212, 652) + show("next", 222, 650)
    expect(yield* firstText(PdfBuilder.build([{ content }]))).toBe("• Item Skill next")
  }))
