import { describe, expect, it } from "@effect/vitest"
import * as Addresses from "../src/Addresses.js"
import * as Drawing from "./Drawing.js"

/** Letters as boxes, a "." as a dot, a "_" as a low line; returns the frame of all. */
const write = (picture: ReturnType<typeof Drawing.paper>, signs: string, from: number) => {
  ;[...signs].forEach((sign, index) => {
    const left = from + index * 16
    if (sign === ".") Drawing.box(picture, left + 4, 46, 4, 4)
    else if (sign === "_") Drawing.box(picture, left - 2, 52, 14, 2)
    else Drawing.box(picture, left, 30, 10, 20)
  })
  return { left: from, right: from + signs.length * 16 - 6, top: 30, bottom: 54, confidence: 0.8 }
}

describe("Addresses", () => {
  it("gives a mail address the dot that stands in the picture, and only that", () => {
    const picture = Drawing.paper(600, 80)
    const frame = write(picture, "j.weiss@example.com", 20)
    expect(Addresses.mended(picture, { ...frame, text: "jweiss@example,com" }).text).toBe("j.weiss@example.com")
    const plain = Drawing.paper(600, 80)
    const other = write(plain, "jweiss@example.com", 20)
    expect(Addresses.mended(plain, { ...other, text: "jweiss@example.com" }).text).toBe("jweiss@example.com")
  })

  it("joins the parts of an address over a low line, not over a gap", () => {
    const picture = Drawing.paper(800, 80)
    const before = write(picture, "xing.com/profile/Anna", 20)
    write(picture, "_", before.right + 8)
    const after = write(picture, "Berg", before.right + 24)
    const words = [{ ...before, text: "xing.com/profile/Anna" }, { ...after, text: "Berg" }]
    expect(Addresses.joined(picture, words).map(({ text }) => text)).toEqual(["xing.com/profile/Anna_Berg"])
    const apart = Drawing.paper(800, 80)
    write(apart, "xing.com/profile/Anna", 20)
    write(apart, "Berg", before.right + 24)
    expect(Addresses.joined(apart, words)).toHaveLength(2)
  })

  it("joins the parts of a mail address over the dot between them, not over a hyphen or a gap", () => {
    const joined = (sign: string) => {
      const picture = Drawing.paper(800, 80)
      const before = write(picture, "ana", 20)
      if (sign === "-") Drawing.box(picture, before.right + 3, 36, 10, 2)
      else write(picture, sign, before.right + 4)
      const after = write(picture, "lima@example.org", before.right + 16)
      return Addresses.joined(picture, [{ ...before, text: "ana" }, { ...after, text: "limaGexample.org" }]).map(({ text }) => text)
    }
    expect(joined(".")).toEqual(["ana.lima@example.org"])
    expect(joined("-")).toEqual(["ana", "lima@example.org"])
    expect(joined("")).toEqual(["ana", "lima@example.org"])
  })

  it.each([
    ["ana.lima@example.orq", "ana.lima@example.org"],
    ["anaGexample.org", "ana@example.org"], ["AnaGarten.de", "AnaGarten.de"],
    ["https://example.corn/works", "https://example.com/works"],
    ["https://xing.com/profile/Ana___Lima", "https://xing.com/profile/Ana_Lima"],
    ["example.org", "example.org"],
    ["Marquise.orq", "Marquise.orq"]
  ])("reads %s as %s", (seen, meant) => {
    const word = { text: seen, left: 20, right: 400, top: 30, bottom: 54, confidence: 0.8 }
    expect(Addresses.mended(Drawing.paper(600, 80), word).text).toBe(meant)
  })

  it("joins what touches the last stroke of an address, not the next word", () => {
    const at = (text: string, left: number) => ({ text, left, right: left + 10 * text.length, top: 30, bottom: 50, confidence: 0.9 })
    const paper = Drawing.paper(800, 80), address = at("xing.com/profile/", 20)
    const texts = (words: ReadonlyArray<ReturnType<typeof at>>) => Addresses.joined(paper, words).map(({ text }) => text)
    expect(texts([address, at("Anneliese", 192), at("_Berg", 292)])).toEqual(["xing.com/profile/Anneliese_Berg"])
    expect(texts([address, at("Telefon", 202)])).toEqual(["xing.com/profile/", "Telefon"])
  })

  it("joins a path to the address before it, but not what stands further off", () => {
    const at = (text: string, left: number) => ({ text, left, right: left + 10 * text.length, top: 30, bottom: 50, confidence: 0.9 })
    const paper = Drawing.paper(800, 80), texts = (gap: number) => Addresses.joined(paper, [at("github.com", 20), at("/ana-lima", 120 + gap)]).map(({ text }) => text)
    expect(texts(8)).toEqual(["github.com/ana-lima"])
    expect(texts(20)).toEqual(["github.com", "/ana-lima"])
  })
})
