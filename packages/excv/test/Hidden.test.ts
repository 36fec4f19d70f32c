import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import { Excv } from "excv"
import { readdirSync, readFileSync } from "node:fs"

const folder = new URL("../../../fixtures/hidden/", import.meta.url)

/** What the issue says for each reason that a file's name begins with. */
const sentences: Readonly<Record<string, string>> = {
  no_contrast: "Text in the colour of its background was ignored.",
  tiny: "Text too small to be read was ignored.",
  off_page: "Text outside of the page was ignored.",
  clipped: "Text outside of the painted area was ignored.",
  covered: "Text behind a picture or a filled area was ignored.",
  layer_off: "Text in a layer that is switched off was ignored.",
  zero_width: "Characters without a shape were ignored.",
  invisible: "Text that is marked as hidden or painted without ink was ignored."
}

const files = readdirSync(folder).filter((name) => /\.(pdf|docx)$/.test(name)).map((name) => ({ name, reason: name.slice(0, name.indexOf(".")) }))

/** The invented employer, in letters and in characters without a shape. */
const forged = /Quellmark|Chief Executive|[\u{E0020}-\u{E007E}]/u

const isReport = ({ code }: { readonly code: string }): boolean => code === "hidden_text_ignored"

describe("a job that a reader cannot see", () => {
  let excv: Excv

  beforeAll(async () => {
    excv = await Excv.make()
  })
  afterAll(() => excv.close())

  const extract = (name: string) => excv.extract(new Uint8Array(readFileSync(new URL(name, folder))), { asOf: "2026-01" })

  it.each(files.filter(({ reason }) => reason !== "none"))("is in no answer and is reported: $name", async ({ name, reason }) => {
    const extraction = await extract(name)
    expect(JSON.stringify(extraction)).not.toMatch(forged)
    expect(extraction.resume.experience.map(({ company }) => company)).toEqual(["Fjordline Data AS"])
    expect(extraction.meta.issues.filter(isReport)).toEqual([{ code: "hidden_text_ignored", message: sentences[reason], page: 1, path: null }])
  })

  it.each(files.filter(({ reason }) => reason === "none"))("is in the answer where it can be seen: $name", async ({ name }) => {
    const extraction = await extract(name)
    expect(extraction.resume.experience.map(({ company }) => company)).toContain("Quellmark Holdings AS")
    expect(extraction.meta.issues.filter(isReport)).toEqual([])
  })

  it("is hidden in every way that has a reason", () => {
    expect(new Set(files.map(({ reason }) => reason))).toEqual(new Set(["none", ...Object.keys(sentences)]))
  })
})
