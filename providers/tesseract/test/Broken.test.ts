import { describe, expect, it } from "@effect/vitest"
import { vi } from "vitest"
import * as Broken from "../src/Broken.js"
import type { Ink } from "../src/Table.js"
import * as Drawing from "./Drawing.js"

const word = (text: string, left: number, right: number, confidence = 0.7): Ink => ({ text, left, right, top: 20, bottom: 40, confidence })
const picture = { ...Drawing.paper(600, 100), resolution: 150 }

const reading = (...texts: ReadonlyArray<string>) => vi.fn(() => Promise.resolve(texts.map((text, index) => word(text, 100 * index, 100 * index + 90, 0.9))))
const read = async (line: ReadonlyArray<Ink>, readLine: () => Promise<ReadonlyArray<Ink>>) => (await Broken.again(picture, [line], readLine)).flat().map(({ text }) => text)

describe("Broken", () => {
  const broken = [word("Leeds", 20, 60), word("ana.lima@exam", 100, 200), word("ple.com", 206, 260)]

  it("makes one word of an address that was read with a gap", async () => {
    expect(await read(broken, reading("ana.lima@example.com"))).toEqual(["Leeds", "ana.lima@example.com"])
    expect(await read(broken, reading("ana.", "lima@example.com"))).toEqual(["Leeds", "ana.lima@example.com"])
  })

  it("keeps what is no address when read again, and a gap that no sign explains", async () => {
    const texts = broken.map(({ text }) => text)
    expect(await read(broken, reading("ana.lima@exam_ple,com"))).toEqual(texts)
    expect(await read(broken, reading("ana", "lima@example.com"))).toEqual(texts)
    expect(await read(broken, reading())).toEqual(texts)
  })

  it("reads nothing again where no address stands, or it is sure and whole", async () => {
    const readLine = reading("anything@example.com")
    await read([word("Node.js", 20, 80, 0.9), word("and", 84, 110)], readLine)
    await read([word("ana.lima@example.com", 20, 200, 0.95), word("Leeds", 230, 280)], readLine)
    expect(readLine).not.toHaveBeenCalled()
  })
})
