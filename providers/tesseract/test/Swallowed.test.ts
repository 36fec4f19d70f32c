import { describe, expect, it } from "@effect/vitest"
import * as Swallowed from "../src/Swallowed.js"
import * as Table from "../src/Table.js"

const row = (block: number, word: number, left: number, width: number, text: string) =>
  ["5", "1", String(block), "1", "1", String(word), String(left), "0", String(width), "20", "95", text].join("\t")
const corner = { left: 100, top: 50 }
const table = (...rows: ReadonlyArray<string>) => rows.join("\n")

describe("words that the engine took for a picture", () => {
  const read = (tsv: string, again: string) => {
    const strips: Array<Swallowed.Box> = []
    const lines = Swallowed.restored(Table.lines(tsv, corner), Table.pictures(tsv, corner), (strip) => {
      strips.push(strip)
      return again.split(" ").map((text, index) => ({ text, left: index * 100, right: index * 100 + 90, top: 50, bottom: 70, confidence: 0.9 }))
    })
    return { strips, texts: lines.map((line) => line.map(({ text }) => text).join(" ")) }
  }

  it("are read again with the line that they end", () => {
    const { strips, texts } = read(table(row(1, 1, 220, 60, " "), row(2, 1, 0, 100, "Steuern,"), row(2, 2, 110, 100, "Bilanzi")), "Steuern, Bilanzierung")
    expect(strips).toEqual([{ left: 100, top: 50, right: 380, bottom: 70 }])
    expect(texts).toEqual(["Steuern, Bilanzierung"])
  })

  it("stay away when they say less, and pictures far from a line are not read", () => {
    expect(read(table(row(1, 1, 220, 60, " "), row(2, 1, 0, 210, "Bilanzierung")), "Bilanz").texts).toEqual(["Bilanzierung"])
    expect(read(table(row(1, 1, 600, 60, " "), row(2, 1, 0, 210, "Bilanzierung")), "Bilanzierung und mehr").strips).toEqual([])
  })
})
