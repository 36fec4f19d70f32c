import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { firstPage, firstText } from "./decode.js"
import * as PdfBuilder from "./PdfBuilder.js"

/** Text objects with an array of strings and shifts in thousandths of an em, negative to the right. */
const spaced = (array: string, before = "") => PdfBuilder.build([{ content: `BT ${before} /F1 12 Tf 72 700 Td [${array}] TJ ET` }])

it.effect("finds the words of a line that has no space characters", () =>
  Effect.gen(function*() {
    expect(yield* firstText(spaced("(Senior) -300 (Engineer) -300 (at) -300 (ACME)"))).toBe("Senior Engineer at ACME")
  }))

it.effect("joins the pieces of a word that kerning has split", () =>
  Effect.gen(function*() {
    expect(yield* firstText(spaced("(A) 74 (V) 60 (AIL) 20 (ABLE W) 80 (ork)"))).toBe("AVAILABLE Work")
  }))

it.effect("joins spaced letters into words, however they were spaced", () =>
  Effect.gen(function*() {
    expect(yield* firstText(spaced("(EXPERIENCE)", "4 Tc"))).toBe("EXPERIENCE")
    expect(yield* firstText(spaced("(W) -300 (O) -300 (R) -300 (K) -900 (L) -300 (I) -300 (F) -300 (E)"))).toBe("WORK LIFE")
    expect(yield* firstText(spaced("(E D U C A T I O N)"))).toBe("EDUCATION")
    expect(yield* firstText(spaced("(W O R K   H I S T O R Y)"))).toBe("WORK HISTORY")
  }))

it.effect("leaves a list of letters alone", () =>
  Effect.gen(function*() {
    expect(yield* firstText(spaced("(Licence: A B C)"))).toBe("Licence: A B C")
    expect(yield* firstText(spaced("(A) -300 (B) -300 (C)"))).toBe("A B C")
  }))

it.effect("measures each word by the widths of its letters", () =>
  Effect.gen(function*() {
    const { words } = yield* firstPage(spaced("(iiii WWWW)"))
    expect(words[0]?.box.width).toBeCloseTo(4 * 0.222 * 12, 1)
    expect(words[1]?.box.width).toBeCloseTo(4 * 0.944 * 12, 1)
  }))

it.effect("takes text printed twice for bold text", () =>
  Effect.gen(function*() {
    const { words } = yield* firstPage(PdfBuilder.build([{ content: PdfBuilder.show("Heading two", 72, 700) + PdfBuilder.show("Heading two", 72.3, 700) }]))
    expect(words.map(({ bold, text }) => [text, bold])).toEqual([["Heading", true], ["two", true]])
  }))

it.effect("gives a word the look of its letters, not that of the comma behind it", () =>
  Effect.gen(function*() {
    const { words } = yield* firstPage(PdfBuilder.build([{ content: "BT 1 0 0 rg /F1 12 Tf 72 700 Td (Art) Tj 0 0 1 rg /F1 13 Tf (, Leeds) Tj ET" }]))
    expect(words.map(({ color, fontSize, text }) => [text, color, Math.round(fontSize)])).toEqual([["Art,", "#ff0000", 12], ["Leeds", "#0000ff", 13]])
  }))
